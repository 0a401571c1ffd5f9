package org.oinfo.scan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/** Scores given n-plets piece by piece, on several threads or by other machines; each piece is n-plets of one order. */
final class GivenPieces implements OrderedFold.Work<GivenPieces.Scored> {
    /** N-plets of a piece, at most. */
    static final int MOST = 4096;

    private final Scorer scores;
    private final Pieces pieces;
    private final Watch watch;
    private final Form<Scored> form = new ScoredForm();
    /** Of the first pieces: where others do most of them, this takes no more memory than what is here. */
    private final List<double[]> found = new ArrayList<>();

    /** Given n-plets in pieces. */
    interface Pieces {
        /** How many there are. */
        int count();

        /** Order of the n-plets of a piece. */
        int order(int piece);

        /** Number of n-plets of a piece. */
        int size(int piece);

        /** The variables of the n-plets of a piece [size * order]. */
        int[] variables(int piece);
    }

    /** What is found in one piece: four measures of each n-plet. */
    static final class Scored {
        private int order;
        private double[] values = {};
    }

    private GivenPieces(Scorer scores, Pieces pieces, Watch watch) {
        this.scores = scores;
        this.pieces = pieces;
        this.watch = watch;
    }

    /**
     * Scores pieces.
     *
     * @return of each piece [4 * size]; of the first ones alone where the monitor or an interruption stopped it
     */
    static List<double[]> scored(Scorer scores, Pieces pieces, int threads, Monitor monitor) {
        Watch watch = new Watch(monitor);
        for (int piece = 0; piece < pieces.count(); piece++) {
            watch.expect(pieces.order(piece), pieces.size(piece));
        }
        GivenPieces given = new GivenPieces(scores, pieces, watch);
        OrderedFold.run(given, threads, watch);
        return given.found;
    }

    @Override
    public long count() {
        return pieces.count();
    }

    @Override
    public Scored part() {
        return new Scored();
    }

    @Override
    public void merge(Scored part) {
        found.add(part.values);
    }

    @Override
    public @Nullable Form<Scored> form() {
        return form;
    }

    @Override
    public OrderedFold.Worker<Scored> worker(WorkerResources resources) {
        MeasuresKernel kernel = resources.add(scores.measures(), MeasuresKernel::close);
        return (number, into) -> {
            int piece = (int) number;
            into.order = pieces.order(piece);
            into.values = new double[pieces.size(piece) * MeasuresKernel.VALUES];
            kernel.measures(pieces.variables(piece), pieces.size(piece), into.order, into.values);
            watch.advanced(into.order, pieces.size(piece));
        };
    }

    /** Measures of a piece, behind the order that the progress counts them under. */
    private static final class ScoredForm implements Form<Scored> {
        @Override
        public void write(Scored found, Bytes to) {
            to.put(found.order);
            to.put(found.values);
        }

        @Override
        public Scored read(ByteBuffer from) {
            Scored found = new Scored();
            found.order = from.getInt();
            found.values = Bytes.doubles(from);
            return found;
        }

        @Override
        public void again(Scored found, Watch watch) {
            watch.advanced(found.order, found.values.length / MeasuresKernel.VALUES);
        }
    }
}
