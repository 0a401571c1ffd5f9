package org.oinfo.parallel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/**
 * Keeps what the finished pieces of some work found, so that the same work, begun anew, need not do them again. Folds are told apart by the
 * order in which they are begun, pieces by their numbers. Thread-safe.
 */
public interface Keeper {
    /** Keeps nothing. */
    Keeper NONE = new Keeper() {
        @Override
        public void begin(List<String> words) {}

        @Override
        public Fold fold() {
            return Fold.NONE;
        }
    };

    /** The pieces of one fold. */
    interface Fold {
        /** Of which nothing is kept. */
        Fold NONE = new Fold() {
            @Override
            public @Nullable ByteBuffer find(long number) {
                return null;
            }

            @Override
            public void keep(long number, ByteBuffer found) {}

            @Override
            public void end(boolean whole) {}
        };

        /** What a piece found before, as it was written; null where that is not known. */
        @Nullable
        ByteBuffer find(long number);

        /**
         * What a piece found before, read; null where that is not known.
         *
         * @throws BadInputException it is not as the form writes it: right checksums are no proof that this work kept it
         */
        default <P> @Nullable P find(long number, Form<P> form) {
            ByteBuffer kept = find(number);
            if (kept == null) {
                return null;
            }
            try {
                P found = form.read(kept);
                if (kept.hasRemaining()) {
                    throw new IllegalArgumentException(kept.remaining() + " bytes are left");
                }
                return found;
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
                throw new BadInputException("what a journal keeps must be what this work wrote: piece " + number
                        + " is not (" + reason + "); delete the journal and begin again");
            }
        }

        /** Keeps what a piece found. */
        void keep(long number, ByteBuffer found);

        /** Whether this run does a piece that is not known: one that does a share of the pieces for another run leaves some out. */
        default boolean wanted(long number) {
            return true;
        }

        /** Who does the pieces that are not known; null where this run does. */
        default @Nullable Elsewhere elsewhere() {
            return null;
        }

        /**
         * Told once, when no more pieces come.
         *
         * @param whole whether all pieces are done: where some are not, what comes after it depends on what was left out, and is not kept
         */
        void end(boolean whole);
    }

    /** Others who do pieces of a fold. */
    @FunctionalInterface
    interface Elsewhere {
        /**
         * Has pieces done, and keeps and hands over what they found, in any order, each once; returns when all are there, or soon
         * after it need not go on.
         *
         * @param todo their numbers
         * @param goOn asked every so often
         */
        void gather(BitSet todo, BooleanSupplier goOn, Found found);
    }

    /** Takes what a piece found that others did. */
    @FunctionalInterface
    interface Found {
        /** Takes it, as it was written. */
        void take(long number, ByteBuffer found);
    }

    /**
     * An analysis begins.
     *
     * @param words lines {@code key: value}, of all that its result depends on beside the data
     */
    void begin(List<String> words);

    /**
     * A number on which the pieces depend, and no result does: machines would choose it by themselves, as by the size of their heap, and
     * take that of the run whose pieces these are.
     *
     * @param here what this run would choose
     */
    default long agreed(String what, long here) {
        begin(List.of(what + ": " + here));
        return here;
    }

    /** The number that words of an analysis agree on; another one where they are of something else. */
    static long agreed(String what, List<String> words, long otherwise) {
        String line = words.size() == 1 ? words.getFirst() : "";
        String number = line.startsWith(what + ": ") ? line.substring(what.length() + 2) : "";
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : otherwise;
    }

    /** The next fold begins. */
    Fold fold();

    /**
     * A step that is not cut into pieces: what it found before, or what it finds now, which is kept where it is whole.
     *
     * @param whole whether the step came to its end
     */
    default <P> P once(Form<P> form, Predicate<? super P> whole, Supplier<P> step) {
        Fold fold = fold();
        P kept = fold.find(0, form);
        if (kept != null) {
            return kept;
        }
        P found = step.get();
        boolean all = whole.test(found);
        if (all && !fold.equals(Fold.NONE)) {
            fold.keep(0, Bytes.of(form, found));
        }
        fold.end(all);
        return found;
    }
}
