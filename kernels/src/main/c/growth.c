/*
 * Greedy growth by the bordered sweep: a group A of m variables grows by the candidate v whose X_v = s_v prod_i P_ii is most extreme,
 * Omega(A, v) = -ln D - 1/2 ln X_v. Given A, every v has its conditional variance s_v and regression coefficients b_iv, A has D = det
 * R_AA and kappa_i = (R_AA^-1)_ii, and P_ii = kappa_i + b_iv^2 / s_v. Lanes are candidates. What cannot be decided here, whether by
 * rounding or near singular, is left to the caller; org.oinfo.kernels.simd.growth.SimdGrowth is the same in Java.
 */
#include "lanes.h"

#define GUARD 1e-4
/* Products beyond are left to the caller, before they overflow. */
#define LARGEST 1e300
/* The X of a candidate that is left to the caller. */
#define UNDECIDED_BITS 0x7FF0000000000000

/* Java allocates the arrays and fills in what is marked; fields are of 8 bytes each. */
struct growth {
    const double *r;      /* [N*n] correlations, rows padded by zeros; from Java */
    const double *margin; /* [k+1] factor from the most extreme X of an order to the least that may still win; from Java */
    double *s;            /* [n] NaN for members and beyond N; of no members from Java */
    double *b;            /* [k*n] */
    double *kappa;        /* [k] */
    double *scratch;      /* [2k] */
    double *x;            /* [n] sign * X_v of the last step, infinite where undecided */
    double *value;        /* [k+1] exp(-2 Omega) of the first so many variables of the path, where it was decided here */
    int *path;            /* [k] */
    int64_t n;            /* columns: a multiple of 2 L; from Java */
    double sign;          /* 1 for the smallest Omega, -1 for the largest; from Java */
    double det;           /* D */
    double bound;         /* candidates in doubt are those with x at or above */
};

/* What adding p does to a vector of candidates at j, and their X. */
INLINE V candidates(const struct growth *g, int m, const double *row, int64_t j, double inverse) {
    const int64_t n = g->n;
    const double *weight = g->scratch, *factor = g->scratch + m;
    double *b = g->b + j;
    V c = load(row + j);
    for (int i = 0; i < m; i++) {
        c = fma(broadcast(weight[i]), load(b + i * n), c);
    }
    V last = c * broadcast(inverse);
    V s = fma(-last, c, load(g->s + j));
    V inverse_s = 1 / s, x = s * broadcast(g->sign);
    store(g->s + j, s);
    store(b + m * n, last);
    V largest = fma(last * last, inverse_s, broadcast(inverse));
    x = x * largest;
    for (int i = 0; i < m; i++) {
        V coefficient = fma(broadcast(factor[i]), c, load(b + i * n));
        store(b + i * n, coefficient);
        V precision = fma(coefficient * coefficient, inverse_s, broadcast(g->kappa[i]));
        x = x * precision;
        largest = larger(largest, precision);
    }
    I undecided = (s < GUARD) | (largest > 1 / GUARD) | (x > LARGEST) | (x < -LARGEST);
    return (V)(((I)x & ~undecided) | (undecided & UNDECIDED_BITS));
}

/* The larger of each lane; undecided candidates and what is no number are not compared. */
INLINE V more_extreme(V best, V x) {
    I better = (x > best) & (x <= LARGEST);
    return (V)(((I)x & better) | ((I)best & ~better));
}

/* Adds p to m members, and finds X of every candidate. */
static void add(struct growth *g, int m, int p) {
    const int64_t n = g->n;
    const double *row = g->r + p * n;
    const double pivot = g->s[p], inverse = 1 / pivot;
    for (int i = 0; i < m; i++) {
        double b = g->b[i * n + p];
        g->scratch[i] = -row[g->path[i]];
        g->scratch[m + i] = -b * inverse;
        g->kappa[i] = g->kappa[i] + b * b * inverse;
    }
    g->kappa[m] = inverse;
    g->det = m ? g->det * pivot : 1;
    g->s[p] = __builtin_nan("");
    V best[2] = {broadcast(-__builtin_inf()), broadcast(-__builtin_inf())};
    for (int64_t j = 0; j < n; j += 2 * L) {
        for (int h = 0; h < 2; h++) {
            V x = candidates(g, m, row, j + h * L, inverse);
            store(g->x + j + h * L, x);
            best[h] = more_extreme(best[h], x);
        }
    }
    best[0] = more_extreme(best[0], best[1]);
    double bound = best[0][0];
    for (int l = 1; l < L; l++) {
        bound = best[0][l] > bound ? best[0][l] : bound;
    }
    g->bound = bound * g->margin[m + 2];
}

/* The candidate that no other can beat, or -1. */
static int beyond_doubt(const struct growth *g) {
    const V bound = broadcast(g->bound);
    int found = -1;
    for (int64_t j = 0; j < g->n; j += L) {
        unsigned near = signs(load(g->x + j) >= bound);
        if (near) {
            if (found >= 0 || (near & (near - 1))) {
                return -1;
            }
            found = (int)j + __builtin_ctz(near);
        }
    }
    return found >= 0 && g->x[found] <= LARGEST ? found : -1;
}

/*
 * The path holds `order` variables, `swept` of which were added before: adds the others, and variables to the path up to `largest` as long
 * as there is no doubt which. Returns how many the path holds; if fewer than `largest`, what the next one is has to be decided among the
 * candidates at or above the bound.
 */
EXPORT(int, oinfo_growth_grow)(struct growth *g, int swept, int order, int largest) {
    while (order < largest) {
        while (swept < order) {
            add(g, swept, g->path[swept]);
            swept++;
        }
        int p = beyond_doubt(g);
        if (p < 0) {
            break;
        }
        double x = g->x[p];
        g->value[order + 1] = g->det * (g->det * (x < 0 ? -x : x));
        g->path[order++] = p;
    }
    return order;
}
