/* Which widths this processor can run. Compiled at every width like all the rest; exported once. */
#include "lanes.h"

#if OINFO_BITS == 128
/* The widest vectors in bits that the library may use here: 512, 256, or 0 where even AVX2 or FMA is missing. */
__attribute__((visibility("default"))) int oinfo_widest(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) {
        return 0;
    }
    int wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512bw");
    return wide ? 512 : 256;
#else
    return 128;
#endif
}
#endif
