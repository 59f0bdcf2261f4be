/* Counts allocations of a program that it is preloaded into and tells them at its end. For the
   checks alone; nothing of it is shipped. */
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static atomic_ulong calls;

void *malloc(size_t size) {
  atomic_fetch_add(&calls, 1);
  return __libc_malloc(size);
}
void *calloc(size_t count, size_t size) {
  atomic_fetch_add(&calls, 1);
  return __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
  atomic_fetch_add(&calls, 1);
  return __libc_realloc(old, size);
}
int posix_memalign(void **out, size_t alignment, size_t size) {
  atomic_fetch_add(&calls, 1);
  *out = __libc_memalign(alignment, size);
  return *out ? 0 : 12;
}
void *aligned_alloc(size_t alignment, size_t size) {
  atomic_fetch_add(&calls, 1);
  return __libc_memalign(alignment, size);
}
__attribute__((destructor)) static void tell(void) {
  fprintf(stderr, "allocations: %lu\n", atomic_load(&calls));
}
