// Kernels of the pair-stationary scan: scan_pairs_<order>_<level>, see scan_pairs.cuh.
#include "scan_pairs.cuh"

// What org.oinfo.cuda.ScanParameters and ScanVariant say.
static_assert(sizeof(oinfo::ScanParams) == 176, "ScanParameters packs 176 bytes");
static_assert(oinfo::sharedBytes<0, oinfo::BOTH>() == 19760 && oinfo::sharedBytes<1, oinfo::BOTH>() == 33840
        && oinfo::sharedBytes<2, oinfo::BOTH>() == 51504 && oinfo::sharedBytes<3, oinfo::BOTH>() == 39072
        && oinfo::sharedBytes<4, oinfo::BOTH>() == 49184 && oinfo::sharedBytes<5, oinfo::BOTH>() == 59296
        && oinfo::sharedBytes<0, oinfo::FULL>() == 19760 + 41104, "ScanVariant asks for this shared memory");

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
