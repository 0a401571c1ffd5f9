package org.oinfo.parallel;

import java.util.BitSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The pieces of one fold, found again or kept; of a fold without a form nothing is. */
final class KeptPieces<P> {
    /** Takes what a piece found; null where there was nothing to do. */
    interface Sink<P> {
        void take(long number, @Nullable P found);
    }

    private final @Nullable Form<P> form;
    private final Keeper.Fold fold;
    private final Watch watch;

    KeptPieces(@Nullable Form<P> form, Watch watch) {
        this.form = form;
        this.fold = form == null ? Keeper.Fold.NONE : watch.keeper().fold();
        this.watch = watch;
    }

    /** What a piece found before; null where that is not known. */
    @Nullable
    P find(long number) {
        P found = form == null ? null : fold.find(number, form);
        if (form != null && found != null) {
            form.again(found, watch);
        }
        return found;
    }

    /** Whether this run does a piece that is not known. */
    boolean wanted(long number) {
        return fold.wanted(number);
    }

    /**
     * Has the pieces done by others, where there are such, and hands over what they found, and what is known, in any order.
     *
     * @param worthwhile whether there is anything to do in a piece
     * @return false where all is to be done here: one piece alone would only travel
     */
    boolean gather(long count, LongPredicate worthwhile, Sink<P> sink) {
        Keeper.@Nullable Elsewhere others = fold.elsewhere();
        Form<P> how = form;
        if (how == null || others == null || count <= 1 || count > Integer.MAX_VALUE) {
            return false;
        }
        BitSet todo = new BitSet();
        for (int number = 0; number < count; number++) {
            boolean empty = !worthwhile.test(number);
            P known = empty ? null : find(number);
            if (empty || known != null) {
                sink.take(number, known);
            } else {
                todo.set(number);
            }
        }
        if (!todo.isEmpty() && watch.goOn()) {
            others.gather(todo, watch::goOn, (number, bytes) -> {
                P found = how.read(bytes);
                how.again(found, watch);
                sink.take(number, found);
            });
        }
        return true;
    }

    /** Keeps what a whole piece found. */
    void keep(long number, P found) {
        if (form != null && !fold.equals(Keeper.Fold.NONE)) {
            fold.keep(number, Bytes.of(form, found));
        }
    }

    void end(boolean whole) {
        fold.end(whole);
    }
}
