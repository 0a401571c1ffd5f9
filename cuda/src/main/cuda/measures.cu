// Entry points of the batched measures; measures.cuh has their launch contract.
#include "measures.cuh"

using namespace oinfo;

#define MEASURES_THREAD(K)                                                                                             \
    extern "C" __global__ void __launch_bounds__(128) measures_##K(const double *r, int n, const int *nplets, int count, \
                                                                   int, double *out) {                                 \
        measuresThread<K>(r, n, nplets, count, out);                                                                   \
    }

MEASURES_THREAD(2)
MEASURES_THREAD(3)
MEASURES_THREAD(4)
MEASURES_THREAD(5)
MEASURES_THREAD(6)
MEASURES_THREAD(7)
MEASURES_THREAD(8)
MEASURES_THREAD(9)
MEASURES_THREAD(10)
MEASURES_THREAD(11)
MEASURES_THREAD(12)
#undef MEASURES_THREAD

extern "C" __global__ void __launch_bounds__(128)
    measures_warp(const double *r, int n, const int *nplets, int count, int order, double *out) {
    const int warp = static_cast<int>(threadIdx.x) / WARP;
    const u64 nplet = globalThread() / WARP;
    if (nplet < static_cast<u64>(count)) {
        measuresGroup(WarpGroup(), r, n, nplets + nplet * order, order, dynamicShared<double>() + warp * packedSize(order),
                      out + 4 * nplet);
    }
}

extern "C" __global__ void __launch_bounds__(128)
    measures_block(const double *r, int n, const int *nplets, int, int order, double *out) {
    const u64 nplet = blockIdx.x;
    measuresGroup(BlockGroup(), r, n, nplets + nplet * order, order, dynamicShared<double>(), out + 4 * nplet);
}
