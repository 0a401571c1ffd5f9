// Determinant and diagonal of the inverse of one small correlation matrix per thread, in registers.
//
// Square-root-free Cholesky R_S = L diag(d) L^T by rows in ascending order, then L^-1 in place by rows:
//   |R_S| = prod d_i,   P_jj = sum_{i>=j} (L^-1)_ij^2 / d_i
// as org.oinfo.kernels.Canonical does it, unrolled by a template so that every entry is a register.
//
// Ladder, for measures_4, _8, _12 on sm_90 (counted in the cubin: double-precision / all instructions, registers; no
// spills in any, and none for the orders between):
//   1/d by division       137 / 359, 34    361 / 734, 84    873 / 1447, 168    a call for special values at every pivot
//   1/d by reciprocal()   114 / 288, 32    330 / 606, 78    834 / 1278, 168    no calls, two branches left
// Of these 56 or so are the two logarithms. Right-looking instead of row by row took 204 registers at order 12.
#pragma once

#include "arithmetic.cuh"

namespace oinfo {

/** |R_S|, the product of the P_ii, and whether every 1/P_ii >= GUARD; without that the products mean nothing. */
struct ThreadProducts {
    double determinant;
    double precision;
    bool sound;
};

/** Strictly lower triangle of a K x K matrix by rows, with the indices of its n-plet. */
template <int K> struct ThreadMatrix {
    double below[K == 1 ? 1 : K * (K - 1) / 2];

    __device__ __forceinline__ double &at(int row, int column) { return below[row * (row - 1) / 2 + column]; }

    /** Gathers row `row` of R_S: r [n*n] row-major with unit diagonal, members [K] ascending. */
    __device__ __forceinline__ void gatherRow(const double *__restrict__ r, int n, const int (&members)[K], int row) {
        const double *source = r + static_cast<i64>(members[row]) * n;
#pragma unroll
        for (int column = 0; column < K; ++column) {
            if (column < row) {
                at(row, column) = __ldg(source + members[column]);
            }
        }
    }
};

/** Factors in place: the matrix becomes L; inverse [K] becomes 1/d. Returns the determinant; sound turns false unless d > 0. */
template <int K> __device__ __forceinline__ double factor(ThreadMatrix<K> &m, double (&inverse)[K], bool &sound) {
    double determinant = 1;
    inverse[0] = 1;
#pragma unroll
    for (int a = 1; a < K; ++a) {
        double pivot = 1;
        // Entries first hold L_ab d_b, then L_ab: both enter the pivot.
#pragma unroll
        for (int b = 1; b < a; ++b) {
#pragma unroll
            for (int t = 0; t < b; ++t) {
                m.at(a, b) = fma(-m.at(a, t), m.at(b, t), m.at(a, b));
            }
        }
#pragma unroll
        for (int b = 0; b < a; ++b) {
            const double scaled = m.at(a, b);
            m.at(a, b) = scaled * inverse[b];
            pivot = fma(-scaled, m.at(a, b), pivot);
        }
        sound = sound && pivot > 0;
        determinant *= pivot;
        inverse[a] = reciprocal(pivot);
    }
    return determinant;
}

/** Inverts L in place; p [K] becomes the P_jj. */
template <int K>
__device__ __forceinline__ void invert(ThreadMatrix<K> &m, const double (&inverse)[K], double (&p)[K]) {
#pragma unroll
    for (int i = 0; i < K; ++i) {
        p[i] = inverse[i];
#pragma unroll
        for (int j = 0; j < i; ++j) {
            double v = -m.at(i, j);
#pragma unroll
            for (int t = j + 1; t < i; ++t) {
                v = fma(-m.at(i, t), m.at(t, j), v);
            }
            m.at(i, j) = v;
            p[j] = fma(v * v, inverse[i], p[j]);
        }
    }
}

/** Products of a gathered matrix, which is overwritten. Sound ones of order 12 stay within 1e-48 and 1e48. */
template <int K> __device__ __forceinline__ ThreadProducts threadProducts(ThreadMatrix<K> &m) {
    static_assert(2 <= K && K <= 12, "beyond 12 the registers do not suffice");
    ThreadProducts products{1, 1, true};
    double inverse[K];
    double p[K];
    products.determinant = factor(m, inverse, products.sound);
    invert(m, inverse, p);
#pragma unroll
    for (int j = 0; j < K; ++j) {
        products.sound = products.sound && p[j] <= 1 / GUARD;
        products.precision *= p[j];
    }
    return products;
}

} // namespace oinfo
