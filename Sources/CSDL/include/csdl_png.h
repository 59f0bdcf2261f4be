#ifndef CSDL_PNG_H
#define CSDL_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csdl_error.h"

#pragma clang assume_nonnull begin

/// Deflates pieces of one stream, each on its own, so that several can be done at once.
typedef struct csdl_deflater csdl_deflater;

/// A deflater of fixed level and strategy, so that bytes repeat: quick and for filtered rows, or
/// where `is_small` slow and for rows of palette indices. NULL with the reason in `error`. The caller frees it with `csdl_deflater_destroy`.
csdl_deflater *_Nullable csdl_deflater_create(bool is_small, csdl_error *error);

/// Deflates a piece (raw, ending on a whole byte; `is_last` ends the stream). The bytes are the
/// deflater's own and valid until its next call; NULL where memory is short.
const uint8_t *_Nullable csdl_deflater_run(csdl_deflater *deflater, const uint8_t *bytes,
                                           size_t count, bool is_last, size_t *written);

/// Frees a deflater; NULL is legal.
void csdl_deflater_destroy(csdl_deflater *_Nullable deflater);

/// The CRC-32 of bytes that follow others whose sum is `sum` (0 for none).
uint32_t csdl_crc32(uint32_t sum, const uint8_t *bytes, size_t count);

/// The Adler-32 of bytes.
uint32_t csdl_adler32(const uint8_t *bytes, size_t count);

/// The Adler-32 of two pieces, of which the second has `second_count` bytes.
uint32_t csdl_adler32_join(uint32_t first, uint32_t second, size_t second_count);

/// Reads a PNG picture as straight RGBA bytes, row by row; NULL with the reason in `error`.
/// The caller frees them with `csdl_png_free`. For comparing pictures, not for untrusted files.
uint8_t *_Nullable csdl_png_read(const uint8_t *bytes, size_t count, int32_t *width,
                                 int32_t *height, csdl_error *error);

/// Frees pixels of `csdl_png_read`; NULL is legal.
void csdl_png_free(uint8_t *_Nullable pixels);

#pragma clang assume_nonnull end

#endif
