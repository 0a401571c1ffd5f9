package org.oinfo.scan.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.journal.JournalHead;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;

/**
 * A file from which a scan of some orders goes on wherever it was stopped: it holds what the finished pieces of each order found, merged.
 *
 * <p>It is written every half second, and every five seconds it waits for the disk; less often where that takes more than a hundredth of the
 * time.
 */
public final class Journal implements AutoCloseable {
    private static final long WRITE_NANOS = 500_000_000;
    private static final long FORCE_NANOS = 5_000_000_000L;
    /** A pause is so many times as long as the write before it took at least. */
    private static final int PAUSES_PER_WRITE = 100;

    private final JournalFile file;
    private final List<Stage> stages;
    /** Of each stage, its partial results as bytes, one for each order. */
    private final List<byte[]> contents = new ArrayList<>();

    private final List<Checkpoint.@Nullable Kept> kept = new ArrayList<>();
    private long nextWrite = System.nanoTime() + WRITE_NANOS;
    private long nextForce = System.nanoTime() + FORCE_NANOS;

    /**
     * Orders that are scanned together.
     *
     * @param plan the pieces of their scan
     * @param nothing what is found in none of them, for each order
     */
    public record Stage(PiecePlan plan, List<RankedLandscape> nothing) {
        private long most() {
            return nothing.stream()
                    .mapToLong(each -> PartialResult.most(plan, each))
                    .sum();
        }
    }

    private Journal(JournalFile file, List<Stage> stages) {
        this.file = file;
        this.stages = stages;
    }

    /**
     * Opens the journal of a scan, or begins one.
     *
     * @param scan lines {@code key: value}, of all that the bits of its result depend on
     * @param stages in the order in which they are scanned
     * @throws BadInputException the file cannot be written, is in use, damaged, no journal, or one of another scan: the message names
     *     the first line that differs
     */
    public static Journal open(Path file, List<String> scan, List<Stage> stages) {
        long place = JournalFile.AROUND + stages.stream().mapToLong(Stage::most).sum();
        if (place > Integer.MAX_VALUE - 8) {
            throw new BadInputException("what a journal keeps must fit into 2 GiB: it may come to " + place
                    + " bytes; ask for fewer n-plets or orders");
        }
        JournalFile opened = JournalFile.open(file, new JournalHead(scan, place));
        boolean sound = false;
        try {
            Journal journal = new Journal(opened, List.copyOf(stages));
            journal.read();
            sound = true;
            return journal;
        } finally {
            if (!sound) {
                opened.close();
            }
        }
    }

    private void read() {
        ByteBuffer content = file.newest();
        for (Stage stage : stages) {
            List<RankedLandscape> found = new ArrayList<>();
            List<PartialResult> parts = new ArrayList<>();
            Pieces pieces = Pieces.NONE;
            for (RankedLandscape nothing : stage.nothing()) {
                PartialResult empty = PartialResult.of(stage.plan(), nothing);
                PartialResult part = content == null ? empty : PartialResult.read(content);
                if (!part.scan().equals(empty.scan())) {
                    throw new BadInputException("a journal must hold what its head says, " + empty.scan() + ": "
                            + file.path() + " holds " + part.scan() + "; delete it, and the scan begins again");
                }
                pieces = part.pieces();
                parts.add(part);
                found.add(part.found());
            }
            contents.add(bytes(parts));
            kept.add(pieces.equals(Pieces.NONE) ? null : new Checkpoint.Kept(pieces, found));
        }
    }

    private static byte[] bytes(List<PartialResult> parts) {
        long bytes = parts.stream().mapToLong(PartialResult::bytes).sum();
        ByteBuffer out = ByteBuffer.allocate((int) bytes);
        parts.forEach(part -> part.write(out));
        return out.array();
    }

    /** Whether it holds something already. */
    public boolean begun() {
        return kept.stream().anyMatch(each -> each != null);
    }

    /** Whether it holds the whole result: nothing is left to be scanned. */
    public boolean finished() {
        for (int i = 0; i < stages.size(); i++) {
            Checkpoint.Kept found = kept.get(i);
            if (found == null || found.pieces().count() < stages.get(i).plan().pieces()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last write was cut short, so that it holds what was kept before it. */
    public boolean torn() {
        return file.torn();
    }

    /** Number of n-plets that need not be scanned again. */
    public long nplets() {
        return kept.stream()
                .filter(each -> each != null)
                .flatMap(each -> each.found().stream())
                .mapToLong(each -> each.landscape().total())
                .sum();
    }

    /** Where a stage goes on, and leaves what it merged. */
    public Checkpoint checkpoint(int stage) {
        return new Checkpoint() {
            private long pieces =
                    kept.get(stage) == null ? 0 : kept.get(stage).pieces().count();

            @Override
            public Checkpoint.@Nullable Kept kept() {
                return kept.get(stage);
            }

            @Override
            public void reached(Pieces reached, List<RankedLandscape> found, boolean last) {
                // A place has room for so many ranges: pieces that come back far out of order wait until gaps close.
                boolean fits = reached.ranges().size() <= PartialResult.MOST_RANGES;
                if (fits && reached.count() > pieces && (last || System.nanoTime() - nextWrite >= 0)) {
                    keep(stage, reached, found, last);
                    pieces = reached.count();
                }
            }
        };
    }

    private void keep(int stage, Pieces pieces, List<RankedLandscape> found, boolean last) {
        long begun = System.nanoTime();
        boolean force = last || begun - nextForce >= 0;
        PiecePlan plan = stages.get(stage).plan();
        contents.set(
                stage,
                bytes(found.stream()
                        .map(each -> new PartialResult(plan, pieces, each))
                        .toList()));
        ByteBuffer all = ByteBuffer.allocate(
                contents.stream().mapToInt(each -> each.length).sum());
        contents.forEach(all::put);
        file.write(all.array(), force);
        long end = System.nanoTime();
        long pause = PAUSES_PER_WRITE * (end - begun);
        if (force) {
            nextForce = end + Math.max(FORCE_NANOS, pause);
            nextWrite = end + WRITE_NANOS;
        } else {
            nextWrite = end + Math.max(WRITE_NANOS, pause);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
