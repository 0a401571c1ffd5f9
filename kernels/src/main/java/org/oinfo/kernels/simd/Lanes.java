package org.oinfo.kernels.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one place where the lane width is chosen: the machine's preferred one, or the one that the system property {@value
 * #BITS_PROPERTY} forces (128, 256 or 512; for tests). Constants, so that the compiler sees through them.
 */
final class Lanes {
    static final String BITS_PROPERTY = "oinfo.vector.bits";

    static final VectorSpecies<Double> DOUBLE = species();
    static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, DOUBLE.vectorShape());
    static final int COUNT = DOUBLE.length();

    /** Bits of a double below its exponent, and the exponent of 1. */
    static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

    static final long ONE = 0x3FF0000000000000L;

    private Lanes() {}

    private static VectorSpecies<Double> species() {
        Integer bits = Integer.getInteger(BITS_PROPERTY);
        return bits == null
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }

    /** Smallest multiple of the lane count that is at least {@code n}, plus one vector: room for padded tails. */
    static int padded(int n) {
        return (n + COUNT - 1) / COUNT * COUNT + COUNT;
    }
}
