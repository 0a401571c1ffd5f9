package org.oinfo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.journal.Journal;

/**
 * A scan of some orders whose journal is open: what is merged is written to it every half second or so, so that no more is lost than
 * that and the blocks at hand, even where the process is killed. The result is that of a scan that was never stopped, to the last bit,
 * for any number of threads before and after.
 *
 * <pre>{@code
 * try (ResumableScan scan = info.scans().resumable(List.of(5), Path.of("run.journal"))) {
 *     List<ScanResult> results = scan.run(Monitor.NONE);
 * }
 * }</pre>
 *
 * <p>It is run once, by one thread, and closed.
 */
public final class ResumableScan implements AutoCloseable {
    private final Scans scans;
    private final List<WholeScan> stages;
    private final Journal journal;
    private final long resumed;

    ResumableScan(Scans scans, ScanIdentity identity, List<WholeScan> stages, Path file) {
        List<Journal.Stage> pieces = stages.stream().map(WholeScan::stage).toList();
        this.scans = scans;
        this.stages = stages;
        this.journal = Journal.open(file, identity.lines(pieces), pieces);
        this.resumed = journal.nplets();
    }

    /** Number of n-plets that an earlier scan left in the journal. */
    public long resumed() {
        return resumed;
    }

    /** Whether the journal holds the whole result, so that nothing is left to be scanned. */
    public boolean finished() {
        return journal.finished();
    }

    /** Whether the last write of the earlier scan was cut short; what it wrote before is used. */
    public boolean torn() {
        return journal.torn();
    }

    /**
     * Scans what the journal does not hold.
     *
     * @param monitor as of {@link OInformation#scan(List, Monitor)}
     * @return the result of each order
     */
    public List<ScanResult> run(Monitor monitor) {
        List<ScanResult> results = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            results.addAll(scans.run(stages.get(i), monitor, journal.checkpoint(i)));
        }
        return results;
    }

    /** Closes the journal, which stays where it is. */
    @Override
    public void close() {
        journal.close();
    }
}
