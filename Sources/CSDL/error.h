#ifndef CSDL_PRIVATE_ERROR_H
#define CSDL_PRIVATE_ERROR_H

#include <stdio.h>

#include "csdl_error.h"

/// Sets an error's text from what was tried and why it failed.
static inline void csdl_fail(csdl_error *error, const char *what, const char *why) {
  snprintf(error->text, sizeof error->text, "%s: %.200s", what, why);
}

#endif
