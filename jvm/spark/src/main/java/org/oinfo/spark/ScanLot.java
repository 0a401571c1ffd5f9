package org.oinfo.spark;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.scan.spread.PieceScanner;
import org.oinfo.scan.spread.SentScan;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** The task on an executor: goes through its lot, in as many threads as a task has cores. */
final class ScanLot extends AbstractFunction2<TaskContext, Iterator<Lot>, Outcome> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Shared> shared;
    private final LongAccumulator nplets;

    /** What all tasks of an executor share: the scan, and the scanner that the first of them opens. */
    static final class Shared implements Serializable {
        private static final long serialVersionUID = 1L;

        private final SentScan scan;
        private transient @Nullable PieceScanner scanner;

        Shared(SentScan scan) {
            this.scan = scan;
        }

        synchronized PieceScanner scanner() {
            if (scanner == null) {
                scanner = PieceScanner.open(scan);
            }
            return scanner;
        }
    }

    /**
     * A task.
     *
     * @param nplets counts what is gone through
     */
    ScanLot(Broadcast<Shared> shared, LongAccumulator nplets) {
        this.shared = shared;
        this.nplets = nplets;
    }

    @Override
    public Outcome apply(TaskContext context, Iterator<Lot> lots) {
        ProgressSteps steps = new ProgressSteps();
        Monitor monitor = progress -> {
            nplets.add(steps.since(progress));
            return !context.isInterrupted();
        };
        try {
            PieceScanner scanner = shared.value().scanner();
            byte[] found = scanner.scan(lots.next().pieces(), Math.max(1, context.cpus()), monitor);
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
