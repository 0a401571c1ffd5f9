// Batched measures: TC, DTC, Omega and S of given n-plets of one order, nats.
//
// CPU twin: org.oinfo.kernels.simd.measures.SimdMeasures; the definition of soundness is org.oinfo.kernels.Canonical's.
//
// Launch contract; all kernels take
//   r [n*n]             correlation matrix, row-major, symmetric, unit diagonal
//   nplets [count*order] variables of the n-plets, n-plet-major, each ascending
//   out [count*4]       TC, DTC, Omega, S of each n-plet; 16-byte aligned
// and, with blocks of 128 threads, grids in x only:
//   measures_2 .. measures_12   thread per n-plet      grid ceil(count/128)   no dynamic shared memory; order is ignored
//   measures_warp               orders 13..64          grid ceil(count/W)     W * packedSize(order) * 8 bytes, where W is
//                               warp per n-plet                               the block's warps: 128 threads make W = 4; fewer
//                                                                             threads (32, 64, 96) where memory is short
//   measures_block              orders 65..128         grid count             packedSize(order) * 8 bytes
//                               block per n-plet
//   packedSize(k) = p (p+1) / 2, p = k rounded up to a multiple of 4: up to 66,560 bytes for W = 4 and order 64, 66,048
//   for order 128. Above 49,152 bytes the function's maximum dynamic shared memory has to be raised first.
//
// An n-plet whose factorisation breaks down, or with some 1/P_ii < GUARD, gets four NaN: the host scores it canonically.
// Others are within 1e-12 (1 + S) of the definition.
//
// Ladder: see precision_thread.cuh and precision_group.cuh. Logarithms: two per n-plet whatever the order, of products;
// a warp or block takes both at once, in two lanes.
// Not done: R packed in shared memory for small N (the gather from L2 bounds orders up to 6 or so).
#pragma once

#include "precision_group.cuh"
#include "precision_thread.cuh"

namespace oinfo {

/** Writes the four measures of an n-plet; NaN where it is not sound. */
__device__ __forceinline__ void writeMeasures(double *out, bool sound, double logDeterminant, double logPrecision) {
    const double nan = __longlong_as_double(0x7ff8000000000000ll);
    const double tc = sound ? -0.5 * logDeterminant : nan;
    const double s = sound ? 0.5 * logPrecision : nan;
    double2 *pairs = reinterpret_cast<double2 *>(out);
    pairs[0] = make_double2(tc, s - tc);
    pairs[1] = make_double2(tc - (s - tc), s);
}

/** One n-plet of order K per thread. */
template <int K>
__device__ __forceinline__ void measuresThread(const double *__restrict__ r, int n, const int *__restrict__ nplets,
                                               int count, double *__restrict__ out) {
    const u64 nplet = globalThread();
    if (nplet >= static_cast<u64>(count)) {
        return;
    }
    int members[K];
#pragma unroll
    for (int i = 0; i < K; ++i) {
        members[i] = __ldg(nplets + nplet * K + i);
    }
    ThreadMatrix<K> matrix;
#pragma unroll
    for (int row = 1; row < K; ++row) {
        matrix.gatherRow(r, n, members, row);
    }
    const ThreadProducts products = threadProducts(matrix);
    const double logDeterminant = log(products.determinant);
    // The two variables of a pair have the same P_ii, 1/|R_S|: Omega is 0, not the rounding noise of two logarithms.
    const double logPrecision = K == 2 ? -2 * logDeterminant : log(products.precision);
    writeMeasures(out + 4 * nplet, products.sound, logDeterminant, logPrecision);
}

/** One n-plet per group; matrix [packedSize(order)] is the group's shared memory. */
template <class Group>
__device__ __forceinline__ void measuresGroup(Group group, const double *__restrict__ r, int n,
                                              const int *__restrict__ members, int order, double *matrix, double *out) {
    gather(group, r, n, members, order, matrix);
    const GroupProducts products = groupProducts(group, matrix, order);
    const double mine = (group.rank() % 2 == 0 ? products.determinant : products.precision).naturalLog();
    const double other = __shfl_xor_sync(ALL_LANES, mine, 1);
    if (group.rank() == 0) {
        writeMeasures(out, products.sound, mine, other);
    }
}

} // namespace oinfo
