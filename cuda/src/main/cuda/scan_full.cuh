// Level full: a logarithm of each n-plet, sums for each variable, squares, histogram.
#pragma once
#include "scan_tally.cuh"

namespace oinfo {

// Copies of the histogram in shared memory: the n-plets of a warp are alike and would wait for each other in one.
constexpr int HISTOGRAM_COPIES = 4;

// Sum of Omega and number of n-plets.
struct Share {
    double omega;
    u32 count;

    __device__ __forceinline__ void add(double x) {
        omega += x;
        ++count;
    }

    __device__ __forceinline__ void addTo(u64 *perVariable, int variable) const {
        if (count == 0) return;
        atomicAdd(&perVariable[3 * variable], (u64)count);
        addFixed(&perVariable[3 * variable + 1], omega);
    }
};

template <int M, int LEVEL> struct FullTally {
    using S = Shape<M>;
    Share all, ofJ[S::ROWS], ofL[S::COLUMNS];
    double squares, determinants;
    u32 redundant, synergistic;
    Found found;

    __device__ __forceinline__ void begin() {
        all = {0, 0};
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a) ofJ[a] = {0, 0};
#pragma unroll
        for (int b = 0; b < S::COLUMNS; ++b) ofL[b] = {0, 0};
        squares = determinants = 0;
        redundant = synergistic = 0;
    }

    template <bool MASKED> __device__ __forceinline__ bool step(
            const ScanParams &p, const Pairs<M, LEVEL, double> &pairs, const Strip<M, double> &strip, const Mask<M, MASKED> &mask,
            DeterminantStep<M, isSummed(LEVEL)> &ofStep, u32 *histogram, int q, int lane) {
        found = {0, 0, 0};
        Share ofQ{0, 0};
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a) {
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                if (!mask(a, b)) continue;
                const Minors<double> x = minors(pairs, strip, a, b);
                if (x.least < leastWord<double>()) {
                    found.unsound |= bit<M>(a, b);
                    continue;
                }
                const double g = pairs.first[a][b] * (M >= 2 ? x.g * strip.inverseTau : x.g);
                if (positive(fma(-pairs.high, g, x.power))) found.high |= bit<M>(a, b);
                if (positive(fma(pairs.low, g, -x.power))) found.low |= bit<M>(a, b);
                const double omega = record(x.power, g, histogram + (lane & (HISTOGRAM_COPIES - 1)));
                squares = fma(omega, omega, squares);
                ofQ.add(omega);
                ofJ[a].add(omega);
                ofL[b].add(omega);
                ofStep.add(b, x.d0);
            }
            ofStep.endRow(a);
        }
        determinants = ofStep.addTo(determinants);
        all.omega += ofQ.omega;
        all.count += ofQ.count;
        const Share ofWarp{warpSum(ofQ.omega), warpSum(ofQ.count)};
        if (lane == 0) ofWarp.addTo(p.result.perVariable, q);
        return (found.high | found.low | found.unsound) != 0;
    }

    // Counts an n-plet with exp(2 Omega) = power / g; returns Omega.
    __device__ __forceinline__ double record(double power, double g, u32 *histogram) {
        const bool up = power > g;
        const double x = up ? (power - g) / g : (g - power) / power;
        const double magnitude = 0.5 * log1p(x);
        const bool balanced = magnitude <= BALANCED;
        redundant += up && !balanced ? 1 : 0;
        synergistic += !up && !balanced ? 1 : 0;
        const int bin = balanced ? BALANCED_BIN : histogramBin(up, x);
        atomicAdd(&histogram[bin * HISTOGRAM_COPIES], 1u);
        return up ? magnitude : -magnitude;
    }

    template <bool MASKED> __device__ __forceinline__ Found find(
            const ScanParams &, const Pairs<M, LEVEL, double> &, const Strip<M, double> &, const Mask<M, MASKED> &) {
        return found;
    }

    __device__ __forceinline__ void end(const ScanParams &p, PairShared<M, double> &shared, const ScanItem &item, int thread,
            int warpJ, int warpL, int ty, int tx) {
        addCounts(p.result, thread, all.count, redundant, synergistic);
        const Share ofItem{blockSum(shared, 0, thread, all.omega), blockSum(shared, 0, thread, all.count)};
        const double squaresOfItem = blockSum(shared, 1, thread, squares);
        if (thread == 0) {
            addFixed(p.result.sums, ofItem.omega);
            addFixed(p.result.sums + 2, squaresOfItem);
#pragma unroll
            for (int i = 0; i < M; ++i) ofItem.addTo(p.result.perVariable, item.q[i]);
        }
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a) ofJ[a].addTo(p.result.perVariable, item.j0 + warpJ + position(ty, a, 8));
#pragma unroll
        for (int b = 0; b < S::COLUMNS; ++b) ofL[b].addTo(p.result.perVariable, item.l0 + warpL + position(tx, b, 16));
    }
};

template <int M> struct Tally<M, FULL, double> : FullTally<M, FULL> {};
template <int M> struct Tally<M, FULL | SUMMED, double> : FullTally<M, FULL | SUMMED> {};

} // namespace oinfo
