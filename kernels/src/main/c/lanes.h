/*
 * One vector of L doubles (V) or of 64-bit integers (I), at the width OINFO_BITS: 128, 256 or 512 on x86, 128 on ARM. Arithmetic is the
 * operators of the compiler's vector types; here is what they lack. Every source file is compiled once for each width.
 *
 * Each operation has one IEEE result, and the compiler neither contracts nor reorders (-ffp-contract=off, no -ffast-math), so
 * that the results are those of the Vector API at the same width, bit by bit.
 */
#ifndef OINFO_LANES_H
#define OINFO_LANES_H

#include <stdint.h>

#define INLINE static inline __attribute__((always_inline))
#define JOIN2(a, b) a##_##b
#define JOIN(a, b) JOIN2(a, b)
/*
 * A function that Java calls: EXPORT(int, oinfo_name)(arguments) defines oinfo_name_512 at that width. It takes an address and at most
 * five integers or addresses and returns an integer or nothing: NativeFunction calls all of them alike.
 */
#define EXPORT(type, name) __attribute__((visibility("default"))) type JOIN(name, OINFO_BITS)

#define BYTES (OINFO_BITS / 8)
#define L (OINFO_BITS / 64)

typedef double V __attribute__((vector_size(BYTES)));
typedef int64_t I __attribute__((vector_size(BYTES)));
typedef uint64_t U __attribute__((vector_size(BYTES)));
typedef double UnalignedV __attribute__((vector_size(BYTES), aligned(8), may_alias));
typedef int64_t UnalignedI __attribute__((vector_size(BYTES), aligned(8), may_alias));

#if defined(__x86_64__)
#include <immintrin.h>
#if OINFO_BITS == 512
INLINE V broadcast(double x) { return (V)_mm512_set1_pd(x); }
INLINE I integers(int64_t x) { return (I)_mm512_set1_epi64(x); }
INLINE V fma(V a, V b, V c) { return (V)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c); }
/* The larger and the lesser one; b where one is no number or both are zero, on every machine. */
INLINE V larger(V a, V b) { return (V)_mm512_max_pd((__m512d)a, (__m512d)b); }
INLINE V lesser(V a, V b) { return (V)_mm512_min_pd((__m512d)a, (__m512d)b); }
INLINE V root(V a) { return (V)_mm512_sqrt_pd((__m512d)a); }
/* The signs of the lanes, one bit each. */
INLINE unsigned signs(I a) { return _mm512_movepi64_mask((__m512i)a); }
#elif OINFO_BITS == 256
INLINE V broadcast(double x) { return (V)_mm256_set1_pd(x); }
INLINE I integers(int64_t x) { return (I)_mm256_set1_epi64x(x); }
INLINE V fma(V a, V b, V c) { return (V)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c); }
INLINE V larger(V a, V b) { return (V)_mm256_max_pd((__m256d)a, (__m256d)b); }
INLINE V lesser(V a, V b) { return (V)_mm256_min_pd((__m256d)a, (__m256d)b); }
INLINE V root(V a) { return (V)_mm256_sqrt_pd((__m256d)a); }
INLINE unsigned signs(I a) { return (unsigned)_mm256_movemask_pd((__m256d)a); }
#else
INLINE V broadcast(double x) { return (V)_mm_set1_pd(x); }
INLINE I integers(int64_t x) { return (I)_mm_set1_epi64x(x); }
INLINE V fma(V a, V b, V c) { return (V)_mm_fmadd_pd((__m128d)a, (__m128d)b, (__m128d)c); }
INLINE V larger(V a, V b) { return (V)_mm_max_pd((__m128d)a, (__m128d)b); }
INLINE V lesser(V a, V b) { return (V)_mm_min_pd((__m128d)a, (__m128d)b); }
INLINE V root(V a) { return (V)_mm_sqrt_pd((__m128d)a); }
INLINE unsigned signs(I a) { return (unsigned)_mm_movemask_pd((__m128d)a); }
#endif
#elif defined(__aarch64__) && OINFO_BITS == 128
#include <arm_neon.h>
INLINE V broadcast(double x) { return (V)vdupq_n_f64(x); }
INLINE I integers(int64_t x) { return (I)vdupq_n_s64(x); }
INLINE V fma(V a, V b, V c) { return (V)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b); }
INLINE V larger(V a, V b) { return (V)vbslq_f64(vcgtq_f64((float64x2_t)a, (float64x2_t)b), (float64x2_t)a, (float64x2_t)b); }
INLINE V lesser(V a, V b) { return (V)vbslq_f64(vcltq_f64((float64x2_t)a, (float64x2_t)b), (float64x2_t)a, (float64x2_t)b); }
INLINE V root(V a) { return (V)vsqrtq_f64((float64x2_t)a); }
INLINE unsigned signs(I a) { U sign = (U)a >> 63; return (unsigned)(sign[0] | sign[1] << 1); }
#else
#error "lanes.h knows x86 with FMA, and ARM at 128 bits"
#endif

#define SIGN_BIT ((int64_t)((uint64_t)1 << 63))

/* A truth for each lane: a bit, or all bits of the lane. */
#if OINFO_BITS == 512
typedef __mmask8 M;
INLINE M negative(I a) { return _mm512_movepi64_mask((__m512i)a); }
INLINE M below(I a, I b) { return _mm512_cmplt_epi64_mask((__m512i)a, (__m512i)b); }
INLINE I choose(M m, I a, I b) { return (I)_mm512_mask_blend_epi64(m, (__m512i)b, (__m512i)a); }
INLINE I minimum(I a, I b) { return (I)_mm512_min_epi64((__m512i)a, (__m512i)b); }
/* The upper twelve bits as a number with a sign. */
INLINE V upper(I a) { return (V)_mm512_cvtepi64_pd((__m512i)(a >> 52)); }
#else
typedef I M;
INLINE M negative(I a) { return a < 0; }
INLINE M below(I a, I b) { return a < b; }
INLINE I choose(M m, I a, I b) { return (a & m) | (b & ~m); }
INLINE I minimum(I a, I b) { return choose(a < b, a, b); }
INLINE V upper(I a) { return (V)((I)((U)(a ^ SIGN_BIT) >> 52) | 0x4330000000000000) - (0x1p52 + 2048); }
#endif

#define ALL_LANES ((1u << L) - 1)

#if L == 8
#define LANE_NUMBERS ((I){0, 1, 2, 3, 4, 5, 6, 7})
#elif L == 4
#define LANE_NUMBERS ((I){0, 1, 2, 3})
#else
#define LANE_NUMBERS ((I){0, 1})
#endif

INLINE V load(const double *from) { return *(const UnalignedV *)from; }
INLINE void store(double *to, V x) { *(UnalignedV *)to = x; }
INLINE I load_integers(const int64_t *from) { return *(const UnalignedI *)from; }
INLINE void store_integers(int64_t *to, I x) { *(UnalignedI *)to = x; }

/* The bits of a shifted right, zeros moving in. */
INLINE I shift_right(I a, int by) { return (I)((U)a >> by); }

#endif
