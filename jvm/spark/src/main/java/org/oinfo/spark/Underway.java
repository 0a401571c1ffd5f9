package org.oinfo.spark;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.Tuple4;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What executors say of tasks: how far they are, by their heartbeats; how long they took; which executors were lost. Thread-safe. */
final class Underway extends SparkListener {
    private static final double MILLIS = 1000;
    private static final int PATIENCE = 20;
    private static final int PATIENCE_MILLIS = 50;

    private final long accumulator;
    private final Consumer<String> told;
    /** Units that tasks have gone through, by the numbers of the tasks. */
    private final Map<Long, Long> units = new HashMap<>();

    private final Map<String, String> hosts = new HashMap<>();
    private long firstStart = Long.MAX_VALUE;
    private long lastEnd;
    private int finished;
    private long workMillis;

    /**
     * A listener.
     *
     * @param accumulator that counts units, n-plets most of them
     * @param told takes a line for each executor that is lost
     */
    Underway(long accumulator, Consumer<String> told) {
        this.accumulator = accumulator;
        this.told = told;
    }

    /** Units of tasks that run. */
    synchronized long units() {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How long the tasks took, when so many have finished: Spark tells of them a little later than it hands over what they found. */
    synchronized String summary(int tasks) throws InterruptedException {
        for (int i = 0; i < PATIENCE && finished < tasks; i++) {
            wait(PATIENCE_MILLIS);
        }
        return String.format(
                Locale.ROOT,
                "%,d tasks on %d executors: %.1f s from the first to the last, %.1f s of work",
                finished,
                hosts.size(),
                (lastEnd - firstStart) / MILLIS,
                workMillis / MILLIS);
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        for (Tuple4<Object, Object, Object, Seq<AccumulableInfo>> task :
                CollectionConverters.asJava(update.accumUpdates())) {
            for (AccumulableInfo info : CollectionConverters.asJava(task._4())) {
                if (info.id() == accumulator
                        && info.update().isDefined()
                        && info.update().get() instanceof Long done) {
                    units.computeIfPresent((Long) task._1(), (id, before) -> done);
                }
            }
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        units.put(start.taskInfo().taskId(), 0L);
        hosts.put(start.taskInfo().executorId(), start.taskInfo().host());
        firstStart = Math.min(firstStart, start.taskInfo().launchTime());
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        units.remove(end.taskInfo().taskId());
        if (end.taskInfo().successful()) {
            finished++;
            lastEnd = Math.max(lastEnd, end.taskInfo().finishTime());
            workMillis += end.taskMetrics().executorRunTime();
            notifyAll();
        }
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        String host = hosts.get(removed.executorId());
        if (host != null) {
            told.accept("executor " + removed.executorId() + " on " + host
                    + " is lost: what it had not finished runs again");
        }
    }
}
