// CUDA's vector types, warp collectives, atomics and bit intrinsics over the fibers of cuda_shim.h, which includes this.
//
// Warp collectives take a mask as CUDA's do: every lane in it that has not exited must call the same one with the same
// mask. A shuffle that reads a lane which does not take part stops the program. Atomics are plain reads and writes (fibers
// are not preempted), but in permuted order other threads may run in between calls.
#pragma once

#include <math.h>
#include <type_traits>

struct alignas(16) double2 {
    double x, y;
};
struct alignas(8) float2 {
    float x, y;
};
struct alignas(16) float4 {
    float x, y, z, w;
};
struct alignas(8) int2 {
    int x, y;
};
struct alignas(8) uint2 {
    unsigned x, y;
};
inline double2 make_double2(double x, double y) { return {x, y}; }
inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
inline int2 make_int2(int x, int y) { return {x, y}; }
inline uint2 make_uint2(unsigned x, unsigned y) { return {x, y}; }

namespace shim {

template <class To, class From> inline To bits(From from) {
    static_assert(sizeof(To) == sizeof(From), "same size");
    To to;
    std::memcpy(&to, &from, sizeof to);
    return to;
}

template <class T> inline std::uint64_t pack(T value) {
    static_assert(sizeof(T) <= 8, "a lane exchanges at most 8 bytes");
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, &value, sizeof value);
    return bytes;
}

/** What lane `source` of this warp offered; the reader's own value where `inside` is false, as CUDA has it. */
template <class T> inline T shuffle(const char *name, unsigned mask, T value, unsigned source, bool inside) {
    const Fiber &f = exchange(name, mask, pack(value));
    if (!inside) {
        return value;
    }
    if ((f.mask >> source & 1) == 0) {
        fail("shuffle reads a lane that does not take part");
    }
    T result;
    std::memcpy(&result, &f.received[source], sizeof result);
    return result;
}

inline unsigned ballot(const char *name, unsigned mask, bool predicate) {
    const Fiber &f = exchange(name, mask, predicate);
    unsigned votes = 0;
    for (unsigned lane = 0; lane < LANES; ++lane) {
        votes |= static_cast<unsigned>(f.received[lane] & 1) << lane;
    }
    return votes;
}

inline unsigned lane() { return threadIdx.x % LANES; }

} // namespace shim

// Barriers and warp collectives.
inline void __syncthreads() { shim::blockBarrier("__syncthreads"); }
inline void __syncwarp(unsigned mask = ~0u) { shim::exchange("__syncwarp", mask, 0); }
inline void __threadfence() {}
inline void __threadfence_block() {}
inline unsigned __ballot_sync(unsigned mask, int p) { return shim::ballot("__ballot_sync", mask, p != 0); }
inline int __any_sync(unsigned mask, int p) { return shim::ballot("__any_sync", mask, p != 0) != 0; }
inline int __all_sync(unsigned mask, int p) { return shim::ballot("__all_sync", mask, p == 0) == 0; }

template <class T> inline T __shfl_sync(unsigned mask, T value, int source, int width = 32) {
    const unsigned last = static_cast<unsigned>(width) - 1;
    return shim::shuffle("__shfl_sync", mask, value, (shim::lane() & ~last) | (static_cast<unsigned>(source) & last), true);
}
template <class T> inline T __shfl_xor_sync(unsigned mask, T value, int bits, int width = 32) {
    const unsigned last = static_cast<unsigned>(width) - 1;
    const unsigned source = shim::lane() ^ static_cast<unsigned>(bits);
    return shim::shuffle("__shfl_xor_sync", mask, value, source, source <= (shim::lane() | last));
}
template <class T> inline T __shfl_down_sync(unsigned mask, T value, unsigned delta, int width = 32) {
    const unsigned last = static_cast<unsigned>(width) - 1;
    const unsigned source = shim::lane() + delta;
    return shim::shuffle("__shfl_down_sync", mask, value, source, source <= (shim::lane() | last));
}
template <class T> inline T __shfl_up_sync(unsigned mask, T value, unsigned delta, int width = 32) {
    const unsigned last = static_cast<unsigned>(width) - 1;
    const unsigned source = shim::lane() - delta;
    return shim::shuffle("__shfl_up_sync", mask, value, source, (shim::lane() & last) >= delta);
}

// Atomics: return the old value.
namespace shim {

template <class T, class F> inline T update(T *at, F change) {
    perhapsYield();
    const T old = *at;
    *at = change(old);
    return old;
}

} // namespace shim

// The value's type is not deduced (common_type), so that literals convert as they do in CUDA.
template <class T> inline T atomicAdd(T *at, typename std::common_type<T>::type v) {
    return shim::update(at, [v](T old) { return static_cast<T>(old + v); });
}
template <class T> inline T atomicMin(T *at, typename std::common_type<T>::type v) {
    return shim::update(at, [v](T old) { return v < old ? v : old; });
}
template <class T> inline T atomicMax(T *at, typename std::common_type<T>::type v) {
    return shim::update(at, [v](T old) { return v > old ? v : old; });
}
template <class T> inline T atomicOr(T *at, typename std::common_type<T>::type v) {
    return shim::update(at, [v](T old) { return old | v; });
}
template <class T> inline T atomicExch(T *at, typename std::common_type<T>::type v) {
    return shim::update(at, [v](T) { return v; });
}
template <class T> inline T atomicCAS(T *at, typename std::common_type<T>::type expected, typename std::common_type<T>::type v) {
    return shim::update(at, [expected, v](T old) { return old == expected ? v : old; });
}

// Bits, loads and arithmetic.
template <class T> inline T __ldg(const T *at) { return *at; }
inline int __double2hiint(double d) { return static_cast<int>(shim::bits<std::int64_t>(d) >> 32); }
inline int __double2loint(double d) { return static_cast<int>(shim::bits<std::int64_t>(d)); }
inline double __hiloint2double(int high, int low) {
    return shim::bits<double>(static_cast<std::uint64_t>(static_cast<unsigned>(high)) << 32 | static_cast<unsigned>(low));
}
inline long long __double_as_longlong(double d) { return shim::bits<long long>(d); }
inline double __longlong_as_double(long long b) { return shim::bits<double>(b); }
inline int __float_as_int(float f) { return shim::bits<int>(f); }
inline float __int_as_float(int b) { return shim::bits<float>(b); }
inline unsigned __float_as_uint(float f) { return shim::bits<unsigned>(f); }
inline float __uint_as_float(unsigned b) { return shim::bits<float>(b); }
inline int __popc(unsigned x) { return __builtin_popcount(x); }
inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
inline int __ffs(int x) { return __builtin_ffs(x); }
inline int __ffsll(long long x) { return __builtin_ffsll(x); }
inline int __clz(int x) { return x == 0 ? 32 : __builtin_clz(static_cast<unsigned>(x)); }
inline int __clzll(long long x) { return x == 0 ? 64 : __builtin_clzll(static_cast<unsigned long long>(x)); }
inline long long __double2ll_rn(double d) { return llrint(d); }
inline long long __mul64hi(long long a, long long b) { return static_cast<long long>(static_cast<__int128>(a) * b >> 64); }
inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
    return static_cast<unsigned long long>(static_cast<unsigned __int128>(a) * b >> 64);
}
inline float __frcp_rn(float x) { return 1.0f / x; }
inline double __drcp_rn(double x) { return 1.0 / x; }
inline float __fdividef(float x, float y) { return x / y; }
inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
// A template, because some C libraries declare a function of this name.
template <class T> inline T rsqrt(T x) { return T(1) / sqrt(x); }
template <class T> inline T min(T a, T b) { return b < a ? b : a; }
template <class T> inline T max(T a, T b) { return a < b ? b : a; }
