// What the general-order scan is asked for, and how it records the n-plets that it has scored.
//
// Sums are folded per thread over its run of ranks, then over the warp in a fixed order, and only then added as integers:
// the same bits whatever the schedule, if the slices of a scan end at multiples of the ranks of a block. Histogram and sums
// per variable are integers in shared memory, added to the result once per block.
#pragma once

#include "scan_result.cuh"

namespace oinfo {

/** How much is recorded. */
enum class Level { extremes, plain, full };

/** Parameter of the scan_ranks kernels, passed by value; 136 bytes. */
struct RankScan {
    const double *r;     //   0  [n*n] correlation matrix, row-major, symmetric, unit diagonal
    const u64 *binomial; //   8  [(n+1)*(order+1)] C(m, j) at m (order+1) + j, 0 where j > m
    u64 from;            //  16  ranks [from, to) of the lexicographic order of org.oinfo.kernels.Combinations
    u64 to;              //  24
    double highest;      //  32  n-plets with Omega >= highest are candidates, nats; infinity for none
    double lowest;       //  40  n-plets with Omega <= lowest are candidates, nats; -infinity for none
    double bias;         //  48  nats subtracted from Omega before it is counted or summed, not from what is compared
    ScanResult result;   //  56
    i64 run;             // 112  consecutive ranks of a thread or warp, at least 1
    int n;               // 120
    int order;           // 124
    int sharedVariables; // 128  1: sums per variable are kept in shared memory first, 0: there is not enough
    int unused;          // 132
};

static_assert(sizeof(RankScan) == 136, "the host packs the parameter by offset");

/** Bytes of shared memory that the histogram takes, and with it the sums per variable when they are shared. */
__host__ __device__ constexpr int histogramBytes() { return (HISTOGRAM_BINS * 4 + 7) / 8 * 8; }

__host__ __device__ constexpr int recorderBytes(Level level, int n, int sharedVariables) {
    return level == Level::full ? histogramBytes() + sharedVariables * 24 * n : 0;
}

/** Records for one thread; all threads of the block call begin and finish. */
template <Level LEVEL> class Recorder {
  public:
    __device__ explicit Recorder(const RankScan &s) : scan(s) {}

    /** Clears the shared sums. */
    __device__ void begin() {
        if (LEVEL == Level::full) {
            histogram = dynamicShared<u32>();
            u64 *shared = reinterpret_cast<u64 *>(dynamicSharedBytes() + histogramBytes());
            perVariable = scan.sharedVariables ? shared : scan.result.perVariable;
            for (u32 i = threadIdx.x; i < HISTOGRAM_BINS; i += blockDim.x) {
                histogram[i] = 0;
            }
            for (u32 i = threadIdx.x; scan.sharedVariables && i < 3u * scan.n; i += blockDim.x) {
                shared[i] = 0;
            }
            __syncthreads();
        }
    }

    /** Records an n-plet by its raw Omega, which is not read unless it is sound. Returns what it adds to sums, or 0. */
    __device__ double record(u64 rank, bool isSound, double omega) {
        const bool high = isSound && omega >= scan.highest;
        const bool low = isSound && omega <= scan.lowest;
        if (!isSound || high || low) {
            report(scan.result, Candidate{rank, 0, 0, high, low, !isSound, 0});
        }
        const double x = omega - scan.bias;
        if (LEVEL == Level::extremes || !isSound) {
            return 0;
        }
        ++sound;
        redundant += x > BALANCED;
        synergistic += x < -BALANCED;
        sum += x;
        if (LEVEL == Level::full) {
            squares = fma(x, x, squares);
            atomicAdd(&histogram[histogramBin(x)], 1u);
        }
        return x;
    }

    /** Adds n-plets that hold a variable; level full only. */
    __device__ void addVariable(int variable, u32 nplets, double omegas) {
        u64 *words = perVariable + 3 * variable;
        atomicAdd(&words[0], static_cast<u64>(nplets));
        addFixed(&words[1], omegas);
    }

    /** Sound n-plets of this thread so far. */
    __device__ u32 soundCount() const { return sound; }

    /** Adds what the block has recorded to the result. */
    __device__ void finish() {
        if (LEVEL == Level::extremes) {
            return;
        }
        const u64 counts[] = {warpSum<u64>(sound), warpSum<u64>(redundant), warpSum<u64>(synergistic)};
        const double total = warpSum(sum);
        const double totalSquares = warpSum(squares);
        if (laneIndex() == 0) {
            for (int i = 0; i < 3; ++i) {
                atomicAdd(&scan.result.counts[i], counts[i]);
            }
            addFixed(&scan.result.sums[0], total);
            if (LEVEL == Level::full) {
                addFixed(&scan.result.sums[2], totalSquares);
            }
        }
        if (LEVEL == Level::full) {
            __syncthreads();
            flushShared();
        }
    }

  private:
    __device__ void flushShared() {
        for (u32 i = threadIdx.x; i < HISTOGRAM_BINS; i += blockDim.x) {
            if (histogram[i] != 0) {
                atomicAdd(&scan.result.histogram[i], static_cast<u64>(histogram[i]));
            }
        }
        for (u32 i = threadIdx.x; scan.sharedVariables && i < 3u * scan.n; i += blockDim.x) {
            atomicAdd(&scan.result.perVariable[i], perVariable[i]);
        }
    }

    const RankScan &scan;
    u32 *histogram = nullptr;
    u64 *perVariable = nullptr;
    u32 sound = 0;
    u32 redundant = 0;
    u32 synergistic = 0;
    double sum = 0;
    double squares = 0;
};

/** The ranks of one walker, of `index` among all of the launch: [begin, end), empty past the end of the scan. */
struct Run {
    u64 begin;
    u64 end;

    __device__ Run(const RankScan &scan, u64 index) {
        const u64 length = scan.to - scan.from;
        const u64 first = index * static_cast<u64>(scan.run);
        begin = scan.from + (first < length ? first : length);
        end = scan.from + (first + scan.run < length ? first + scan.run : length);
    }
};

} // namespace oinfo
