package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.Canonical;

/** What Java reads of a kernel's state in C. */
final class NativeState {
    private NativeState() {}

    /** The array behind a state that one of its fields points to. */
    static MemorySegment array(MemorySegment state, long field, long bytes) {
        return state.asSlice(state.get(ADDRESS, field).address() - state.address(), bytes);
    }

    /** ln of the product over lanes [from, to), mantissas times powers of two, in index order. */
    static double logOfProduct(MemorySegment mantissas, MemorySegment exponents, int from, int to) {
        double log = 0;
        long exponent = 0;
        for (int lane = from; lane < to; lane++) {
            log += StrictMath.log(mantissas.getAtIndex(JAVA_DOUBLE, lane));
            exponent += exponents.getAtIndex(JAVA_LONG, lane);
        }
        return log + exponent * Canonical.LN2;
    }
}
