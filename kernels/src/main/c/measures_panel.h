/*
 * Any order: org.oinfo.kernels.simd.measures.PanelBatch, whose layout this is, with tiles as large as the registers hold.
 *
 *   panel 0 | panel 1 ...  panel p [4p+4 columns][4 rows][L]: rows 4p..4p+3 of R_S, then of -U
 *   inverse   [4P][L]      -1/d of every row
 *   w         [4P][4][L]   four columns of U^-1
 */
#ifndef OINFO_MEASURES_PANEL_H
#define OINFO_MEASURES_PANEL_H

#include "measures.h"

#define COLUMN (4 * L)
#define TILE (4 * COLUMN)
/* Rows of a tile with four columns. */
#define TILE_ROWS (OINFO_BITS == 512 ? 4 : 2)

INLINE int64_t panel_at(int p) { return (int64_t)p * (p + 1) / 2 * TILE; }
INLINE int64_t row_at(int i) { return panel_at(i / 4) + i % 4 * L; }
INLINE int64_t inverse_at(int order) { return panel_at((order + 3) / 4); }
INLINE int64_t w_at(int order) { return inverse_at(order) + (order + 3) / 4 * COLUMN; }
INLINE int64_t panel_stride(int order) { return w_at(order) + (order + 3) / 4 * TILE; }

/* Indices that one load brings; 16 bits hold them, because a matrix of more variables fits into no array. */
#define INDICES (L < 4 ? L : 4)

/*
 * The correlations of L n-plets, all lanes of an element at once; an odd order gets a row of zeros, a variable without correlations, which
 * changes nothing. Loads are what it waits for, so several indices come with one.
 */
static void pack_panels(const double *r, int n, const int *nplet, int order, double *to) {
    /* [order][L], where W will be. */
    uint16_t *columns = (uint16_t *)(to + w_at(order));
    for (int lane = 0; lane < L; lane++) {
        for (int c = 0; c < order; c++) {
            columns[c * L + lane] = (uint16_t)nplet[lane * order + c];
        }
    }
    for (int i = 1; i < order; i++) {
        const double *rows[L];
        EACH(lane, L) { rows[lane] = r + (int64_t)columns[i * L + lane] * n; }
        double *row = to + row_at(i);
        for (int c = 0; c < i; c++) {
            V x;
            EACH(part, L / INDICES) {
                uint64_t some = 0;
                __builtin_memcpy(&some, columns + c * L + part * INDICES, 2 * INDICES);
                /* Else they would be loaded one by one. */
                __asm__("" : "+r"(some));
                EACH(lane, INDICES) { x[part * INDICES + lane] = rows[part * INDICES + lane][some >> 16 * lane & 0xFFFF]; }
            }
            store(row + c * COLUMN, x);
        }
    }
    if (order % 2) {
        for (int c = 0; c < order; c++) {
            store(to + row_at(order) + c * COLUMN, broadcast(0));
        }
    }
}

/*
 * Rows j .. j+size-1 of their panel: -U of the columns before j from X there, then the diagonal tile, d and -1/d.
 */
INLINE void factor_diagonal(int size, double *m, int j, int64_t inverse, struct sums *sums, int v) {
    double *x = m + row_at(j), *own = x + j * COLUMN, *weights = m + inverse;
    V a[4][4];
    EACH(r, size) {
        EACH(c, r) { a[r][c] = load(own + c * COLUMN + r * L); }
        a[r][r] = broadcast(1);
    }
    for (int t = 0; t < j; t++) {
        V weight = load(weights + t * L), u[4];
        EACH(r, size) {
            V p = load(x + t * COLUMN + r * L);
            u[r] = p * weight;
            EACH(c, r + 1) { a[r][c] = fma(p, u[c], a[r][c]); }
            store(x + t * COLUMN + r * L, u[r]);
        }
    }
    V product = sums->determinant[v];
    I unsound = sums->unsound[v];
    EACH(c, size) {
        V weight = -1 / a[c][c], u[4];
        EACH(r, size) {
            if (r > c) {
                u[r] = a[r][c] * weight;
                store(own + c * COLUMN + r * L, u[r]);
                EACH(e, r + 1) { if (e > c) { a[r][e] = fma(a[r][c], u[e], a[r][e]); } }
            }
        }
        store(weights + (j + c) * L, weight);
        product = product * a[c][c];
        unsound |= (I)(a[c][c] - GUARD);
    }
    sums->determinant[v] = product;
    sums->unsound[v] = unsound;
}

/* X of rows i .. i+size-1 in the four columns from j on. */
INLINE void factor_tile(int size, double *m, int i, int j) {
    double *x = m + row_at(i), *own = x + j * COLUMN;
    const double *u = m + row_at(j);
    V a[4][4];
    EACH(r, size) EACH(c, 4) { a[r][c] = load(own + c * COLUMN + r * L); }
    for (int t = 0; t < j; t++) {
        EACH(r, size) {
            V p = load(x + t * COLUMN + r * L);
            EACH(c, 4) { a[r][c] = fma(p, load(u + t * COLUMN + c * L), a[r][c]); }
        }
    }
    EACH(t, 4) EACH(c, 4) {
        if (c > t) {
            V factor = load(u + (j + t) * COLUMN + c * L);
            EACH(r, size) { a[r][c] = fma(a[r][t], factor, a[r][c]); }
        }
    }
    EACH(r, size) EACH(c, 4) { store(own + c * COLUMN + r * L, a[r][c]); }
}

/* W and -P in the columns from j on, their own `size` rows. */
INLINE void inverse_diagonal(int size, const double *m, int j, int64_t inverse, double *w, V p[4]) {
    const double *own = m + row_at(j) + j * COLUMN, *weights = m + inverse + j * L;
    V a[4][4];
    EACH(r, size) {
        EACH(c, r) {
            a[r][c] = load(own + c * COLUMN + r * L);
            EACH(t, r) { if (t > c) { a[r][c] = fma(load(own + t * COLUMN + r * L), a[t][c], a[r][c]); } }
            store(w + c * L + r * COLUMN, a[r][c]);
            p[c] = fma(a[r][c] * a[r][c], load(weights + r * L), p[c]);
        }
        p[r] = load(weights + r * L);
    }
}

/* The same in rows i .. i+size-1 below. */
INLINE void inverse_tile(int size, const double *m, int i, int j, int64_t inverse, double *w, V p[4]) {
    const double *x = m + row_at(i) + j * COLUMN, *weights = m + inverse + i * L;
    const int depth = i - j;
    V a[4][4];
    EACH(r, size) EACH(c, 4) { a[r][c] = load(x + c * COLUMN + r * L); }
    EACH(c, 4) EACH(t, 4) {
        if (t > c) {
            V factor = load(w + t * COLUMN + c * L);
            EACH(r, size) { a[r][c] = fma(a[r][t], factor, a[r][c]); }
        }
    }
    for (int t = 4; t < depth; t++) {
        EACH(r, size) {
            V u = load(x + t * COLUMN + r * L);
            EACH(c, 4) { a[r][c] = fma(u, load(w + t * COLUMN + c * L), a[r][c]); }
        }
    }
    EACH(r, size) {
        EACH(t, r) {
            V u = load(x + (depth + t) * COLUMN + r * L);
            EACH(c, 4) { a[r][c] = fma(u, a[t][c], a[r][c]); }
        }
        V weight = load(weights + r * L);
        EACH(c, 4) {
            store(w + (depth + r) * COLUMN + c * L, a[r][c]);
            p[c] = fma(a[r][c] * a[r][c], weight, p[c]);
        }
    }
}

#endif
