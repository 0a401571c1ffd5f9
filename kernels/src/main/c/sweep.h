/*
 * The bordered sweep, as org.oinfo.kernels.simd.sweep.Sweep: what a walk over n-plets knows of its prefix A, level by level.
 * s_jl conditional covariances given A, b_ij regression coefficients, kappa_i = (R_AA^-1)_ii.
 */
#ifndef OINFO_SWEEP_H
#define OINFO_SWEEP_H

#include "lanes.h"

/* Below this a conditional variance is left to the canonical routine: Canonical.GUARD. */
#define GUARD 1e-4

struct level {
    double *s;     /* [n*n] row j: s_jl for l > j > last member; level 0 is the matrix itself. NULL where it is never needed. */
    double *diag;  /* [n] s_jj */
    double *b;     /* [members*n] row i: b_ij */
    double *kappa; /* [members] */
    double inverse_det_squared;
};

/*
 * Level m to level m+1 by member p, which follows all members: s' only where the next level has room for it. False (0) when some
 * conditional variance of a member falls below the guard. Rows and columns to n, rows of `stride` doubles, which has room for the last
 * vector; columns up to p hold rubbish afterwards.
 */
INLINE int extend_rows(const struct level *from, struct level *to, int m, int p, int n, int stride) {
    double pivot = from->diag[p];
    double inverse = 1 / pivot;
    if (!(pivot >= GUARD)) {
        return 0;
    }
    for (int i = 0; i < m; i++) {
        double b = from->b[i * stride + p];
        to->kappa[i] = from->kappa[i] + b * b * inverse;
        if (!(to->kappa[i] <= 1 / GUARD)) {
            return 0;
        }
    }
    to->kappa[m] = inverse;
    to->inverse_det_squared = from->inverse_det_squared * inverse * inverse;
    const double *row = from->s + (int64_t)p * stride;
    int start = (p + 1) / L * L;
    if (to->s) {
        for (int j = p + 1; j < n; j++) {
            V factor = broadcast(-row[j] * inverse);
            const double *source = from->s + (int64_t)j * stride;
            double *target = to->s + (int64_t)j * stride;
            for (int l = (j + 1) / L * L; l < n; l += L) {
                store(target + l, fma(load(row + l), factor, load(source + l)));
            }
        }
    }
    for (int i = 0; i < m; i++) {
        V factor = broadcast(-from->b[i * stride + p] * inverse);
        for (int j = start; j < n; j += L) {
            store(to->b + i * stride + j, fma(load(row + j), factor, load(from->b + i * stride + j)));
        }
    }
    for (int j = start; j < n; j += L) {
        V s = load(row + j);
        store(to->b + m * stride + j, s * broadcast(inverse));
        store(to->diag + j, fma(s * broadcast(-inverse), s, load(from->diag + j)));
    }
    return 1;
}

/* The same where n is a multiple of L. */
INLINE int extend(const struct level *from, struct level *to, int m, int p, int n) { return extend_rows(from, to, m, p, n, n); }

#endif
