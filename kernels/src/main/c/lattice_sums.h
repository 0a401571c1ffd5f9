/* From log-determinants to 2 Omega, counts, sums and candidates: LatticeSums in org.oinfo.kernels.simd.lattice. */
#ifndef OINFO_LATTICE_SUMS_H
#define OINFO_LATTICE_SUMS_H

#include "lanes_log.h"
#include "lattice.h"

/* Takes (|T|-2) l(T) less sum; adds l(T-j) to the sum for the members j of T that are lanes. */
INLINE V with_lanes(V sum, const double *log, const double *coefficient) {
    for (int b = 0; b < LANE_VARIABLES; b++) {
        sum = sum + (V)((I)load(log - (1 << b)) & -((LANE_NUMBERS >> b) & 1));
    }
    return load(log) * load(coefficient) - sum;
}

/* 2 Omega of a group of eight vectors from the products of P_hh in out; log: l(T) of the first; left: members beside the group's. */
INLINE void score_group(const struct lattice *s, const double *log, unsigned left, const double *coefficient, double *out) {
    V x[8];
#pragma GCC unroll 8
    for (int v = 0; v < 8; v++) {
        x[v] = log_of(load(out + v * L)) - s->constant;
    }
    V l0 = load(log), l1 = load(log + L), l2 = load(log + 2 * L), l4 = load(log + 4 * L);
    x[1] = x[1] + l0;
    x[2] = x[2] + l0;
    x[3] = x[3] + (l1 + l2);
    x[4] = x[4] + l0;
    x[5] = x[5] + (l1 + l4);
    x[6] = x[6] + (l2 + l4);
    x[7] = x[7] + load(log + 3 * L) + load(log + 5 * L) + load(log + 6 * L);
    for (; left; left &= left - 1) {
        const double *without = log - (int64_t)(left & -left) * (8 * L);
#pragma GCC unroll 8
        for (int v = 0; v < 8; v++) {
            x[v] = x[v] + load(without + v * L);
        }
    }
#pragma GCC unroll 8
    for (int v = 0; v < 8; v++) {
        store(out + v * L, with_lanes(x[v], log + v * L, coefficient + __builtin_popcount(v) * L));
    }
}

/* Counts and sums the vectors of a class, all of one order at t; negative in lanes where some may enter a ranking. */
INLINE I count_class(struct lattice *s, const int16_t *vectors, int count, int t) {
    V above = load(s->above + t), below = load(s->below + t), sum = load(s->sum + t);
    V redundant_above = load(s->redundant_above + t), synergistic_below = load(s->synergistic_below + t);
    I redundant = load_integers(s->redundant + t), synergistic = load_integers(s->synergistic + t), seen = {0};
    for (int i = 0; i < count; i++) {
        V w = load(s->scores + vectors[i] * L);
        sum = sum + w;
        seen |= (I)(above - w) | (I)(w - below);
        redundant += shift_right((I)(redundant_above - w), 63);
        synergistic += shift_right((I)(w - synergistic_below), 63);
    }
    store(s->sum + t, sum);
    store_integers(s->redundant + t, redundant);
    store_integers(s->synergistic + t, synergistic);
    return seen;
}

/* Counts and sums a chunk whose n-plets share so many members; whether some may enter a ranking. */
static int count_chunk(struct lattice *s, int shared) {
    I seen = {0};
    for (int c = 0; c <= s->chunk_variables; c++) {
        seen |= count_class(s, s->classes + s->begin[c], s->begin[c + 1] - s->begin[c], (shared + c) * L);
    }
    return signs(seen) != 0;
}

#endif
