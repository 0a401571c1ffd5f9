package org.oinfo.kernels.simd.measures;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * Batched measures: one n-plet per lane, square-root-free Cholesky and the diagonal of the inverse, some vectors of n-plets at a
 * time.
 *
 * <p>{@link SmallBatch} does small orders, {@link PanelBatch} all others; {@link MeasureSums} takes the logarithms. N-plets with
 * some 1/P_ii below {@link Canonical#GUARD} are scored by the canonical routine.
 */
public final class SimdMeasures implements MeasuresKernel {
    private static final int L = Lanes.COUNT;

    /**
     * Vectors of n-plets in a batch, and the doubles that their matrices may take: enough to hide latencies and to take
     * logarithms together, few enough to stay in the nearest caches.
     */
    private static final int MOST_VECTORS = 16;

    private static final int BATCH_DOUBLES = 4096;

    private final double[] r;
    private final int n;
    private final Canonical canonical;
    private final MeasureSums sums = new MeasureSums(MOST_VECTORS);

    private NpletBatch batch = new PanelBatch(2);
    private int order = 2;
    private int vectors = MOST_VECTORS;
    /** Matrices of a batch, and the indices of one that is not full. */
    private double[] work = new double[0];

    private int[] indices = new int[0];

    public SimdMeasures(CorrelationMatrix r) {
        this.r = r.array();
        this.n = r.variables();
        this.canonical = new Canonical(r);
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        prepare(k);
        for (int first = 0; first < count; first += vectors * L) {
            int used = Math.min(vectors * L, count - first);
            int filled = (used + L - 1) / L;
            if (used == filled * L) {
                batch.pack(r, n, nplets, first * k, work, filled);
            } else {
                fill(nplets, first, used, filled * L);
                batch.pack(r, n, indices, 0, work, filled);
            }
            sums.begin(filled);
            batch.score(work, filled, sums);
            write(nplets, first, used, out);
        }
    }

    private void prepare(int k) {
        if (k != order) {
            order = k;
            batch = k >= SmallBatch.SMALLEST && k <= SmallBatch.LARGEST ? new SmallBatch(k) : new PanelBatch(k);
        }
        vectors = Math.clamp(BATCH_DOUBLES / batch.stride(), 1, MOST_VECTORS);
        if (work.length < vectors * batch.stride()) {
            work = new double[vectors * batch.stride()];
        }
    }

    /** The indices of a batch's n-plets; lanes beyond {@code used} repeat the last n-plet and are not written. */
    private void fill(int[] nplets, int first, int used, int size) {
        if (indices.length < size * order) {
            indices = new int[vectors * L * order];
        }
        for (int i = 0; i < size; i++) {
            System.arraycopy(nplets, (first + Math.min(i, used - 1)) * order, indices, i * order, order);
        }
    }

    private void write(int[] nplets, int first, int used, double[] out) {
        for (int i = 0; i < used; i++) {
            int at = (first + i) * VALUES;
            if (!sums.sound(i)) {
                canonical.score(nplets, (first + i) * order, order);
                canonical.write(out, at);
                continue;
            }
            double logDet = sums.logDeterminant(i);
            // The two variables of a pair have the same P_ii, 1 / |R_S|: Omega is 0.
            double logPrecision = order == 2 ? -2 * logDet : sums.logPrecisions(i);
            out[at] = -0.5 * logDet;
            out[at + 1] = 0.5 * (logDet + logPrecision);
            out[at + 2] = -logDet - 0.5 * logPrecision;
            out[at + 3] = 0.5 * logPrecision;
        }
    }
}
