package org.oinfo.parallel;

import org.jspecify.annotations.Nullable;

/** The pieces of one fold, found again or kept; of a fold without a form nothing is. */
final class KeptPieces<P> {
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
