#ifndef CSDL_H
#define CSDL_H

/// The C shim: everything that the program asks of SDL, HarfBuzz, fontconfig and libpng.
/// Only types of its own are shown. Functions that can fail say why in a `csdl_error`.

#include "csdl_error.h"
#include "csdl_font.h"
#include "csdl_png.h"
#include "csdl_window.h"

#endif
