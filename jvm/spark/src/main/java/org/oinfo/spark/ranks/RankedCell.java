package org.oinfo.spark.ranks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BucketRanks;
import org.oinfo.estimate.NormalScores;
import org.oinfo.estimate.TieSums;
import scala.Tuple2;

/**
 * A bucket of a column, ranked.
 *
 * @param slabs from which values came, ascending
 * @param doubled twice the rank of each value of each of these slabs, in the order of its rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RankedCell(long cell, long[] slabs, int[][] doubled, TieSums ties) implements Serializable {
    /** The ranks on their way back. */
    public Iterator<Tuple2<Long, int[]>> back() {
        return IntStream.range(0, slabs.length)
                .mapToObj(i -> new Tuple2<>(Place.bySlab(slabs[i], cell), doubled[i]))
                .iterator();
    }

    /** Ranks the cells that a machine has, one after the other, of values that come in their order. */
    public static final class Cells implements Iterator<RankedCell> {
        private final Iterator<Tuple2<Long, double[]>> values;
        private final Place place;
        private final ClassCounts counts;
        private final NormalScores scores;
        private @Nullable Tuple2<Long, double[]> next;

        /**
         * Cells of a machine.
         *
         * @param values cell by cell, slab by slab
         * @param counts of all samples
         */
        public Cells(Iterator<Tuple2<Long, double[]>> values, Place place, ClassCounts counts, NormalScores scores) {
            this.values = values;
            this.place = place;
            this.counts = counts;
            this.scores = scores;
            advance();
        }

        private void advance() {
            next = values.hasNext() ? values.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public RankedCell next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            long cell = Place.cellOf(next._1());
            List<Long> slabs = new ArrayList<>();
            List<double[]> each = new ArrayList<>();
            for (; next != null && Place.cellOf(next._1()) == cell; advance()) {
                slabs.add(Place.slabOf(next._1()));
                each.add(next._2());
            }
            return ranked(cell, slabs, each);
        }

        private RankedCell ranked(long cell, List<Long> slabs, List<double[]> each) {
            double[] all = new double[each.stream().mapToInt(x -> x.length).sum()];
            int at = 0;
            for (double[] x : each) {
                System.arraycopy(x, 0, all, at, x.length);
                at += x.length;
            }
            int below = counts.below(place.column(cell), place.classOf(cell));
            BucketRanks ranks = BucketRanks.of(all, below, scores);
            int[][] doubled = new int[each.size()][];
            int from = 0;
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] = Arrays.copyOfRange(ranks.doubled(), from, from + each.get(i).length);
                from += doubled[i].length;
            }
            return new RankedCell(cell, slabs.stream().mapToLong(s -> s).toArray(), doubled, ranks.ties());
        }
    }
}
