/* Every determinant of a cell, and every product of P_hh: PrincipalMinors and PrecisionProducts in org.oinfo.kernels.simd.lattice. */
#ifndef OINFO_LATTICE_MINORS_H
#define OINFO_LATTICE_MINORS_H

#include "lattice.h"

/* Takes the last of q variables, p, in: the Schur complement of the others; step: -s_pj / s_pp for every j, then 1 / s_pp [q][L]. */
INLINE void eliminate(const double *m, int q, double *next, double *step) {
    const double *row = m + PACKED(q - 1);
    V inverse = broadcast(1) / load(row + (q - 1) * L);
    store(step + (q - 1) * L, inverse);
    for (int i = 0; i < q - 1; i++) {
        V factor = -(load(row + i * L) * inverse);
        store(step + i * L, factor);
        for (int j = 0; j <= i; j++, m += L, next += L) {
            store(next, fma(load(row + j * L), factor, load(m)));
        }
    }
}

/* The eight minors of the first three variables, times f. */
INLINE void minors_of_three(V f, V s00, V s10, V s11, V s20, V s21, V s22, double *out) {
    V ac = s00 * s11 - s10 * s10, ag = s00 * s22 - s20 * s20, u = s00 * s21 - s10 * s20;
    store(out, f);
    store(out + L, f * s00);
    store(out + 2 * L, f * s11);
    store(out + 3 * L, f * ac);
    store(out + 4 * L, f * s22);
    store(out + 5 * L, f * ag);
    store(out + 6 * L, f * (s11 * s22 - s21 * s21));
    store(out + 7 * L, f * ((ac * ag - u * u) / s00));
}

INLINE void minors_leaf(V f, const double *m, double *out) {
    V m00 = load(m), m10 = load(m + L), m11 = load(m + 2 * L), m20 = load(m + 3 * L), m21 = load(m + 4 * L), m22 = load(m + 5 * L);
    V m30 = load(m + 6 * L), m31 = load(m + 7 * L), m32 = load(m + 8 * L), m33 = load(m + 9 * L);
    minors_of_three(f, m00, m10, m11, m20, m21, m22, out);
    V inverse = broadcast(-1) / m33, t0 = m30 * inverse, t1 = m31 * inverse, t2 = m32 * inverse;
    minors_of_three(f * m33, fma(t0, m30, m00), fma(t1, m30, m10), fma(t1, m31, m11), fma(t2, m30, m20), fma(t2, m31, m21),
                    fma(t2, m32, m22), out + 8 * L);
}

/* Writes all minors of the first q variables, times f, to out [2^q][L]. */
static void minors(struct lattice *s, V f, const double *m, int q, double *out) {
    if (q == MINORS_LEAF) {
        minors_leaf(f, m, out);
        return;
    }
    double *next = s->minor_levels[q - 1];
    eliminate(m, q, next, s->step);
    minors(s, f * load(m + PACKED(q) - L), next, q - 1, out + (L << (q - 1)));
    minors(s, f, m, q - 1, out);
}

/* Takes the last of q variables in; the result is in the buffers of level q-1. */
INLINE void include(struct lattice *s, struct buffers from, int q) {
    const struct buffers to = s->buffers[q - 1];
    const int width = s->members * L;
    eliminate(from.matrix, q, to.matrix, s->step);
    V inverse = load(s->step + (q - 1) * L);
    for (int h = 0; h < width; h += L) {
        V bp = load(from.borders + q * width + h);
        store(to.borders + h, fma(bp * bp, inverse, load(from.borders + h)));
        for (int j = 0, at = width + h; j < q - 1; j++, at += width) {
            store(to.borders + at, fma(bp, load(s->step + j * L), load(from.borders + at)));
        }
    }
}

INLINE void products_leaf(const double *s, const double *border, int width, double *out) {
    V one = broadcast(1), s10 = load(s + L), s11 = load(s + 2 * L), s20 = load(s + 3 * L), s21 = load(s + 4 * L), s22 = load(s + 5 * L);
    /* v1_0 is the inverse variance of variable 1 given 0, f the negative regression coefficients. */
    V v0 = one / load(s), v1 = one / s11, v2 = one / s22;
    V f1on0 = -(s10 * v0), f2on0 = -(s20 * v0), f2on1 = -(s21 * v1);
    V s22_0 = fma(f2on0, s20, s22), s21_0 = fma(f2on0, s10, s21);
    V v1_0 = one / fma(f1on0, s10, s11), v2_0 = one / s22_0, v2_1 = one / fma(f2on1, s21, s22);
    V f2on1_0 = -(s21_0 * v1_0), v2_01 = one / fma(f2on1_0, s21_0, s22_0);
    V p0 = one, p1 = one, p2 = one, p3 = one, p4 = one, p5 = one, p6 = one, p7 = one;
    for (const double *h = border; h < border + width; h += L) {
        V kappa = load(h), b0 = load(h + width), b1 = load(h + 2 * width), b2 = load(h + 3 * width);
        V kappa0 = fma(b0 * b0, v0, kappa), kappa1 = fma(b1 * b1, v1, kappa);
        V b1_0 = fma(b0, f1on0, b1), b2_0 = fma(b0, f2on0, b2), b2_1 = fma(b1, f2on1, b2), b2_01 = fma(b1_0, f2on1_0, b2_0);
        V kappa01 = fma(b1_0 * b1_0, v1_0, kappa0);
        p0 = p0 * kappa;
        p1 = p1 * kappa0;
        p2 = p2 * kappa1;
        p3 = p3 * kappa01;
        p4 = p4 * fma(b2 * b2, v2, kappa);
        p5 = p5 * fma(b2_0 * b2_0, v2_0, kappa0);
        p6 = p6 * fma(b2_1 * b2_1, v2_1, kappa1);
        p7 = p7 * fma(b2_01 * b2_01, v2_01, kappa01);
    }
    store(out, p0);
    store(out + L, p1);
    store(out + 2 * L, p2);
    store(out + 3 * L, p3);
    store(out + 4 * L, p4);
    store(out + 5 * L, p5);
    store(out + 6 * L, p6);
    store(out + 7 * L, p7);
}

/* Writes the product of the P_hh of all members, for every subset of the first q variables, to out [2^q][L]. */
static void products(struct lattice *s, struct buffers from, int q, double *out) {
    if (q == PRODUCTS_LEAF) {
        products_leaf(from.matrix, from.borders, s->members * L, out);
        return;
    }
    include(s, from, q);
    products(s, s->buffers[q - 1], q - 1, out + (L << (q - 1)));
    products(s, from, q - 1, out);
}

#endif
