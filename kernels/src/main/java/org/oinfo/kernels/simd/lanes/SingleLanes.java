package org.oinfo.kernels.simd.lanes;

import java.util.Arrays;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of {@link Lanes}' width in single precision: twice the lanes. */
public final class SingleLanes {
    public static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, Lanes.DOUBLE.vectorShape());
    public static final VectorSpecies<Integer> INT = VectorSpecies.of(int.class, Lanes.DOUBLE.vectorShape());
    public static final int COUNT = FLOAT.length();

    /** As {@link Lanes#VALID}. */
    public static final int[] VALID = valid();

    private SingleLanes() {}

    /** Where the mask of lanes [from, to) begins in {@link #VALID}; 0 &lt;= from &lt;= to &lt;= {@link #COUNT}. */
    public static int valid(int from, int to) {
        return ((COUNT + 1) * from + to) * COUNT;
    }

    private static int[] valid() {
        int[] masks = new int[(COUNT + 1) * (COUNT + 1) * COUNT];
        for (int from = 0; from <= COUNT; from++) {
            for (int to = from; to <= COUNT; to++) {
                int mask = valid(from, to);
                Arrays.fill(masks, mask + from, mask + to, -1);
            }
        }
        return masks;
    }
}
