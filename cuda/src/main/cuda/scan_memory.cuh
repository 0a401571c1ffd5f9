// Parameters of the pair-stationary scan and what a block of it keeps in shared memory.
#pragma once
#include "scan_items.cuh"
#include "scan_prefix.cuh"
#include "scan_result.cuh"

namespace oinfo {

// Passed by value; the Java side packs it field by field (org.oinfo.cuda.ScanParameters): keep both in step.
struct ScanParams {
    const double *r;                // R [n*n] row-major, unit diagonal
    const u64 *before;              // [M][n+1], see findPrefix; null for order 3
    u64 *next;                      // deals items
    u64 from, to;                   // items of this launch
    u64 firstPrefixEnd;             // items below it belong to the first prefix, of which q starts at qFrom
    u64 lastPrefixStart;            // items from it on belong to the last prefix, of which q ends at qTo
    double scale;                   // exp(2 bias): all of Omega below is less the bias
    double high, low;               // exp(2 Omega) of the thresholds
    double redundant, synergistic;  // exp(2 Omega) where balanced ends
    double error;                   // bound on the rounding of Omega at weight 1, nats
    ScanResult result;
    int n, qFrom, qTo, unused;
};

// Variables side by side, so that threads of neighbouring variables read neighbouring words.
template <int M, int ROOM> struct VariableTable {
    double z[M > 0 ? M : 1][ROOM], c[M > 0 ? M : 1][ROOM], inverseSd[M + 1][ROOM], inverseTau[ROOM];
    bool sound[ROOM];

    // A variable that is not sound gets values that do no harm: its n-plets fail the guard, see Scanner::stage.
    __device__ __forceinline__ void put(int at, const Variable<M> &v, bool ok) {
#pragma unroll
        for (int i = 0; i < M; ++i) {
            z[i][at] = ok ? v.z[i] : 0;
            c[i][at] = ok ? v.c[i] : 0;
        }
#pragma unroll
        for (int i = 0; i <= M; ++i) inverseSd[i][at] = ok ? v.inverseSd[i] : 0;
        inverseTau[at] = ok ? v.inverseTau : 1;
        sound[at] = ok;
    }

    __device__ __forceinline__ Side<M> side(int at) const { return {&z[0][at], &c[0][at], &inverseSd[0][at], ROOM}; }

    template <int OTHER> __device__ __forceinline__ void correlate(
            double r, int at, const VariableTable<M, OTHER> &table, int other, double *out) const {
        partialCorrelations<M>(r, side(at), table.side(other), out);
    }
};

template <int M> struct alignas(16) PairShared {
    using S = Shape<M>;
    double x[S::CHUNK][M + 1][S::TILE], u[S::CHUNK][M + 1][S::TILE];
    VariableTable<M, S::TILE> tile;
    VariableTable<M, SEGMENT> segment;
    double sums[THREADS / 32][2];   // Omega and Omega^2 of each warp
    u64 item;
    int lightest;                   // high word of the smallest weight of a sound variable
};

// What a thread reads of one q.
template <int M> struct Strip {
    using S = Shape<M>;
    double xj[M + 1][S::ROWS], uj[M + 1][S::ROWS], xl[M + 1][S::COLUMNS], ul[M + 1][S::COLUMNS];
    double inverseTau;

    __device__ __forceinline__ Strip(
            const PairShared<M> &shared, int step, int warpJ, int warpL, int ty, int tx, int s) {
#pragma unroll
        for (int c = 0; c <= M; ++c) {
            load<S::ROWS>(&shared.x[step][c][warpJ], ty, 8, xj[c]);
            load<S::ROWS>(&shared.u[step][c][warpJ], ty, 8, uj[c]);
            load<S::COLUMNS>(&shared.x[step][c][S::TILE_J + warpL], tx, 16, xl[c]);
            load<S::COLUMNS>(&shared.u[step][c][S::TILE_J + warpL], tx, 16, ul[c]);
        }
        inverseTau = M >= 2 ? shared.segment.inverseTau[s] : 1;
    }

    // Values position(t, 0..COUNT-1, half), 16 bytes at a time.
    template <int COUNT> static __device__ __forceinline__ void load(const double *from, int t, int half, double *out) {
#pragma unroll
        for (int a = 0; a < COUNT; a += 2) {
            const double2 two = *(const double2 *)(from + position(t, a, half));
            out[a] = two.x;
            out[a + 1] = two.y;
        }
    }
};

} // namespace oinfo
