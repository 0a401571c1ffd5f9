// What every kernel of this module stands on: integer types, warp and block constants, shared memory, exponents.
//
// Compiled by nvcc it is CUDA; compiled by g++ it is the CPU shim (src/test/cuda/shim), which runs the same source as
// fibers. Code here and in the kernels may use only what both know.
#pragma once

#ifdef __CUDACC__
#include <cstdint>
#else
#include "cuda_shim.h"
#endif

namespace oinfo {

using u32 = unsigned int;
/** CUDA's atomics know `unsigned long long`, not uint64_t, which is another type on Linux. */
using u64 = unsigned long long;
using i64 = long long;

static_assert(sizeof(u32) == 4 && sizeof(u64) == 8 && sizeof(i64) == 8, "sizes that the host packs");

constexpr int WARP = 32;
constexpr u32 ALL_LANES = 0xffffffffu;

/** ln 2, as org.oinfo.kernels.Canonical has it. */
constexpr double LN2 = 0.6931471805599453;

/** Canonical.GUARD: an n-plet with some conditional variance 1/P_ii below this is left to the host. */
constexpr double GUARD = 1e-4;

/** Index of this thread among all threads of the launch. */
__device__ __forceinline__ u64 globalThread() { return static_cast<u64>(blockIdx.x) * blockDim.x + threadIdx.x; }

/** Index of this thread in its warp. */
__device__ __forceinline__ int laneIndex() { return static_cast<int>(threadIdx.x % WARP); }

/** The block's dynamic shared memory, 16-byte aligned, of the size given at launch. */
__device__ __forceinline__ unsigned char *dynamicSharedBytes() {
#ifdef __CUDACC__
    extern __shared__ __align__(16) unsigned char bytes[];
    return bytes;
#else
    return static_cast<unsigned char *>(shim::dynamicShared());
#endif
}

template <class T> __device__ __forceinline__ T *dynamicShared() { return reinterpret_cast<T *>(dynamicSharedBytes()); }

/** Binary exponent of a positive normal double: x = mantissa * 2^exponent, mantissa in [1, 2). */
__device__ __forceinline__ int exponentOf(double x) { return (__double2hiint(x) >> 20) - 1023; }

/** Mantissa, in [1, 2), of a positive normal double. */
__device__ __forceinline__ double mantissaOf(double x) {
    return __hiloint2double((__double2hiint(x) & 0x000fffff) | 0x3ff00000, __double2loint(x));
}

/** Sum over the lanes of a warp, the same bits in each; every lane must call it. */
template <class T> __device__ __forceinline__ T warpSum(T x) {
#pragma unroll
    for (int apart = WARP / 2; apart > 0; apart /= 2) {
        x += __shfl_xor_sync(ALL_LANES, x, apart);
    }
    return x;
}

} // namespace oinfo
