package org.oinfo;

import org.oinfo.journal.WorkJournal;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;

/**
 * Analyses whose journal is open. What they finish, such as a surrogate, a resample, a start of a search or a block of a scan of a target,
 * is written to it at once, so that no more is lost than what is at hand, even where the process is killed. The results are those of
 * analyses that were never stopped, to the last bit, for any number of threads before and after.
 *
 * <pre>{@code
 * try (ResumableRun run = info.resumable(Path.of("null.journal"))) {
 *     NullResult result = info.statistics().nullTest(NullSettings.of(4), run.watched(Monitor.NONE));
 * }
 * }</pre>
 *
 * <p>Any number of analyses, one after the other, always in the same order: one that differs from what the journal has in its place is
 * refused, with the first difference named. What cannot be cut into pieces, such as gradients or local values, is done anew. Closed by the
 * thread that opened it.
 */
public final class ResumableRun implements AutoCloseable {
    private final WorkJournal journal;

    ResumableRun(WorkJournal journal) {
        this.journal = journal;
    }

    /** A monitor for the analyses, which tells another one and asks it. */
    public Monitor watched(Monitor monitor) {
        return monitor.keeping(journal);
    }

    /** Where what is finished is kept: for monitors of one's own. */
    public Keeper keeper() {
        return journal;
    }

    /** Number of finished pieces that an earlier run left in the journal. */
    public long pieces() {
        return journal.pieces();
    }

    /** Whether the end of the journal was cut short or damaged; what stands before it is used. */
    public boolean torn() {
        return journal.torn();
    }

    /** Closes the journal, which stays where it is. */
    @Override
    public void close() {
        journal.close();
    }
}
