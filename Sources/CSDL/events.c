#include <SDL2/SDL.h>
#include <string.h>

#include "window.h"

static uint32_t modifiers(uint32_t state) {
  uint32_t result = 0;
  if (state & KMOD_SHIFT) result |= CSDL_MODIFIER_SHIFT;
  if (state & KMOD_CTRL) result |= CSDL_MODIFIER_CONTROL;
  if (state & KMOD_ALT) result |= CSDL_MODIFIER_ALT;
  return result;
}

/// The keys without a character, and those of the number pad.
static uint32_t named_key(SDL_Keycode key) {
  switch (key) {
    case SDLK_ESCAPE: return CSDL_KEY_ESCAPE;
    case SDLK_RETURN: case SDLK_RETURN2: case SDLK_KP_ENTER: return CSDL_KEY_ENTER;
    case SDLK_SPACE: return CSDL_KEY_SPACE;
    case SDLK_TAB: return CSDL_KEY_TAB;
    case SDLK_BACKSPACE: return CSDL_KEY_BACKSPACE;
    case SDLK_DELETE: return CSDL_KEY_DELETE;
    case SDLK_HOME: return CSDL_KEY_HOME;
    case SDLK_END: return CSDL_KEY_END;
    case SDLK_PAGEUP: return CSDL_KEY_PAGE_UP;
    case SDLK_PAGEDOWN: return CSDL_KEY_PAGE_DOWN;
    case SDLK_LEFT: return CSDL_KEY_LEFT;
    case SDLK_RIGHT: return CSDL_KEY_RIGHT;
    case SDLK_UP: return CSDL_KEY_UP;
    case SDLK_DOWN: return CSDL_KEY_DOWN;
    case SDLK_KP_PLUS: return '+';
    case SDLK_KP_MINUS: return '-';
    case SDLK_KP_MULTIPLY: return '*';
    case SDLK_KP_DIVIDE: return '/';
    case SDLK_KP_PERIOD: return '.';
    case SDLK_KP_0: return '0';
    default: break;
  }
  if (key >= SDLK_F1 && key <= SDLK_F12) return CSDL_KEY_FUNCTION + 1 + (uint32_t)(key - SDLK_F1);
  if (key >= SDLK_KP_1 && key <= SDLK_KP_9) return '1' + (uint32_t)(key - SDLK_KP_1);
  return CSDL_KEY_NONE;
}

static uint32_t key_of(SDL_Keysym symbol) {
  uint32_t named = named_key(symbol.sym);
  if (named != CSDL_KEY_NONE) return named;
  if (symbol.sym > 32 && symbol.sym < 127) return (uint32_t)symbol.sym;
  // On a layout without Latin letters a key counts by its place, so that the bindings still work.
  if (symbol.scancode >= SDL_SCANCODE_A && symbol.scancode <= SDL_SCANCODE_Z) {
    return 'a' + (uint32_t)(symbol.scancode - SDL_SCANCODE_A);
  }
  if (symbol.sym > 160 && symbol.sym < 0x110000) return (uint32_t)symbol.sym;
  return CSDL_KEY_NONE;
}

/// From points of the window to pixels of what is drawn.
static void place(csdl_window *window, double x, double y, csdl_event *event) {
  int width = 0, height = 0;
  int32_t pixel_width, pixel_height;
  SDL_GetWindowSize(window->window, &width, &height);
  csdl_window_pixel_size(window, &pixel_width, &pixel_height);
  event->x = width > 0 ? x * pixel_width / width : x;
  event->y = height > 0 ? y * pixel_height / height : y;
}

static void place_pointer(csdl_window *window, csdl_event *event) {
  int x = 0, y = 0;
  SDL_GetMouseState(&x, &y);
  place(window, x, y, event);
}

static bool translate_window(const SDL_WindowEvent *source, csdl_event *event) {
  switch (source->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: event->kind = CSDL_EVENT_RESIZED; return true;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED: event->kind = CSDL_EVENT_EXPOSED; return true;
    case SDL_WINDOWEVENT_LEAVE: event->kind = CSDL_EVENT_POINTER_LEFT; return true;
    case SDL_WINDOWEVENT_FOCUS_GAINED: event->kind = CSDL_EVENT_FOCUS_GAINED; return true;
    case SDL_WINDOWEVENT_FOCUS_LOST: event->kind = CSDL_EVENT_FOCUS_LOST; return true;
    default: return false;
  }
}

static bool translate_button(csdl_window *window, const SDL_MouseButtonEvent *source,
                             csdl_event *event) {
  event->kind = source->state == SDL_PRESSED ? CSDL_EVENT_BUTTON_DOWN : CSDL_EVENT_BUTTON_UP;
  event->clicks = source->clicks;
  event->modifiers = modifiers(SDL_GetModState());
  place(window, source->x, source->y, event);
  switch (source->button) {
    case SDL_BUTTON_LEFT: event->button = 0; return true;
    case SDL_BUTTON_MIDDLE: event->button = 1; return true;
    case SDL_BUTTON_RIGHT: event->button = 2; return true;
    default: return false;
  }
}

static bool translate_wheel(csdl_window *window, const SDL_MouseWheelEvent *source,
                            csdl_event *event) {
  event->kind = CSDL_EVENT_WHEEL;
  event->amount = source->preciseY;
  if (source->direction == SDL_MOUSEWHEEL_FLIPPED) event->amount = -event->amount;
  event->modifiers = modifiers(SDL_GetModState());
  place_pointer(window, event);
  return event->amount != 0;
}

static bool translate_pinch(csdl_window *window, const SDL_MultiGestureEvent *source,
                            csdl_event *event) {
  int width = 0, height = 0;
  SDL_GetWindowSize(window->window, &width, &height);
  event->kind = CSDL_EVENT_PINCH;
  // The distance is in shares of the touch surface; 4 makes a full spread four times larger.
  event->amount = 1 + 4 * (double)source->dDist;
  place(window, (double)source->x * width, (double)source->y * height, event);
  return source->numFingers == 2 && event->amount > 0.1;
}

static bool translate_key(const SDL_KeyboardEvent *source, csdl_event *event) {
  event->kind = source->type == SDL_KEYDOWN ? CSDL_EVENT_KEY_DOWN : CSDL_EVENT_KEY_UP;
  event->key = key_of(source->keysym);
  event->modifiers = modifiers(source->keysym.mod);
  event->is_repeat = source->repeat != 0;
  return event->key != CSDL_KEY_NONE;
}

static bool translate(csdl_window *window, const SDL_Event *source, csdl_event *event) {
  memset(event, 0, sizeof *event);
  switch (source->type) {
    case SDL_QUIT: event->kind = CSDL_EVENT_QUIT; return true;
    case SDL_WINDOWEVENT: return translate_window(&source->window, event);
    case SDL_MOUSEMOTION:
      event->kind = CSDL_EVENT_POINTER_MOVED;
      place(window, source->motion.x, source->motion.y, event);
      return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return translate_button(window, &source->button, event);
    case SDL_MOUSEWHEEL: return translate_wheel(window, &source->wheel, event);
    case SDL_MULTIGESTURE: return translate_pinch(window, &source->mgesture, event);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return translate_key(&source->key, event);
    case SDL_TEXTINPUT:
      event->kind = CSDL_EVENT_TEXT;
      memcpy(event->text, source->text.text, sizeof event->text - 1);
      return true;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      // The graphics driver has lost its pictures; the next frame makes the texture anew.
      if (window->texture != NULL) SDL_DestroyTexture(window->texture);
      window->texture = NULL;
      event->kind = CSDL_EVENT_EXPOSED;
      return true;
    default: return false;
  }
}

bool csdl_window_next_event(csdl_window *window, int32_t wait_milliseconds, csdl_event *event) {
  SDL_Event source;
  uint64_t end = SDL_GetTicks64() + (uint64_t)(wait_milliseconds > 0 ? wait_milliseconds : 0);
  while (true) {
    while (SDL_PollEvent(&source)) {
      if (translate(window, &source, event)) return true;
    }
    uint64_t now = SDL_GetTicks64();
    if (now >= end || !SDL_WaitEventTimeout(&source, (int)(end - now))) return false;
    if (translate(window, &source, event)) return true;
  }
}
