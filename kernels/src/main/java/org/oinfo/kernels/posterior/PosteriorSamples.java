package org.oinfo.kernels.posterior;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Samples for the kernels, those of a class beside each other. Immutable as long as nobody writes to the columns, safe for use by
 * several threads.
 */
public final class PosteriorSamples {
    private final double[][] columns;
    private @Nullable MemorySegment outside;

    /**
     * Samples.
     *
     * @param columns values [N][T], finite; kept, not copied
     */
    public PosteriorSamples(double[][] columns) {
        this.columns = columns;
    }

    /** Number of samples T. */
    public int samples() {
        return columns[0].length;
    }

    /** Values [T] of a variable: read only. */
    public double[] column(int variable) {
        return columns[variable];
    }

    /** Values between the beginnings of two variables in {@link #outside}: T and as many more as a kernel reads beyond the last. */
    public long stride() {
        return (samples() + 2L * PosteriorKernel.PARTS - 1) / PosteriorKernel.PARTS * PosteriorKernel.PARTS;
    }

    /** A copy for kernels in C: [N][{@link #stride}], zeros beyond T. */
    public synchronized MemorySegment outside() {
        MemorySegment known = outside;
        if (known == null) {
            known = Arena.ofAuto().allocate(columns.length * stride() * Double.BYTES, Double.BYTES);
            for (int v = 0; v < columns.length; v++) {
                MemorySegment.copy(columns[v], 0, known, JAVA_DOUBLE, v * stride() * Double.BYTES, samples());
            }
            outside = known;
        }
        return known;
    }
}
