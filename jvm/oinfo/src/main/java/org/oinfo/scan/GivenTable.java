package org.oinfo.scan;

import java.util.List;
import org.oinfo.data.NpletTable;
import org.oinfo.parallel.Monitor;

/** Scores a table of n-plets of one order on several threads: {@link GivenNplets} without an object for each. */
public final class GivenTable {
    /** N-plets of a piece; the last may have fewer. */
    public static final int PIECE = GivenPieces.MOST;

    private GivenTable() {}

    /**
     * TC, DTC, Omega and S of each n-plet, raw, in nats.
     *
     * @param nplets of variables of {@code scores}, all of which vary
     * @param threads number of worker threads, at least 1
     * @param monitor may stop it, as an interruption of this thread does: then only some first n-plets are there
     * @return for each {@value #PIECE} n-plets [4 * {@value #PIECE}]; a singular n-plet has four NaN
     */
    public static List<double[]> measures(Scorer scores, NpletTable nplets, int threads, Monitor monitor) {
        return GivenPieces.scored(scores, new Rows(nplets), threads, monitor);
    }

    /** The rows of a table. */
    private record Rows(NpletTable nplets) implements GivenPieces.Pieces {
        @Override
        public int count() {
            return Math.ceilDiv(nplets.size(), PIECE);
        }

        @Override
        public int order(int piece) {
            return nplets.order();
        }

        @Override
        public int size(int piece) {
            return Math.min(nplets.size() - piece * PIECE, PIECE);
        }

        @Override
        public int[] variables(int piece) {
            int[] positions = new int[size(piece) * nplets.order()];
            nplets.positions(piece * PIECE, piece * PIECE + size(piece), positions);
            return positions;
        }
    }
}
