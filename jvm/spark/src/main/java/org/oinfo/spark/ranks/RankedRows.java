package org.oinfo.spark.ranks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.CentredRows;
import org.oinfo.estimate.NormalScores;
import org.oinfo.parallel.Workers;
import scala.Tuple2;

/**
 * Centred normal scores of a share: its values are read once more, slab by slab, and each takes the next rank of its bucket, or that of
 * the bound it is equal to. Rows are asked for in their order.
 */
public final class RankedRows implements CentredRows {
    /** Variables that a thread looks up at a time: a cache line of each row. */
    private static final int PANEL = 8;

    private final Samples samples;
    private final long firstRow;
    private final Buckets buckets;
    private final Place place;
    private final ClassCounts counts;
    private final Columns columns;
    private final Iterator<Tuple2<Long, int[]>> ranks;

    private @Nullable Tuple2<Long, int[]> next;
    private int slab = -1;
    private final double[] values;
    /** Doubled ranks of the slab at hand, of the variables that vary [live][rows]. */
    private final int[][] doubled;

    /**
     * What all shares have in common.
     *
     * @param live positions of the variables that vary
     * @param mean mean score of each variable [N]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Columns(int[] live, double[] mean, NormalScores scores) implements Serializable {}

    /**
     * Rows of some samples.
     *
     * @param firstRow number of the first of these samples, which begins a slab
     * @param ranks those of these samples, slab by slab, cell by cell
     */
    public RankedRows(
            Samples samples,
            long firstRow,
            Buckets buckets,
            Place place,
            ClassCounts counts,
            Columns columns,
            Iterator<Tuple2<Long, int[]>> ranks) {
        this.samples = samples;
        this.firstRow = firstRow;
        this.buckets = buckets;
        this.place = place;
        this.counts = counts;
        this.columns = columns;
        this.ranks = ranks;
        int rows = Math.min(place.slabRows(), samples.samples());
        this.values = new double[rows * samples.variables()];
        this.doubled = new int[columns.live.length][rows];
        advance();
    }

    @Override
    public int samples() {
        return samples.samples();
    }

    @Override
    public int variables() {
        return columns.live.length;
    }

    @Override
    public void fill(int row, int rows, double[][] z, Workers workers) {
        for (int wanted = row / place.slabRows(); slab < wanted; ) {
            slab++;
            readSlab();
        }
        int from = row % place.slabRows();
        workers.run(Math.ceilDiv(doubled.length, PANEL), () -> panel -> {
            for (int i = panel * PANEL; i < Math.min(doubled.length, (panel + 1) * PANEL); i++) {
                double mean = columns.mean[columns.live[i]];
                for (int r = 0; r < rows; r++) {
                    z[r][i] = columns.scores.of(doubled[i][from + r]) - mean;
                }
            }
        });
    }

    private void readSlab() {
        int n = samples.variables();
        int row = slab * place.slabRows();
        int rows = Math.min(place.slabRows(), samples.samples() - row);
        samples.read(row, rows, 0, n, values);
        long number = firstRow / place.slabRows() + slab;
        int[] ranksOfClass = new int[2 * place.buckets()];
        int[][] queues = new int[place.buckets()][];
        int[] taken = new int[place.buckets()];
        for (int v = 0, i = 0; v < n; v++) {
            Arrays.fill(taken, 0);
            receive(number, v, queues);
            boolean live = i < columns.live.length && columns.live[i] == v;
            for (int c = 1; c < buckets.classes(v); c += 2) {
                ranksOfClass[c] = counts.doubledRank(v, c);
            }
            for (int r = 0; live && r < rows; r++) {
                int of = buckets.classOf(v, values[r * n + v]);
                doubled[i][r] = of % 2 == 1 ? ranksOfClass[of] : taken(queues[of / 2], taken[of / 2]++);
            }
            i += live ? 1 : 0;
        }
    }

    private int taken(int[] queue, int at) {
        if (at == queue.length) {
            throw new BadInputException("the parts must stay as they are while they are read: " + samples.source()
                    + " has other values than before; wait until they are complete, then run this again");
        }
        return queue[at];
    }

    /** Takes what has come for a column of a slab. */
    private void receive(long number, int column, int[][] queues) {
        Arrays.fill(queues, new int[0]);
        while (next != null
                && Place.slabFirst(next._1()) == number
                && place.column(Place.cellLast(next._1())) == column) {
            queues[place.classOf(Place.cellLast(next._1())) / 2] = next._2();
            advance();
        }
    }

    private void advance() {
        next = ranks.hasNext() ? ranks.next() : null;
    }
}
