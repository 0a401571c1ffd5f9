package org.oinfo.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a scan leaves what it has merged, so that another scan of the same plan goes on from there. */
public interface Checkpoint {
    /** Nothing is kept. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public @Nullable Kept kept() {
            return null;
        }

        @Override
        public void reached(Pieces pieces, List<RankedLandscape> found, boolean last) {}
    };

    /**
     * What some pieces of a plan hold.
     *
     * @param pieces which
     * @param found what was found in them, merged, for each order of the scan; the scan that takes it goes on with it
     */
    record Kept(Pieces pieces, List<RankedLandscape> found) {}

    /** What an earlier scan left; null where there is nothing. */
    @Nullable
    Kept kept();

    /**
     * Told whenever more pieces are merged, by one thread at a time; quick, where it does not keep them.
     *
     * @param pieces all that are
     * @param found what was found in them; it changes after the call
     * @param last whether nothing more comes: the scan is done, or was stopped
     */
    void reached(Pieces pieces, List<RankedLandscape> found, boolean last);
}
