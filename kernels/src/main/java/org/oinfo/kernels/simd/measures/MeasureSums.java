package org.oinfo.kernels.simd.measures;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * The sums that a batch of n-plets is reduced to: ln|R_S| and sum ln P_ii, from products that are turned into logarithms for the whole batch
 * at once, and which n-plets are not sound.
 */
final class MeasureSums {
    /** Factors between 1e-4 and 1e4 whose product stays in the range of doubles. */
    static final int SAFE_FACTORS = 64;

    private static final int L = Lanes.COUNT;

    /** Products of d [size], then products of P_ii [size]: the kernels multiply into them. */
    final double[] products;
    /** The kernels or into it what is negative where some d or 1/P_ii is below the guard [size]. */
    final long[] unsound;

    private final double[] logs;
    private final double[] chunk;
    /** Number of n-plets, a multiple of the lanes. */
    private int size;

    MeasureSums(int mostVectors) {
        products = new double[2 * mostVectors * L];
        logs = new double[2 * mostVectors * L];
        chunk = new double[2 * mostVectors * L];
        unsound = new long[mostVectors * L];
    }

    /** Begins a batch. */
    void begin(int vectors) {
        size = vectors * L;
        Arrays.fill(products, 0, 2 * size, 1);
        Arrays.fill(unsound, 0, size, 0);
    }

    /** Where the products of P_ii begin. */
    int precisions() {
        return size;
    }

    /**
     * Multiplies -p into the products of P_ii, and looks at the guard.
     *
     * @param work -P_ii [vectors][stride], {@code count} of them from {@code at} on
     */
    void multiplyPrecisions(double[] work, int stride, int at, int count) {
        DoubleVector limit = broadcast(Lanes.DOUBLE, 1 / Canonical.GUARD);
        for (int i = 0, s = at; i < size; i += L, s += stride) {
            DoubleVector product = fromArray(Lanes.DOUBLE, products, size + i);
            LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, i);
            for (int t = 0; t < count; t++) {
                DoubleVector p = fromArray(Lanes.DOUBLE, work, s + t * L);
                product = product.mul(p.neg());
                signs = signs.or(limit.add(p).reinterpretAsLongs());
            }
            product.intoArray(products, size + i);
            signs.intoArray(unsound, i);
        }
    }

    /** Takes the logarithms of the products of d, the {@code first} ones or some more, and starts the products anew. */
    void addDeterminants(boolean first) {
        add(first, 0, size);
    }

    /** The same for the products of P_ii. */
    void addPrecisions(boolean first) {
        add(first, size, 2 * size);
    }

    private void add(boolean first, int from, int to) {
        if (first) {
            SimdLog.log(products, from, to, logs);
        } else {
            SimdLog.log(products, from, to, chunk);
            for (int i = from; i < to; i++) {
                logs[i] += chunk[i];
            }
        }
        Arrays.fill(products, from, to, 1);
    }

    /** Whether n-plet i of the batch has every d and 1/P_ii above the guard. */
    boolean sound(int i) {
        return unsound[i] >= 0;
    }

    /** ln|R_S| of n-plet i of the batch. */
    double logDeterminant(int i) {
        return logs[i];
    }

    /** sum ln P_ii of n-plet i of the batch. */
    double logPrecisions(int i) {
        return logs[size + i];
    }
}
