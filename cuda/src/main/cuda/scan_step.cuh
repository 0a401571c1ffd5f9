// One n-plet of the pair-stationary scan: its minors, and what a thread keeps of its pairs.
#pragma once
#include "scan_memory.cuh"

namespace oinfo {

// Levels. At the first three only candidates are reported: of the high end, the low end, both. SUMMED is added to the other two where
// determinants are summed.
enum PairLevel { HIGH = 1, LOW = 2, BOTH = 3, PLAIN = 4, FULL = 8, SUMMED = 16 };

__host__ __device__ constexpr bool extremesOnly(int level) { return level <= BOTH; }
__host__ __device__ constexpr bool isFull(int level) { return (level & FULL) != 0; }
__host__ __device__ constexpr bool isSummed(int level) { return (level & SUMMED) != 0; }
__host__ __device__ constexpr bool wantsHigh(int level) { return level != LOW; }
__host__ __device__ constexpr bool wantsLow(int level) { return level != HIGH; }

// Positive numbers order as their (high) words do, negative ones have a negative word.
__device__ __forceinline__ int word(double x) { return __double2hiint(x); }
__device__ __forceinline__ int word(float x) { return __float_as_int(x); }

// Minors below it are not trusted. In doubles one more than the guard's word, so that the guard itself holds.
template <class T> __device__ constexpr int leastWord() { return std::is_same_v<T, double> ? 0x3f1a36e2 + 1 : 0x3c800000; }

// The same in single precision, 2^-6: with |x|, |P|, u <= 1 and eps = 2^-24, |error of d| <= 12 eps (x, u and P rounded once,
// m and w once more, d once), a relative error of 12 eps / LEAST_MINOR at most.
constexpr double LEAST_MINOR = 0x1p-6;

// Bound on the relative error of d_0^(k-2) and of h g together in single precision: 2k - 5 minors, and some 3k roundings.
template <int M> __host__ __device__ constexpr double singleError() {
    return 1.05 * 0x1p-24 * ((2 * M + 1) * 12 / LEAST_MINOR + 3 * (M + 3) + 10);
}

// x^E by squaring.
template <int E, class T> __device__ __forceinline__ T power(T x) {
    if constexpr (E == 1) {
        return x;
    } else if constexpr (E % 2 == 0) {
        const T half = power<E / 2>(x);
        return half * half;
    } else {
        return power<E - 1>(x) * x;
    }
}

// Stops the compiler from making a value again instead of keeping it in a register.
__device__ __forceinline__ void keep(double &x) {
#ifdef __CUDA_ARCH__
    asm volatile("" : "+d"(x));
#else
    (void)x;
#endif
}
__device__ __forceinline__ void keep(float &x) {
#ifdef __CUDA_ARCH__
    asm volatile("" : "+f"(x));
#else
    (void)x;
#endif
}

__device__ __forceinline__ bool inFloatRange(double x) { return x > 1e-30 && x < 1e30; }

// The pairs of a thread. Level extremes keeps h times each threshold, so that a comparison is one multiply-add.
template <int M, int LEVEL, class T> struct Pairs {
    using S = Shape<M>;
    T p[M + 1][S::ROWS][S::COLUMNS];
    T first[S::ROWS][S::COLUMNS];      // h, at level extremes times the only or the high threshold
    T second[S::ROWS][S::COLUMNS];     // at level BOTH h times the low threshold
    double high, low;                       // thresholds, above level extremes

    __device__ __forceinline__ void setThresholds(double highest, double lowest) {
        high = highest;
        low = lowest;
    }

    __device__ __forceinline__ void set(int a, int b, const double *correlations, double h, double high_, double low_) {
#pragma unroll
        for (int c = 0; c <= M; ++c) p[c][a][b] = (T)correlations[c];
        first[a][b] = (T)(!extremesOnly(LEVEL) ? h : LEVEL == LOW ? h * low_ : h * high_);
        if constexpr (LEVEL == BOTH) second[a][b] = (T)(h * low_);
        if constexpr (std::is_same_v<T, float>) {
            // Out of the range of floats: P_0 = 2 makes d_0 negative, and nothing is trusted.
            if ((wantsLow(LEVEL) && !inFloatRange(h * low_)) || (wantsHigh(LEVEL) && !inFloatRange(h * high_))) p[0][a][b] = 2;
        }
        if constexpr (LEVEL == BOTH) {
            keep(first[a][b]);
            keep(second[a][b]);
        }
    }
};

// Which pairs of a thread are n-plets at this q: all of them, or those with q < j < l < n.
template <int M, bool MASKED> struct Mask {
    int q, j, l, ty, tx, n;                 // j and l: first of the warp

    __device__ __forceinline__ bool operator()(int a, int b) const {
        if constexpr (!MASKED) return true;
        const int jj = j + position(ty, a, 8), ll = l + position(tx, b, 16);
        return jj > q && ll > jj && ll < n;
    }
};

// d_0, its power k - 2, g = w_0 prod d_i and the least word of what has to be trusted; exp(2 Omega) = power tau_q / (h g).
template <class T> struct Minors {
    T d0, power, g;
    int least;
};

template <int M, int LEVEL, class T> __device__ __forceinline__ Minors<T> minors(
        const Pairs<M, LEVEL, T> &pairs, const Strip<M, T> &strip, int a, int b) {
    const T m0 = fma(-strip.xj[0][a], strip.xl[0][b], pairs.p[0][a][b]);
    T g = strip.uj[0][a] * strip.ul[0][b];
    const T d0 = fma(-m0, m0, g);
    int least = word(d0);
#pragma unroll
    for (int c = 1; c <= M; ++c) {
        const T m = fma(-strip.xj[c][a], strip.xl[c][b], pairs.p[c][a][b]);
        const T d = fma(-m, m, strip.uj[c][a] * strip.ul[c][b]);
        g *= d;
        // In doubles the product will do, see PairPrefix of the CPU twin.
        if constexpr (std::is_same_v<T, float>) least = min(least, word(d));
    }
    if constexpr (std::is_same_v<T, double>) least = min(least, word(g));
    return {d0, power<M + 1>(d0), g, least};
}

// Pairs of a thread, bit a * COLUMNS + b.
struct Found {
    u32 high, low, unsound;
};

template <int M> __device__ __forceinline__ u32 bit(int a, int b) { return 1u << (a * Shape<M>::COLUMNS + b); }

// x >= 0, by its sign bit.
template <class T> __device__ __forceinline__ bool positive(T x) { return word(x) >= 0; }

} // namespace oinfo
