package org.oinfo;

import java.io.Serializable;
import org.oinfo.parallel.Monitor;
import org.oinfo.spread.FoldWorker;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.SentFold;
import org.oinfo.spread.SentWork;

/**
 * A fold of an analysis, for other machines.
 *
 * @param analysis all of it
 * @param fold which of its folds
 */
record SentAnalysis(SentData data, Repeated analysis, SentFold fold) implements SentWork {
    /** An analysis as another machine goes through it once more. */
    @FunctionalInterface
    interface Repeated extends Serializable {
        /** Goes through it; what it finds in the end is of no interest. */
        void run(OInformation info, Monitor monitor);

        /** Whether it is one fold, whose pieces nothing later depends on. */
        default boolean oneFold() {
            return false;
        }
    }

    @Override
    public PieceWorker open() {
        SentData.Opened opened = data.open();
        return new FoldWorker(fold, (threads, monitor) -> analysis.run(opened.info(threads), monitor));
    }
}
