package org.oinfo.spread;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Keeper;
import org.oinfo.scan.Pieces;

/** The keeper of a run that does some pieces of one fold for another run: it knows what was found before, and ends behind that fold. */
final class PieceKeeper implements Keeper {
    /** More than this waits no longer for the rest: what comes back is held in memory on its way. */
    private static final int MOST_BYTES = 1 << 24;

    private final SentFold asked;
    private final List<Map<Long, ByteBuffer>> before;
    private final Pieces pieces;
    private final long nanos;
    private final FoundPieces found = new FoundPieces();
    private int begun;
    private int folds;

    /** Thrown when the fold is over: what follows is not for this run. */
    static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Done() {
            super("the pieces are done", null, false, false);
        }
    }

    /**
     * A keeper of one run.
     *
     * @param before what pieces of earlier folds found
     * @param pieces of the fold that are to be done
     * @param nanos after which no piece is begun but the first
     */
    PieceKeeper(SentFold asked, List<Map<Long, ByteBuffer>> before, Pieces pieces, long nanos) {
        this.asked = asked;
        this.before = before;
        this.pieces = pieces;
        this.nanos = nanos;
    }

    /** What the pieces found. */
    byte[] found() {
        return found.bytes();
    }

    @Override
    public void begin(List<String> words) {
        String there = begun < asked.words().length ? asked.words()[begun++] : "";
        List<String> lines = List.of(there.split("\n", -1));
        for (int i = 0; i < Math.max(lines.size(), words.size()); i++) {
            String led = i < lines.size() ? lines.get(i) : "nothing";
            String here = i < words.size() ? words.get(i) : "nothing";
            if (!led.equals(here)) {
                throw new BadInputException(
                        "an analysis must be the same everywhere: found \"" + here + "\" here and \"" + led
                                + "\" where it is led; give all machines the same version of oinfo and as much memory");
            }
        }
    }

    @Override
    public long agreed(String what, long here) {
        List<String> led = begun < asked.words().length ? List.of(asked.words()[begun]) : List.of();
        long agreed = Keeper.agreed(what, led, here);
        begin(List.of(what + ": " + agreed));
        return agreed;
    }

    @Override
    public Fold fold() {
        int number = folds++;
        return number < asked.number() ? new Earlier(before.get(number)) : new Asked();
    }

    /** A fold of which all is known. */
    private record Earlier(Map<Long, ByteBuffer> known) implements Fold {
        @Override
        public @Nullable ByteBuffer find(long number) {
            ByteBuffer found = known.get(number);
            return found == null ? null : found.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public void keep(long number, ByteBuffer bytes) {}

        @Override
        public void end(boolean whole) {}
    }

    /** The fold of which some pieces are to be done. */
    private final class Asked implements Fold {
        private final long begin = System.nanoTime();
        private final AtomicBoolean some = new AtomicBoolean();

        @Override
        public @Nullable ByteBuffer find(long number) {
            return null;
        }

        @Override
        public boolean wanted(long number) {
            return pieces.holds(number)
                    && (!some.getAndSet(true) || (System.nanoTime() - begin < nanos && found.size() < MOST_BYTES));
        }

        @Override
        public void keep(long number, ByteBuffer bytes) {
            found.add(number, bytes);
        }

        @Override
        public void end(boolean whole) {
            throw new Done();
        }
    }
}
