#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "window.h"

/// The hints hold for the process; they must be set before SDL starts.
static void set_hints(void) {
  // Clicks that raise the window count as clicks, as on other programs of the desktop.
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  // Touches come as pinches of their own; made-up mouse events would double them.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_APP_NAME, "Sitrep");
}

/// Without a graphics card "accelerated" means OpenGL on the processor: it starts slowly, holds
/// tens of megabytes and shows a ready bitmap no faster than a plain copy.
static bool has_graphics_card(void) { return access("/dev/dri", F_OK) == 0; }

static bool make_renderer(csdl_window *window, bool accelerated) {
  if (accelerated) {
    uint32_t flags = SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC;
    window->renderer = SDL_CreateRenderer(window->window, -1, flags);
  }
  if (window->renderer == NULL) {
    window->renderer = SDL_CreateRenderer(window->window, -1, SDL_RENDERER_SOFTWARE);
  }
  return window->renderer != NULL;
}

/// Without a display SDL quietly takes its "offscreen" driver, which nobody would see. Only who
/// names a driver in SDL_VIDEODRIVER gets one like it.
static bool has_display(void) {
  if (SDL_GetHint(SDL_HINT_VIDEODRIVER) != NULL) return true;
  const char *driver = SDL_GetCurrentVideoDriver();
  return driver != NULL && strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0;
}

/// Whether some display shows the middle of a frame's upper edge, by which it can be moved.
static bool is_reachable(csdl_window_frame frame) {
  SDL_Point handle = {frame.x + frame.width / 2, frame.y};
  for (int display = 0; display < SDL_GetNumVideoDisplays(); display++) {
    SDL_Rect bounds;
    if (SDL_GetDisplayBounds(display, &bounds) == 0 && SDL_PointInRect(&handle, &bounds)) {
      return true;
    }
  }
  return false;
}

csdl_window *csdl_window_create(const char *title, csdl_window_frame frame, bool full_screen,
                                bool accelerated, csdl_error *error) {
  error->text[0] = 0;
  set_hints();
  // Asked before SDL is: its drivers write complaints of their own to the terminal.
  if (SDL_GetHint(SDL_HINT_VIDEODRIVER) == NULL && getenv("DISPLAY") == NULL &&
      getenv("WAYLAND_DISPLAY") == NULL) {
    csdl_fail(error, "no display", "neither DISPLAY nor WAYLAND_DISPLAY is set");
    return NULL;
  }
  if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
    csdl_fail(error, "no display", SDL_GetError());
    return NULL;
  }
  if (!has_display()) {
    csdl_fail(error, "no display", "neither DISPLAY nor WAYLAND_DISPLAY leads to one");
    SDL_Quit();
    return NULL;
  }
  csdl_window *window = calloc(1, sizeof *window);
  if (window == NULL) {
    csdl_fail(error, "window", "out of memory");
    SDL_Quit();
    return NULL;
  }
  accelerated = accelerated && has_graphics_card();
  // Else the software renderer, too, would show its surface through OpenGL.
  if (!accelerated) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (full_screen) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
  bool is_placed = frame.is_placed && is_reachable(frame);
  window->window = SDL_CreateWindow(title, is_placed ? frame.x : (int)SDL_WINDOWPOS_CENTERED,
                                    is_placed ? frame.y : (int)SDL_WINDOWPOS_CENTERED, frame.width,
                                    frame.height, flags);
  if (window->window == NULL || !make_renderer(window, accelerated)) {
    csdl_fail(error, "window", SDL_GetError());
    csdl_window_destroy(window);
    return NULL;
  }
  SDL_SetWindowMinimumSize(window->window, 320, 240);
  SDL_EventState(SDL_DROPFILE, SDL_IGNORE);
  SDL_StartTextInput();
  return window;
}

void csdl_window_destroy(csdl_window *window) {
  if (window == NULL) return;
  if (window->texture != NULL) SDL_DestroyTexture(window->texture);
  if (window->renderer != NULL) SDL_DestroyRenderer(window->renderer);
  if (window->window != NULL) SDL_DestroyWindow(window->window);
  free(window);
  SDL_Quit();
}

/// Makes sure that the texture is there and as large as the frame.
static bool prepare_texture(csdl_window *window, int32_t width, int32_t height) {
  if (window->texture != NULL && window->texture_width == width &&
      window->texture_height == height) {
    return true;
  }
  if (window->texture != NULL) SDL_DestroyTexture(window->texture);
  window->texture = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_ARGB8888,
                                      SDL_TEXTUREACCESS_STREAMING, width, height);
  if (window->texture == NULL) return false;
  window->texture_width = width;
  window->texture_height = height;
  return SDL_SetTextureBlendMode(window->texture, SDL_BLENDMODE_NONE) == 0;
}

bool csdl_window_present(csdl_window *window, const uint32_t *pixels, int32_t width,
                         int32_t height, csdl_error *error) {
  error->text[0] = 0;
  if (!prepare_texture(window, width, height) ||
      SDL_UpdateTexture(window->texture, NULL, pixels, width * 4) != 0 ||
      SDL_RenderCopy(window->renderer, window->texture, NULL, NULL) != 0) {
    csdl_fail(error, "showing a frame", SDL_GetError());
    return false;
  }
  SDL_RenderPresent(window->renderer);
  return true;
}

void csdl_window_pixel_size(csdl_window *window, int32_t *width, int32_t *height) {
  int w = 0, h = 0;
  if (SDL_GetRendererOutputSize(window->renderer, &w, &h) != 0 || w < 1 || h < 1) {
    SDL_GetWindowSize(window->window, &w, &h);
  }
  *width = w > 0 ? w : 1;
  *height = h > 0 ? h : 1;
}

csdl_window_frame csdl_window_where(csdl_window *window) {
  csdl_window_frame frame = {0, 0, 1, 1, true};
  SDL_GetWindowPosition(window->window, &frame.x, &frame.y);
  SDL_GetWindowSize(window->window, &frame.width, &frame.height);
  return frame;
}

/// Xft.dpi / 96 from the X server's resources; 0 where there is none.
static double xft_scale(csdl_window *window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window->window, &info) || info.subsystem != SDL_SYSWM_X11) return 0;
  // SDL has this library loaded already; naming it again only asks for the function.
  void *library = dlopen("libX11.so.6", RTLD_LAZY);
  if (library == NULL) return 0;
  char *(*resources)(Display *) = NULL;
  *(void **)&resources = dlsym(library, "XResourceManagerString");
  const char *text = resources != NULL ? resources(info.info.x11.display) : NULL;
  const char *place = text != NULL ? strstr(text, "Xft.dpi:") : NULL;
  double scale = place != NULL ? SDL_strtod(place + strlen("Xft.dpi:"), NULL) / 96 : 0;
  dlclose(library);
  return scale;
}

double csdl_window_scale(csdl_window *window) {
  int32_t width, height;
  int points = 0;
  csdl_window_pixel_size(window, &width, &height);
  SDL_GetWindowSize(window->window, &points, NULL);
  double scale = points > 0 ? (double)width / points : 1;
  if (scale <= 1) {
    scale = xft_scale(window);
    const char *setting = SDL_getenv("GDK_SCALE");
    if (scale <= 0 && setting != NULL) scale = SDL_strtod(setting, NULL);
  }
  return scale < 1 ? 1 : scale > 4 ? 4 : scale;
}

void csdl_window_set_title(csdl_window *window, const char *title) {
  SDL_SetWindowTitle(window->window, title);
}

bool csdl_window_set_full_screen(csdl_window *window, bool full_screen, csdl_error *error) {
  error->text[0] = 0;
  uint32_t flags = full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
  if (SDL_SetWindowFullscreen(window->window, flags) == 0) return true;
  csdl_fail(error, "full screen", SDL_GetError());
  return false;
}

const char *csdl_video_driver(void) {
  const char *name = SDL_GetCurrentVideoDriver();
  return name != NULL ? name : "none";
}

bool csdl_clipboard_set(csdl_window *window, const char *text, csdl_error *error) {
  (void)window;
  error->text[0] = 0;
  if (SDL_SetClipboardText(text) == 0) return true;
  csdl_fail(error, "clipboard", SDL_GetError());
  return false;
}

char *csdl_clipboard_copy(csdl_window *window) {
  (void)window;
  return SDL_HasClipboardText() ? SDL_GetClipboardText() : NULL;
}

void csdl_text_free(char *text) { SDL_free(text); }
