package org.oinfo.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.TaskCompletionListener;
import org.oinfo.data.Samples;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.NormalScores;
import org.oinfo.estimate.ShareRows;
import org.oinfo.estimate.TieSums;
import org.oinfo.estimate.TreeSums;
import org.oinfo.estimate.VaryingColumns;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.parallel.Workers;
import org.oinfo.spark.parts.PartSamples;
import org.oinfo.spark.ranks.Buckets;
import org.oinfo.spark.ranks.ClassCounts;
import org.oinfo.spark.ranks.OutgoingValues;
import org.oinfo.spark.ranks.Place;
import org.oinfo.spark.ranks.RankedCell;
import org.oinfo.spark.ranks.RankedRows;
import scala.Tuple2;

/**
 * The copula of parts. Values go to the machine that ranks their bucket, ranks are kept on its disks and come back to the task that has
 * their rows:
 *
 * <pre>
 *   bounds of buckets, of some rows;  how many values are where
 *   values  -> buckets, ranked with ties -> mean score of each column
 *   ranks   -> rows, their scores centred -> sums of products
 * </pre>
 */
final class CopulaParts {
    /** Values that one task ranks at once: with what it needs for that, some 200 MB. */
    static final int BUCKET = 1 << 22;

    /** So many rows a bucket are looked at to find its bounds. */
    private static final int LOOKED_AT = 128;

    private final SharedParts parts;
    private final int samples;
    private final NormalScores scores;
    private final Buckets buckets;
    private final ClassCounts counts;
    private final Place place;

    /**
     * Finds the buckets.
     *
     * @param bucket about how many values each is to have
     */
    private CopulaParts(SharedParts parts, int bucket) {
        this.parts = parts;
        try (Samples all = parts.described()) {
            this.samples = all.samples();
            this.scores = NormalScores.of(samples, all.source());
            int count = (samples - 1) / bucket + 1;
            this.place = Place.of(all.variables(), count);
            this.buckets = count == 1 ? Buckets.whole(all.variables()) : buckets(count);
            this.counts = count == 1 ? ClassCounts.whole(all.variables(), samples) : counts();
        }
    }

    /** Correlations of normal scores of average ranks, to the last bit those of one machine. */
    static CorrelationEstimate estimate(SharedParts parts, EstimateOptions options, int bucket) {
        CopulaParts copula = new CopulaParts(parts, bucket);
        JavaRDD<RankedCell> cells = copula.cells();
        try {
            return copula.estimate(cells.persist(StorageLevel.DISK_ONLY()), options);
        } finally {
            cells.unpersist(false);
        }
    }

    private Buckets buckets(int count) {
        int each = Math.ceilDiv(LOOKED_AT * count, parts.shares().size());
        List<double[]> rows = new ArrayList<>();
        parts.each((share, samples, workers) -> someRows(samples, each))
                .values()
                .collect()
                .forEach(some -> rows.addAll(Arrays.asList(some)));
        return Buckets.of(rows.toArray(double[][]::new), count);
    }

    /** Rows that lie evenly among all. */
    private static double[][] someRows(Samples samples, int most) {
        double[][] rows = new double[Math.min(most, samples.samples())][samples.variables()];
        for (int i = 0; i < rows.length; i++) {
            int row = (int) ((long) i * samples.samples() / rows.length);
            samples.read(row, 1, 0, samples.variables(), rows[i]);
        }
        return rows;
    }

    private ClassCounts counts() {
        Buckets sent = buckets;
        return parts.merged(parts.each((share, samples, workers) -> ClassCounts.of(samples, sent)), ClassCounts::merge);
    }

    private JavaRDD<RankedCell> cells() {
        Broadcast<SharedParts.Sent> all = parts.sent();
        Buckets to = buckets;
        Place at = place;
        ClassCounts among = counts;
        NormalScores of = scores;
        int tasks = Math.min(buckets.columns() * place.buckets(), parts.tasks());
        JavaPairRDD<Long, double[]> values = parts.context()
                .parallelize(parts.shares(), parts.shares().size())
                .flatMapToPair(share -> outgoing(all.value().samples(share), share, to, at));
        return values.repartitionAndSortWithinPartitions(new Place.ByCell(tasks))
                .mapPartitions(sorted -> new RankedCell.Cells(sorted, at, among, of));
    }

    private static Iterator<Tuple2<Long, double[]>> outgoing(
            PartSamples samples, Share share, Buckets buckets, Place place) {
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> samples.close());
        return new OutgoingValues(samples, share.from(), buckets, place);
    }

    private CorrelationEstimate estimate(JavaRDD<RankedCell> cells, EstimateOptions options) {
        parts.tell("ranks of columns");
        TieSums[] ties = ties(cells);
        int n = ties.length;
        int[] live =
                IntStream.range(0, n).filter(v -> !ties[v].constant(samples)).toArray();
        int[] dead =
                IntStream.range(0, n).filter(v -> ties[v].constant(samples)).toArray();
        try (Samples all = parts.described()) {
            CorrelationEstimator.requireTwo(all, live, dead);
        }
        double[] mean = Arrays.stream(ties).mapToDouble(t -> t.mean(samples)).toArray();
        long tied = IntStream.of(live).mapToLong(v -> ties[v].tied()).sum();
        parts.tell("products of scores");
        RankedRows.Columns columns = new RankedRows.Columns(live, mean, scores);
        return CorrelationEstimator.fromShares(
                new VaryingColumns(live, dead, samples, tied),
                sums(cells, columns, ShareRows::products),
                options.shrinkage(),
                weights -> sums(cells, columns, (rows, workers) -> rows.fourthPowers(weights, workers)));
    }

    /** What is known of each column when all its cells are ranked, and its bounds counted. */
    private TieSums[] ties(JavaRDD<RankedCell> cells) {
        Place at = place;
        TieSums[] ties = new TieSums[buckets.columns()];
        for (int v = 0; v < ties.length; v++) {
            ties[v] = TieSums.ofTie(0, 0, scores);
            for (int c = 1; c < buckets.classes(v); c += 2) {
                ties[v] = ties[v].merge(TieSums.ofTie(counts.doubledRank(v, c), counts.count(v, c), scores));
            }
        }
        cells.mapToPair(cell -> new Tuple2<>(at.column(cell.cell()), cell.ties()))
                .collect()
                .forEach(of -> ties[of._1()] = ties[of._1()].merge(of._2()));
        return ties;
    }

    /** A sum over the rows of a share. */
    private interface RowSum extends Serializable {
        TreeSums of(ShareRows rows, Workers workers);
    }

    private TreeSums sums(JavaRDD<RankedCell> cells, RankedRows.Columns columns, RowSum sum) {
        Broadcast<SharedParts.Sent> all = parts.sent();
        Broadcast<RankedRows.Columns> sent = parts.context().broadcast(columns);
        List<Share> shares = parts.shares();
        Buckets to = buckets;
        Place at = place;
        ClassCounts among = counts;
        long slabsEach = Math.ceilDiv(shares.getFirst().to(), at.slabRows());
        JavaPairRDD<Long, int[]> back = cells.flatMapToPair(RankedCell::back)
                .repartitionAndSortWithinPartitions(new Place.ByShare(shares.size(), slabsEach));
        JavaRDD<Tuple2<Long, TreeSums>> found = back.mapPartitionsWithIndex(
                (number, ranks) -> {
                    Share share = shares.get(number);
                    try (PartSamples samples = all.value().samples(share);
                            Workers workers = SharedParts.workers()) {
                        RankedRows rows = new RankedRows(samples, share.from(), to, at, among, sent.value(), ranks);
                        TreeSums sums = sum.of(ShareRows.of(rows, share.from()), workers);
                        return List.of(new Tuple2<>(share.number(), sums)).iterator();
                    }
                },
                true);
        try {
            return parts.merged(found.mapToPair(each -> each), TreeSums::merge);
        } finally {
            sent.destroy();
        }
    }
}
