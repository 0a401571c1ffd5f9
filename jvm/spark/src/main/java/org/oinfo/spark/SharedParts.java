package org.oinfo.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;
import org.oinfo.spark.parts.PartHead;
import org.oinfo.spark.parts.PartSamples;
import org.oinfo.spark.parts.Parts;
import scala.Tuple2;

/** Parts as the executors know them, and passes over their rows: each task goes through a share. */
final class SharedParts implements AutoCloseable {
    /** How many neighbours become one at a time. */
    private static final int FAN_IN = 8;

    private static final int TASKS_PER_CORE = 4;

    private final JavaSparkContext context;
    private final Consumer<String> told;
    private final Parts parts;
    private final List<Share> shares;
    private final Broadcast<Sent> sent;

    /** What every task needs to read rows. */
    record Sent(Parts parts, SerializableConfiguration conf) implements Serializable {
        /** The samples of a share, to be closed. */
        PartSamples samples(Share share) {
            return new PartSamples(parts, share.from(), share.to(), conf.value());
        }
    }

    private SharedParts(JavaSparkContext context, Parts parts, Consumer<String> told) {
        this.context = context;
        this.told = told;
        this.parts = parts;
        this.shares = Share.cut(parts.rows(), context.defaultParallelism());
        this.sent = context.broadcast(new Sent(parts, new SerializableConfiguration(context.hadoopConfiguration())));
    }

    /**
     * Finds the parts; executors read their heads.
     *
     * @throws org.oinfo.data.BadInputException there are none, or they do not belong together
     */
    static SharedParts open(JavaSparkContext context, String location, ColumnChoice choice, Consumer<String> told) {
        List<String> paths = Parts.paths(location, context.hadoopConfiguration());
        SerializableConfiguration conf = new SerializableConfiguration(context.hadoopConfiguration());
        int tasks = Math.min(paths.size(), TASKS_PER_CORE * context.defaultParallelism());
        List<PartHead> heads = context.parallelize(paths, tasks)
                .map(path -> PartHead.read(path, conf.value()))
                .collect();
        Parts parts = Parts.of(location, heads, choice);
        told.accept(String.format(
                Locale.ROOT,
                "%,d rows of %,d columns in %,d parts at %s",
                parts.rows(),
                parts.variables(),
                heads.size(),
                location));
        return new SharedParts(context, parts, told);
    }

    /** Tells what executors begin with now. */
    void tell(String step) {
        told.accept(step + ", in " + shares.size() + (shares.size() == 1 ? " task" : " tasks"));
    }

    /** How many tasks keep the cores busy until the end. */
    int tasks() {
        return TASKS_PER_CORE * context.defaultParallelism();
    }

    JavaSparkContext context() {
        return context;
    }

    List<Share> shares() {
        return shares;
    }

    Broadcast<Sent> sent() {
        return sent;
    }

    /** All rows, for what there is to say of them; they are not to be read here. */
    Samples described() {
        return new PartSamples(parts, 0, parts.rows(), new Configuration(false));
    }

    /** The first row. */
    double[] firstRow() {
        Broadcast<Sent> all = sent;
        return context.parallelize(List.of(new Share(0, 0, 1)), 1)
                .map(share -> make(all, share, (same, samples, workers) -> {
                    double[] row = new double[samples.variables()];
                    samples.read(0, 1, 0, row.length, row);
                    return row;
                }))
                .first();
    }

    /** What tasks make of all shares, by their numbers. */
    <V> JavaPairRDD<Long, V> each(OfShare<V> work) {
        Broadcast<Sent> all = sent;
        return context.parallelize(shares, shares.size())
                .mapToPair(share -> new Tuple2<>(share.number(), make(all, share, work)));
    }

    private static <V> V make(Broadcast<Sent> sent, Share share, OfShare<V> work) {
        try (PartSamples samples = sent.value().samples(share);
                Workers workers = workers()) {
            return work.make(share, samples, workers);
        }
    }

    /** As many threads as the task at hand has cores. */
    static Workers workers() {
        return new Workers(Math.max(1, TaskContext.get().cpus()));
    }

    /** Goes through all shares and merges what comes of them on the executors: neighbours first, whose sums become one. */
    <V> V merged(JavaPairRDD<Long, V> found, Function2<V, V, V> merge) {
        JavaPairRDD<Long, V> level = found;
        for (int count = shares.size(); count > 1; count = (count + FAN_IN - 1) / FAN_IN) {
            level = level.mapToPair(each -> new Tuple2<>(each._1() / FAN_IN, each._2()))
                    .reduceByKey(merge, (count + FAN_IN - 1) / FAN_IN);
        }
        return level.first()._2();
    }

    @Override
    public void close() {
        sent.destroy();
    }
}
