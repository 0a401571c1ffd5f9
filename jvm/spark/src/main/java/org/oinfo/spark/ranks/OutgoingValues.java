package org.oinfo.spark.ranks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.oinfo.data.Samples;
import scala.Tuple2;

/** The values of a share on their way: for each slab and cell those that are in its bucket, in the order of their rows. */
public final class OutgoingValues implements Iterator<Tuple2<Long, double[]>> {
    private final Samples samples;
    private final long firstRow;
    private final Buckets buckets;
    private final Place place;
    private final Queue<Tuple2<Long, double[]>> ready = new ArrayDeque<>();
    private final double[] values;
    private final double[][] sorted;
    private final int[] counts;
    private int row;

    /**
     * Those of some samples.
     *
     * @param firstRow number of the first of these samples, which begins a slab
     */
    public OutgoingValues(Samples samples, long firstRow, Buckets buckets, Place place) {
        this.samples = samples;
        this.firstRow = firstRow;
        this.buckets = buckets;
        this.place = place;
        int rows = Math.min(place.slabRows(), samples.samples());
        this.values = new double[rows * samples.variables()];
        this.sorted = new double[place.buckets()][rows];
        this.counts = new int[place.buckets()];
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && row < samples.samples()) {
            readSlab();
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<Long, double[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readSlab() {
        int n = samples.variables();
        int rows = Math.min(place.slabRows(), samples.samples() - row);
        samples.read(row, rows, 0, n, values);
        long slab = (firstRow + row) / place.slabRows();
        for (int v = 0; v < n; v++) {
            Arrays.fill(counts, 0);
            for (int r = 0; r < rows; r++) {
                double x = values[r * n + v];
                int of = buckets.classOf(v, x);
                if (of % 2 == 0) {
                    sorted[of / 2][counts[of / 2]++] = x;
                }
            }
            for (int b = 0; b < counts.length; b++) {
                if (counts[b] > 0) {
                    long key = Place.byCell(place.cell(v, 2 * b), slab);
                    ready.add(new Tuple2<>(key, Arrays.copyOf(sorted[b], counts[b])));
                }
            }
        }
        row += rows;
    }
}
