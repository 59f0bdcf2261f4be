#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb.h>
#include <stdlib.h>

#include "csdl_font.h"
#include "error.h"

struct csdl_face {
  hb_face_t *face;
  hb_font_t *font;
  hb_draw_funcs_t *draw;
};

/// Where an outline goes while HarfBuzz tells its steps.
typedef struct csdl_pen {
  csdl_outline_step *steps;
  int32_t capacity, count;
} csdl_pen;

static void put(void *data, csdl_outline_step step) {
  csdl_pen *pen = data;
  if (pen->count < pen->capacity) pen->steps[pen->count] = step;
  pen->count++;
}

static void move_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *s, float x, float y, void *u) {
  (void)f, (void)s, (void)u;
  put(pen, (csdl_outline_step){0, {x}, {y}});
}

static void line_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *s, float x, float y, void *u) {
  (void)f, (void)s, (void)u;
  put(pen, (csdl_outline_step){1, {x}, {y}});
}

static void quadratic_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *s, float cx, float cy,
                         float x, float y, void *u) {
  (void)f, (void)s, (void)u;
  put(pen, (csdl_outline_step){2, {cx, x}, {cy, y}});
}

static void cubic_to(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *s, float ax, float ay,
                     float bx, float by, float x, float y, void *u) {
  (void)f, (void)s, (void)u;
  put(pen, (csdl_outline_step){3, {ax, bx, x}, {ay, by, y}});
}

static void close_path(hb_draw_funcs_t *f, void *pen, hb_draw_state_t *s, void *u) {
  (void)f, (void)s, (void)u;
  put(pen, (csdl_outline_step){4, {0}, {0}});
}

csdl_face *csdl_face_open(const char *path, csdl_error *error) {
  error->text[0] = 0;
  hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
  csdl_face *face = calloc(1, sizeof *face);
  if (blob == NULL || face == NULL) {
    csdl_fail(error, path, "cannot be read");
    hb_blob_destroy(blob);
    free(face);
    return NULL;
  }
  face->face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  if (hb_face_get_glyph_count(face->face) == 0) {
    csdl_fail(error, path, "is no font");
    csdl_face_close(face);
    return NULL;
  }
  // A new font measures in font units: its scale is the face's units an em.
  face->font = hb_font_create(face->face);
  face->draw = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(face->draw, move_to, NULL, NULL);
  hb_draw_funcs_set_line_to_func(face->draw, line_to, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func(face->draw, quadratic_to, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func(face->draw, cubic_to, NULL, NULL);
  hb_draw_funcs_set_close_path_func(face->draw, close_path, NULL, NULL);
  return face;
}

void csdl_face_close(csdl_face *face) {
  if (face == NULL) return;
  hb_draw_funcs_destroy(face->draw);
  hb_font_destroy(face->font);
  hb_face_destroy(face->face);
  free(face);
}

csdl_face_metrics csdl_face_measure(csdl_face *face) {
  csdl_face_metrics metrics = {0};
  hb_font_extents_t extents = {0};
  hb_font_get_h_extents(face->font, &extents);
  metrics.units_per_em = (int32_t)hb_face_get_upem(face->face);
  metrics.ascent = extents.ascender;
  metrics.descent = -extents.descender;
  metrics.line_gap = extents.line_gap;
  hb_position_t height = 0;
  if (hb_ot_metrics_get_position(face->font, HB_OT_METRICS_TAG_X_HEIGHT, &height)) {
    metrics.x_height = height;
  }
  if (hb_ot_metrics_get_position(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height)) {
    metrics.cap_height = height;
  }
  return metrics;
}

bool csdl_face_advance(csdl_face *face, uint32_t scalar, int32_t *advance) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(face->font, scalar, &glyph)) return false;
  *advance = hb_font_get_glyph_h_advance(face->font, glyph);
  return true;
}

bool csdl_face_kerned_advances(csdl_face *face, const uint32_t *scalars, int32_t count,
                               int32_t *advances) {
  static const char *const names[] = {"kern=1", "liga=0", "clig=0", "calt=0", "ccmp=0", "locl=0"};
  enum { feature_count = sizeof names / sizeof names[0] };
  hb_feature_t features[feature_count];
  for (int i = 0; i < feature_count; i++) hb_feature_from_string(names[i], -1, &features[i]);
  hb_buffer_t *buffer = hb_buffer_create();
  hb_buffer_add_utf32(buffer, scalars, count, 0, count);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer, hb_language_from_string("en", -1));
  hb_shape(face->font, buffer, features, feature_count);
  unsigned int length = 0;
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &length);
  bool matches = positions != NULL && length == (unsigned int)count;
  for (unsigned int i = 0; matches && i < length; i++) advances[i] = positions[i].x_advance;
  hb_buffer_destroy(buffer);
  return matches;
}

int32_t csdl_face_outline(csdl_face *face, uint32_t scalar, csdl_outline_step *steps,
                          int32_t capacity) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(face->font, scalar, &glyph)) return 0;
  csdl_pen pen = {steps, capacity, 0};
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(face->font, glyph, face->draw, &pen);
#else
  hb_font_get_glyph_shape(face->font, glyph, face->draw, &pen);
#endif
  return pen.count;
}
