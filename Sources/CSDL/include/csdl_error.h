#ifndef CSDL_ERROR_H
#define CSDL_ERROR_H

/// Why a call failed: one line of text, ended by a zero byte; empty after success.
typedef struct csdl_error {
  char text[256];
} csdl_error;

#endif
