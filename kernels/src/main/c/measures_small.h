/* Small orders: everything about a vector of n-plets in straight-line code, for an order that the compiler knows. */
#ifndef OINFO_MEASURES_SMALL_H
#define OINFO_MEASURES_SMALL_H

#include "measures.h"

#define LARGEST_SMALL 12
#define TRIANGLE(row) ((row) * ((row)-1) / 2)

typedef double Pair __attribute__((vector_size(16), may_alias));

/*
 * The rows of R_S below the diagonal [k(k-1)/2][L], from the indices of L n-plets: two lanes at a time, because stores are what it
 * waits for.
 */
INLINE void pack_small(int k, const double *r, int n, const int *nplet, double *to) {
    for (int lane = 0; lane < L; lane += 2, nplet += 2 * k) {
        const int *next = nplet + k;
        EACH(row, k) {
            const double *from = r + (int64_t)nplet[row] * n, *from_next = r + (int64_t)next[row] * n;
            EACH(c, row) { *(Pair *)(to + (TRIANGLE(row) + c) * L + lane) = (Pair){from[nplet[c]], from_next[next[c]]}; }
        }
    }
}

/* What is known of a vector of n-plets when some rows are done; names as in SmallFactors. */
struct small {
    V n[LARGEST_SMALL][LARGEST_SMALL];      /* -U */
    V w[LARGEST_SMALL][LARGEST_SMALL];      /* U^-1 */
    V inverse[LARGEST_SMALL];               /* -1/d */
    V p[LARGEST_SMALL];                     /* -P_ii so far */
};

/* A row of R_S = U diag(d) U^T; returns d. */
INLINE V factor_row(int row, const double *packed, struct small *s) {
    V x[LARGEST_SMALL], d = broadcast(1);
    EACH(c, row) { x[c] = load(packed + (TRIANGLE(row) + c) * L); }
    EACH(t, row) {
        EACH(c, row) { if (c > t) { x[c] = fma(x[t], s->n[c][t], x[c]); } }
        s->n[row][t] = t == 0 ? -x[0] : x[t] * s->inverse[t];
        d = fma(x[t], s->n[row][t], d);
    }
    s->inverse[row] = s->p[row] = -1 / d;
    return d;
}

/* The same row of W = U^-1. */
INLINE void invert_row(int row, struct small *s) {
    EACH(c, row) {
        V w = s->n[row][c];
        EACH(t, row) { if (t > c) { w = fma(s->n[row][t], s->w[t][c], w); } }
        s->w[row][c] = w;
        s->p[c] = fma(w * w, s->inverse[row], s->p[c]);
    }
}

INLINE void score_small(int k, const double *packed, struct sums *sums, int v) {
    struct small s;
    V determinant = broadcast(1), precision = determinant;
    I unsound = integers(0);
    s.inverse[0] = s.p[0] = broadcast(-1);
    EACH(row, k) {
        if (row > 0) {
            V d = factor_row(row, packed, &s);
            determinant = determinant * d;
            unsound |= (I)(d - GUARD);
            invert_row(row, &s);
        }
    }
    EACH(c, k) {
        unsound |= (I)(1 / GUARD + s.p[c]);
        precision = precision * -s.p[c];
    }
    sums->determinant[v] = determinant;
    sums->precision[v] = precision;
    sums->unsound[v] = unsound;
}

#endif
