#include <errno.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "csdl_png.h"
#include "error.h"

// Fixed, so that the same picture gives the same bytes. Chosen by measuring two pictures (a page of
// text and shapes, 1200 × 800, and a map with panels, 1920 × 1080; zlib 1.2.13), ms and kB:
//   level 3, none 16, 352 | 33, 911      level 4, SUB 25, 518 | 55, 918
//   level 6, none 28, 360 | 66, 785      level 9, none 253, 346 | 152, 768
// No filter beat SUB in time and size at every level; maps with strong relief were not measured.
enum { deflate_level = 3, row_filter = PNG_FILTER_NONE };

struct csdl_png_writer {
  png_structp png;
  png_infop info;
  int32_t file;
  bool has_header;
  int32_t system_error;
  uint8_t *bytes;
  size_t count, capacity;
  char reason[160];
};

static void on_error(png_structp png, png_const_charp message) {
  csdl_png_writer *writer = png_get_error_ptr(png);
  snprintf(writer->reason, sizeof writer->reason, "%s", message);
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
  (void)png, (void)message;
}

static void write_file(csdl_png_writer *writer, png_structp png, const uint8_t *data,
                       size_t count) {
  while (count > 0) {
    ssize_t done = write(writer->file, data, count);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      writer->system_error = errno;
      png_error(png, strerror(errno));
    }
    data += done;
    count -= (size_t)done;
  }
}

static void on_write(png_structp png, png_bytep data, size_t count) {
  csdl_png_writer *writer = png_get_io_ptr(png);
  if (writer->file >= 0) {
    write_file(writer, png, data, count);
    return;
  }
  if (writer->capacity - writer->count < count) {
    size_t capacity = (writer->capacity + count) * 2;
    uint8_t *bytes = realloc(writer->bytes, capacity);
    if (bytes == NULL) png_error(png, "out of memory");
    writer->bytes = bytes;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, data, count);
  writer->count += count;
}

static void on_flush(png_structp png) { (void)png; }

csdl_png_writer *csdl_png_writer_create(int32_t file, int32_t width, int32_t height,
                                        bool has_alpha, int32_t pixels_per_meter,
                                        csdl_error *error) {
  error->text[0] = 0;
  csdl_png_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) {
    csdl_fail(error, "PNG", "out of memory");
    return NULL;
  }
  writer->file = file;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, on_error, on_warning);
  writer->info = writer->png != NULL ? png_create_info_struct(writer->png) : NULL;
  if (writer->info == NULL || setjmp(png_jmpbuf(writer->png))) {
    csdl_fail(error, "PNG", writer->reason[0] ? writer->reason : "out of memory");
    csdl_png_writer_destroy(writer);
    return NULL;
  }
  png_set_write_fn(writer->png, writer, on_write, on_flush);
  png_set_user_limits(writer->png, 1000000, 1000000);
  png_set_IHDR(writer->png, writer->info, (png_uint_32)width, (png_uint_32)height, 8,
               has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(writer->png, deflate_level);
  png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, row_filter);
  png_set_sRGB(writer->png, writer->info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (pixels_per_meter > 0) {
    png_set_pHYs(writer->png, writer->info, (png_uint_32)pixels_per_meter,
                 (png_uint_32)pixels_per_meter, PNG_RESOLUTION_METER);
  }
  return writer;
}

static bool failed(csdl_png_writer *writer, csdl_error *error) {
  csdl_fail(error, "PNG", writer->reason);
  return false;
}

bool csdl_png_writer_text(csdl_png_writer *writer, const char *key, const char *text,
                          csdl_error *error) {
  error->text[0] = 0;
  if (setjmp(png_jmpbuf(writer->png))) return failed(writer, error);
  png_text entry;
  memset(&entry, 0, sizeof entry);
  entry.compression = PNG_ITXT_COMPRESSION_NONE;
  entry.key = (png_charp)(uintptr_t)key;
  entry.text = (png_charp)(uintptr_t)text;
  entry.itxt_length = strlen(text);
  entry.lang = (png_charp)(uintptr_t)"";
  entry.lang_key = (png_charp)(uintptr_t)"";
  png_set_text(writer->png, writer->info, &entry, 1);
  return true;
}

bool csdl_png_writer_row(csdl_png_writer *writer, const uint8_t *row, csdl_error *error) {
  error->text[0] = 0;
  writer->system_error = 0;
  if (setjmp(png_jmpbuf(writer->png))) return failed(writer, error);
  if (!writer->has_header) {
    writer->has_header = true;
    png_write_info(writer->png, writer->info);
  }
  png_write_row(writer->png, row);
  return true;
}

bool csdl_png_writer_finish(csdl_png_writer *writer, csdl_error *error) {
  error->text[0] = 0;
  writer->system_error = 0;
  if (setjmp(png_jmpbuf(writer->png))) return failed(writer, error);
  png_write_end(writer->png, NULL);
  return true;
}

const uint8_t *csdl_png_writer_bytes(csdl_png_writer *writer, size_t *count) {
  *count = writer->count;
  return writer->bytes;
}

int32_t csdl_png_writer_errno(csdl_png_writer *writer) { return writer->system_error; }

void csdl_png_writer_destroy(csdl_png_writer *writer) {
  if (writer == NULL) return;
  if (writer->png != NULL) png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
}

uint8_t *csdl_png_read(const uint8_t *bytes, size_t count, int32_t *width, int32_t *height,
                       csdl_error *error) {
  error->text[0] = 0;
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes, count)) {
    csdl_fail(error, "PNG", image.message);
    return NULL;
  }
  image.format = PNG_FORMAT_RGBA;
  uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image));
  if (pixels == NULL || !png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
    csdl_fail(error, "PNG", pixels == NULL ? "out of memory" : image.message);
    png_image_free(&image);
    free(pixels);
    return NULL;
  }
  *width = (int32_t)image.width;
  *height = (int32_t)image.height;
  return pixels;
}

void csdl_png_free(uint8_t *pixels) { free(pixels); }
