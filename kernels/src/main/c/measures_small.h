/* Small orders: everything about a vector of n-plets in straight-line code, for an order that the compiler knows. */
#ifndef OINFO_MEASURES_SMALL_H
#define OINFO_MEASURES_SMALL_H

#include "measures.h"

#define LARGEST_SMALL 10
#define TRIANGLE(row) ((row) * ((row)-1) / 2)

/* The rows of R_S below the diagonal [k(k-1)/2][L], from the indices of L n-plets. */
INLINE void pack_small(int k, const double *r, int n, const int *nplet, double *to) {
    for (int lane = 0; lane < L; lane++, nplet += k) {
        EACH(row, k) {
            const double *from = r + (int64_t)nplet[row] * n;
            EACH(c, row) { to[(TRIANGLE(row) + c) * L + lane] = from[nplet[c]]; }
        }
    }
}

/*
 * R_S = U diag(d) U^T and W = U^-1, row by row; names as in SmallFactors: x = row of U diag(d), n = -U, i = -1/d, w = W, p = -P.
 */
INLINE void score_small(int k, const double *packed, struct sums *sums, int v) {
    V n[LARGEST_SMALL][LARGEST_SMALL], w[LARGEST_SMALL][LARGEST_SMALL], inverse[LARGEST_SMALL], p[LARGEST_SMALL];
    V determinant = broadcast(1);
    I unsound = integers(0);
    inverse[0] = p[0] = broadcast(-1);
    EACH(row, k) {
        if (row > 0) {
            V x[LARGEST_SMALL], d = broadcast(1);
            EACH(c, row) { x[c] = load(packed + (TRIANGLE(row) + c) * L); }
            EACH(t, row) {
                EACH(c, row) { if (c > t) { x[c] = fma(x[t], n[c][t], x[c]); } }
                n[row][t] = t == 0 ? -x[0] : x[t] * inverse[t];
                d = fma(x[t], n[row][t], d);
            }
            inverse[row] = p[row] = -1 / d;
            determinant = determinant * d;
            unsound |= (I)(d - GUARD);
            EACH(c, row) {
                V s = n[row][c];
                EACH(t, row) { if (t > c) { s = fma(n[row][t], w[t][c], s); } }
                w[row][c] = s;
                p[c] = fma(s * s, inverse[row], p[c]);
            }
        }
    }
    V precision = broadcast(1);
    EACH(c, k) {
        unsound |= (I)(1 / GUARD + p[c]);
        precision = precision * -p[c];
    }
    sums->determinant[v] = determinant;
    sums->precision[v] = precision;
    sums->unsound[v] = unsound;
}

#endif
