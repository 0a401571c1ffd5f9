package org.oinfo.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Keeper;

/**
 * A file that keeps what the numbered pieces of some work found: surrogates, resamples, starts, blocks. The same work, begun anew, reads them
 * in place of doing them. It knows the work by the words of its analyses, and a fold by how many were begun before it.
 *
 * <p>A thread of its own writes what was found: at once, or where that would take more than a hundredth of the time, a little later. It
 * waits for the disk every five seconds.
 */
public final class WorkJournal implements Keeper, AutoCloseable {
    /** Number of the fold of records that hold the words of an analysis. */
    private static final int WORDS = -1;

    private static final int HEAD = Integer.BYTES + Long.BYTES;

    private final Path file;
    private final Records records;
    private final RecordWriter writer;
    private final boolean torn;
    /** Words of the analyses that were begun before. */
    private final List<List<String>> words = new ArrayList<>();
    /** Where the record of a piece is: as much memory as there are records, whatever numbers a damaged one claims. */
    private final Map<Piece, Long> places = new HashMap<>();

    private int analyses;
    private int folds;
    private boolean cutShort;

    private WorkJournal(OpenJournal journal) throws IOException {
        this.file = journal.path();
        this.records = new Records(journal, this::found);
        this.torn = records.cut() > 0;
        this.writer = new RecordWriter(file, records);
    }

    /**
     * Opens the journal of some work, or begins one.
     *
     * @param run lines {@code key: value}, of all that the bits of its results depend on, whatever the work is
     * @throws BadInputException the file cannot be written, is in use, no journal, or one of another run: the message names the first
     *     line that differs
     */
    public static WorkJournal open(Path file, List<String> run) {
        return OpenJournal.open(file, new JournalHead(run, 0), WorkJournal::of);
    }

    static WorkJournal of(OpenJournal journal) throws IOException {
        return new WorkJournal(journal);
    }

    private boolean found(long at, ByteBuffer content) {
        if (content.remaining() < HEAD) {
            return false;
        }
        int fold = content.getInt();
        long number = content.getLong();
        if (fold == WORDS) {
            words.add(List.of(StandardCharsets.UTF_8.decode(content).toString().split("\n", -1)));
            return true;
        }
        if (fold < 0 || number < 0) {
            return false;
        }
        places.put(new Piece(fold, number), at);
        return true;
    }

    /** Number of pieces that it held when it was opened. */
    public long pieces() {
        return places.size();
    }

    /** Whether its end was cut short or damaged, and was left out. */
    public boolean torn() {
        return torn;
    }

    @Override
    public synchronized void begin(List<String> asked) {
        if (cutShort) {
            return;
        }
        int number = analyses++;
        if (number >= words.size()) {
            keep(WORDS, number, ByteBuffer.wrap(String.join("\n", asked).getBytes(StandardCharsets.UTF_8)));
        } else if (!words.get(number).equals(asked)) {
            throw JournalHead.difference(file.toString(), words.get(number), asked);
        }
    }

    @Override
    public synchronized long agreed(String what, long here) {
        long agreed = analyses < words.size() ? Keeper.agreed(what, words.get(analyses), here) : here;
        begin(List.of(what + ": " + agreed));
        return agreed;
    }

    @Override
    public synchronized Fold fold() {
        return cutShort ? Fold.NONE : new Pieces(folds++);
    }

    private void keep(int fold, long number, ByteBuffer found) {
        ByteBuffer content = ByteBuffer.allocate(HEAD + found.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(fold).putLong(number).put(found.duplicate()).flip();
        writer.add(Records.record(content));
    }

    private record Piece(int fold, long number) {}

    /** The pieces of a fold. */
    private final class Pieces implements Fold {
        private final int fold;

        Pieces(int fold) {
            this.fold = fold;
        }

        @Override
        public @Nullable ByteBuffer find(long number) {
            Long at = places.get(new Piece(fold, number));
            if (at == null) {
                return null;
            }
            try {
                return records.read(at).position(HEAD).slice().order(ByteOrder.LITTLE_ENDIAN);
            } catch (IOException e) {
                throw new UncheckedIOException("the journal " + file + " cannot be read", e);
            }
        }

        @Override
        public void keep(long number, ByteBuffer found) {
            WorkJournal.this.keep(fold, number, found);
        }

        @Override
        public void end(boolean whole) {
            synchronized (WorkJournal.this) {
                cutShort |= !whole;
            }
        }
    }

    /** Returns when the disk has all that was kept. */
    @Override
    public void close() {
        try (records) {
            writer.close();
        }
    }
}
