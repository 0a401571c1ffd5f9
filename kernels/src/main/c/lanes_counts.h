/* One vector of 2L ints (W): places in an order, and what is counted of them. Truths are 0 or -1 in each lane. */
#ifndef OINFO_LANES_COUNTS_H
#define OINFO_LANES_COUNTS_H

#include "lanes.h"

typedef int32_t W __attribute__((vector_size(BYTES)));
typedef uint32_t UnsignedW __attribute__((vector_size(BYTES)));
typedef int32_t UnalignedW __attribute__((vector_size(BYTES), aligned(4), may_alias));

#if L == 8
#define PLACE_NUMBERS ((W){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
#elif L == 4
#define PLACE_NUMBERS ((W){0, 1, 2, 3, 4, 5, 6, 7})
#else
#define PLACE_NUMBERS ((W){0, 1, 2, 3})
#endif

INLINE W places(int32_t x) { return x - (W){}; }
INLINE W load_places(const int32_t *from) { return *(const UnalignedW *)from; }

/* Where a is not below b, both without a sign. */
INLINE W not_below(W a, W b) { return (UnsignedW)a >= (UnsignedW)b; }

/* Where a lane of a vector that begins at `from` is at the end or beyond. */
INLINE W beyond(int64_t from, int64_t end) { return PLACE_NUMBERS >= places((int32_t)(end - from)); }

INLINE int64_t sum_of(W a) {
#if defined(__x86_64__) && OINFO_BITS == 512
    return _mm512_reduce_add_epi32((__m512i)a);
#elif defined(__x86_64__)
#if OINFO_BITS == 256
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128((__m256i)a), _mm256_extracti128_si256((__m256i)a, 1));
#else
    __m128i half = (__m128i)a;
#endif
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
    return _mm_cvtsi128_si32(_mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1)));
#else
    return vaddvq_s32((int32x4_t)a);
#endif
}

/* a where the lane's truth is set, else b. */
INLINE V either(I truth, V a, V b) { return (V)(((I)a & truth) | ((I)b & ~truth)); }

/* The least lane, of numbers. */
INLINE double least_of(V a) {
#if OINFO_BITS == 512
    return _mm512_reduce_min_pd((__m512d)a);
#else
    double least = a[0];
    for (int l = 1; l < L; l++) {
        least = a[l] < least ? a[l] : least;
    }
    return least;
#endif
}

INLINE V magnitude(V x) { return (V)((I)x & ~SIGN_BIT); }

#endif
