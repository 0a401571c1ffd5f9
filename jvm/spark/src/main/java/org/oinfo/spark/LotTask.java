package org.oinfo.spark;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.SentWork;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** The task on an executor: does the pieces of its lot, in as many threads as a task has cores. */
final class LotTask extends AbstractFunction2<TaskContext, Iterator<Lot>, Outcome> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Shared> shared;
    private final LongAccumulator units;

    /** What all tasks of an executor share: the work, and the worker that the first of them opens. */
    static final class Shared implements Serializable {
        private static final long serialVersionUID = 1L;

        private final SentWork work;
        private transient @Nullable PieceWorker worker;

        Shared(SentWork work) {
            this.work = work;
        }

        synchronized PieceWorker worker() {
            if (worker == null) {
                worker = work.open();
            }
            return worker;
        }
    }

    /**
     * A task.
     *
     * @param units counts what is gone through
     */
    LotTask(Broadcast<Shared> shared, LongAccumulator units) {
        this.shared = shared;
        this.units = units;
    }

    @Override
    public Outcome apply(TaskContext context, Iterator<Lot> lots) {
        ProgressSteps steps = new ProgressSteps();
        Monitor monitor = progress -> {
            units.add(steps.since(progress));
            return !context.isInterrupted();
        };
        PieceWorker worker;
        try {
            worker = shared.value().worker();
        } catch (BadInputException e) {
            return new Outcome(
                    machine(),
                    null,
                    e.getMessage() + "; leave that machine out, or start this process with the system property "
                            + Backends.VECTOR_BITS + " or --backend such that both can");
        }
        try {
            byte[] found = worker.run(lots.next().pieces(), Math.max(1, context.cpus()), monitor);
            if (found == null) {
                // Spark throws it away, or has it done again.
                throw new CancellationException("the task was stopped before its pieces were done");
            }
            return new Outcome(machine(), found, null);
        } catch (BadInputException e) {
            return new Outcome(machine(), null, e.getMessage());
        }
    }

    /** This executor, by name. */
    static String machine() {
        SparkEnv env = SparkEnv.get();
        return "executor " + env.executorId() + " on "
                + env.blockManager().blockManagerId().host();
    }
}
