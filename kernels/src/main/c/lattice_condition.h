/* The state a cell begins with: Conditioning in org.oinfo.kernels.simd.lattice. */
#ifndef OINFO_LATTICE_CONDITION_H
#define OINFO_LATTICE_CONDITION_H

#include "lanes_log.h"
#include "lattice.h"

/* Takes variable p in: the rows after it of s, and b and kappa of the first m members. */
static void take_in(double *s, double *b, double *kappa, int n, int p, int m, int size) {
    const double *row = s + p * n;
    double inverse = 1 / row[p];
    for (int h = 0; h < m; h++) {
        double bp = b[h * n + p], factor = -bp * inverse;
        kappa[h] = __builtin_fma(bp * bp, inverse, kappa[h]);
        for (int j = p + 1; j < size; j++) {
            b[h * n + j] = __builtin_fma(factor, row[j], b[h * n + j]);
        }
    }
    for (int i = p + 1; i < size; i++) {
        double factor = -row[i] * inverse;
        for (int j = i; j < size; j++) {
            s[i * n + j] = __builtin_fma(factor, row[j], s[i * n + j]);
        }
    }
}

/* Conditions a lane on its own variables too; returns the determinant of those given the members. */
static double condition_lane(struct lattice *s, int lane, double *matrix, double *borders) {
    const int n = s->n, m = s->members, q = s->free;
    for (int i = 0; i < q; i++) {
        for (int j = i; j < q; j++) {
            s->lane_s[i * n + j] = s->s[(m + i) * n + m + j];
        }
    }
    for (int h = 0; h < m; h++) {
        for (int j = 0; j < q; j++) {
            s->lane_b[h * n + j] = s->b[h * n + m + j];
        }
        s->lane_kappa[h] = s->kappa[h];
    }
    double factor = 1;
    for (int p = 0; p < LANE_VARIABLES; p++) {
        if (lane >> p & 1) {
            factor *= s->lane_s[p * n + p];
            take_in(s->lane_s, s->lane_b, s->lane_kappa, n, p, m, q);
        }
    }
    double *to = matrix + lane;
    for (int i = LANE_VARIABLES; i < q; i++) {
        for (int j = LANE_VARIABLES; j <= i; j++, to += L) {
            *to = s->lane_s[j * n + i];
        }
    }
    for (int h = 0; h < m; h++) {
        borders[h * L + lane] = s->lane_kappa[h];
        for (int i = LANE_VARIABLES; i < q; i++) {
            borders[((1 + i - LANE_VARIABLES) * m + h) * L + lane] = s->lane_b[h * n + i];
        }
    }
    return factor;
}

/* Conditions the free variables on the members, in every lane; returns ln det of the correlations of the members. */
static double condition(struct lattice *s, double *factor, double *matrix, double *borders) {
    const int n = s->n, m = s->members, size = m + s->free;
    for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
            s->s[i * n + j] = s->r[s->variables[i] * n + s->variables[j]];
        }
    }
    for (int p = 0; p < m; p++) {
        s->pivots[p] = s->s[p * n + p];
        take_in(s->s, s->b, s->kappa, n, p, p, size);
        double inverse = 1 / s->pivots[p];
        s->kappa[p] = inverse;
        for (int j = p + 1; j < size; j++) {
            s->b[p * n + j] = s->s[p * n + j] * inverse;
        }
    }
    for (int lane = 0; lane < L; lane++) {
        factor[lane] = condition_lane(s, lane, matrix, borders);
    }
    double log_det = 0;
    for (int p = 0; p < m; p += L) {
        V log = log_of(load(s->pivots + p));
        for (int i = 0; i < L && p + i < m; i++) {
            log_det += log[i];
        }
    }
    return log_det;
}

#endif
