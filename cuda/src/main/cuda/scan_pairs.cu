// Kernels of the pair-stationary scan: scan_pairs_<order>_<level>, see scan_pairs.cuh.
#include "scan_pairs.cuh"

#define OINFO_SCAN_PAIRS(ORDER, NAME, LEVEL)                                                                              \
    extern "C" __global__ void __launch_bounds__(oinfo::THREADS, 2) scan_pairs_##ORDER##_##NAME(oinfo::ScanParams p) {     \
        oinfo::scanPairs<ORDER - 3, oinfo::LEVEL>(p, oinfo::dynamicSharedBytes());                                         \
    }
#define OINFO_SCAN_PAIRS_LEVELS(ORDER)                                                                                    \
    OINFO_SCAN_PAIRS(ORDER, high, HIGH)                                                                                   \
    OINFO_SCAN_PAIRS(ORDER, low, LOW)                                                                                     \
    OINFO_SCAN_PAIRS(ORDER, both, BOTH)                                                                                   \
    OINFO_SCAN_PAIRS(ORDER, plain, PLAIN)                                                                                 \
    OINFO_SCAN_PAIRS(ORDER, full, FULL)

OINFO_SCAN_PAIRS_LEVELS(3)
OINFO_SCAN_PAIRS_LEVELS(4)
OINFO_SCAN_PAIRS_LEVELS(5)
OINFO_SCAN_PAIRS_LEVELS(6)
OINFO_SCAN_PAIRS_LEVELS(7)
OINFO_SCAN_PAIRS_LEVELS(8)
