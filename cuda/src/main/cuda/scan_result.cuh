// What a scan kernel writes, shared by the pair-stationary and the general-order scan, and how it is written.
//
// Everything that blocks accumulate together is an integer, so the order in which they come does not matter: results are
// the same bits whatever the schedule. A double sum is added as fixed point in two parts, see addFixed. The host reads
// sum = high * 2^-16 + low * 2^-44 from the two words as signed 64-bit integers.
//
// Layouts are fixed: the Java side packs and reads these structures by byte offset.
#pragma once

#include "device.cuh"

namespace oinfo {

/**
 * An n-plet that the host has to score with its canonical routine: one that is unsound, or at or beyond a threshold.
 * 32 bytes. scan_pairs finds it by (item, q, thread); scan_ranks sets item to its lexicographic rank, q and thread to 0.
 */
struct Candidate {
    u64 item;    //  0
    u32 q;       //  8
    u32 thread;  // 12
    u32 high;    // 16  scan_ranks 1, scan_pairs a bit per pair of the thread: Omega may be >= the highest threshold
    u32 low;     // 20  likewise: Omega may be <= the lowest threshold
    u32 unsound; // 24  likewise: in no count or sum; the host decides whether it is singular
    u32 unused;  // 28
};

/** Where a scan writes; device pointers, all words start at zero. 56 bytes. */
struct ScanResult {
    u64 *counts;           //  0  [3] sound n-plets, of those redundancy-dominated, synergy-dominated
    u64 *sums;             //  8  [8] Omega high, low; Omega^2 high, low; nats, nats^2, see addFixed; determinants, see addFine
    u64 *perVariable;      // 16  [3*n] of each variable: count of its n-plets, Omega high, low; null below level full
    u64 *histogram;        // 24  [HISTOGRAM_BINS] n-plets by Omega, see histogramBin; null below level full
    Candidate *candidates; // 32  [capacity]
    u32 *found;            // 40  [1] candidates found, counted past the capacity: then the host repeats with less
    u32 capacity;          // 48
    u32 unused;            // 52
};

static_assert(sizeof(Candidate) == 32, "the host reads candidates by offset");
static_assert(sizeof(ScanResult) == 56, "the host packs the pointers by offset");

/** Words of fixed point: multiples of 2^-16 and, for what is left, of 2^-44. */
constexpr double HIGH_UNIT = 65536.0;
constexpr double LOW_UNIT = 17592186044416.0;

/**
 * Adds x to the fixed-point sum words[0] (high), words[1] (low), to the nearest 2^-44.
 *
 * What is left for the low word is at most 2^-17, 2^27 units: 2^36 additions cannot overflow it, whatever their signs. An
 * addition rounds by at most 2^-45 = 2.8e-14 nats, so means stay within 1e-13 even when single n-plets are added.
 */
__device__ __forceinline__ void addFixed(u64 *words, double x) {
    const double units = rint(x * HIGH_UNIT);
    const double left = x - units / HIGH_UNIT;
    atomicAdd(&words[0], static_cast<u64>(static_cast<i64>(units)));
    atomicAdd(&words[1], static_cast<u64>(static_cast<i64>(rint(left * LOW_UNIT))));
}

/** Words of a fine sum: multiples of 2^-16, 2^-44, 2^-72 and 2^-100. */
constexpr int FINE_WORDS = 4;
constexpr double FINER = 268435456.0;

/**
 * Adds x, 0 <= x < 2^46, to the fixed-point sum words[0..3], to the nearest 2^-100: determinants of strongly correlated variables are
 * small. What is left for a word is at most 2^27 of its units, so that 2^36 additions cannot overflow it. The differences are exact.
 */
__device__ __forceinline__ void addFine(u64 *words, double x) {
    double unit = HIGH_UNIT;
    for (int word = 0; word < FINE_WORDS; ++word) {
        const double units = rint(x * unit);
        atomicAdd(&words[word], static_cast<u64>(static_cast<i64>(units)));
        x -= units / unit;
        unit *= FINER;
    }
}

/** Reports a candidate; beyond the capacity it is only counted. */
__device__ __forceinline__ void report(const ScanResult &result, const Candidate &candidate) {
    const u32 at = atomicAdd(result.found, 1u);
    if (at < result.capacity) {
        result.candidates[at] = candidate;
    }
}

// Bins of org.oinfo.kernels.OmegaHistogram: 0 overflow | 1..SIDE synergy, large to small | balanced | redundancy | overflow.
constexpr int LOWEST_EXPONENT = -33;
constexpr int HIGHEST_EXPONENT = 127;
constexpr int SIDE_BINS = (HIGHEST_EXPONENT - LOWEST_EXPONENT + 1) * 8 - 5;
constexpr i64 FIRST_STEP = (static_cast<i64>(1023 + LOWEST_EXPONENT) << 3) + 5;
constexpr int BALANCED_BIN = SIDE_BINS + 1;
constexpr int HISTOGRAM_BINS = 2 * SIDE_BINS + 3;

/** |Omega| up to this, in nats, is balanced. */
constexpr double BALANCED = 1e-10;

/** Bin of an n-plet that is not balanced; x = e^(2|Omega|) - 1, infinity falls into the overflow bin. */
__device__ __forceinline__ int histogramBin(bool redundant, double x) {
    i64 step = (__double_as_longlong(x) >> 49) - FIRST_STEP;
    step = step < 0 ? 0 : step > SIDE_BINS ? SIDE_BINS : step;
    const int away = 1 + static_cast<int>(step);
    return redundant ? BALANCED_BIN + away : BALANCED_BIN - away;
}

/** Bin of any finite Omega, in nats. */
__device__ __forceinline__ int histogramBin(double omega) {
    return fabs(omega) <= BALANCED ? BALANCED_BIN : histogramBin(omega > 0, expm1(2 * fabs(omega)));
}

} // namespace oinfo
