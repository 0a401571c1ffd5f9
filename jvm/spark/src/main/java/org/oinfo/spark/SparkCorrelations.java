package org.oinfo.spark;

import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.estimate.Centring;
import org.oinfo.estimate.ColumnSums;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.ShareRows;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.TreeSums;
import org.oinfo.estimate.VaryingColumns;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Ties;

/**
 * Correlations of data larger than one machine, to the last bit those that one machine would find in the same rows.
 *
 * <pre>{@code
 * SharedEstimate estimate = SparkCorrelations.of(context).estimate("hdfs://host/data/*.npy", options);
 * OInformation info = OInformation.ofShared(estimate, OInformationOptions.defaults());
 * }</pre>
 *
 * <p>A location is a file, a folder or a pattern on any path of Hadoop, of .npy or .parquet parts with the same columns; rows count
 * through the parts in the order of their paths. No machine holds more than some rows of .npy, one part of Parquet, and a few N x N
 * matrices.
 */
public final class SparkCorrelations {
    private final JavaSparkContext context;
    private final ColumnChoice choice;
    private final int bucket;
    private final Consumer<String> told;

    private SparkCorrelations(JavaSparkContext context, ColumnChoice choice, int bucket, Consumer<String> told) {
        this.context = context;
        this.choice = choice;
        this.bucket = bucket;
        this.told = told;
    }

    /** By the executors of a context. */
    public static SparkCorrelations of(SparkContext context) {
        return of(new JavaSparkContext(context));
    }

    /** By the executors of a context. */
    public static SparkCorrelations of(JavaSparkContext context) {
        return new SparkCorrelations(context, ColumnChoice.ALL, CopulaParts.BUCKET, line -> {});
    }

    /** The same, of some columns. */
    public SparkCorrelations withColumns(ColumnChoice columns) {
        return new SparkCorrelations(context, columns, bucket, told);
    }

    /** The same; lines say how far it is. */
    public SparkCorrelations telling(Consumer<String> lines) {
        return new SparkCorrelations(context, choice, bucket, lines);
    }

    /** The same; the copula ranks about so many values at once, which changes no bit. */
    SparkCorrelations withBucket(int values) {
        return new SparkCorrelations(context, choice, values, told);
    }

    /**
     * Correlations of all rows at a location; threads and seed of the options have no part in it.
     *
     * @throws BadInputException the parts cannot be used, a value is missing, fewer than two columns vary, the estimator has no
     *     correlations, or ties are not averaged
     * @throws org.oinfo.spread.ClusterException the cluster gave up
     */
    public SharedEstimate estimate(String location, EstimateOptions options) {
        boolean copula = options.estimator() == Estimator.COPULA;
        if (!options.estimator().correlates()) {
            throw new BadInputException("data at a location need the estimator copula or gaussian: found "
                    + options.estimator().text() + "; choose one of these");
        }
        if (copula && options.ties() != Ties.AVERAGE) {
            throw new BadInputException("data at a location are ranked with average ties: found "
                    + options.ties().name().toLowerCase(Locale.ROOT) + " ties; choose those");
        }
        return failing(() -> {
            try (SharedParts parts = SharedParts.open(context, location, choice, told)) {
                return described(
                        parts, copula ? CopulaParts.estimate(parts, options, bucket) : gaussian(parts, options));
            }
        });
    }

    private static SharedEstimate described(SharedParts parts, CorrelationEstimate estimate) {
        try (Samples all = parts.described()) {
            return new SharedEstimate(
                    estimate, Variables.of(all, estimate.variables(), estimate.dead()), all.columns(), all.source());
        }
    }

    private static CorrelationEstimate gaussian(SharedParts parts, EstimateOptions options) {
        double[] shift = parts.firstRow();
        parts.tell("means of columns");
        ColumnSums sums = parts.merged(
                parts.each((share, samples, workers) -> ColumnSums.of(samples, share.from(), shift, workers)),
                ColumnSums::merge);
        Centring centring;
        VaryingColumns columns;
        try (Samples all = parts.described()) {
            centring = Centring.of(sums, shift, all.samples(), v -> Variables.described(all, v), all.source());
            CorrelationEstimator.requireTwo(all, centring.live(), centring.dead());
            columns = new VaryingColumns(centring.live(), centring.dead(), all.samples(), 0);
        }
        parts.tell("products of columns");
        TreeSums products = parts.merged(
                parts.each((share, samples, workers) ->
                        ShareRows.gaussian(samples, share.from(), centring).products(workers)),
                TreeSums::merge);
        return CorrelationEstimator.fromShares(
                columns,
                products,
                options.shrinkage(),
                weights -> parts.merged(
                        parts.each((share, samples, workers) -> ShareRows.gaussian(samples, share.from(), centring)
                                .fourthPowers(weights, workers)),
                        TreeSums::merge));
    }

    /** Says in one line what Spark says of a job that failed. */
    private static <V> V failing(Supplier<V> job) {
        try {
            return job.get();
        } catch (Exception e) {
            // Scala throws what Java does not know of.
            if (e instanceof SparkException) {
                throw SparkFailure.of(new ExecutionException(e));
            }
            throw e;
        }
    }
}
