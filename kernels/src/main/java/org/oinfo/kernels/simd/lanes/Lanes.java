package org.oinfo.kernels.simd.lanes;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.Backends;

/**
 * The one place where the lane width is chosen: the machine's preferred one, or the one that the system property {@value
 * #BITS_PROPERTY} forces (128, 256 or 512; for tests). Constants, so that the compiler sees through them.
 */
public final class Lanes {
    static final String BITS_PROPERTY = Backends.VECTOR_BITS;

    public static final VectorSpecies<Double> DOUBLE = species();
    public static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, DOUBLE.vectorShape());
    public static final int COUNT = DOUBLE.length();

    /** Bits of a double below its exponent, and the exponent of 1. */
    public static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

    public static final long ONE = 0x3FF0000000000000L;

    /**
     * Masks of one vector, all bits set in valid lanes: at ((L+1) from + to) L the lanes [from, to). Loaded, because masks of the
     * Vector API would be boxed on two lanes.
     */
    public static final long[] VALID = valid();

    private Lanes() {}

    /** Where the mask of lanes [from, to) begins in {@link #VALID}; both are clamped to 0 .. L. */
    public static int valid(int from, int to) {
        int first = Math.max(0, Math.min(COUNT, from));
        int end = Math.max(first, Math.min(COUNT, to));
        return ((COUNT + 1) * first + end) * COUNT;
    }

    private static long[] valid() {
        long[] masks = new long[(COUNT + 1) * (COUNT + 1) * COUNT];
        for (int from = 0; from <= COUNT; from++) {
            for (int to = from; to <= COUNT; to++) {
                Arrays.fill(
                        masks, ((COUNT + 1) * from + to) * COUNT + from, ((COUNT + 1) * from + to) * COUNT + to, -1);
            }
        }
        return masks;
    }

    private static VectorSpecies<Double> species() {
        Integer bits = Integer.getInteger(BITS_PROPERTY);
        return bits == null
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }

    /** Smallest multiple of the lane count that is at least {@code n}, plus one vector: room for padded tails. */
    public static int padded(int n) {
        return (n + COUNT - 1) / COUNT * COUNT + COUNT;
    }
}
