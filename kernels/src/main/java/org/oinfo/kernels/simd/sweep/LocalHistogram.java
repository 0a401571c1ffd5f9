package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * A histogram of Omega in four copies, since neighbouring n-plets often share a bin and an increment waits for the one before
 * it on the same word. The increments bound level full.
 */
public final class LocalHistogram {
    public static final int COPIES_SHIFT = 2;

    private static final int COPIES = 1 << COPIES_SHIFT;

    /** The copy that each lane of a vector uses [L]. */
    public static final long[] COPY = copies();

    /** Bin i of copy c at cell [i*4 + c]. */
    private final long[] counts = new long[OmegaHistogram.size() * COPIES];

    public void clear() {
        Arrays.fill(counts, 0);
    }

    private static long[] copies() {
        long[] copies = new long[Lanes.COUNT];
        for (int lane = 0; lane < copies.length; lane++) {
            copies[lane] = lane & (COPIES - 1);
        }
        return copies;
    }

    /**
     * Adds lanes [first, end) of a run.
     *
     * @param cells of every n-plet [steps][width]
     */
    public void add(long[] cells, int steps, int width, int first, int end) {
        long[] into = counts;
        if (end - first == width) {
            for (int i = 0; i < steps * width; i++) {
                into[(int) cells[i]]++;
            }
            return;
        }
        for (int step = 0; step < steps; step++) {
            for (int i = step * width + first; i < step * width + end; i++) {
                into[(int) cells[i]]++;
            }
        }
    }

    public void addTo(Distribution distribution) {
        long[] histogram = distribution.histogram();
        for (int i = 0; i < counts.length; i++) {
            histogram[i / COPIES] += counts[i];
        }
    }
}
