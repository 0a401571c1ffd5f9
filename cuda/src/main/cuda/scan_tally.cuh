// What a thread records of its steps, one variant per group of levels:
//   step() scores all pairs at one q and says whether find() should say which of them the host must look at.
#pragma once
#include "scan_determinants.cuh"
#include "scan_step.cuh"

namespace oinfo {

// Sum over the block in a fixed order, for thread 0; every thread must call it.
template <int M, class P, class T>
__device__ __forceinline__ T blockSum(PairShared<M, P> &shared, int slot, int thread, T x) {
    const T ofWarp = warpSum(x);
    __syncthreads();
    if (thread % WARP == 0) shared.sums[thread / WARP][slot] = ofWarp;
    __syncthreads();
    T sum = 0;
    for (int warp = 0; warp < THREADS / WARP; ++warp) sum += (T)shared.sums[warp][slot];
    return sum;
}

// Adds the counts of each thread.
__device__ __forceinline__ void addCounts(const ScanResult &result, int thread, u32 scored, u32 redundant, u32 synergistic) {
    const u32 counts[3] = {warpSum(scored), warpSum(redundant), warpSum(synergistic)};
    if (thread % WARP < 3) atomicAdd(&result.counts[thread % WARP], (u64)counts[thread % WARP]);
}

// Level extremes: nothing but candidates.
template <int M, int LEVEL, class T> struct Tally {
    using S = Shape<M>;

    __device__ __forceinline__ void begin() {}

    template <bool MASKED> __device__ __forceinline__ bool step(
            const ScanParams &, const Pairs<M, LEVEL, T> &pairs, const Strip<M, T> &strip, const Mask<M, MASKED> &mask,
            DeterminantStep<M, false> &, u32 *, int, int) {
        int light = 0x7fffffff, high = -1, low = -1;      // AND of sign bits: negative while nothing was found
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a)
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                const Minors<T> x = minors(pairs, strip, a, b);
                const T g = M >= 2 ? x.g * strip.inverseTau : x.g;
                const bool ok = mask(a, b);
                light = min(light, ok ? x.least : 0x7fffffff);
                if constexpr (wantsHigh(LEVEL)) {
                    const int sign = word(fma(-pairs.first[a][b], g, x.power));
                    high &= ok ? sign : -1;
                }
                if constexpr (wantsLow(LEVEL)) {
                    const T h = LEVEL == BOTH ? pairs.second[a][b] : pairs.first[a][b];
                    const int sign = word(fma(h, g, -x.power));
                    low &= ok ? sign : -1;
                }
            }
        return (high & low) >= 0 || light < leastWord<T>();
    }

    template <bool MASKED> __device__ __forceinline__ Found find(
            const ScanParams &, const Pairs<M, LEVEL, T> &pairs, const Strip<M, T> &strip, const Mask<M, MASKED> &mask) {
        Found found{0, 0, 0};
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a)
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                if (!mask(a, b)) continue;
                const Minors<T> x = minors(pairs, strip, a, b);
                const T g = M >= 2 ? x.g * strip.inverseTau : x.g;
                if (x.least < leastWord<T>()) {
                    found.unsound |= bit<M>(a, b);
                    continue;
                }
                if (wantsHigh(LEVEL) && positive(fma(-pairs.first[a][b], g, x.power))) found.high |= bit<M>(a, b);
                const T h = LEVEL == BOTH ? pairs.second[a][b] : pairs.first[a][b];
                if (wantsLow(LEVEL) && positive(fma(h, g, -x.power))) found.low |= bit<M>(a, b);
            }
        return found;
    }

    __device__ __forceinline__ void end(
            const ScanParams &, PairShared<M, T> &, const ScanItem &, int, int, int, int, int) {}
};

} // namespace oinfo

#include "scan_plain.cuh"
#include "scan_full.cuh"
