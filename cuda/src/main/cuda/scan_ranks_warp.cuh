// General-order scan, a warp per run of ranks: orders 13 to 64 (any order of 2..64).
//
// The warp keeps, in shared memory, the rows of M = L^-1 for the members of the current n-plet but the last (packed lower
// triangle, R_A = L L^T), and adds a row for a member j after those in A by bordering, r = R_Aj:
//   y = M r;  s = 1 - |y|^2;  new row of M: x = -(M^T y) / sqrt(s), 1 / sqrt(s)
// Rows depend only on the members up to theirs, so a step to the next n-plet makes anew only the rows from the first
// member that changed: mostly only the last one, which is not even stored:
//   P_ii = sum over rows of M_ti^2 (base, kept in registers for all rows but the last) + x_i^2
//   exp(-2 Omega) = prod P_ii s_i^2, s_i the pivots
// Lanes own rows, then columns, of their rank modulo 32. Sound n-plets of any order have s >= GUARD and P <= 1/GUARD, and
// the product's exponent is split off.
//
// This is another algorithm than that of measures_warp (precision_group.cuh), which has nothing to keep and does a whole
// matrix with half of the loads, but cannot stop after one row.
//
// Ladder (counted): a whole factorisation and inverse in panels takes about k^2/2 steps of 32 lanes; a row takes 2k. The
// number of rows per n-plet is (N+1)/(N-k+1) on average: 1.5 at N = 40, k = 13; 1.9 at k = 20; 6 at N = 35, k = 30.
// Not done: leaves of one prefix in different lanes (there are less than four per prefix where an order above 12 can be
// enumerated at all).
#pragma once

#include "arithmetic.cuh"
#include "scan_recorder.cuh"

namespace oinfo {

/** Doubles of shared memory of a warp: rows of L^-1 and one vector. */
__host__ __device__ constexpr int warpRowsSize(int order) { return order * (order - 1) / 2 + order; }

/** An n-plet of up to 64 variables that a warp holds; lane i owns members (and columns) i and i + 32. */
struct WarpRows {
    static constexpr int OWNED = 2;

    const RankScan &scan;
    double *rows;   // [order*(order-1)/2] rows of L^-1, packed
    double *vector; // [order] what all lanes have to read of a vector
    int members[OWNED];
    double base[OWNED];   // sum over all rows but the last of the squares of a column
    double pivots[OWNED]; // of the rows but the last; 1 where there is none

    __device__ WarpRows(const RankScan &s, double *memory)
        : scan(s), rows(memory), vector(memory + s.order * (s.order - 1) / 2), members{0, 0}, base{0, 0}, pivots{1, 1} {}

    __device__ __forceinline__ int owned(int slot) const { return laneIndex() + slot * WARP; }
    __device__ __forceinline__ double &at(int row, int column) { return rows[row * (row + 1) / 2 + column]; }

    /** Member i, the same in all lanes. */
    __device__ __forceinline__ int member(int i) const {
        const int mine = i < WARP ? members[0] : members[1];
        return __shfl_sync(ALL_LANES, mine, i % WARP);
    }

    /** Sets the members to those of a rank. */
    __device__ void unrank(u64 rank) {
        const u64 *binomial = scan.binomial;
        const int width = scan.order + 1;
        u64 after = binomial[scan.n * width + scan.order] - 1 - rank;
        int m = scan.n;
        for (int i = 0; i < scan.order; ++i) {
            // The largest m below the last with C(m, left) <= after; the member is n-1-m.
            const int left = scan.order - i;
            do {
                --m;
            } while (binomial[m * width + left] > after);
            after -= binomial[m * width + left];
            for (int slot = 0; slot < OWNED; ++slot) {
                members[slot] = owned(slot) == i ? scan.n - 1 - m : members[slot];
            }
        }
    }

    /** Steps the members but the last to the next such prefix; returns the first that changed, or order when there is none. */
    __device__ int nextPrefix() {
        const int prefix = scan.order - 1;
        unsigned canGrow[OWNED];
        for (int slot = 0; slot < OWNED; ++slot) {
            const int i = owned(slot);
            canGrow[slot] = __ballot_sync(ALL_LANES, i < prefix && members[slot] < scan.n - scan.order + i);
        }
        if (canGrow[0] == 0 && canGrow[1] == 0) {
            return scan.order;
        }
        const int first = canGrow[1] != 0 ? 63 - __clz(static_cast<int>(canGrow[1])) : 31 - __clz(static_cast<int>(canGrow[0]));
        const int grown = member(first) + 1;
        for (int slot = 0; slot < OWNED; ++slot) {
            const int i = owned(slot);
            members[slot] = i >= first ? grown + i - first : members[slot];
        }
        return first;
    }

    /** Borders the first `row` rows with a variable: x becomes the lane's entries of the new row; returns the pivot s. */
    __device__ double border(int row, int variable, double (&x)[OWNED], double &inverseRoot) {
        const double *source = scan.r + static_cast<i64>(variable) * scan.n;
        __syncwarp(); // all lanes have read what vector held before
        for (int slot = 0; slot < OWNED; ++slot) {
            if (owned(slot) < row) {
                vector[owned(slot)] = __ldg(source + members[slot]);
            }
        }
        __syncwarp();
        double y[OWNED] = {0, 0};
        for (int slot = 0; slot < OWNED; ++slot) {
            const int i = owned(slot);
            if (i < row) {
                for (int t = 0; t <= i; ++t) {
                    y[slot] = fma(at(i, t), vector[t], y[slot]);
                }
            }
        }
        const double s = 1 - warpSum(fma(y[0], y[0], y[1] * y[1]));
        inverseRoot = reciprocalRoot(s);
        for (int slot = 0; slot < OWNED; ++slot) {
            if (owned(slot) < row) {
                vector[owned(slot)] = y[slot];
            }
        }
        __syncwarp();
        for (int slot = 0; slot < OWNED; ++slot) {
            const int column = owned(slot);
            double sum = 0;
            // All lanes run through the same rows, so that y is read once for all of them.
            for (int t = slot * WARP; t < row; ++t) {
                sum = t >= column ? fma(at(t, column), vector[t], sum) : sum;
            }
            x[slot] = column < row ? -sum * inverseRoot : column == row ? inverseRoot : 0.0;
        }
        return s;
    }

    /** Makes the rows from `first` on anew, up to the one before the last, and the sums of squares of all. */
    __device__ void rebuild(int first) {
        const int prefix = scan.order - 1;
        for (int row = first; row < prefix; ++row) {
            double x[OWNED];
            double inverseRoot;
            const double s = border(row, member(row), x, inverseRoot);
            for (int slot = 0; slot < OWNED; ++slot) {
                if (owned(slot) <= row) {
                    at(row, owned(slot)) = x[slot];
                }
                pivots[slot] = owned(slot) == row ? s : pivots[slot];
            }
            __syncwarp();
        }
        for (int slot = 0; slot < OWNED; ++slot) {
            base[slot] = 0;
            for (int t = owned(slot); t < prefix; ++t) {
                base[slot] = fma(at(t, owned(slot)), at(t, owned(slot)), base[slot]);
            }
        }
    }

    /** Omega of the prefix and one more variable, the same in all lanes; isSound as by the guard. */
    __device__ double score(int variable, bool &isSound) {
        const int last = scan.order - 1;
        double x[OWNED];
        double inverseRoot;
        const double s = border(last, variable, x, inverseRoot);
        ScaledProduct product;
        bool mine = s > 0;
        for (int slot = 0; slot < OWNED; ++slot) {
            const bool exists = owned(slot) <= last;
            const double p = exists ? fma(x[slot], x[slot], base[slot]) : 1.0;
            const double pivot = owned(slot) == last ? s : pivots[slot];
            mine = mine && p <= 1 / GUARD;
            product.multiply(exists ? p * pivot * pivot : 1.0);
        }
        isSound = __all_sync(ALL_LANES, mine) != 0;
        return -0.5 * warpProduct(product).naturalLog();
    }
};

/** Scans the ranks of this warp; memory [warpRowsSize(order)] is its shared memory. */
template <Level LEVEL> __device__ void scanRanksWarp(const RankScan &scan, Recorder<LEVEL> &recorder, double *memory) {
    const Run run(scan, globalThread() / WARP);
    if (run.begin >= run.end) {
        return;
    }
    WarpRows nplet(scan, memory);
    nplet.unrank(run.begin);
    int leaf = nplet.member(scan.order - 1);
    int first = 0;
    for (u64 rank = run.begin; rank < run.end;) {
        nplet.rebuild(first);
        double omegas = 0;
        u32 leaves = 0;
        for (; leaf < scan.n && rank < run.end; ++leaf, ++rank) {
            bool sound;
            const double omega = nplet.score(leaf, sound);
            if (laneIndex() == 0) {
                const double added = recorder.record(rank, sound, scan.order == 2 ? 0.0 : omega);
                if (LEVEL == Level::full && sound) {
                    recorder.addVariable(leaf, 1, added);
                    omegas += added;
                    ++leaves;
                }
            }
        }
        if (LEVEL == Level::full) {
            omegas = __shfl_sync(ALL_LANES, omegas, 0);
            leaves = __shfl_sync(ALL_LANES, leaves, 0);
            for (int slot = 0; slot < WarpRows::OWNED; ++slot) {
                if (nplet.owned(slot) < scan.order - 1) {
                    recorder.addVariable(nplet.members[slot], leaves, omegas);
                }
            }
        }
        first = nplet.nextPrefix();
        leaf = nplet.member(scan.order - 2) + 1;
    }
}

} // namespace oinfo
