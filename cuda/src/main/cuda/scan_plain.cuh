// Level plain: counts, and the sum of Omega from running products, so that no n-plet takes a logarithm of its own.
#pragma once
#include "arithmetic.cuh"
#include "scan_tally.cuh"

namespace oinfo {

// A positive normal number that may be doubled; anything else has left the range of doubles.
__device__ __forceinline__ bool inRange(double x) {
    const int high = word(x);
    return high >= 0x00100000 && high < 0x7fe00000;
}

// Counts and sums of a thread and an item; a step is taken as a whole or, with anything unsound in it, left to the host.
template <int M, int LEVEL> struct PlainTally {
    using S = Shape<M>;
    ScaledProduct minorsOfQ, others;
    double determinants;
    u32 scored, redundant, synergistic;
    bool discarded;

    __device__ __forceinline__ void begin() {
        minorsOfQ = others = ScaledProduct();
        determinants = 0;
        scored = redundant = synergistic = 0;
    }

    template <bool MASKED> __device__ __forceinline__ bool step(
            const ScanParams &p, const Pairs<M, LEVEL, double> &pairs, const Strip<M, double> &strip, const Mask<M, MASKED> &mask,
            DeterminantStep<M, isSummed(LEVEL)> &ofStep, u32 *, int, int) {
        int light = 0x7fffffff, high = -1, low = -1;
        u32 all = 0, notRedundant = 0, notSynergistic = 0;
        double ofMinors = 1, ofOthers = 1;
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a) {
            // Products by row first: one chain of 16 multiplications would wait for itself.
            double rowMinors = 1, rowOthers = 1;
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                const Minors<double> x = minors(pairs, strip, a, b);
                const double g = pairs.first[a][b] * (M >= 2 ? x.g * strip.inverseTau : x.g);
                const bool ok = mask(a, b);
                const int toHigh = __double2hiint(fma(-pairs.high, g, x.power)),
                          toLow = __double2hiint(fma(pairs.low, g, -x.power));
                light = min(light, ok ? x.least : 0x7fffffff);
                high &= ok ? toHigh : -1;
                low &= ok ? toLow : -1;
                const u32 below = (u32)__double2hiint(fma(-p.redundant, g, x.power)) >> 31;
                const u32 above = (u32)__double2hiint(fma(p.synergistic, g, -x.power)) >> 31;
                all += ok ? 1 : 0;
                notRedundant += ok ? below : 0;
                notSynergistic += ok ? above : 0;
                rowMinors *= ok ? x.d0 : 1;
                rowOthers *= ok ? g : 1;
                ofStep.add(b, ok ? x.d0 : 0);
            }
            ofStep.endRow(a);
            ofMinors *= rowMinors;
            ofOthers *= rowOthers;
        }
        discarded = light < leastWord<double>() || !inRange(ofMinors) || !inRange(ofOthers);
        if (!discarded) {
            minorsOfQ.multiply(ofMinors);
            others.multiply(ofOthers);
            determinants = ofStep.addTo(determinants);
            scored += all;
            redundant += all - notRedundant;
            synergistic += all - notSynergistic;
        }
        return discarded || (high & low) >= 0;
    }

    template <bool MASKED> __device__ __forceinline__ Found find(
            const ScanParams &, const Pairs<M, LEVEL, double> &pairs, const Strip<M, double> &strip, const Mask<M, MASKED> &mask) {
        Found found{0, 0, 0};
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a)
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                if (!mask(a, b)) continue;
                if (discarded) {
                    found.unsound |= bit<M>(a, b);
                    continue;
                }
                const Minors<double> x = minors(pairs, strip, a, b);
                const double g = pairs.first[a][b] * (M >= 2 ? x.g * strip.inverseTau : x.g);
                if (positive(fma(-pairs.high, g, x.power))) found.high |= bit<M>(a, b);
                if (positive(fma(pairs.low, g, -x.power))) found.low |= bit<M>(a, b);
            }
        return found;
    }

    __device__ __forceinline__ void end(
            const ScanParams &p, PairShared<M, double> &shared, const ScanItem &, int thread, int, int, int, int) {
        const double omega = 0.5 * ((M + 1) * minorsOfQ.naturalLog() - others.naturalLog());
        addCounts(p.result, thread, scored, redundant, synergistic);
        const double ofItem = blockSum(shared, 0, thread, omega);
        if (thread == 0) addFixed(p.result.sums, ofItem);
    }
};

template <int M> struct Tally<M, PLAIN, double> : PlainTally<M, PLAIN> {};
template <int M> struct Tally<M, PLAIN | SUMMED, double> : PlainTally<M, PLAIN | SUMMED> {};

} // namespace oinfo
