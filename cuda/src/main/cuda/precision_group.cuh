// Determinant and diagonal of the inverse of one correlation matrix per group of threads, in shared memory.
//
// The group is a warp (orders to 64) or a block of 128 (orders to 128). The matrix is the packed lower triangle, padded
// with identity rows to a multiple of four so that no panel is narrow:
//
//   row 0   x                     entry (i, j), j <= i, at i (i+1) / 2 + j
//   row 1   x x                   R_S, then L with 1/L_ii on the diagonal, then L^-1: all in place
//   row 2   x x x
//
// Cholesky R_S = L L^T goes by panels of four columns, L^-1 by panels of four rows; a thread owns the rows (then the
// columns) of its rank modulo the group's size. P_jj = sum_i (L^-1)_ij^2; a pivot that is not positive becomes a NaN and
// ends in some P_jj.
//
// Ladder (counted from the source, not timed): one column at a time needs 3 shared-memory wavefronts and a dependent
// step per multiplication; panels of four load each entry once for four multiplications, 6 wavefronts for 4, keep four
// independent sums, and need a barrier per panel instead of per column. The 4 x 4 diagonal blocks are factored by every
// thread again: cheaper than to wait for one. Consecutive rows of the triangle fall on different banks.
// Not done: rows padded to 16 bytes, so that the panel's entries come as double2 (would save 2 of the 6 wavefronts).
#pragma once

#include "arithmetic.cuh"

namespace oinfo {

constexpr int PANEL = 4;

/** Order padded to whole panels. */
__host__ __device__ constexpr int paddedOrder(int order) { return (order + PANEL - 1) / PANEL * PANEL; }

/** Doubles of shared memory that the matrix of one n-plet takes. */
__host__ __device__ constexpr int packedSize(int order) { return paddedOrder(order) * (paddedOrder(order) + 1) / 2; }

__device__ __forceinline__ int packedAt(int row, int column) { return row * (row + 1) / 2 + column; }

/** The lanes of a warp; orders up to 64. */
struct WarpGroup {
    static constexpr int SIZE = WARP;
    static constexpr int OWNED = 2; // rows of a thread

    __device__ __forceinline__ int rank() const { return laneIndex(); }
    __device__ __forceinline__ void sync() const { __syncwarp(); }
    __device__ __forceinline__ bool all(bool x) const { return __all_sync(ALL_LANES, x) != 0; }
    __device__ __forceinline__ ScaledProduct product(const ScaledProduct &x) const { return warpProduct(x); }
};

/** The 128 threads of a block; orders up to 128. */
struct BlockGroup {
    static constexpr int SIZE = 128;
    static constexpr int OWNED = 1;
    static constexpr int WARPS = SIZE / WARP;

    __device__ __forceinline__ int rank() const { return static_cast<int>(threadIdx.x); }
    __device__ __forceinline__ void sync() const { __syncthreads(); }
    __device__ __forceinline__ bool all(bool x) const {
        __shared__ int votes[WARPS];
        const int vote = __all_sync(ALL_LANES, x);
        if (laneIndex() == 0) {
            votes[threadIdx.x / WARP] = vote;
        }
        __syncthreads();
        return votes[0] && votes[1] && votes[2] && votes[3];
    }
    __device__ __forceinline__ ScaledProduct product(ScaledProduct x) const {
        __shared__ double mantissas[WARPS];
        __shared__ int exponents[WARPS];
        x = warpProduct(x);
        if (laneIndex() == 0) {
            mantissas[threadIdx.x / WARP] = x.mantissa;
            exponents[threadIdx.x / WARP] = x.exponent;
        }
        __syncthreads();
        ScaledProduct whole;
        for (int w = 0; w < WARPS; ++w) {
            whole.multiply(mantissas[w]);
            whole.exponent += exponents[w];
        }
        return whole;
    }
};

/** |R_S|, the product of the P_ii, and whether every 1/P_ii >= GUARD; the same in all threads of the group. */
struct GroupProducts {
    ScaledProduct determinant;
    ScaledProduct precision;
    bool sound;
};

/** Gathers R_S of the n-plet members [order] into matrix [packedSize(order)]; r [n*n] row-major, unit diagonal. */
template <class Group>
__device__ __forceinline__ void gather(Group group, const double *__restrict__ r, int n, const int *__restrict__ members,
                                       int order, double *matrix) {
    for (int own = 0; own < Group::OWNED; ++own) {
        const int column = group.rank() + own * Group::SIZE;
        const int source = column < order ? __ldg(members + column) : 0;
        for (int row = column; row < paddedOrder(order); ++row) {
            const bool inside = column < row && row < order;
            // R is symmetric: the row of the member that all threads share, so that neighbours read neighbours.
            matrix[packedAt(row, column)] =
                inside ? __ldg(r + static_cast<i64>(__ldg(members + row)) * n + source) : row == column ? 1.0 : 0.0;
        }
    }
    group.sync();
}

/** Lower triangle of a diagonal block of four, read by every thread of the group; the diagonal as it is stored. */
struct DiagonalBlock {
    double entry[PANEL][PANEL];

    __device__ __forceinline__ void read(const double *matrix, int first) {
#pragma unroll
        for (int i = 0; i < PANEL; ++i) {
#pragma unroll
            for (int j = 0; j <= i; ++j) {
                entry[i][j] = matrix[packedAt(first + i, first + j)];
            }
        }
    }

    /** Factors the block: the diagonal becomes 1/L_ii. Returns the product of the pivots. */
    __device__ __forceinline__ double factor() {
        double pivots = 1;
#pragma unroll
        for (int j = 0; j < PANEL; ++j) {
            pivots *= entry[j][j];
            entry[j][j] = reciprocalRoot(entry[j][j]);
#pragma unroll
            for (int i = j + 1; i < PANEL; ++i) {
                entry[i][j] *= entry[j][j];
#pragma unroll
                for (int c = j + 1; c <= i; ++c) {
                    entry[i][c] = fma(-entry[i][j], entry[c][j], entry[i][c]);
                }
            }
        }
        return pivots;
    }
};

/** Factors in place and returns the determinant. */
template <class Group> __device__ __forceinline__ ScaledProduct factor(Group group, double *matrix, int padded) {
    ScaledProduct determinant;
    for (int first = 0; first < padded; first += PANEL) {
        double v[Group::OWNED][PANEL];
#pragma unroll
        for (int own = 0; own < Group::OWNED; ++own) {
            const int row = group.rank() + own * Group::SIZE;
            const bool active = row >= first && row < padded;
            const int last = active ? min(PANEL - 1, row - first) : -1; // last of the panel's columns in this row
#pragma unroll
            for (int c = 0; c < PANEL; ++c) {
                v[own][c] = c <= last ? matrix[packedAt(row, first + c)] : 0.0;
            }
            for (int t = 0; active && t < first; ++t) {
                const double x = matrix[packedAt(row, t)];
#pragma unroll
                for (int c = 0; c < PANEL; ++c) {
                    v[own][c] = fma(-x, matrix[packedAt(first + c, t)], v[own][c]);
                }
            }
#pragma unroll
            for (int c = 0; c < PANEL; ++c) {
                if (c <= last && row < first + PANEL) {
                    matrix[packedAt(row, first + c)] = v[own][c];
                }
            }
        }
        group.sync();
        DiagonalBlock block;
        block.read(matrix, first);
        determinant.multiply(block.factor());
        group.sync();
#pragma unroll
        for (int own = 0; own < Group::OWNED; ++own) {
            const int row = group.rank() + own * Group::SIZE;
#pragma unroll
            for (int c = 0; c < PANEL; ++c) {
#pragma unroll
                for (int t = 0; t < c; ++t) {
                    v[own][c] = fma(-v[own][t], block.entry[c][t], v[own][c]);
                }
                v[own][c] *= block.entry[c][c];
                if (row >= first + c && row < padded) {
                    matrix[packedAt(row, first + c)] = row == first + c ? block.entry[c][c] : v[own][c];
                }
            }
        }
        group.sync();
    }
    return determinant;
}

/** Inverts the factor in place; p [OWNED] becomes the P_jj of the thread's columns, 1 for columns that do not exist. */
template <class Group>
__device__ __forceinline__ void invert(Group group, double *matrix, int padded, double (&p)[Group::OWNED]) {
#pragma unroll
    for (int own = 0; own < Group::OWNED; ++own) {
        p[own] = group.rank() + own * Group::SIZE < padded ? 0.0 : 1.0;
    }
    for (int first = 0; first < padded; first += PANEL) {
        DiagonalBlock block;
        block.read(matrix, first);
        double x[Group::OWNED][PANEL];
#pragma unroll
        for (int own = 0; own < Group::OWNED; ++own) {
            const int column = group.rank() + own * Group::SIZE;
            double sum[PANEL] = {0, 0, 0, 0};
            // All lanes of a warp run through the same t, so that the panel's entries are read once for all of them.
            for (int t = column - laneIndex(); t < first; ++t) {
                const double above = t >= column ? matrix[packedAt(t, column)] : 0.0;
#pragma unroll
                for (int c = 0; c < PANEL; ++c) {
                    sum[c] = fma(matrix[packedAt(first + c, t)], above, sum[c]);
                }
            }
#pragma unroll
            for (int c = 0; c < PANEL; ++c) {
#pragma unroll
                for (int t = 0; t < c; ++t) {
                    sum[c] = fma(block.entry[c][t], x[own][t], sum[c]);
                }
                const double diagonal = block.entry[c][c];
                x[own][c] = first + c > column ? -sum[c] * diagonal : first + c == column ? diagonal : 0.0;
                p[own] = fma(x[own][c], x[own][c], p[own]);
            }
        }
        group.sync();
#pragma unroll
        for (int own = 0; own < Group::OWNED; ++own) {
            const int column = group.rank() + own * Group::SIZE;
#pragma unroll
            for (int c = 0; c < PANEL; ++c) {
                if (first + c > column) {
                    matrix[packedAt(first + c, column)] = x[own][c];
                }
            }
        }
        group.sync();
    }
}

/** Products of a gathered matrix, which is overwritten. */
template <class Group> __device__ __forceinline__ GroupProducts groupProducts(Group group, double *matrix, int order) {
    GroupProducts products;
    products.determinant = factor(group, matrix, paddedOrder(order));
    double p[Group::OWNED];
    invert(group, matrix, paddedOrder(order), p);
    ScaledProduct precision;
    bool sound = true;
#pragma unroll
    for (int own = 0; own < Group::OWNED; ++own) {
        sound = sound && p[own] <= 1 / GUARD;
        precision.multiply(p[own]);
    }
    products.sound = group.all(sound);
    products.precision = group.product(precision);
    return products;
}

} // namespace oinfo
