// Reciprocals without division's slow path, and products that cannot leave the range of doubles.
#pragma once

#include "device.cuh"

namespace oinfo {

/** 1/x from the upper word of x, with a relative error of about 2^-20: the hardware's starting value. */
__device__ __forceinline__ double roughReciprocal(double x) {
#ifdef __CUDACC__
    double y;
    asm("rcp.approx.ftz.f64 %0, %1;" : "=d"(y) : "d"(x));
    return y;
#else
    return __hiloint2double(__double2hiint(1 / __hiloint2double(__double2hiint(x), 0)), 0);
#endif
}

/** 1/sqrt(x) from the upper word of x, with a relative error of about 2^-20. */
__device__ __forceinline__ double roughReciprocalRoot(double x) {
#ifdef __CUDACC__
    double y;
    asm("rsqrt.approx.ftz.f64 %0, %1;" : "=d"(y) : "d"(x));
    return y;
#else
    return __hiloint2double(__double2hiint(1 / sqrt(__hiloint2double(__double2hiint(x), 0))), 0);
#endif
}

/** 1/x to about one unit in the last place for normal x; NaN for 0. One cubic step: the error e becomes e^3. */
__device__ __forceinline__ double reciprocal(double x) {
    const double y = roughReciprocal(x);
    const double e = fma(-x, y, 1.0);
    return fma(y, fma(e, e, e), y);
}

/** 1/sqrt(x) to about one unit in the last place for normal x > 0; NaN for 0 and below. */
__device__ __forceinline__ double reciprocalRoot(double x) {
    const double y = roughReciprocalRoot(x);
    const double e = fma(-x * y, y, 1.0);
    return fma(y * e, fma(e, 0.375, 0.5), y);
}

/** A product mantissa * 2^exponent, mantissa in [1, 2): determinants of order 128 underflow a double. */
struct ScaledProduct {
    double mantissa = 1;
    int exponent = 0;

    /** Multiplies by a positive normal factor; a NaN gives a product without meaning, which nobody reads. */
    __device__ __forceinline__ void multiply(double factor) {
        const double product = mantissa * factor;
        exponent += exponentOf(product);
        mantissa = mantissaOf(product);
    }

    __device__ __forceinline__ void multiply(const ScaledProduct &other) {
        multiply(other.mantissa);
        exponent += other.exponent;
    }

    __device__ __forceinline__ double naturalLog() const { return log(mantissa) + exponent * LN2; }
};

/** Product over the lanes of a warp, the same bits in each; every lane must call it. */
__device__ __forceinline__ ScaledProduct warpProduct(ScaledProduct x) {
#pragma unroll
    for (int apart = WARP / 2; apart > 0; apart /= 2) {
        ScaledProduct other;
        other.mantissa = __shfl_xor_sync(ALL_LANES, x.mantissa, apart);
        other.exponent = __shfl_xor_sync(ALL_LANES, x.exponent, apart);
        x.multiply(other);
    }
    return x;
}

} // namespace oinfo
