/*
 * What a batch of n-plets is reduced to, one n-plet a lane: see org.oinfo.kernels.simd.measures.MeasureSums. Every element of a factor is
 * made by the same operations in the same order whatever the tiles and passes, so the bits are those of the Vector API.
 */
#ifndef OINFO_MEASURES_H
#define OINFO_MEASURES_H

#include "lanes.h"

/* Below this a conditional variance is left to the canonical routine: Canonical.GUARD. */
#define GUARD 1e-4
/* Factors between 1e-4 and 1e4 whose product stays in the range of doubles. */
#define SAFE_FACTORS 64
/* Vectors of n-plets in a batch. */
#define MOST_VECTORS 16

#define EACH(i, end) _Pragma("GCC unroll 16") for (int i = 0; i < (end); i++)

/* What Java wants to know. */
struct batch {
    const double *r;   /* correlations [n][n] */
    const int *nplets; /* [count][order] */
    double *work;      /* as many as oinfo_measures_work says */
    double *out;       /* tc, dtc, o and s of each [count][4] */
    int *unsound;      /* which n-plets are left to the canonical routine [count] */
};

struct sums {
    V determinant[MOST_VECTORS], precision[MOST_VECTORS];        /* products of d and of P_ii since logarithms were taken */
    V log_determinant[MOST_VECTORS], log_precision[MOST_VECTORS];
    I unsound[MOST_VECTORS];                                     /* negative where some d or 1/P_ii is below the guard */
};

#endif
