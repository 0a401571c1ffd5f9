package org.oinfo.parallel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

        /** Keeps what a piece found. */
        void keep(long number, ByteBuffer found);

        /**
         * Told once, when no more pieces come.
         *
         * @param whole whether all pieces are done: where some are not, what comes after it depends on what was left out, and is not kept
         */
        void end(boolean whole);
    }

    /**
     * An analysis begins.
     *
     * @param words lines {@code key: value}, of all that its result depends on beside the data
     */
    void begin(List<String> words);

    /** The next fold begins. */
    Fold fold();

    /**
     * A step that is not cut into pieces: what it found before, or what it finds now, which is kept where it is whole.
     *
     * @param whole whether the step came to its end
     */
    default <P> P once(Form<P> form, Predicate<? super P> whole, Supplier<P> step) {
        Fold fold = fold();
        ByteBuffer kept = fold.find(0);
        if (kept != null) {
            return form.read(kept);
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
