/*
 * The runs of the pair-stationary scan: pairs (j, l) for one j and the lanes over l stay in registers while q streams by, for
 * P prefixes at once that differ in their last member only. See PairStationary in org.oinfo.kernels.simd.pairs for the arithmetic,
 * which this repeats operation by operation; minors whose conditioning set lacks the last member (set C-1) are the same for all
 * prefixes and made once.
 */
#ifndef OINFO_PAIR_RUN_H
#define OINFO_PAIR_RUN_H

#include "lanes.h"

#define MOST_PREFIXES 2
/* Prefixes and vectors of l at once where so many are there; with one set (order 3) prefixes share nothing. */
#define BLOCK_PREFIXES(SETS) ((SETS) == 1 ? 1 : 2)
#define BLOCK_VECTORS 2

enum { HIGH = 1, LOW = 2, UNSOUND = 4 };

/* What all runs compare with, with the signs that the runs want. */
struct limits {
    double high, low, redundant, other, guard;
};

/* Most steps of a run, and from one value of a row to the next. */
#define LONGEST 64

/* Where a run reads: see pairs.h for the layouts. */
struct place {
    const double *shared_tile, *tile, *shared_strip, *strip, *shared_row, *row;
    int strip_step, steps;
    /* From the values of one prefix to those of the next. */
    int tile_next, strip_next;
    /* Conditional variances of q, where determinants are summed. */
    const double *variance;
    int64_t variance_next;
};

/* What a run at level plain leaves behind. */
struct factors {
    V minors[MOST_PREFIXES][2], scales[MOST_PREFIXES][2], determinants[MOST_PREFIXES][2];
    I redundant, other;
};

/* d^exponent by squaring. */
INLINE V power(V d, int exponent) {
    V square = d * d;
    switch (exponent) {
    case 1: return d;
    case 2: return square;
    case 3: return square * d;
    case 4: return square * square;
    case 5: return square * square * d;
    default: {
        V cube = square * d;
        return cube * cube;
    }
    }
}

/* -d_c of one conditioning set and its -w_c. */
INLINE V minor(V x, V v, double row_x, double row_v, V p, V *w) {
    V m = fma(x, broadcast(row_x), p);
    *w = v * broadcast(row_v);
    return fma(m, m, *w);
}

#define EACH(i, end) _Pragma("GCC unroll 8") for (int i = 0; i < (end); i++)

/* What a run holds in registers: for each prefix and vector what belongs to the pair, and what is gathered. */
struct pair {
    V p_shared[2], p[MOST_PREFIXES][6][2], h[MOST_PREFIXES][2], high_h[MOST_PREFIXES][2], low_h[MOST_PREFIXES][2];
    V minors[MOST_PREFIXES][2], scales[MOST_PREFIXES][2], determinants[MOST_PREFIXES][2];
    I high[2], low[2], sound[2], redundant, other;
};

/* What a run does beside comparing both ends: counts and multiplies; sums determinants, too. */
enum { COUNTED = 1, SUMMED = 2 };

/* Signs of high are gathered by AND, all set at first, where this holds, else by OR; those of low the other way round. */
INLINE int by_and(int sets, int counts) { return !counts && !(sets & 1); }

INLINE void begin(struct pair *pair, int sets, int P, int W, int counts, const struct limits *limits, const struct place *at) {
    const int shares = sets > 1, own = sets - shares;
    const I all = integers(-1), none = integers(0);
    pair->redundant = pair->other = none;
    EACH(w, W) {
        if (shares) {
            pair->p_shared[w] = load(at->shared_tile + w * L);
        }
        EACH(i, P) {
            const double *tile = at->tile + i * at->tile_next + w * L;
            EACH(c, own) { pair->p[i][c][w] = load(tile + 2 * L * c); }
            pair->h[i][w] = load(tile + 2 * L * own);
            if (counts) {
                pair->minors[i][w] = pair->scales[i][w] = broadcast(1);
                if (counts == SUMMED) {
                    pair->determinants[i][w] = broadcast(0);
                }
            } else {
                pair->high_h[i][w] = pair->h[i][w] * broadcast(limits->high);
                pair->low_h[i][w] = pair->h[i][w] * broadcast(limits->low);
            }
        }
        pair->high[w] = by_and(sets, counts) ? all : none;
        pair->low[w] = by_and(sets, counts) ? none : all;
        pair->sound[w] = all;
    }
}

/* One q, for the first `active` prefixes. */
INLINE void step(struct pair *pair, int sets, int active, int W, int counts, const struct limits *limits, const struct place *at) {
    const int odd = sets & 1, shares = sets > 1, own = sets - shares;
    const V guard = broadcast(limits->guard);
    EACH(w, W) {
        V d_shared = guard, unused;
        if (shares) {
            d_shared = minor(load(at->shared_strip + w * L), load(at->shared_strip + 2 * L + w * L), at->shared_row[0],
                             at->shared_row[LONGEST], pair->p_shared[w], &unused);
        }
        EACH(i, active) {
            const double *x = at->strip + i * at->strip_next + w * L, *r = at->row + i * (2 * own + (sets > 2)) * LONGEST;
            V w0;
            V d0 = minor(load(x), load(x + 2 * L), r[0], r[LONGEST], pair->p[i][0][w], &w0);
            V q = w0;
            EACH(c, own) {
                if (c > 0) {
                    q = q * minor(load(x + 4 * L * c), load(x + 4 * L * c + 2 * L), r[2 * c * LONGEST],
                                  r[(2 * c + 1) * LONGEST], pair->p[i][c][w], &unused);
                }
            }
            if (shares) {
                q = q * d_shared;
            }
            V g = sets > 2 ? q * broadcast(r[2 * own * LONGEST]) : q;
            V raised = power(d0, sets);
            I high, low;
            if (counts) {
                V s = g * pair->h[i][w];
                high = (I)fma(raised, broadcast(limits->high), s);
                low = (I)fma(raised, broadcast(limits->low), s);
                pair->redundant += shift_right((I)fma(raised, broadcast(limits->redundant), s), 63);
                pair->other += shift_right((I)fma(raised, broadcast(limits->other), s), 63);
                pair->minors[i][w] *= d0;
                pair->scales[i][w] *= s;
                if (counts == SUMMED) {
                    pair->determinants[i][w] = fma(d0, broadcast(at->variance[i * at->variance_next]), pair->determinants[i][w]);
                }
            } else {
                high = (I)fma(g, pair->high_h[i][w], raised);
                low = (I)fma(g, pair->low_h[i][w], raised);
            }
            pair->high[w] = by_and(sets, counts) ? pair->high[w] & high : pair->high[w] | high;
            pair->low[w] = by_and(sets, counts) ? pair->low[w] | low : pair->low[w] & low;
            pair->sound[w] &= (I)(d0 + guard);
            if (shares) {
                pair->sound[w] &= odd ? (I)(q + guard) : (I)(guard - q);
            }
        }
    }
}

INLINE void next_step(struct place *at) {
    at->shared_strip += at->strip_step;
    at->strip += at->strip_step;
    at->shared_row++;
    at->row++;
    at->variance++;
}

/*
 * Scores {Q, q, j, l} for W vectors of l and P prefixes; returns flags for all of them together.
 *
 * at: where to read, by value; head: whether the first P - 1 values of q are the last members of the prefixes beyond the first, so
 * that prefix i begins after i of them; valid: a bit for each lane of the W vectors that counts.
 */
INLINE unsigned run(int sets, int P, int W, int counts, const struct limits *shared_limits, struct place at, int head,
                    unsigned valid, struct factors *out) {
    const struct limits limits = *shared_limits;
    struct pair pair;
    begin(&pair, sets, P, W, counts, &limits, &at);
    int left = at.steps;
    if (head) {
        EACH(active, P) {
            if (active > 0 && left > 0) {
                step(&pair, sets, active, W, counts, &limits, &at);
                next_step(&at);
                left--;
            }
        }
    }
    for (; left > 0; left--) {
        step(&pair, sets, P, W, counts, &limits, &at);
        next_step(&at);
    }
    unsigned highs = 0, lows = 0, unsound = 0;
    EACH(w, W) {
        const unsigned high = signs(pair.high[w]), low = signs(pair.low[w]);
        highs |= (by_and(sets, counts) ? ~high & ALL_LANES : high) << w * L;
        lows |= (by_and(sets, counts) ? low : ~low & ALL_LANES) << w * L;
        unsound |= (~signs(pair.sound[w]) & ALL_LANES) << w * L;
    }
    if (counts) {
        EACH(w, W) {
            EACH(i, P) {
                out->minors[i][w] = pair.minors[i][w];
                out->scales[i][w] = pair.scales[i][w];
                if (counts == SUMMED) {
                    out->determinants[i][w] = pair.determinants[i][w];
                }
            }
        }
        out->redundant = pair.redundant;
        out->other = pair.other;
    }
    return ((highs & valid) ? HIGH : 0) | ((lows & valid) ? LOW : 0) | ((unsound & valid) ? UNSOUND : 0);
}

#endif
