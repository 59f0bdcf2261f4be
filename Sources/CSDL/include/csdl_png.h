#ifndef CSDL_PNG_H
#define CSDL_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csdl_error.h"

#pragma clang assume_nonnull begin

/// A PNG picture that is being written, row by row.
typedef struct csdl_png_writer csdl_png_writer;

/// Starts a picture of 8-bit RGB or RGBA rows into an open file (which stays open), or into memory
/// where `file` is −1. The deflate level and row filter are fixed, so that bytes repeat.
/// `pixels_per_meter` 0 leaves the resolution out. NULL with the reason in `error`. The caller
/// frees it with `csdl_png_writer_destroy`.
csdl_png_writer *_Nullable csdl_png_writer_create(int32_t file, int32_t width, int32_t height,
                                                  bool has_alpha, int32_t pixels_per_meter,
                                                  csdl_error *error);

/// Adds a text (both UTF-8, the key 1…79 bytes); before the first row.
bool csdl_png_writer_text(csdl_png_writer *writer, const char *key, const char *text,
                          csdl_error *error);

/// Adds the next row: `width` × 3 or 4 bytes.
bool csdl_png_writer_row(csdl_png_writer *writer, const uint8_t *row, csdl_error *error);

/// Ends the picture after its last row.
bool csdl_png_writer_finish(csdl_png_writer *writer, csdl_error *error);

/// What was written into memory so far; valid until the next call.
const uint8_t *_Nullable csdl_png_writer_bytes(csdl_png_writer *writer, size_t *count);

/// The number of the system's error that made the last call fail, 0 where it was not the system.
int32_t csdl_png_writer_errno(csdl_png_writer *writer);

/// Frees a writer, finished or not; NULL is legal.
void csdl_png_writer_destroy(csdl_png_writer *_Nullable writer);

/// Reads a PNG picture as straight RGBA bytes, row by row; NULL with the reason in `error`.
/// The caller frees them with `csdl_png_free`. For comparing pictures, not for untrusted files.
uint8_t *_Nullable csdl_png_read(const uint8_t *bytes, size_t count, int32_t *width,
                                 int32_t *height, csdl_error *error);

/// Frees pixels of `csdl_png_read`; NULL is legal.
void csdl_png_free(uint8_t *_Nullable pixels);

#pragma clang assume_nonnull end

#endif
