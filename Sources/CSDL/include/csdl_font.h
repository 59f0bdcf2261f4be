#ifndef CSDL_FONT_H
#define CSDL_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csdl_error.h"

#pragma clang assume_nonnull begin

/// Finds the font file that fits a family and style best, and leaves its path in `path`.
/// False where fontconfig is not there or knows no font of this very family.
bool csdl_font_find(const char *family, const char *style, char *path, size_t capacity);

/// An open font file. Different faces may be used by different threads at once.
typedef struct csdl_face csdl_face;

/// A face's measures in font units.
typedef struct csdl_face_metrics {
  int32_t units_per_em;
  /// From the baseline up to the top of the line.
  int32_t ascent;
  /// From the baseline down to the bottom of the line, positive.
  int32_t descent;
  /// Between lines, on top of ascent and descent.
  int32_t line_gap;
  /// The height of x and of H; 0 where the face does not tell.
  int32_t x_height, cap_height;
} csdl_face_metrics;

/// A step of an outline in font units, y upwards. `kind`: 0 move, 1 line, 2 quadratic, 3 cubic,
/// 4 close; it takes 1, 1, 2, 3, 0 points.
typedef struct csdl_outline_step {
  int32_t kind;
  float x[3], y[3];
} csdl_outline_step;

/// Opens a font file; NULL with the reason in `error`. Freed with `csdl_face_close`.
csdl_face *_Nullable csdl_face_open(const char *path, csdl_error *error);

/// Closes a face; NULL is legal.
void csdl_face_close(csdl_face *_Nullable face);

/// The face's measures.
csdl_face_metrics csdl_face_measure(csdl_face *face);

/// Whether the face has a glyph for a Unicode scalar, and its advance in font units.
bool csdl_face_advance(csdl_face *face, uint32_t scalar, int32_t *advance);

/// The advances of a run of scalars in font units with kerning, without ligatures and alternates.
/// False where the face makes another number of glyphs of them.
bool csdl_face_kerned_advances(csdl_face *face, const uint32_t *scalars, int32_t count,
                               int32_t *advances);

/// Writes the outline of a scalar's glyph into `steps` and returns their number; the first
/// `capacity` of them are written. 0 where there is nothing to draw.
int32_t csdl_face_outline(csdl_face *face, uint32_t scalar, csdl_outline_step *steps,
                          int32_t capacity);

#pragma clang assume_nonnull end

#endif
