package org.oinfo.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.VectorShape;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/** What executors are, asked before anything is sent to them: whether they run classes of this Java, and how wide their vectors are. */
final class Executors {
    /** Longer than this nobody waits without being told for what. */
    private static final int SILENT_SECONDS = 30;
    /** Executors come one after the other; no more is expected after such a pause. */
    private static final int PAUSE_MILLIS = 1000;

    private static final int MOST_PAUSES = 20;

    private Executors() {}

    /** Bits of the vectors that Java prefers here. */
    static int bitsHere() {
        return VectorShape.preferredShape().vectorBitSize();
    }

    /**
     * Waits for the executors and returns the bits of the narrowest vectors among those that answered. Whoever comes later is asked by
     * its first task.
     *
     * @throws org.oinfo.spread.ClusterException they cannot run this Java's classes
     */
    static int narrowest(SparkContext context, Consumer<String> told) {
        // The first answer comes when there is one executor.
        int bits = ask(context, 1, told);
        try {
            int before = 0;
            for (int pauses = 0; before != count(context) && pauses < MOST_PAUSES; pauses++) {
                before = count(context);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(bits, ask(context, 2 * context.defaultParallelism(), told));
    }

    private static int count(SparkContext context) {
        return context.statusTracker().getExecutorInfos().length;
    }

    /** The least that some tasks answer. */
    private static int ask(SparkContext context, int tasks, Consumer<String> told) {
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        FutureTask<Integer> job = new FutureTask<>(() -> {
            Object answers = context.runJob(
                    new JavaSparkContext(context).parallelize(numbers, tasks).rdd(),
                    new Bits(),
                    ClassTag$.MODULE$.apply(Integer.class));
            return Collections.min(Arrays.asList((Integer[]) answers));
        });
        Thread thread = new Thread(job, "oinfo-executors");
        thread.setDaemon(true);
        thread.start();
        try {
            for (boolean silent = true; ; silent = false) {
                Integer answer = answer(job);
                if (answer != null) {
                    return answer;
                }
                if (silent) {
                    told.accept("waiting for executors of " + context.master()
                            + ": none has come yet; are there workers with free cores and memory?");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return bitsHere();
        }
    }

    private static @Nullable Integer answer(FutureTask<Integer> job) throws InterruptedException {
        try {
            job.get(SILENT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw SparkFailure.of(e);
        }
        return job.resultNow();
    }

    /** Asks one executor; loads nothing of the kernels, whose width is not settled yet. */
    private static final class Bits extends AbstractFunction2<TaskContext, Iterator<Integer>, Integer>
            implements Serializable {
        private static final long serialVersionUID = 1L;
        /** So that no executor answers for the others. */
        private static final int MILLIS = 50;

        @Override
        public Integer apply(TaskContext context, Iterator<Integer> numbers) {
            try {
                TimeUnit.MILLISECONDS.sleep(MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return bitsHere();
        }
    }
}
