package org.oinfo.spark;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.oinfo.scan.Pieces;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.ClusterException;
import org.oinfo.spread.Gathering;
import org.oinfo.spread.SentWork;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Scans and other analyses on the executors of a {@link SparkContext}, to the bits of one machine.
 *
 * <pre>{@code
 * OInformation there = info.withCluster(SparkCluster.of(context));
 * ScanResult result = there.scan(5);
 * NullResult chance = there.statistics().nullTest(NullSettings.of(4).withSurrogates(9999));
 * }</pre>
 *
 * <p>A lot of pieces is a task. Results are merged by the calling thread as they come; tasks whose executor was lost run again, and what
 * comes twice counts once. Java on executors must be 25 or newer, with native access and the vector module: Spark gives both.
 */
public final class SparkCluster implements Cluster {
    private final SparkContext context;
    private final Consumer<String> told;

    private SparkCluster(SparkContext context, Consumer<String> told) {
        this.context = context;
        this.told = told;
    }

    /** The executors of a context. */
    public static SparkCluster of(SparkContext context) {
        return new SparkCluster(context, line -> {});
    }

    /** The executors of a context. */
    public static SparkCluster of(JavaSparkContext context) {
        return of(context.sc());
    }

    /** The same; what happens to executors is told in lines. */
    public SparkCluster telling(Consumer<String> lines) {
        return new SparkCluster(context, lines);
    }

    @Override
    public void run(SentWork work, DoubleSupplier seconds, Pieces todo, Gathering gathering) {
        double expected = seconds.getAsDouble();
        Broadcast<LotTask.Shared> shared =
                context.broadcast(new LotTask.Shared(work), ClassTag$.MODULE$.apply(LotTask.Shared.class));
        LongAccumulator units = context.longAccumulator("units");
        Underway underway = new Underway(units.id(), told);
        context.addSparkListener(underway);
        try {
            long waves = Lot.waves(expected);
            for (long i = 0; i < waves && gathering.goOn(); i++) {
                Pieces wave = Lot.share(todo, i, waves);
                run(
                        new LotTask(shared, units),
                        Lot.cut(wave, expected / waves, context.defaultParallelism()),
                        gathering,
                        underway);
            }
        } finally {
            context.removeSparkListener(underway);
            shared.destroy();
        }
    }

    private void run(LotTask task, List<Lot> lots, Gathering gathering, Underway underway) {
        String group = "oinfo-" + UUID.randomUUID();
        try (Returns back = new Returns()) {
            FutureTask<@Nullable Void> job = new FutureTask<>(() -> submit(task, lots, group, back), null);
            Thread thread = new Thread(job, group);
            thread.setDaemon(true);
            thread.start();
            boolean all = false;
            try {
                all = gather(lots.size(), back, job, gathering, underway);
                if (all) {
                    told.accept(underway.summary(lots.size()));
                }
            } finally {
                if (!all && !context.isStopped()) {
                    context.cancelJobGroup(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Merges what comes; whether all came. */
    private static boolean gather(int lots, Returns back, Future<?> job, Gathering gathering, Underway underway)
            throws InterruptedException {
        int left = lots;
        while (left > 0 && gathering.underway(underway.units())) {
            boolean ended = job.isDone();
            Outcome outcome = back.next();
            if (outcome != null) {
                take(outcome, gathering);
                left--;
            } else if (ended) {
                SparkFailure.rethrow(job);
            }
        }
        // Stopped: what is here already counts.
        for (Outcome outcome : back.rest()) {
            take(outcome, gathering);
        }
        return left == 0;
    }

    private static void take(Outcome outcome, Gathering gathering) {
        if (outcome.refusal() != null) {
            throw new ClusterException(
                    outcome.machine() + " cannot compute what this process does: " + outcome.refusal());
        }
        if (outcome.found() != null) {
            gathering.found(outcome.found());
        }
    }

    /** Runs the job to its end; Spark hands over what each task found, once. */
    private void submit(LotTask task, List<Lot> lots, String group, Returns back) {
        context.setJobGroup(group, "oinfo", true);
        RDD<Lot> rdd =
                new JavaSparkContext(context).parallelize(lots, lots.size()).rdd();
        List<Object> all =
                IntStream.range(0, lots.size()).<Object>mapToObj(i -> i).toList();
        context.runJob(
                rdd,
                task,
                CollectionConverters.asScala(all).toSeq(),
                (Object number, Outcome outcome) -> {
                    back.put(outcome);
                    return BoxedUnit.UNIT;
                },
                ClassTag$.MODULE$.apply(Outcome.class));
    }
}
