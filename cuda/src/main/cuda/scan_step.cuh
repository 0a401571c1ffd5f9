// One n-plet of the pair-stationary scan: its minors, and what a thread keeps of its pairs.
#pragma once
#include "scan_memory.cuh"

namespace oinfo {

// Levels. At the first three only candidates are reported: of the high end, the low end, both.
enum PairLevel { HIGH = 1, LOW = 2, BOTH = 3, PLAIN = 4, FULL = 8 };

__host__ __device__ constexpr bool extremesOnly(int level) { return level <= BOTH; }
__host__ __device__ constexpr bool wantsHigh(int level) { return level != LOW; }
__host__ __device__ constexpr bool wantsLow(int level) { return level != HIGH; }

// Positive doubles order as their high words do; one more than the guard's, so that the guard itself holds.
constexpr int GUARD_WORD = 0x3f1a36e2 + 1;

// x^E by squaring.
template <int E> __device__ __forceinline__ double power(double x) {
    if constexpr (E == 1) {
        return x;
    } else if constexpr (E % 2 == 0) {
        const double half = power<E / 2>(x);
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

// The pairs of a thread. Level extremes keeps h times each threshold, so that a comparison is one multiply-add.
template <int M, int LEVEL> struct Pairs {
    using S = Shape<M>;
    double p[M + 1][S::ROWS][S::COLUMNS];
    double first[S::ROWS][S::COLUMNS];      // h, at level extremes times the only or the high threshold
    double second[S::ROWS][S::COLUMNS];     // at level BOTH h times the low threshold
    double high, low;                       // thresholds, above level extremes

    __device__ __forceinline__ void setThresholds(double highest, double lowest) {
        high = highest;
        low = lowest;
    }

    __device__ __forceinline__ void set(int a, int b, const double *correlations, double h, double high_, double low_) {
#pragma unroll
        for (int c = 0; c <= M; ++c) p[c][a][b] = correlations[c];
        first[a][b] = !extremesOnly(LEVEL) ? h : LEVEL == LOW ? h * low_ : h * high_;
        if constexpr (LEVEL == BOTH) {
            second[a][b] = h * low_;
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

// d_0, its power k - 2, and g = w_0 prod d_i; exp(2 Omega) = power tau_q / (h g).
struct Minors {
    double d0, power, g;
};

template <int M, int LEVEL> __device__ __forceinline__ Minors minors(
        const Pairs<M, LEVEL> &pairs, const Strip<M> &strip, int a, int b) {
    const double m0 = fma(-strip.xj[0][a], strip.xl[0][b], pairs.p[0][a][b]);
    double g = strip.uj[0][a] * strip.ul[0][b];
    const double d0 = fma(-m0, m0, g);
#pragma unroll
    for (int c = 1; c <= M; ++c) {
        const double m = fma(-strip.xj[c][a], strip.xl[c][b], pairs.p[c][a][b]);
        g *= fma(-m, m, strip.uj[c][a] * strip.ul[c][b]);
    }
    return {d0, power<M + 1>(d0), g};
}

// The smaller high word: below GUARD_WORD when one of the two is below the guard, negative included.
__device__ __forceinline__ int lightest(const Minors &x) { return min(__double2hiint(x.d0), __double2hiint(x.g)); }

// Pairs of a thread, bit a * COLUMNS + b.
struct Found {
    u32 high, low, unsound;
};

template <int M> __device__ __forceinline__ u32 bit(int a, int b) { return 1u << (a * Shape<M>::COLUMNS + b); }

// x >= 0, by its sign bit.
__device__ __forceinline__ bool positive(double x) { return __double2hiint(x) >= 0; }

} // namespace oinfo
