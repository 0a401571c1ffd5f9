/* Places arrays one behind the other in the memory that Java allocates for a state. */
#ifndef OINFO_MEMORY_H
#define OINFO_MEMORY_H

#include <stdint.h>

/* The next bytes, at a multiple of 64 from the beginning; with a null pointer as the beginning it only measures. */
static inline void *take_bytes(char **at, int64_t bytes) {
    char *taken = *at;
    *at += (bytes + 63) & ~(int64_t)63;
    return taken;
}

static inline double *take_doubles(char **at, int64_t count) { return take_bytes(at, count * 8); }

#endif
