// The pair-stationary scan, orders 3..8: every n-plet of a range of items, see scan_items.cuh.
//
// Launch: blocks of THREADS threads, as many as fit (items are dealt by an atomic counter), sharedBytes<M, LEVEL>() dynamic
// shared memory. `next` must be 0; results are zero before a launch or hold those of launches before. Resumable: any [from, to).
//
// Levels PLAIN and FULL, with SUMMED, add up determinants, too: scan_determinants.cuh.
//
// Each thread keeps ROWS x 4 pairs (j, l) in registers while q streams by, staged CHUNK at a time in shared memory:
//   m_c = P_c[j,l] - x_c[j] x_c[l]    w_c = u_c[j] u_c[l]    d_c = w_c - m_c^2        x_c = P_c[q,.], u_c = 1 - x_c^2
//   exp(2 (Omega - bias)) = d_0^(k-2) / (h w_0 prod_{i>=1} d_i / tau_q)               h = (1 - P_0[j,l]^2) exp(2 bias) / (C tau_j tau_l)
//
// CPU twin: org.oinfo.kernels.simd.pairs.PairScan and PairStationary. Accuracy: as there, Canonical.error / lightest weight.
//
// Ladder (double instructions of a warp for 512 n-plets at k = 4, two ends):
//   one n-plet a thread, Cholesky: about 134 a n-plet                    pairs stay, q streams: 10 a n-plet
//   masks in one loop with the rest made it issue-bound: whole and masked steps are loops of their own
//   soundness by comparing high words as integers: those run beside the double pipe and cost nothing there
#pragma once
#include "scan_tally.cuh"

namespace oinfo {

// 16 for each bin: what lies behind stays aligned.
template <int LEVEL> __host__ __device__ constexpr size_t histogramCopiesBytes() {
    return isFull(LEVEL) ? HISTOGRAM_BINS * HISTOGRAM_COPIES * sizeof(u32) : 0;
}

template <int M, int LEVEL, class T> struct Scanner {
    using S = Shape<M>;
    const ScanParams &p;
    PairShared<M, T> &shared;
    u32 *histogram;
    DeterminantFactors<M> &factors;
    const int thread, lane, warpJ, warpL, ty, tx;

    ScanItem item;
    Pairs<M, LEVEL, T> pairs;
    Tally<M, LEVEL, T> tally;

    __device__ __forceinline__ Scanner(const ScanParams &params, unsigned char *memory)
        : p(params), shared(*(PairShared<M, T> *)memory), histogram((u32 *)(memory + sizeof(PairShared<M, T>))),
          factors(*(DeterminantFactors<M> *)(memory + sizeof(PairShared<M, T>) + histogramCopiesBytes<LEVEL>())),
          thread(threadIdx.x), lane(thread & 31), warpJ((thread >> 6) * S::WARP_J),
          warpL((thread >> 5 & 1) * S::WARP_L), ty(lane >> 3), tx(lane & 7) {}

    __device__ __forceinline__ void run() {
        clearHistogram();
        for (;;) {
            __syncthreads();
            if (thread == 0) shared.item = p.from + atomicAdd(p.next, (u64)1);
            __syncthreads();
            const u64 id = shared.item;
            if (id >= p.to) break;
            item = decodeItem<M>(id, p.n, p.before);
            if (id < p.firstPrefixEnd && item.q0 < p.qFrom) item.q0 = p.qFrom;
            if (id >= p.lastPrefixStart && item.q1 > p.qTo) item.q1 = p.qTo;
            if (item.q0 < item.q1) scanItem(id);
        }
        flushHistogram();
    }

private:
    __device__ __forceinline__ void scanItem(u64 id) {
        if (thread == 0) shared.lightest = __double2hiint(1.0);
        const PairPrefix<M> prefix = preparePrefix<M>(p.r, p.n, item.q);
        __syncthreads();
        prepareVariables(prefix);
        __syncthreads();
        preparePairs(prefix);
        tally.begin();
        const int jFirst = item.j0 + warpJ, jLast = jFirst + S::WARP_J - 1;
        const int lFirst = item.l0 + warpL, lLast = lFirst + S::WARP_L - 1;
        const bool whole = lFirst > jLast && lLast < p.n;
        const bool empty = lLast <= jFirst || jFirst >= p.n - 1 || lFirst >= p.n;
        for (int q = item.q0; q < item.q1; q += S::CHUNK) {
            const int steps = item.q1 - q < S::CHUNK ? item.q1 - q : S::CHUNK;
            __syncthreads();
            stage(q, steps);
            __syncthreads();
            if (empty) continue;
            const int wholeSteps = whole ? clamp(jFirst - q, steps) : 0;
            const int allSteps = clamp(jLast - q, steps);
            int step = 0;
            for (; step < wholeSteps; ++step) runStep<false>(id, q + step, step);
            for (; step < allSteps; ++step) runStep<true>(id, q + step, step);
        }
        tally.end(p, shared, item, thread, warpJ, warpL, ty, tx);
        if constexpr (isSummed(LEVEL)) {
            const double ofItem = blockSum(shared, 0, thread, tally.determinants);
            if (thread == 0) addFine(p.result.sums + 4, factors.ofPrefix * ofItem);
        }
    }

    static __device__ __forceinline__ int clamp(int x, int most) { return x < 0 ? 0 : x > most ? most : x; }

    // Of the tile's variables, then of the segment's.
    __device__ __forceinline__ void prepareVariables(const PairPrefix<M> &prefix) {
        int lightest = __double2hiint(1.0);
        if (isSummed(LEVEL) && thread == 0) factors.ofPrefix = prefix.sound ? prefix.determinant : 0;
        for (int i = thread; i < S::TILE + item.q1 - item.q0; i += THREADS) {
            const bool ofTile = i < S::TILE;
            const int v = ofTile ? tileVariable(i) : item.q0 + i - S::TILE;
            const Variable<M> x = prepareVariable<M>(p.r, p.n, item.q, prefix, v);
            const bool sound = prefix.sound && x.weight >= GUARD;
            if (sound) lightest = min(lightest, __double2hiint(x.weight));
            if (ofTile) shared.tile.put(i, x, sound); else shared.segment.put(i - S::TILE, x, sound);
            if constexpr (isSummed(LEVEL)) (ofTile ? factors.ofTile[i] : factors.ofSegment[i - S::TILE]) = sound ? x.variance : 0;
        }
        if (lightest < __double2hiint(1.0)) atomicMin(&shared.lightest, lightest);
    }

    __device__ __forceinline__ int tileVariable(int i) const {
        const int v = i < S::TILE_J ? item.j0 + i : item.l0 + i - S::TILE_J;
        return v < p.n ? v : p.n - 1;
    }

    __device__ __forceinline__ void preparePairs(const PairPrefix<M> &prefix) {
        // Thresholds of this item: rounding can move Omega by `margin` on either side.
        const double margin = p.error / __hiloint2double(shared.lightest, 0);
        const double slack = 4 * margin + (std::is_same_v<T, float> ? singleError<M>() : 0);
        const double high = p.high * (1 - slack), low = p.low * (1 + slack);
        const double scale = p.scale / prefix.c;
        pairs.setThresholds(high, low);
#pragma unroll
        for (int a = 0; a < S::ROWS; ++a)
#pragma unroll
            for (int b = 0; b < S::COLUMNS; ++b) {
                const int tj = warpJ + position(ty, a, 8), tl = S::TILE_J + warpL + position(tx, b, 16);
                double c[M + 1];
                shared.tile.correlate(p.r[(size_t)tileVariable(tj) * p.n + tileVariable(tl)], tj, shared.tile, tl, c);
                const double h = fma(-c[0], c[0], 1.0) * scale * shared.tile.inverseTau[tj] * shared.tile.inverseTau[tl];
                pairs.set(a, b, c, h, high, low);
            }
    }

    // x and u of the tile's variables at `steps` values of q.
    __device__ __forceinline__ void stage(int q, int steps) {
        for (int i = thread; i < steps * S::TILE; i += THREADS) {
            const int step = i / S::TILE, t = i - step * S::TILE, s = q + step - item.q0;
            double c[M + 1];
            shared.segment.correlate(p.r[(size_t)(q + step) * p.n + tileVariable(t)], s, shared.tile, t, c);
            const bool sound = shared.tile.sound[t] && shared.segment.sound[s];
#pragma unroll
            for (int set = 0; set <= M; ++set) {
                // Both 0 where a variable is unsound: then d_0 is not positive and the n-plet fails the guard.
                shared.x[step][set][t] = sound ? (T)c[set] : 0;
                shared.u[step][set][t] = sound ? (T)fma(-c[set], c[set], 1.0) : 0;
            }
        }
    }

    template <bool MASKED> __device__ __forceinline__ void runStep(u64 id, int q, int step) {
        const Strip<M, T> strip(shared, step, warpJ, warpL, ty, tx, q - item.q0);
        const Mask<M, MASKED> mask{q, item.j0 + warpJ, item.l0 + warpL, ty, tx, p.n};
        DeterminantStep<M, isSummed(LEVEL)> determinants(factors, warpJ, warpL, ty, tx, q - item.q0);
        if (tally.step(p, pairs, strip, mask, determinants, histogram, q, lane)) {
            const Found found = tally.find(p, pairs, strip, mask);
            if (found.high | found.low | found.unsound)
                report(p.result, Candidate{id, (u32)q, (u32)thread, found.high, found.low, found.unsound, 0});
        }
    }

    __device__ __forceinline__ void clearHistogram() {
        if constexpr (isFull(LEVEL))
            for (int i = thread; i < HISTOGRAM_BINS * HISTOGRAM_COPIES; i += THREADS) histogram[i] = 0;
    }

    __device__ __forceinline__ void flushHistogram() {
        if constexpr (isFull(LEVEL)) {
            __syncthreads();
            for (int bin = thread; bin < HISTOGRAM_BINS; bin += THREADS) {
                u64 count = 0;
                for (int copy = 0; copy < HISTOGRAM_COPIES; ++copy) count += histogram[bin * HISTOGRAM_COPIES + copy];
                if (count) atomicAdd(&p.result.histogram[bin], count);
            }
        }
    }
};

template <int M, int LEVEL, class T> __host__ __device__ constexpr size_t sharedBytes() {
    return sizeof(PairShared<M, T>) + histogramCopiesBytes<LEVEL>() + (isSummed(LEVEL) ? sizeof(DeterminantFactors<M>) : 0);
}

template <int M, int LEVEL, class T> __device__ __forceinline__ void scanPairs(const ScanParams &p, unsigned char *memory) {
    Scanner<M, LEVEL, T>(p, memory).run();
}

} // namespace oinfo
