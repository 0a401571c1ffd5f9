package org.oinfo.kernels.neighbours;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Samples sorted by each variable, and what the counts of their neighbours are worth. Immutable, safe for use by several threads.
 *
 * <p>16 T N bytes, and as many again outside the heap once a kernel in C has asked for them.
 */
public final class NeighbourSamples {
    private final int samples;
    private final int neighbours;
    private final double[][] sorted;
    private final int[][] order;
    private final int[][] rank;
    private final long[] psi;
    private @Nullable MemorySegment outside;

    private NeighbourSamples(int samples, int variables, int neighbours, long[] psi) {
        this.samples = samples;
        this.neighbours = neighbours;
        this.psi = psi;
        this.sorted = new double[variables][];
        this.order = new int[variables][];
        this.rank = new int[variables][];
    }

    /**
     * Sorts samples.
     *
     * @param columns values [N][T], finite
     * @param neighbours number of neighbours K, 1 to T-1
     * @param psi digamma(n) in whole units, n = 0, .., T; entry 0 is not used, and sums of 2 N T entries must not overflow
     */
    public static NeighbourSamples of(double[][] columns, int neighbours, long[] psi) {
        int samples = columns[0].length;
        assert neighbours >= 1 && neighbours < samples && psi.length > samples : neighbours + " of " + samples;
        NeighbourSamples made = new NeighbourSamples(samples, columns.length, neighbours, psi);
        for (int v = 0; v < columns.length; v++) {
            made.sort(v, columns[v]);
        }
        return made;
    }

    /** Equal values get the places of their group in the order of the samples. */
    private void sort(int variable, double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int[] taken = new int[samples];
        int[] places = new int[samples];
        int[] found = new int[samples];
        for (int t = 0; t < samples; t++) {
            int first = firstOf(ascending, values[t]);
            places[t] = first + taken[first]++;
            found[places[t]] = t;
        }
        sorted[variable] = ascending;
        rank[variable] = places;
        order[variable] = found;
    }

    private static int firstOf(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Number of samples T. */
    public int samples() {
        return samples;
    }

    /** Number of variables N. */
    public int variables() {
        return sorted.length;
    }

    /** Number of neighbours K. */
    public int neighbours() {
        return neighbours;
    }

    /** Values [T] of a variable, ascending: read only, as everything here. */
    double[] sorted(int variable) {
        return sorted[variable];
    }

    /** Samples [T] in that order. */
    int[] order(int variable) {
        return order[variable];
    }

    /** Place of each sample [T] in that order. */
    int[] rank(int variable) {
        return rank[variable];
    }

    /** digamma(n) in whole units. */
    public long psi(int n) {
        return psi[n];
    }

    /** Copies for kernels in C, one after the other: sorted [N*T] doubles, order [N*T] and rank [N*T] ints, psi [T+1] longs. */
    public synchronized MemorySegment outside() {
        MemorySegment known = outside;
        if (known == null) {
            known = copy();
            outside = known;
        }
        return known;
    }

    private MemorySegment copy() {
        long cells = (long) samples * variables();
        long ints = cells * Double.BYTES;
        long longs = ints + 2 * cells * Integer.BYTES;
        MemorySegment to = Arena.ofAuto().allocate(longs + (samples + 1L) * Long.BYTES, Long.BYTES);
        for (int v = 0; v < variables(); v++) {
            long at = (long) v * samples;
            MemorySegment.copy(sorted[v], 0, to, JAVA_DOUBLE, at * Double.BYTES, samples);
            MemorySegment.copy(order[v], 0, to, JAVA_INT, ints + at * Integer.BYTES, samples);
            MemorySegment.copy(rank[v], 0, to, JAVA_INT, ints + (cells + at) * Integer.BYTES, samples);
        }
        MemorySegment.copy(psi, 0, to, JAVA_LONG, longs, samples + 1);
        return to;
    }
}
