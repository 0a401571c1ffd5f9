/* Which widths this processor can run. Unlike all the rest compiled once, for any processor: it runs before anything is known. */
#if defined(__x86_64__)
#include <cpuid.h>

#define AVX512_FEATURES (bit_AVX512F | bit_AVX512DQ | bit_AVX512BW | bit_AVX512VL)
/* Registers that the system saves: of 128 and 256 bits; masks and 512 bits, too. */
#define AVX_STATE 0x06
#define AVX512_STATE 0xE6

static unsigned saved_state(void) {
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static int has(unsigned bits, unsigned all) { return (bits & all) == all; }

static int widest(void) {
    unsigned a, b, c, d, features;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !has(c, bit_FMA | bit_AVX | bit_OSXSAVE) || !__get_cpuid_count(7, 0, &a, &features, &c, &d)
        || !has(features, bit_AVX2) || !has(saved_state(), AVX_STATE)) {
        return 0;
    }
    return has(features, AVX512_FEATURES) && has(saved_state(), AVX512_STATE) ? 512 : 256;
}
#else
static int widest(void) { return 128; }
#endif

/* The widest vectors in bits that the library may use here: 512, 256, on ARM 128; 0 where AVX2 or FMA is missing. */
__attribute__((visibility("default"))) int oinfo_widest(void) { return widest(); }
