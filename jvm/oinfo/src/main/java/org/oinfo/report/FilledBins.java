package org.oinfo.report;

import java.util.Arrays;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.OmegaHistogram;

/**
 * A histogram of Omega from its first bin that is not empty to its last.
 *
 * @param edges one more than counts, ascending, nats; infinite where an overflow bin ends; none when nothing was counted
 * @param counts n-plets in each bin
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record FilledBins(double[] edges, long[] counts) {
    /** The bins of a distribution. */
    public static FilledBins of(Distribution distribution) {
        long[] all = distribution.histogram();
        int from = 0;
        int to = all.length;
        while (from < to && all[from] == 0) {
            from++;
        }
        while (to > from && all[to - 1] == 0) {
            to--;
        }
        double[] edges = new double[from == to ? 0 : to - from + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = OmegaHistogram.edge(from + i);
        }
        return new FilledBins(edges, Arrays.copyOfRange(all, from, to));
    }
}
