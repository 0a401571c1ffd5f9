/*
 * Runs the kernels without Java on inputs that were recorded with the results of the simd backend, and compares every bit. One
 * operation has one file, replay_OPERATION.c, and one line in replay.c.
 *
 * The recording is text: words of 16 hexadecimal digits are doubles, numbers decimal.
 *   matrix NAME N, then N * N words       correlations that follow are of these
 *   OPERATION ...                         what the file of the operation says
 *   digest BITS, then a word              of all results, with vectors of so many bits
 */
#ifndef REPLAY_H
#define REPLAY_H

#include "lanes.h"

#define MOST_VARIABLES 40
#define MOST_NPLETS 1000

struct replay {
    char name[64];
    int variables;
    double r[MOST_VARIABLES * MOST_VARIABLES];
    uint64_t digest; /* of all results: sums by lane among them, which depend on the width of vectors and on nothing else */
};

/* What comes next in the recording. */
int64_t next_number(void);
double next_double(void);

/* Adds results to the digest. */
void digest(struct replay *replay, const void *words, int64_t count);
/* Says what is not as it was recorded; the program then ends with 1. */
void differs(const struct replay *replay, const char *what, int64_t where, uint64_t recorded, uint64_t found);
/* The lexicographic rank of an n-plet, ascending. */
int64_t rank(int variables, int order, const int *nplet);
/* The bits of a double. */
uint64_t bits_of(double x);
/* Memory as the kernels want it, filled with rubbish. */
void *aligned_memory(int64_t bytes);

void replay_pairs(struct replay *replay);

#endif
