// Entry points of the general-order scan: every n-plet of an order, by lexicographic rank.
//
// CPU twin: org.oinfo.kernels.simd.sweep.Sweep and its recorders; ranks as org.oinfo.kernels.Combinations has them.
//
// Launch contract; the one parameter is a RankScan (scan_recorder.cuh), blocks of 128 threads, grids in x only:
//   scan_ranks_thread_{extremes,plain,full}   orders 2 and 9..12; thread per run of scan.run ranks
//     grid ceil((to - from) / (128 run)); dynamic shared memory recorderBytes(level, n, sharedVariables)
//   scan_ranks_warp_{extremes,plain,full}     orders 3..64, meant for 13 and up; warp per run
//     grid ceil((to - from) / (4 run)); dynamic shared memory recorderBytes + 4 warpRowsSize(order) * 8
//     (blocks of 32, 64 or 96 threads where memory is short, with that many warps for the 4)
//   recorderBytes = 0 at extremes and plain; at full 10,280 + (sharedVariables ? 24 n : 0)
//   warpRowsSize(k) = k (k-1) / 2 + k
// Beyond the launches nothing is kept: ranges may come in any order and on any device. Slices whose ends are multiples of
// a block's ranks (128 run or 4 run) give the same sums to the last bit however the scan is cut.
//
// Choose run so that a thread has several prefixes (each has (N-k+1)/k n-plets on average): 64 to 1024. A block's thread
// counts are 32 bits: run stays below 2^31 / 128.
#include "scan_ranks_thread.cuh"
#include "scan_ranks_warp.cuh"

using namespace oinfo;

namespace {

template <Level LEVEL> __device__ __forceinline__ void scanByThreads(const RankScan &scan) {
    Recorder<LEVEL> recorder(scan);
    recorder.begin();
    switch (scan.order) {
    case 2: scanRanksThread<2>(scan, recorder); break;
    case 9: scanRanksThread<9>(scan, recorder); break;
    case 10: scanRanksThread<10>(scan, recorder); break;
    case 11: scanRanksThread<11>(scan, recorder); break;
    case 12: scanRanksThread<12>(scan, recorder); break;
    default: break; // the host launches no other order
    }
    recorder.finish();
}

template <Level LEVEL> __device__ __forceinline__ void scanByWarps(const RankScan &scan) {
    Recorder<LEVEL> recorder(scan);
    recorder.begin();
    unsigned char *warps = dynamicSharedBytes() + recorderBytes(LEVEL, scan.n, scan.sharedVariables);
    const int warp = static_cast<int>(threadIdx.x) / WARP;
    scanRanksWarp(scan, recorder, reinterpret_cast<double *>(warps) + warp * warpRowsSize(scan.order));
    recorder.finish();
}

} // namespace

extern "C" __global__ void __launch_bounds__(128) scan_ranks_thread_extremes(RankScan scan) {
    scanByThreads<Level::extremes>(scan);
}
extern "C" __global__ void __launch_bounds__(128) scan_ranks_thread_plain(RankScan scan) { scanByThreads<Level::plain>(scan); }
extern "C" __global__ void __launch_bounds__(128) scan_ranks_thread_full(RankScan scan) { scanByThreads<Level::full>(scan); }

extern "C" __global__ void __launch_bounds__(128) scan_ranks_warp_extremes(RankScan scan) {
    scanByWarps<Level::extremes>(scan);
}
extern "C" __global__ void __launch_bounds__(128) scan_ranks_warp_plain(RankScan scan) { scanByWarps<Level::plain>(scan); }
extern "C" __global__ void __launch_bounds__(128) scan_ranks_warp_full(RankScan scan) { scanByWarps<Level::full>(scan); }
