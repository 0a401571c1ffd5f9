package org.oinfo.spark;

import java.util.concurrent.ExecutionException;
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
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.ShareRows;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.TreeSums;
import org.oinfo.estimate.VaryingColumns;

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

    private SparkCorrelations(JavaSparkContext context, ColumnChoice choice) {
        this.context = context;
        this.choice = choice;
    }

    /** By the executors of a context. */
    public static SparkCorrelations of(SparkContext context) {
        return of(new JavaSparkContext(context));
    }

    /** By the executors of a context. */
    public static SparkCorrelations of(JavaSparkContext context) {
        return new SparkCorrelations(context, ColumnChoice.ALL);
    }

    /** The same, of some columns. */
    public SparkCorrelations withColumns(ColumnChoice columns) {
        return new SparkCorrelations(context, columns);
    }

    /**
     * Correlations of all rows at a location; threads and seed of the options have no part in it.
     *
     * @throws BadInputException the parts cannot be used, a value is missing, fewer than two columns vary, or the estimator is another
     *     than gaussian
     * @throws org.oinfo.scan.spread.ClusterException the cluster gave up
     */
    public SharedEstimate estimate(String location, EstimateOptions options) {
        if (options.estimator() != Estimator.GAUSSIAN) {
            throw new BadInputException("correlations of parts need the estimator gaussian: found "
                    + options.estimator().text() + "; choose it");
        }
        return failing(() -> {
            try (SharedParts parts = SharedParts.open(context, location, choice)) {
                return described(parts, gaussian(parts, options));
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
