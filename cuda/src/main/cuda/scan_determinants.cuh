// Sums of the determinants of sound n-plets, where a scan is verified:
//
//   |R_S| = |R_QQ| s_q s_j s_l d_0        a thread and a q:  s_q sum_j s_j sum_l s_l d_0, a multiply-add for each n-plet
//
// A thread adds its q in ascending order, the block its threads in a fixed order; |R_QQ| joins once an item, and items are added as integers:
// the same bits whatever the schedule. Bound: org.oinfo.kernels.DeterminantError.
#pragma once
#include "scan_memory.cuh"

namespace oinfo {

// Of an item, in shared memory where determinants are summed; 0 stands for what is not sound.
template <int M> struct alignas(16) DeterminantFactors {
    double ofTile[Shape<M>::TILE], ofSegment[SEGMENT];    // s
    double ofPrefix;                                      // |R_QQ|
};

// The n-plets of a thread at one q, row by row of its pairs.
template <int M, bool SUMMED> struct DeterminantStep {
    using S = Shape<M>;
    const double *varianceQ, *varianceJ;                  // read when they are needed: registers are short
    double varianceL[S::COLUMNS], ofRow = 0, all = 0;

    __device__ __forceinline__ DeterminantStep(
            const DeterminantFactors<M> &factors, int warpJ, int warpL, int ty, int tx, int s)
        : varianceQ(&factors.ofSegment[s]), varianceJ(&factors.ofTile[warpJ + position(ty, 0, 8)]) {
        Strip<M, double>::template load<S::COLUMNS>(&factors.ofTile[S::TILE_J + warpL], tx, 16, varianceL);
    }

    __device__ __forceinline__ void add(int b, double d0) { ofRow = fma(varianceL[b], d0, ofRow); }

    __device__ __forceinline__ void endRow(int a) {
        all = fma(varianceJ[position(0, a, 8)], ofRow, all);
        ofRow = 0;
    }

    __device__ __forceinline__ double addTo(double sum) const { return fma(*varianceQ, all, sum); }
};

// Where determinants are not summed.
template <int M> struct DeterminantStep<M, false> {
    __device__ __forceinline__ DeterminantStep(const DeterminantFactors<M> &, int, int, int, int, int) {}
    __device__ __forceinline__ void add(int, double) {}
    __device__ __forceinline__ void endRow(int) {}
    __device__ __forceinline__ double addTo(double sum) const { return sum; }
};

} // namespace oinfo
