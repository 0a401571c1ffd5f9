/* Rows of n-plets {A, p, j}: PlainRows and FullRows in org.oinfo.kernels.simd.sweep, which have the formulas. */
#ifndef OINFO_SWEEP_ROWS_H
#define OINFO_SWEEP_ROWS_H

#include "lanes_log.h"
#include "sweep_scan.h"

/* s, Q and s^m of a vector of n-plets; the largest 1/P_ii times s. */
struct scores {
    V s, q, power, largest;
};

INLINE struct scores score(const struct sweep *s, const int m, int j) {
    const struct level *level = s->levels + s->members;
    const double *row = s->levels[m ? s->members - 1 : 0].s + (int64_t)s->p * s->stride;
    V one = broadcast(1), covariance = fma(load(s->last_row + j), broadcast(-s->last_factor), load(row + j));
    V q = load(level->diag + j), variance = fma(covariance * broadcast(-s->inverse), covariance, q);
    V largest = larger(q * broadcast(s->inverse), one), power = one;
    for (int i = 0; i < m; i++) {
        V x = fma(covariance, broadcast(s->coefficients[i]), load(level->b + i * s->stride + j));
        V own = fma(x, x, variance * broadcast(s->kappa[i]));
        largest = larger(largest, own);
        q = q * own;
        power = power * variance;
    }
    return (struct scores){variance, q, power, largest};
}

/* FLAGGED in lanes near singularity, else 0. */
INLINE I flags(struct scores x) { return shift_right((I)(x.s * (1 / GUARD) - x.largest), 63); }

INLINE void split_exponents(struct sweep *s) {
    for (int i = 0; i < 2; i++) {
        I bits = (I)load(s->mantissas + i * L) & 0x7FFFFFFFFFFFFFFF;
        store(s->mantissas + i * L, (V)((bits & MANTISSA_BITS) | ONE_BITS));
        store_integers(s->exponents + i * L, load_integers(s->exponents + i * L) + (shift_right(bits, 52) - 1023));
    }
    s->multiplied = 0;
}

INLINE int64_t total(I x) {
    int64_t sum = 0;
    for (int i = 0; i < L; i++) {
        sum += x[i];
    }
    return sum;
}

/* Adds the determinants D_A s_pp s_j of the n-plets {A, p, j} with j in [start, end) that are not flagged. */
static void sum_determinants(struct sweep *s, int start, int end) {
    const struct level *level = s->levels + s->members;
    const double *row = s->levels[s->members ? s->members - 1 : 0].s + (int64_t)s->p * s->stride;
    V variances = broadcast(0);
    for (int j = start; j < end; j += L) {
        V covariance = fma(load(s->last_row + j), broadcast(-s->last_factor), load(row + j));
        V variance = fma(covariance * broadcast(-s->inverse), covariance, load(level->diag + j));
        I keep = ((load_integers(s->codes + j - start) & FLAGGED) - 1) & (I)(LANE_NUMBERS < integers(s->n - j));
        variances += (V)((I)variance & keep);
    }
    double total = 0;
    for (int k = 0; k < L; k++) {
        total += variances[k];
    }
    add(&s->determinants, total / root(broadcast(s->scale * s->inverse))[0]);
}

/* Scores [start, end) of the current row; whether some n-plet is special. */
INLINE int plain_chunk(struct sweep *s, const int m, int start, int end) {
    const double scale = s->scale;
    V redundant_below = broadcast(-scale * s->redundant_below), synergistic_above = broadcast(scale * s->synergistic_above);
    V high_below = broadcast(-scale * s->high), low_above = broadcast(scale * s->low);
    V run_s = load(s->mantissas), run_q = load(s->mantissas + L);
    I redundant = {0}, synergistic = {0}, seen = {0}, unsound = {0};
    for (int j = start; j < end; j += L) {
        struct scores x = score(s, m, j);
        I flagged = flags(x), valid = (I)(LANE_NUMBERS < integers(s->n - j)), keep = (flagged - 1) & valid;
        I candidate = (I)fma(x.power, high_below, x.q) | (I)fma(x.power, low_above, -x.q);
        I code = ((candidate & CANDIDATE) | flagged) & valid;
        store_integers(s->codes + j - start, code);
        seen |= code;
        unsound += flagged & valid;
        redundant += shift_right((I)fma(x.power, redundant_below, x.q) & keep, 63);
        synergistic += shift_right((I)fma(x.power, synergistic_above, -x.q) & keep, 63);
        I neutral = ~keep & ONE_BITS;
        run_s = run_s * (V)(((I)x.s & keep) | neutral);
        run_q = run_q * (V)(((I)x.q & keep) | neutral);
    }
    store(s->mantissas, run_s);
    store(s->mantissas + L, run_q);
    s->multiplied += (end - start + L - 1) / L * L;
    s->redundant += total(redundant);
    s->synergistic += total(synergistic);
    int64_t scored = end - start - total(unsound);
    s->scored += scored;
    add(&s->sum, scored * (0.5 * s->log_scales[s->p] - s->bias));
    if (s->summed) {
        sum_determinants(s, start, end);
    }
    return signs(seen | -(seen & FLAGGED)) != 0;
}

/* Goes on with the current row; returns 1 where some n-plets are special, then 0 at its end. */
INLINE int plain_row(struct sweep *s, const int m) {
    while (s->column < s->n) {
        int start = s->column, end = start + s->chunk < s->n ? start + s->chunk : s->n;
        if (s->multiplied + end - start > s->chunk) {
            split_exponents(s);
        }
        s->column = end;
        if (plain_chunk(s, m, start, end)) {
            s->first = start;
            s->end = end;
            return 1;
        }
    }
    return 0;
}

/* exp(2 Omega), bias taken off, and Omega of the current row; whether some n-plet is special. */
INLINE int full_scores(struct sweep *s, const int m) {
    V high_below = broadcast(-s->high), low_above = broadcast(s->low), scale = broadcast(s->scale), unbias = broadcast(s->unbias);
    I seen = {0};
    const int first = s->p + 1;
    for (int j = first; j < s->n; j += L) {
        struct scores x = score(s, m, j);
        V scaled = x.power * scale, ratio = scaled * unbias / x.q, omega = log_of(ratio) * 0.5;
        I flagged = flags(x), valid = (I)(LANE_NUMBERS < integers(s->n - j));
        I candidate = (I)fma(scaled, high_below, x.q) | (I)fma(scaled, low_above, -x.q);
        I code = ((candidate & CANDIDATE) | flagged) & valid;
        store_integers(s->codes + j - first, code);
        seen |= code;
        I above = (I)(omega > 0);
        V change = (V)(((I)(ratio - 1) & above) | ((I)(1 / ratio - 1) & ~above));
        I step = shift_right((I)change, 49) - s->first_step;
        step &= (I)(step > 0);
        I most = (I)(step > s->bins);
        step = (step & ~most) | (s->bins & most);
        I balanced = (I)(omega <= s->balanced) & (I)(omega >= -s->balanced);
        store_integers(s->cells + j, s->middle + ((((step + 1) ^ ~above) - ~above) & ~balanced));
        store(s->omega + j, omega);
    }
    return signs(seen | -(seen & FLAGGED)) != 0;
}

/* Merges the moments of other n-plets, as Distribution.addMoments. */
INLINE void add_moments(struct sweep *s, int64_t count, double mean, double squares) {
    if (count == 0) {
        return;
    }
    int64_t all = s->moments + count;
    double delta = mean - s->mean;
    s->mean += delta * (double)count / (double)all;
    s->squares += squares + delta * delta * (double)s->moments * (double)count / (double)all;
    s->moments = all;
}

/* Adds the current row, n-plet by n-plet in index order: the histogram's increments bound this loop. */
static void tally(struct sweep *s) {
    int64_t scored = 0;
    double sum = 0;
    for (int j = s->p + 1; j < s->n; j++) {
        if (s->codes[j - s->p - 1] & FLAGGED) {
            continue;
        }
        double omega = s->omega[j];
        int64_t cell = s->cells[j];
        s->omega[s->p + 1 + scored++] = omega;
        sum += omega;
        s->leaf_sums[j] += omega;
        s->leaf_counts[j]++;
        s->redundant += cell > s->middle;
        s->synergistic += cell < s->middle;
        s->histogram[cell]++;
    }
    double mean = sum / (double)scored, squares = 0;
    for (int i = s->p + 1; i < s->p + 1 + scored; i++) {
        double deviation = s->omega[i] - mean;
        squares = __builtin_fma(deviation, deviation, squares);
    }
    s->scored += scored;
    add(&s->sum, sum);
    add_moments(s, scored, mean, squares);
    add(s->variables + s->p, sum);
    s->variable_counts[s->p] += scored;
    s->prefix_sum += sum;
    s->prefix_count += scored;
}

/* Goes on with the current row; returns 1 where some n-plets are special, then 0 at its end. */
INLINE int full_row(struct sweep *s, const int m) {
    if (s->column < s->n) {
        s->column = s->n;
        if (full_scores(s, m)) {
            s->first = s->p + 1;
            s->end = s->n;
            return 1;
        }
    }
    if (s->summed) {
        sum_determinants(s, s->p + 1, s->n);
    }
    tally(s);
    return 0;
}

#endif
