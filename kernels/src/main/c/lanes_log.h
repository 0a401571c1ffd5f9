/* Natural logarithm of absolute values: org.oinfo.kernels.simd.lanes.SimdLog, which says how good it is, operation by operation. */
#ifndef OINFO_LANES_LOG_H
#define OINFO_LANES_LOG_H

#include "lanes.h"

#define ONE_BITS 0x3FF0000000000000
#define MANTISSA_BITS 0x000FFFFFFFFFFFFF
#define SQRT_HALF_BITS 0x3FE6A09E667F3BCD

INLINE V log_of(V x) {
    /* Unsigned: of rubbish, sums may wrap. */
    U bits = (U)x & 0x7FFFFFFFFFFFFFFF;
    U shifted = bits + (ONE_BITS - SQRT_HALF_BITS);
    V m = (V)(bits - (shifted & ~(uint64_t)MANTISSA_BITS) + ONE_BITS);
    V e = (V)(shifted >> 52 | 0x4330000000000000) - (0x1p52 + 1023);
    V z = (m - 1) / (m + 1);
    V y = z * z, y2 = y * y;
    V first = fma(y, broadcast(0x1.99999999952d7p-2), broadcast(0x1.5555555555558p-1))
        + y2 * fma(y, broadcast(0x1.c71c62e3f11e6p-3), broadcast(0x1.2492492df281ap-2));
    V last = fma(y2, broadcast(0x1.2b5900de53b32p-3), fma(y, broadcast(0x1.39fe51a7c18f9p-3), broadcast(0x1.7462b51cb66b1p-3)));
    V series = fma(y2 * y2, last, first);
    V small = fma(series * y, z, e * 0x1.a39ef35793c76p-33);
    return fma(e, broadcast(0x1.62e42feep-1), z + z + small);
}

#endif
