/*
 * The runs of the pair-stationary scan: pairs (j, l) for one j and the lanes over l stay in registers while q streams by, for
 * P prefixes at once that differ in their last member only. See PairStationary in org.oinfo.kernels.simd.pairs for the arithmetic,
 * which this repeats operation by operation; minors whose conditioning set lacks the last member (set C-1) are the same for all
 * prefixes and made once.
 */
#ifndef OINFO_PAIR_RUN_H
#define OINFO_PAIR_RUN_H

#include "lanes.h"

#define MOST_PREFIXES 4
/* Prefixes at once that measured best, by the number of sets: as many as the registers hold. */
#if OINFO_BITS == 512
#define EXTREMES_PREFIXES(SETS) ((SETS) == 1 ? 1 : (SETS) <= 3 ? 4 : 2)
#define PLAIN_PREFIXES(SETS) ((SETS) == 1 ? 1 : 2)
#else
#define EXTREMES_PREFIXES(SETS) ((SETS) == 1 ? 1 : 2)
#define PLAIN_PREFIXES(SETS) ((SETS) == 1 ? 1 : 2)
#endif

enum { HIGH = 1, LOW = 2, UNSOUND = 4 };

/* What all runs compare with, with the signs that the runs want. */
struct limits {
    double high, low, redundant, other, guard;
};

/* Where a run reads: see pairs.h for the layouts. */
struct place {
    const double *shared_tile, *tile, *shared_strip, *strip, *shared_row, *row;
    int strip_step, row_step, steps;
    /* From the values of one prefix to those of the next. */
    int tile_next, strip_next, row_next;
};

/* What a run at level plain leaves behind. */
struct factors {
    V minors[MOST_PREFIXES][2], scales[MOST_PREFIXES][2];
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

/*
 * Scores {Q, q, j, l} for W vectors of l and P prefixes; returns flags for all of them together.
 *
 * valid: a bit for each lane of the W vectors that counts.
 */
INLINE unsigned run(int sets, int P, int W, int counts, const struct limits *limits, const struct place *at, unsigned valid,
                    struct factors *out) {
    const int odd = sets & 1, shares = sets > 1, own = sets - shares;
    V p_shared[2], p[MOST_PREFIXES][6][2], h[MOST_PREFIXES][2], high_h[MOST_PREFIXES][2], low_h[MOST_PREFIXES][2];
    V minors[MOST_PREFIXES][2], scales[MOST_PREFIXES][2];
    EACH(w, W) {
        if (shares) {
            p_shared[w] = load(at->shared_tile + w * L);
        }
        EACH(i, P) {
            const double *tile = at->tile + i * at->tile_next + w * L;
            EACH(c, own) { p[i][c][w] = load(tile + 2 * L * c); }
            h[i][w] = load(tile + 2 * L * own);
            if (counts) {
                minors[i][w] = scales[i][w] = broadcast(1);
            } else {
                high_h[i][w] = h[i][w] * broadcast(limits->high);
                low_h[i][w] = h[i][w] * broadcast(limits->low);
            }
        }
    }
    const V guard = broadcast(limits->guard), high0 = broadcast(limits->high), low0 = broadcast(limits->low),
            redundant0 = broadcast(limits->redundant), other0 = broadcast(limits->other);
    const I all = integers(-1), none = integers(0);
    /* Gathered by AND where all bits are set at first, by OR elsewhere; level plain has signs of its own. */
    const int high_all = !counts && !odd;
    I high[2], low[2], sound[2], redundant = none, other = none;
    EACH(w, W) {
        high[w] = high_all ? all : none;
        low[w] = high_all ? none : all;
        sound[w] = all;
    }
    const double *shared_strip = at->shared_strip, *strip = at->strip, *shared_row = at->shared_row, *row = at->row;
    const int strip_step = at->strip_step, row_step = at->row_step;
    for (int step = at->steps; step > 0; step--) {
        EACH(w, W) {
            V d_shared = guard, unused;
            if (shares) {
                d_shared = minor(load(shared_strip + w * L), load(shared_strip + 2 * L + w * L), shared_row[0], shared_row[1],
                                 p_shared[w], &unused);
            }
            EACH(i, P) {
                const double *x = strip + i * at->strip_next + w * L;
                const double *r = row + i * at->row_next;
                V w0;
                V d0 = minor(load(x), load(x + 2 * L), r[0], r[1], p[i][0][w], &w0);
                V q = w0;
                EACH(c, own) {
                    if (c > 0) {
                        q = q * minor(load(x + 4 * L * c), load(x + 4 * L * c + 2 * L), r[2 * c], r[2 * c + 1], p[i][c][w], &unused);
                    }
                }
                if (shares) {
                    q = q * d_shared;
                }
                V g = sets > 2 ? q * broadcast(r[2 * own]) : q;
                V raised = power(d0, sets);
                I is_high, is_low;
                if (counts) {
                    V s = g * h[i][w];
                    is_high = (I)fma(raised, high0, s);
                    is_low = (I)fma(raised, low0, s);
                    redundant += shift_right((I)fma(raised, redundant0, s), 63);
                    other += shift_right((I)fma(raised, other0, s), 63);
                    minors[i][w] *= d0;
                    scales[i][w] *= s;
                } else {
                    is_high = (I)fma(g, high_h[i][w], raised);
                    is_low = (I)fma(g, low_h[i][w], raised);
                }
                high[w] = high_all ? high[w] & is_high : high[w] | is_high;
                low[w] = high_all ? low[w] | is_low : low[w] & is_low;
                sound[w] &= (I)(d0 + guard);
                if (shares) {
                    sound[w] &= odd ? (I)(q + guard) : (I)(guard - q);
                }
            }
        }
        shared_strip += strip_step;
        strip += strip_step;
        shared_row += row_step;
        row += row_step;
    }
    unsigned highs = 0, lows = 0, unsound = 0;
    EACH(w, W) {
        highs |= (high_all ? ~signs(high[w]) & ALL_LANES : signs(high[w])) << w * L;
        lows |= (high_all ? signs(low[w]) : ~signs(low[w]) & ALL_LANES) << w * L;
        unsound |= (~signs(sound[w]) & ALL_LANES) << w * L;
    }
    if (counts) {
        EACH(w, W) {
            EACH(i, P) {
                out->minors[i][w] = minors[i][w];
                out->scales[i][w] = scales[i][w];
            }
        }
        out->redundant = redundant;
        out->other = other;
    }
    return ((highs & valid) ? HIGH : 0) | ((lows & valid) ? LOW : 0) | ((unsound & valid) ? UNSOUND : 0);
}

#endif
