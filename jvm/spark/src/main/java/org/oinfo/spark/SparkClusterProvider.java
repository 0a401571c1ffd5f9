package org.oinfo.spark;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.cluster.ClusterProvider;
import org.oinfo.data.ColumnChoice;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.Backends;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.ClusterException;

/** The cluster of {@code --master}, in a process that spark-submit has started. */
public final class SparkClusterProvider implements ClusterProvider {
    /** Of this process. */
    private static final AtomicReference<@Nullable SparkContext> BEGUN = new AtomicReference<>();

    @Override
    public Cluster connect(String master, Consumer<String> told) {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.master", master)
                .setIfMissing("spark.app.name", "oinfo")
                // Results are merged as they come: what all of them come to does not matter.
                .setIfMissing("spark.driver.maxResultSize", "0")
                // The progress comes with the heartbeats.
                .setIfMissing("spark.executor.heartbeatInterval", "2s")
                .setIfMissing("spark.ui.showConsoleProgress", "false");
        SparkContext context = context(conf);
        if (!context.isLocal()) {
            int narrowest = narrowest(context, told);
            if (narrowest < Executors.bitsHere() && System.getProperty(Backends.VECTOR_BITS) == null) {
                told.accept("executors have vectors of " + narrowest + " bits, this process has " + Executors.bitsHere()
                        + ": all compute with " + narrowest);
                System.setProperty(Backends.VECTOR_BITS, Integer.toString(narrowest));
            }
        }
        return SparkCluster.of(context).telling(told);
    }

    @Override
    public SharedEstimate estimate(
            String location, ColumnChoice columns, EstimateOptions options, Consumer<String> told) {
        SparkContext context = BEGUN.get();
        if (context == null) {
            throw new IllegalStateException("no machines are connected");
        }
        return SparkCorrelations.of(context).withColumns(columns).telling(told).estimate(location, options);
    }

    private static int narrowest(SparkContext context, Consumer<String> told) {
        try {
            return Executors.narrowest(context, told);
        } catch (ClusterException e) {
            // Spark stops the context where no master answers for a minute.
            throw context.isStopped()
                    ? new ClusterException("no master of Spark answers at " + context.master()
                            + ", or it ended this application; check the address, and the master's page")
                    : e;
        }
    }

    /** Ends what was begun. */
    static void end() {
        SparkContext context = BEGUN.getAndSet(null);
        if (context != null) {
            context.stop();
        }
    }

    private static SparkContext context(SparkConf conf) {
        try {
            SparkContext context = SparkContext.getOrCreate(conf);
            BEGUN.set(context);
            return context;
        } catch (RuntimeException e) {
            throw new ClusterException("Spark cannot be had at " + conf.get("spark.master") + ": " + e.getMessage());
        }
    }
}
