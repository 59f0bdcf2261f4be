#ifndef CSDL_WINDOW_H
#define CSDL_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include "csdl_error.h"

#pragma clang assume_nonnull begin

/// A window with what it takes to show frames in it. One at a time, on the main thread.
typedef struct csdl_window csdl_window;

/// A window's rectangle in points of the desktop. Where `is_placed` is false, or no display shows
/// its upper edge any more, the desktop chooses the place.
typedef struct csdl_window_frame {
  int32_t x, y, width, height;
  bool is_placed;
} csdl_window_frame;

/// Opens a window; NULL with the reason in `error` where there is no display or SDL fails.
/// The caller frees it with `csdl_window_destroy`.
csdl_window *_Nullable csdl_window_create(const char *title, csdl_window_frame frame,
                                          bool full_screen, bool accelerated, csdl_error *error);

/// Closes a window and leaves SDL; NULL is legal.
void csdl_window_destroy(csdl_window *_Nullable window);

/// Shows a frame of `width * height` pixels, `0xAARRGGBB` each (alpha is ignored), stretched to the
/// window. False with the reason in `error` on failure; the window stays usable.
bool csdl_window_present(csdl_window *window, const uint32_t *pixels, int32_t width,
                         int32_t height, csdl_error *error);

/// The drawable area in pixels.
void csdl_window_pixel_size(csdl_window *window, int32_t *width, int32_t *height);

/// Where the window stands; its size is that in points.
csdl_window_frame csdl_window_where(csdl_window *window);

/// Pixels a point: from the window's pixel density, the desktop's Xft.dpi or GDK_SCALE; at least 1.
double csdl_window_scale(csdl_window *window);

/// Sets the title (UTF-8).
void csdl_window_set_title(csdl_window *window, const char *title);

/// Fills the screen, or goes back to a window. False with the reason in `error` on failure.
bool csdl_window_set_full_screen(csdl_window *window, bool full_screen, csdl_error *error);

/// The name of the video driver in use, such as "x11" or "dummy". Never freed.
const char *csdl_video_driver(void);

/// Puts text (UTF-8) on the clipboard.
bool csdl_clipboard_set(csdl_window *window, const char *text, csdl_error *error);

/// The clipboard's text, or NULL where it holds none. The caller frees it with `csdl_text_free`.
char *_Nullable csdl_clipboard_copy(csdl_window *window);

/// Frees a text of `csdl_clipboard_copy`; NULL is legal.
void csdl_text_free(char *_Nullable text);

/// What an event tells.
typedef enum csdl_event_kind {
  CSDL_EVENT_POINTER_MOVED,
  CSDL_EVENT_BUTTON_DOWN,
  CSDL_EVENT_BUTTON_UP,
  CSDL_EVENT_WHEEL,
  CSDL_EVENT_PINCH,
  CSDL_EVENT_KEY_DOWN,
  CSDL_EVENT_KEY_UP,
  CSDL_EVENT_TEXT,
  CSDL_EVENT_RESIZED,
  CSDL_EVENT_POINTER_LEFT,
  CSDL_EVENT_FOCUS_GAINED,
  CSDL_EVENT_FOCUS_LOST,
  CSDL_EVENT_EXPOSED,
  CSDL_EVENT_QUIT
} csdl_event_kind;

/// Keys without a character. A key with one is its Unicode scalar in lower case; function keys are
/// `CSDL_KEY_FUNCTION + 1` to `CSDL_KEY_FUNCTION + 12`. No scalar is this large.
typedef enum csdl_key {
  CSDL_KEY_NONE = 0,
  CSDL_KEY_ESCAPE = 0x200000,
  CSDL_KEY_ENTER,
  CSDL_KEY_SPACE,
  CSDL_KEY_TAB,
  CSDL_KEY_BACKSPACE,
  CSDL_KEY_DELETE,
  CSDL_KEY_HOME,
  CSDL_KEY_END,
  CSDL_KEY_PAGE_UP,
  CSDL_KEY_PAGE_DOWN,
  CSDL_KEY_LEFT,
  CSDL_KEY_RIGHT,
  CSDL_KEY_UP,
  CSDL_KEY_DOWN,
  CSDL_KEY_FUNCTION = 0x200100
} csdl_key;

/// The keys held beside an event, as bits of `csdl_event.modifiers`.
enum { CSDL_MODIFIER_SHIFT = 1, CSDL_MODIFIER_CONTROL = 2, CSDL_MODIFIER_ALT = 4 };

/// Something that happened. Fields that a kind does not name are zero.
typedef struct csdl_event {
  csdl_event_kind kind;
  /// Bits of `CSDL_MODIFIER_…`: button, wheel and key events.
  uint32_t modifiers;
  /// 0 left, 1 middle, 2 right: button events.
  int32_t button;
  /// 1 for a single click, 2 for a double click: button down.
  int32_t clicks;
  /// A Unicode scalar or a `csdl_key`: key events.
  uint32_t key;
  /// Whether the key is held down: key down.
  bool is_repeat;
  /// Pixels of the drawable area: pointer, button, wheel and pinch events.
  double x, y;
  /// Notches away from the person (wheel), or the factor that the fingers spread by (pinch).
  double amount;
  /// The typed text, UTF-8, ended by a zero byte: text events.
  char text[32];
} csdl_event;

/// Takes the next event, waiting up to `wait_milliseconds` for one; false where none came.
bool csdl_window_next_event(csdl_window *window, int32_t wait_milliseconds, csdl_event *event);

#pragma clang assume_nonnull end

#endif
