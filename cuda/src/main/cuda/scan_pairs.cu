// Kernels of the pair-stationary scan: scan_pairs_<order>_<level>, see scan_pairs.cuh.
#include "scan_pairs.cuh"

// What org.oinfo.cuda.ScanParameters and ScanVariant say.
static_assert(sizeof(oinfo::ScanParams) == 176, "ScanParameters packs 176 bytes");
static_assert(oinfo::sharedBytes<0, oinfo::BOTH, double>() == 19760 && oinfo::sharedBytes<1, oinfo::BOTH, double>() == 33840
        && oinfo::sharedBytes<2, oinfo::BOTH, double>() == 51504 && oinfo::sharedBytes<3, oinfo::BOTH, double>() == 39072
        && oinfo::sharedBytes<4, oinfo::BOTH, double>() == 49184 && oinfo::sharedBytes<5, oinfo::BOTH, double>() == 59296
        && oinfo::sharedBytes<0, oinfo::FULL, double>() == 19760 + 41104
        && oinfo::sharedBytes<2, oinfo::PLAIN | oinfo::SUMMED, double>() == 51504 + 1808
        && oinfo::sharedBytes<5, oinfo::FULL | oinfo::SUMMED, double>() == 59296 + 41104 + 1680, "ScanVariant asks for this shared memory");

#define OINFO_SCAN_PAIRS(ORDER, NAME, LEVEL, TYPE)                                                                        \
    extern "C" __global__ void __launch_bounds__(oinfo::THREADS, 2) scan_pairs_##ORDER##_##NAME(oinfo::ScanParams p) {     \
        oinfo::scanPairs<ORDER - 3, oinfo::LEVEL, TYPE>(p, oinfo::dynamicSharedBytes());                                   \
    }
#define OINFO_SCAN_PAIRS_LEVELS(ORDER)                                                                                    \
    OINFO_SCAN_PAIRS(ORDER, high, HIGH, double)                                                                           \
    OINFO_SCAN_PAIRS(ORDER, low, LOW, double)                                                                             \
    OINFO_SCAN_PAIRS(ORDER, both, BOTH, double)                                                                           \
    OINFO_SCAN_PAIRS(ORDER, plain, PLAIN, double)                                                                         \
    OINFO_SCAN_PAIRS(ORDER, full, FULL, double)                                                                           \
    OINFO_SCAN_PAIRS(ORDER, plain_summed, PLAIN | oinfo::SUMMED, double)                                                  \
    OINFO_SCAN_PAIRS(ORDER, full_summed, FULL | oinfo::SUMMED, double)                                                    \
    OINFO_SCAN_PAIRS(ORDER, high_single, HIGH, float)                                                                     \
    OINFO_SCAN_PAIRS(ORDER, low_single, LOW, float)                                                                       \
    OINFO_SCAN_PAIRS(ORDER, both_single, BOTH, float)

OINFO_SCAN_PAIRS_LEVELS(3)
OINFO_SCAN_PAIRS_LEVELS(4)
OINFO_SCAN_PAIRS_LEVELS(5)
OINFO_SCAN_PAIRS_LEVELS(6)
OINFO_SCAN_PAIRS_LEVELS(7)
OINFO_SCAN_PAIRS_LEVELS(8)
