package org.oinfo.scan;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores given n-plets, whose orders may differ, on several threads or by other machines. A piece is a run of neighbours in the list, so what
 * is found is handed over in the order of the list as it comes, and nobody holds all of it.
 */
public final class GivenNplets implements OrderedFold.Work<GivenNplets.Scored> {
    /** N-plets of a piece; the last may have fewer. */
    public static final int PIECE = 4096;

    /** Members of n-plets that a kernel is given at a time, at most: those of a piece up to order 256. */
    private static final int MEMBERS = 1 << 20;

    private final Scorer scores;
    private final Source nplets;
    private final Watch watch;
    private final Sink sink;
    private final Form<Scored> form = new ScoredForm();
    private int handedOver;
    /** The first piece that may come now. */
    private int next;

    /** The n-plets, as they are scored. */
    public interface Source {
        /** What {@link #order} says of an n-plet that is singular, whatever the others are. */
        int SINGULAR = -1;

        /** Number of n-plets. */
        int size();

        /** The most variables of an n-plet. */
        int largest();

        /** How many variables of an n-plet are scored: two at least, or none, since fewer share nothing; or {@link #SINGULAR}. */
        int order(int nplet);

        /** Writes the positions of the variables that are scored, ascending, to out[at..at+order-1]. */
        void positions(int nplet, int[] out, int at);
    }

    /** Takes what is found, on one thread at a time. */
    @FunctionalInterface
    public interface Sink {
        /** TC, DTC, Omega and S of the next n-plets [4*count], the first of which is given, raw, in nats; the array is the sink's. */
        void take(int first, double[] values, int count);
    }

    /** What is found in one piece: four measures of each n-plet. */
    static final class Scored {
        private int piece;
        private double[] values = {};
    }

    private GivenNplets(Scorer scores, Source nplets, Watch watch, Sink sink) {
        this.scores = scores;
        this.nplets = nplets;
        this.watch = watch;
        this.sink = sink;
    }

    /**
     * Scores n-plets.
     *
     * @param threads number of worker threads, at least 1
     * @param watch counts n-plets under the number of their variables that are scored; may stop it: then only some first n-plets are handed
     *     over
     * @return how many were handed over; a singular n-plet has four NaN
     */
    public static int score(Scorer scores, Source nplets, int threads, Watch watch, Sink sink) {
        GivenNplets given = new GivenNplets(scores, nplets, watch, sink);
        OrderedFold.run(given, threads, watch);
        return given.handedOver;
    }

    @Override
    public long count() {
        return Math.ceilDiv(nplets.size(), PIECE);
    }

    private int size(int piece) {
        return Math.min(nplets.size() - piece * PIECE, PIECE);
    }

    @Override
    public Scored part() {
        return new Scored();
    }

    @Override
    public void merge(Scored part) {
        if (part.piece < next) {
            throw new BadInputException("what a journal keeps must be what this work wrote: piece " + part.piece
                    + " is where piece " + next + " or a later one belongs; delete the journal and begin again");
        }
        next = part.piece + 1;
        int count = size(part.piece);
        sink.take(part.piece * PIECE, part.values, count);
        handedOver += count;
    }

    @Override
    public @Nullable Form<Scored> form() {
        return form;
    }

    @Override
    public OrderedFold.Worker<Scored> worker(WorkerResources resources) {
        Batch batch = new Batch(resources.add(scores.measures(), MeasuresKernel::close));
        return (number, into) -> {
            into.piece = (int) number;
            into.values = batch.values(into.piece);
        };
    }

    /** How many variables are scored of each n-plet of a piece. */
    private int[] orders(int piece) {
        int[] orders = new int[size(piece)];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = nplets.order(piece * PIECE + i);
        }
        return orders;
    }

    /** How many n-plets have each order, {@link Source#SINGULAR} first [largest + 2]. */
    private int[] counts(int[] orders) {
        int[] counts = new int[nplets.largest() + 2];
        for (int order : orders) {
            counts[order - Source.SINGULAR]++;
        }
        return counts;
    }

    private void done(int[] counts) {
        for (int order = 1; order < counts.length + Source.SINGULAR; order++) {
            if (counts[order - Source.SINGULAR] > 0) {
                watch.advanced(order, counts[order - Source.SINGULAR]);
            }
        }
    }

    /** N-plets of one order of a piece after the other, as a kernel takes them. */
    private final class Batch {
        private final MeasuresKernel kernel;
        private int[] members = new int[0];
        private final double[] scored = new double[PIECE * MeasuresKernel.VALUES];
        /** Which n-plets of the piece have the order. */
        private final int[] places = new int[PIECE];

        Batch(MeasuresKernel kernel) {
            this.kernel = kernel;
        }

        double[] values(int piece) {
            // What shares nothing has zeros.
            double[] values = new double[size(piece) * MeasuresKernel.VALUES];
            int[] orders = orders(piece);
            int[] counts = counts(orders);
            for (int order = Source.SINGULAR; order <= nplets.largest(); order++) {
                if (order != 0 && counts[order - Source.SINGULAR] > 0) {
                    score(piece, orders, order, values);
                }
            }
            done(counts);
            return values;
        }

        /** Scores the n-plets of an order. */
        private void score(int piece, int[] orders, int order, double[] values) {
            int most = Math.max(1, MEMBERS / Math.max(1, order));
            int count = 0;
            for (int i = 0; i < orders.length; i++) {
                if (orders[i] == order) {
                    places[count++] = i;
                }
                if (count == most || (count > 0 && i == orders.length - 1)) {
                    score(piece, count, order, values);
                    count = 0;
                }
            }
        }

        private void score(int piece, int count, int order, double[] values) {
            if (order == Source.SINGULAR) {
                Arrays.fill(scored, 0, count * MeasuresKernel.VALUES, Double.NaN);
            } else {
                if (members.length < count * order) {
                    members = new int[count * order];
                }
                for (int i = 0; i < count; i++) {
                    nplets.positions(piece * PIECE + places[i], members, i * order);
                }
                kernel.measures(members, count, order, scored);
            }
            for (int i = 0; i < count; i++) {
                int to = places[i] * MeasuresKernel.VALUES;
                System.arraycopy(scored, i * MeasuresKernel.VALUES, values, to, MeasuresKernel.VALUES);
            }
        }
    }

    /** Measures of a piece, behind its number. */
    private final class ScoredForm implements Form<Scored> {
        @Override
        public void write(Scored found, Bytes to) {
            to.put(found.piece);
            to.put(found.values);
        }

        @Override
        public Scored read(ByteBuffer from) {
            Scored found = new Scored();
            found.piece = from.getInt();
            found.values = Bytes.doubles(from);
            if (found.piece < 0
                    || found.piece >= count()
                    || found.values.length != size(found.piece) * MeasuresKernel.VALUES) {
                throw new IllegalArgumentException(
                        "piece " + found.piece + " of " + count() + " with " + found.values.length + " values");
            }
            return found;
        }

        @Override
        public void again(Scored found, Watch counting) {
            done(counts(orders(found.piece)));
        }
    }
}
