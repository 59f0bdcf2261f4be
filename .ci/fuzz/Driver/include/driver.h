/* The entry of libFuzzer's driver, for a program that has its own main. */
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nonnull *_Nonnull *_Nonnull argv,
                        int (*_Nonnull body)(const uint8_t *_Nonnull data, size_t size));
