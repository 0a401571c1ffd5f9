// General-order scan, a thread per run of ranks: orders 2 and 9 to 12 (any order of 2..12 by template).
//
// N-plets that follow each other share all members but the last, but for every (N-k+1)/k-th on average. So a thread keeps
// for the prefix A of k-1 members: L^-1 of R_A = L diag(d) L^T, 1/d, kappa_i = (R_A^-1)_ii and |R_A| (the factor and the
// inverse of precision_thread.cuh), and borders it with one more variable j, r = R_Aj:
//   y = L^-1 r;  s = 1 - sum_i y_i^2 / d_i;  b = L^-T (y / d);  P_ii = kappa_i + b_i^2 / s;  P_jj = 1 / s;  |R_S| = |R_A| s
//   exp(-2 Omega) = |R_S|^2 prod P
// Only r is gathered for an n-plet, k-1 values that lie next to those of the n-plet before. At level extremes no logarithm is
// taken but for candidates; else one.
//
// Ladder: double-precision instructions per n-plet of a lane, counted in the cubin without logarithms; the waiting of lanes
// simulated on the real sequences of prefixes, runs of 256.
//                                              N = 60, k = 9    N = 100, k = 9    N = 60, k = 12
//   whole matrix for every n-plet                  368              368               778      gathers k (k-1) / 2 values
//   prefix kept, no lane waiting                   157              139               331      gathers k-1
//   prefix kept, lanes waiting                     490              473               886      this kernel
// Lanes wait for the one whose prefix has the most n-plets, which eats what keeping the prefix saves in arithmetic; the
// gathers stay saved. Prefixes sorted by their last member have equal numbers of n-plets and reach the middle line, but a
// range of lexicographic ranks is then no range of prefixes: not done here.
#pragma once

#include "precision_thread.cuh"
#include "scan_recorder.cuh"

namespace oinfo {

/** The first M members of an n-plet of order M+1 of n variables, in registers. */
template <int M> struct Prefix {
    int members[M];
    ThreadMatrix<M> inverseFactor;
    double inversePivot[M];
    double kappa[M];
    double determinant;
    bool sound;

    /** Sets the members to those of a rank and returns the last member of that n-plet. */
    __device__ __forceinline__ int unrank(const RankScan &scan, u64 rank) {
        const u64 *binomial = scan.binomial;
        constexpr int WIDTH = M + 2;
        u64 after = binomial[scan.n * WIDTH + M + 1] - 1 - rank;
        int m = scan.n;
        int last = 0;
#pragma unroll
        for (int i = 0; i <= M; ++i) {
            // The largest m below the last with C(m, left) <= after; the member is n-1-m.
            const int left = M + 1 - i;
            do {
                --m;
            } while (binomial[m * WIDTH + left] > after);
            after -= binomial[m * WIDTH + left];
            last = scan.n - 1 - m;
            if (i < M) {
                members[i] = last;
            }
        }
        return last;
    }

    /** Steps to the next prefix in lexicographic order; the last one stays as it is. */
    __device__ __forceinline__ void next(int n) {
        bool stepped = false;
#pragma unroll
        for (int i = M - 1; i >= 0; --i) {
            if (!stepped && members[i] < n - 1 - M + i) {
                stepped = true;
                ++members[i];
#pragma unroll
                for (int j = i + 1; j < M; ++j) {
                    members[j] = members[j - 1] + 1;
                }
            }
        }
    }

    __device__ __forceinline__ void factorise(const double *__restrict__ r, int n) {
#pragma unroll
        for (int row = 1; row < M; ++row) {
            inverseFactor.gatherRow(r, n, members, row);
        }
        sound = true;
        determinant = factor(inverseFactor, inversePivot, sound);
        invert(inverseFactor, inversePivot, kappa);
    }

    /** exp(-2 Omega) of the prefix and variable j; isSound as by the guard. */
    __device__ __forceinline__ double border(const double *__restrict__ r, int n, int j, bool &isSound) {
        double y[M];
#pragma unroll
        for (int i = 0; i < M; ++i) {
            y[i] = __ldg(r + static_cast<i64>(members[i]) * n + j);
        }
        double s = 1;
        // Rows from the last up: y_i needs the r_t above it, which are still there.
#pragma unroll
        for (int i = M - 1; i >= 0; --i) {
#pragma unroll
            for (int t = 0; t < i; ++t) {
                y[i] = fma(inverseFactor.at(i, t), y[t], y[i]);
            }
            const double scaled = y[i] * inversePivot[i];
            s = fma(-y[i], scaled, s);
            y[i] = scaled;
        }
        const double inverse = reciprocal(s);
        isSound = sound && s > 0 && inverse <= 1 / GUARD;
        double product = determinant * determinant * s;
#pragma unroll
        for (int i = 0; i < M; ++i) {
#pragma unroll
            for (int t = i + 1; t < M; ++t) {
                y[i] = fma(inverseFactor.at(t, i), y[t], y[i]);
            }
            const double p = fma(y[i] * y[i], inverse, kappa[i]);
            isSound = isSound && p <= 1 / GUARD;
            product *= p;
        }
        return product;
    }
};

/** Scans the ranks of this thread, order K. */
template <int K, Level LEVEL> __device__ __forceinline__ void scanRanksThread(const RankScan &scan, Recorder<LEVEL> &recorder) {
    constexpr int M = K - 1;
    const Run run(scan, globalThread());
    // Without logarithms at level extremes: exp(-2 Omega) between these is no candidate. They are a little too wide.
    const double mostRedundant = exp(-2 * scan.highest) * (1 + 1e-12);
    const double mostSynergistic = exp(-2 * scan.lowest) * (1 - 1e-12);
    Prefix<M> prefix;
    int leaf = 0;
    if (run.begin < run.end) {
        leaf = prefix.unrank(scan, run.begin);
    }
    for (u64 rank = run.begin; rank < run.end;) {
        prefix.factorise(scan.r, scan.n);
        const u32 before = recorder.soundCount();
        double omegas = 0;
        for (; leaf < scan.n && rank < run.end; ++leaf, ++rank) {
            bool sound;
            const double product = prefix.border(scan.r, scan.n, leaf, sound);
            if (LEVEL == Level::extremes && sound && product > mostRedundant && product < mostSynergistic) {
                continue;
            }
            // A pair has no Omega, not even rounding noise.
            const double omega = recorder.record(rank, sound, K == 2 ? 0.0 : -0.5 * log(product));
            if (LEVEL == Level::full && sound) {
                omegas += omega;
                recorder.addVariable(leaf, 1, omega);
            }
        }
        if (LEVEL == Level::full) {
            const u32 leaves = recorder.soundCount() - before;
#pragma unroll
            for (int i = 0; i < M; ++i) {
                recorder.addVariable(prefix.members[i], leaves, omegas);
            }
        }
        prefix.next(scan.n);
        leaf = prefix.members[M - 1] + 1;
    }
}

} // namespace oinfo
