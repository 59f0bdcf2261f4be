#ifndef CSDL_PRIVATE_WINDOW_H
#define CSDL_PRIVATE_WINDOW_H

#include <SDL2/SDL.h>

#include "csdl_window.h"

struct csdl_window {
  SDL_Window *window;
  SDL_Renderer *renderer;
  SDL_Texture *texture;
  int32_t texture_width, texture_height;
};

#endif
