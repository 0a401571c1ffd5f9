/*
 * Sums over samples of ln (p_own / sum_c p_c), as org.oinfo.kernels.posterior.ScalarPosterior has them, operation by operation, so that
 * the bits are the same at any width: eight samples are taken together, in 8 / L vectors, and their terms go to eight parts of the sum.
 *
 *   x        [N][stride], of each class its samples together, zeros beyond T
 *   classes  [C] times a, then for each member i: b_i, W_i0 .. W_ii
 *   logs     [C] ln p of eight samples
 *
 * One sample and class of a triplet takes some 30 vector instructions, 9 of them for ln p, the others for e^x. Everything that is read
 * in the loop stays in the first-level cache.
 */
#include "lanes.h"
#include "lanes_log.h"

#define PARTS 8
#define P (PARTS / L)

struct posterior {
    const double *x;
    const int32_t *members;     /* [k] */
    const double *classes;
    const double **columns;     /* [k], filled here */
    V *logs;                    /* [C][P] */
    double *sum;                /* [1] */
    int64_t stride, k, count;
};

/* e^x, x at most 0: org.oinfo.kernels.posterior.Exponential. */
INLINE V exp_of(V argument) {
    V x = larger(argument, broadcast(-708));
    V shifted = fma(x, broadcast(0x1.71547652b82fep0), broadcast(0x1.8p52));
    V n = shifted - 0x1.8p52;
    V r = fma(-n, broadcast(0x1.abc9e3b39803fp-56), fma(-n, broadcast(0x1.62e42fefa39efp-1), x));
    V r2 = r * r, r4 = r2 * r2;
    V first = fma(r2, fma(r, broadcast(1.0 / 6), broadcast(0.5)), r + 1);
    V second = fma(r2, fma(r, broadcast(1.0 / 5040), broadcast(1.0 / 720)), fma(r, broadcast(1.0 / 120), broadcast(1.0 / 24)));
    V third = fma(r2, fma(r, broadcast(1.0 / 39916800), broadcast(1.0 / 3628800)), fma(r, broadcast(1.0 / 362880), broadcast(1.0 / 40320)));
    V high = fma(r4, broadcast(1.0 / 479001600), third);
    V p = fma(r4 * r4, high, fma(r4, second, first));
    return (V)((U)p + ((U)shifted << 52));
}

/* ln p of all classes at eight samples from t on; the largest. */
INLINE void logarithms(const struct posterior *s, int64_t t, int k, V *largest) {
    const double *w = s->classes;
    for (int p = 0; p < P; p++) {
        largest[p] = broadcast(-__builtin_inf());
    }
    for (int64_t c = 0; c < s->count; c++) {
        V log[P];
        for (int p = 0; p < P; p++) {
            log[p] = broadcast(*w);
        }
        w++;
        for (int i = 0; i < k; i++) {
            V u[P];
            for (int p = 0; p < P; p++) {
                u[p] = broadcast(*w);
            }
            w++;
            for (int j = 0; j <= i; j++, w++) {
                for (int p = 0; p < P; p++) {
                    u[p] = fma(broadcast(*w), load(s->columns[j] + t + p * L), u[p]);
                }
            }
            for (int p = 0; p < P; p++) {
                log[p] = fma(-u[p], u[p], log[p]);
            }
        }
        for (int p = 0; p < P; p++) {
            s->logs[c * P + p] = log[p];
            largest[p] = larger(log[p], largest[p]);
        }
    }
}

INLINE void add_all(const struct posterior *s, int64_t own, int64_t from, int64_t to, int k) {
    V parts[P];
    for (int p = 0; p < P; p++) {
        parts[p] = broadcast(0);
    }
    for (int64_t t = from; t < to; t += PARTS) {
        V largest[P], total[P];
        logarithms(s, t, k, largest);
        for (int p = 0; p < P; p++) {
            total[p] = broadcast(0);
        }
        for (int64_t c = 0; c < s->count; c++) {
            for (int p = 0; p < P; p++) {
                total[p] += exp_of(s->logs[c * P + p] - largest[p]);
            }
        }
        for (int p = 0; p < P; p++) {
            V term = (s->logs[own * P + p] - largest[p]) - log_of(total[p]);
            if (t + PARTS > to) {
                /* Samples beyond the last add nothing. */
                term = (V)((I)term & (LANE_NUMBERS + integers(t + p * L) < integers(to)));
            }
            parts[p] += term;
        }
    }
    double part[PARTS];
    for (int p = 0; p < P; p++) {
        store(part + p * L, parts[p]);
    }
    *s->sum = ((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]));
}

/* Writes the sum over the samples from..to-1, all of class own. */
EXPORT(void, oinfo_posterior)(const struct posterior *s, int64_t own, int64_t from, int64_t to) {
    for (int64_t i = 0; i < s->k; i++) {
        s->columns[i] = s->x + s->members[i] * s->stride;
    }
    switch (s->k) {
        case 1: add_all(s, own, from, to, 1); break;
        case 2: add_all(s, own, from, to, 2); break;
        case 3: add_all(s, own, from, to, 3); break;
        case 4: add_all(s, own, from, to, 4); break;
        default: add_all(s, own, from, to, (int)s->k);
    }
}
