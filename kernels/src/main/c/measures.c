/* Batched measures: org.oinfo.kernels.simd.measures.SimdMeasures. */
#include "lanes_log.h"
#include "measures.h"
#include "measures_panel.h"
#include "measures_small.h"

/* Doubles of the matrices of a batch: they stay in the nearest caches. */
#define BATCH_DOUBLES 4096

INLINE int64_t stride_of(int order) {
    return order >= 3 && order <= LARGEST_SMALL ? TRIANGLE(order) * L : panel_stride(order);
}

INLINE int vectors_of(int order) {
    int64_t vectors = BATCH_DOUBLES / stride_of(order);
    return vectors < 1 ? 1 : vectors > MOST_VECTORS ? MOST_VECTORS : (int)vectors;
}

/* Doubles of memory that batches of n-plets of this order take, aligned to vectors. */
EXPORT(int64_t, oinfo_measures_work)(int order) {
    return vectors_of(order) * (stride_of(order) + (order + 1) / 2 * L);
}

/* Takes the logarithms of the products, the first ones or some more, and starts them anew. */
INLINE void add_logs(V *products, V *logs, int vectors, int first) {
    for (int v = 0; v < vectors; v++) {
        V log = log_of(products[v]);
        logs[v] = first ? log : logs[v] + log;
        products[v] = broadcast(1);
    }
}

INLINE void small(int k, const double *r, int n, const int *nplets, double *work, int vectors, struct sums *sums) {
    const int stride = TRIANGLE(k) * L;
    for (int v = 0; v < vectors; v++) {
        pack_small(k, r, n, nplets + (int64_t)v * L * k, work + v * stride);
    }
    for (int v = 0; v < vectors; v++) {
        score_small(k, work + v * stride, sums, v);
    }
    add_logs(sums->determinant, sums->log_determinant, vectors, 1);
    add_logs(sums->precision, sums->log_precision, vectors, 1);
}

/* One function an order. */
#define SMALL(k)                                                                                                                \
    static __attribute__((noinline)) void small##k(const double *r, int n, const int *nplets, double *work, int vectors,       \
                                                   struct sums *sums) {                                                        \
        small(k, r, n, nplets, work, vectors, sums);                                                                           \
    }
SMALL(3) SMALL(4) SMALL(5) SMALL(6) SMALL(7) SMALL(8) SMALL(9) SMALL(10) SMALL(11) SMALL(12)

/* Whether the products that panel j belongs to are complete with it. */
INLINE int product_ends(int j, int order) { return (j + 4) % SAFE_FACTORS == 0 || j + 4 >= order; }

static void factor_panels(double *work, int order, int64_t stride, int vectors, struct sums *sums) {
    const int rows = order + order % 2;
    const int64_t inverse = inverse_at(order);
    for (int j = 0; j < rows; j += 4) {
        for (int v = 0; v < vectors; v++) {
            double *m = work + v * stride;
            if (j + 2 == rows) {
                factor_diagonal(2, m, j, inverse, sums, v);
                continue;
            }
            factor_diagonal(4, m, j, inverse, sums, v);
            int i = j + 4;
            for (; i + TILE_ROWS <= rows; i += TILE_ROWS) {
                factor_tile(TILE_ROWS, m, i, j);
            }
            if (i < rows) {
                factor_tile(2, m, i, j);
            }
        }
        if (product_ends(j, order)) {
            add_logs(sums->determinant, sums->log_determinant, vectors, j < SAFE_FACTORS);
        }
    }
}

static void invert_panels(double *work, int order, int64_t stride, int vectors, struct sums *sums) {
    const int rows = order + order % 2;
    const int64_t inverse = inverse_at(order);
    for (int j = 0; j < rows; j += 4) {
        for (int v = 0; v < vectors; v++) {
            double *m = work + v * stride, *w = m + w_at(order);
            V p[4];
            if (j + 2 == rows) {
                inverse_diagonal(2, m, j, inverse, w, p);
            } else {
                inverse_diagonal(4, m, j, inverse, w, p);
                int i = j + 4;
                for (; i + TILE_ROWS <= rows; i += TILE_ROWS) {
                    inverse_tile(TILE_ROWS, m, i, j, inverse, w, p);
                }
                if (i < rows) {
                    inverse_tile(2, m, i, j, inverse, w, p);
                }
            }
            const int count = order - j < 4 ? order - j : 4;
            for (int c = 0; c < count; c++) {
                sums->precision[v] = sums->precision[v] * -p[c];
                sums->unsound[v] |= (I)(1 / GUARD + p[c]);
            }
        }
        if (product_ends(j, order)) {
            add_logs(sums->precision, sums->log_precision, vectors, j < SAFE_FACTORS);
        }
    }
}

static void panels(const double *r, int n, const int *nplets, int order, double *work, int vectors, struct sums *sums) {
    const int64_t stride = panel_stride(order);
    for (int v = 0; v < vectors; v++) {
        pack_panels(r, n, nplets + (int64_t)v * L * order, order, work + v * stride);
        sums->determinant[v] = sums->precision[v] = broadcast(1);
        sums->unsound[v] = integers(0);
    }
    factor_panels(work, order, stride, vectors, sums);
    invert_panels(work, order, stride, vectors, sums);
}

static void score(const double *r, int n, const int *nplets, int order, double *work, int vectors, struct sums *sums) {
    switch (order) {
    case 3: small3(r, n, nplets, work, vectors, sums); break;
    case 4: small4(r, n, nplets, work, vectors, sums); break;
    case 5: small5(r, n, nplets, work, vectors, sums); break;
    case 6: small6(r, n, nplets, work, vectors, sums); break;
    case 7: small7(r, n, nplets, work, vectors, sums); break;
    case 8: small8(r, n, nplets, work, vectors, sums); break;
    case 9: small9(r, n, nplets, work, vectors, sums); break;
    case 10: small10(r, n, nplets, work, vectors, sums); break;
    case 11: small11(r, n, nplets, work, vectors, sums); break;
    case 12: small12(r, n, nplets, work, vectors, sums); break;
    default: panels(r, n, nplets, order, work, vectors, sums);
    }
}

/* a0 b0 a1 b1 ... of the lower or upper halves of the lanes. */
#if L == 8
#define LOWER(a, b) __builtin_shuffle(a, b, (I){0, 8, 1, 9, 2, 10, 3, 11})
#define UPPER(a, b) __builtin_shuffle(a, b, (I){4, 12, 5, 13, 6, 14, 7, 15})
#elif L == 4
#define LOWER(a, b) __builtin_shuffle(a, b, (I){0, 4, 1, 5})
#define UPPER(a, b) __builtin_shuffle(a, b, (I){2, 6, 3, 7})
#else
#define LOWER(a, b) __builtin_shuffle(a, b, (I){0, 2})
#define UPPER(a, b) __builtin_shuffle(a, b, (I){1, 3})
#endif

/* TC, DTC, Omega and S of L n-plets [L][4]. */
INLINE void write(int order, const struct sums *sums, int v, double *out) {
    V log_determinant = sums->log_determinant[v];
    /* The two variables of a pair have the same P_ii, 1 / |R_S|: Omega is 0. */
    V log_precision = order == 2 ? -2 * log_determinant : sums->log_precision[v];
    V tc = -0.5 * log_determinant, dtc = 0.5 * (log_determinant + log_precision);
    V o = -log_determinant - 0.5 * log_precision, s = 0.5 * log_precision;
    V tc_o = LOWER(tc, o), dtc_s = LOWER(dtc, s);
    store(out, LOWER(tc_o, dtc_s));
    store(out + L, UPPER(tc_o, dtc_s));
    tc_o = UPPER(tc, o);
    dtc_s = UPPER(dtc, s);
    store(out + 2 * L, LOWER(tc_o, dtc_s));
    store(out + 3 * L, UPPER(tc_o, dtc_s));
}

/*
 * Writes the four measures of every n-plet of a batch; returns how many are left to the canonical routine, and which in `unsound`.
 */
EXPORT(int, oinfo_measures)(const struct batch *batch, int n, int count, int order) {
    double *const work = batch->work;
    const int vectors = vectors_of(order);
    int *padded = (int *)(work + vectors * stride_of(order)), found = 0;
    struct sums sums;
    for (int first = 0; first < count; first += vectors * L) {
        const int used = count - first < vectors * L ? count - first : vectors * L, filled = (used + L - 1) / L;
        const int *from = batch->nplets + (int64_t)first * order;
        if (used < filled * L) {
            for (int i = 0; i < filled * L; i++) {
                for (int c = 0; c < order; c++) {
                    padded[i * order + c] = from[(int64_t)(i < used ? i : used - 1) * order + c];
                }
            }
            from = padded;
        }
        score(batch->r, n, from, order, work, filled, &sums);
        for (int v = 0; v < filled; v++) {
            const int valid = used - v * L < L ? used - v * L : L;
            double *to = batch->out + (int64_t)(first + v * L) * 4, part[4 * L];
            write(order, &sums, v, valid < L ? part : to);
            for (int i = 0; valid < L && i < 4 * valid; i++) {
                to[i] = part[i];
            }
            for (unsigned left = signs(sums.unsound[v]) & ((1u << valid) - 1); left; left &= left - 1) {
                batch->unsound[found++] = first + v * L + __builtin_ctz(left);
            }
        }
    }
    return found;
}
