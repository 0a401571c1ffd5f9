/*
 * The runs of level full, one vector of l and one prefix at a time: Omega of every n-plet, its sums and its histogram;
 * org.oinfo.kernels.pairs.FullTally makes of them what level full adds. As PairFull in org.oinfo.kernels.simd.pairs, which says how
 * Omega and its bin come from one division.
 *
 * A run is gone through twice: first what is divided, then the division, the logarithm and the sums. In one loop the chain of
 * dependent operations is so long that a processor's window holds too few n-plets to keep its units busy.
 */
#ifndef OINFO_PAIR_FULL_H
#define OINFO_PAIR_FULL_H

#include "pair_strip.h"

#define HALF_LN2 0x1.62e42fefa39efp-2

/* For |z| up to 1/5. */
INLINE V atanh_of(V z) {
    V y = z * z, y2 = y * y;
    V low = fma(y, broadcast(0x1.999999997cd24p-3), broadcast(0x1.555555555556dp-2));
    V middle = fma(y, broadcast(0x1.c71c3d608a2f4p-4), broadcast(0x1.24924951743bbp-3));
    V high = fma(y2, broadcast(0x1.3587371ccaae7p-4), fma(y, broadcast(0x1.390565d08943ep-4), broadcast(0x1.746b9dab90793p-4)));
    V series = fma(y2, fma(y2, high, middle), low);
    return fma(series * y, z, z);
}

/* Omega of n-plets, the deviation from the shift of those that count, and their cells; 0 in lanes that do not. */
struct scored {
    V omega, deviation;
    I cell;
};

INLINE struct scored score(V t, V s, M counts, V shift, I balanced) {
    I apart = (I)t - (I)s, nearest = apart + ((int64_t)1 << 51), none = integers(0), middle = integers(LAST_STEP + 1);
    V scaled = (V)((I)t - (nearest & ~MANTISSA)), smaller = lesser(t, s);
    V difference = scaled - s, sum = scaled + s, distance = (V)((I)(t - s) & MAGNITUDE);
    V reciprocal = 1 / (sum * smaller);
    V omega = fma(upper(nearest), broadcast(HALF_LN2), atanh_of(difference * smaller * reciprocal));
    I x = (I)(distance * sum * reciprocal);
    I bin = choose(below(x, balanced), none, minimum(shift_right(x, 49) - (FIRST_STEP - 1), integers(LAST_STEP)));
    I cell = choose(negative(apart), middle - bin, middle + bin);
    return (struct scored){omega, (V)choose(counts, (I)(omega - shift), none), choose(counts, cell, none)};
}

/* Sums of deviations of one half of a group, over all its runs. */
struct half_sums {
    V lanes, squares;
};

/* t and s of a run, exp(2 Omega) = t / s where they are sound, and which n-plets count. */
struct quotients {
    V t[LONGEST], s[LONGEST];
    I counts[LONGEST];
    /* -d_0 */
    V minors[LONGEST];
};

/* Returns whether all n-plets are sound, by lane. */
INLINE I divide(int sets, struct place at, I valid, struct quotients *out) {
    const int shares = sets > 1, own = sets - shares, odd = sets & 1, steps = at.steps;
    const V guard = broadcast(GUARD), h = load(at.tile + WIDTH * own), p_shared = load(at.shared_tile);
    V p[6], unused;
    EACH(c, own) { p[c] = load(at.tile + WIDTH * c); }
    I sound = integers(-1);
    for (int step = 0; step < steps; step++) {
        V w0, d0 = minor(load(at.strip), load(at.strip + WIDTH), at.row[0], at.row[LONGEST], p[0], &w0), q = w0;
        EACH(c, own) {
            if (c > 0) {
                q = q * minor(load(at.strip + 2 * WIDTH * c), load(at.strip + 2 * WIDTH * c + WIDTH), at.row[2 * c * LONGEST],
                              at.row[(2 * c + 1) * LONGEST], p[c], &unused);
            }
        }
        I fit = (I)(d0 + guard);
        if (shares) {
            q = q * minor(load(at.shared_strip), load(at.shared_strip + WIDTH), at.shared_row[0], at.shared_row[LONGEST], p_shared,
                          &unused);
            fit &= odd ? (I)(q + guard) : (I)(guard - q);
        }
        V g = sets > 2 ? q * broadcast(at.row[2 * own * LONGEST]) : q, raised = power(d0, sets);
        out->t[step] = odd ? -raised : raised;
        out->s[step] = g * h;
        out->counts[step] = fit & valid;
        out->minors[step] = d0;
        sound &= fit;
        next_step(&at);
    }
    return sound;
}

/* The sum of -s_q d_0 over a run, of what counts. */
INLINE V sum_minors(const struct quotients *quotients, const double *variance, int steps) {
    V total = broadcast(0);
    for (int step = 0; step < steps; step++) {
        I mask = 0 - shift_right(quotients->counts[step], 63);
        total = fma((V)((I)quotients->minors[step] & mask), broadcast(variance[step]), total);
    }
    return total;
}

/* q in [from, from + steps) for one j, and lanes from `first` on of one vector of l; returns flags. */
INLINE unsigned full_run(struct pairs *s, int sets, int half, int first, int j, int l, int from, int steps, struct half_sums *sums) {
    struct quotients quotients;
    const I valid = lanes_from(first), balanced = integers(s->full.balanced);
    const I sound = divide(sets, place(s, 0, half, j, l, from, steps), valid, &quotients);
    const V shift = broadcast(s->full.shift), zero = broadcast(0);
    V run_sum = zero, squares = sums->squares, highest = broadcast(s->full.highest), lowest = broadcast(s->full.lowest);
    double *step_sum = s->full.step_sum + (from - s->next) * WIDTH + half * L;
    int64_t *const histogram = s->full.histogram, *const cells = s->full.cells;
    for (int step = 0; step < steps; step++, step_sum += WIDTH) {
        struct scored n = score(quotients.t[step], quotients.s[step], negative(quotients.counts[step]), shift, balanced);
        highest = larger(n.omega, highest);
        lowest = lesser(n.omega, lowest);
        run_sum += n.deviation;
        squares = fma(n.deviation, n.deviation, squares);
        store(step_sum, load(step_sum) + n.deviation);
        store_integers(cells, n.cell);
        EACH(k, L) { histogram[k * CELLS + cells[k]]++; }
    }
    if (s->summed) {
        take_determinants(s->prefixes, half * L, j, sum_minors(&quotients, s->prefixes[0].level.diag + from, steps));
    }
    double total = 0;
    EACH(k, L) { total += run_sum[k]; }
    s->full.variable_sum[j] += total;
    sums->lanes += run_sum;
    sums->squares = squares;
    I reaches = (I)(s->full.highest - highest) | (I)(lowest - s->full.lowest);
    return (signs(reaches & valid) ? HIGH : 0) | (signs(~sound & valid) ? UNSOUND : 0);
}

/* All j that meet a group of l. The sums of l are added when both halves are done: their order shows in no bit. */
INLINE void full_group(struct pairs *s, int sets, int l, int from, int to) {
    struct half_sums sums[2];
    for (int half = 0; half < 2; half++) {
        const int begin = l + half * L, end = begin + L - 1 < s->n - 1 ? begin + L - 1 : s->n - 1;
        sums[half].lanes = sums[half].squares = broadcast(0);
        for (int j = from + 1; j < end; j++) {
            const int first = j < begin ? 0 : j + 1 - begin, steps = (to < j ? to : j) - from;
            unsigned flags = full_run(s, sets, half, first, j, l, from, steps, sums + half);
            if (flags) {
                s->found[s->found_count++] = (struct found){0, (int)flags, j, l, half * L + first, half * L + L, from, steps};
            }
        }
    }
    for (int half = 0; half < 2; half++) {
        EACH(k, L) {
            s->full.variable_sum[l + half * L + k] += sums[half].lanes[k];
            s->full.sum[half] += sums[half].lanes[k];
            s->full.squares[half] += sums[half].squares[k];
        }
    }
}

/* Sums of the steps of a chunk, over all its groups, go to their q. */
static void fold_steps(struct pairs *s, int from, int to) {
    double *step_sum = s->full.step_sum;
    for (int q = from; q < to; q++, step_sum += WIDTH) {
        EACH(k, WIDTH) {
            s->full.variable_sum[q] += step_sum[k];
            step_sum[k] = 0;
        }
    }
}

/* Forgets the sums of a prefix. */
static void clear_sums(struct full *full, int n) {
    full->sum[0] = full->sum[1] = full->squares[0] = full->squares[1] = 0;
    for (int v = 0; v < n; v++) {
        full->variable_sum[v] = 0;
    }
}

#endif
