#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "csdl_font.h"

// fontconfig is asked through its shared library, which comes with the package `fontconfig`
// itself, while its headers need not be there. These are its public functions (fontconfig.h).
typedef struct csdl_fontconfig {
  void *library;
  void *(*name_parse)(const unsigned char *);
  int (*substitute)(void *, void *, int);
  void (*default_substitute)(void *);
  void *(*match)(void *, void *, int *);
  int (*get_string)(const void *, const char *, int, unsigned char **);
  void (*destroy)(void *);
} csdl_fontconfig;

static bool load_function(void *library, const char *name, void *target) {
  void *function = dlsym(library, name);
  memcpy(target, &function, sizeof function);
  return function != NULL;
}

static bool load(csdl_fontconfig *fc) {
  fc->library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
  if (fc->library == NULL) return false;
  return load_function(fc->library, "FcNameParse", &fc->name_parse) &&
         load_function(fc->library, "FcConfigSubstitute", &fc->substitute) &&
         load_function(fc->library, "FcDefaultSubstitute", &fc->default_substitute) &&
         load_function(fc->library, "FcFontMatch", &fc->match) &&
         load_function(fc->library, "FcPatternGetString", &fc->get_string) &&
         load_function(fc->library, "FcPatternDestroy", &fc->destroy);
}

/// Takes the path of a matched font, if it is of the family asked for: fontconfig always matches
/// something.
static bool take_path(csdl_fontconfig *fc, void *match, const char *family, char *path,
                      size_t capacity) {
  unsigned char *text = NULL;
  bool is_family = false;
  for (int i = 0; !is_family && fc->get_string(match, "family", i, &text) == 0; i++) {
    is_family = strcasecmp((const char *)text, family) == 0;
  }
  if (!is_family || fc->get_string(match, "file", 0, &text) != 0) return false;
  int length = snprintf(path, capacity, "%s", (const char *)text);
  return length > 0 && (size_t)length < capacity;
}

static bool find(csdl_fontconfig *fc, const char *family, const char *style, char *path,
                 size_t capacity) {
  char name[256];
  snprintf(name, sizeof name, "%s:style=%s", family, style);
  void *pattern = fc->name_parse((const unsigned char *)name);
  if (pattern == NULL) return false;
  fc->substitute(NULL, pattern, 0);
  fc->default_substitute(pattern);
  int result = 0;
  void *match = fc->match(NULL, pattern, &result);
  bool is_found = match != NULL && take_path(fc, match, family, path, capacity);
  if (match != NULL) fc->destroy(match);
  fc->destroy(pattern);
  return is_found;
}

bool csdl_font_find(const char *family, const char *style, char *path, size_t capacity) {
  csdl_fontconfig fc = {0};
  // The library stays loaded with its caches: the next font is then found at once.
  return load(&fc) && find(&fc, family, style, path, capacity);
}
