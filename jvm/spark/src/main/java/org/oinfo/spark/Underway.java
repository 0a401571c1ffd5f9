package org.oinfo.spark;

import java.util.HashMap;
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

/** What executors say of tasks that are not back, by their heartbeats; and which executors were lost. Thread-safe. */
final class Underway extends SparkListener {
    private final long accumulator;
    private final Consumer<String> told;
    /** n-plets of tasks that run, by their numbers. */
    private final Map<Long, Long> nplets = new HashMap<>();

    private final Map<String, String> hosts = new HashMap<>();

    /**
     * A listener.
     *
     * @param accumulator that counts n-plets
     * @param told takes a line for each executor that is lost
     */
    Underway(long accumulator, Consumer<String> told) {
        this.accumulator = accumulator;
        this.told = told;
    }

    /** n-plets of tasks that run. */
    synchronized long nplets() {
        return nplets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        for (Tuple4<Object, Object, Object, Seq<AccumulableInfo>> task :
                CollectionConverters.asJava(update.accumUpdates())) {
            for (AccumulableInfo info : CollectionConverters.asJava(task._4())) {
                if (info.id() == accumulator && info.update().isDefined() && info.update().get() instanceof Long done) {
                    nplets.computeIfPresent((Long) task._1(), (id, before) -> done);
                }
            }
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        nplets.put(start.taskInfo().taskId(), 0L);
        hosts.put(start.taskInfo().executorId(), start.taskInfo().host());
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        nplets.remove(end.taskInfo().taskId());
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        String host = hosts.get(removed.executorId());
        if (host != null) {
            told.accept("executor " + removed.executorId() + " on " + host + " is lost: what it had not finished runs again");
        }
    }
}
