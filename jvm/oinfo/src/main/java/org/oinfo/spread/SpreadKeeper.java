package org.oinfo.spread;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Keeper;
import org.oinfo.scan.Pieces;

/**
 * The keeper of an analysis whose pieces are done by the machines of a cluster. Each of them goes through the same analysis, is told what all
 * pieces of earlier folds found, does its share of the fold at hand, and stops there. What comes back is folded here, in the order of the
 * numbers, so results are those of one machine, to the last bit. A piece that is lost is asked for again; one that comes twice counts once.
 */
public final class SpreadKeeper implements Keeper {
    /** Where earlier pieces found more, it is not sent, and later folds are done here. */
    private static final int MOST_SENT = 1 << 29;

    private final Keeper kept;
    private final Cluster cluster;
    private final Function<SentFold, SentWork> sent;
    private final int most;
    private final List<String> words = new ArrayList<>();
    private final List<FoundPieces> folds = new ArrayList<>();
    /** Of what pieces found. */
    private long bytes;

    /**
     * A keeper of one analysis.
     *
     * @param kept where this machine keeps what comes back, and what need not be done
     * @param sent the work of a fold, as machines are told
     */
    public SpreadKeeper(Keeper kept, Cluster cluster, Function<SentFold, SentWork> sent) {
        this(kept, cluster, sent, MOST_SENT);
    }

    /** The same of an analysis that is one fold: nothing is remembered for later ones. */
    public static SpreadKeeper ofOneFold(Keeper kept, Cluster cluster, Function<SentFold, SentWork> sent) {
        return new SpreadKeeper(kept, cluster, sent, 0);
    }

    SpreadKeeper(Keeper kept, Cluster cluster, Function<SentFold, SentWork> sent, int most) {
        this.kept = kept;
        this.cluster = cluster;
        this.sent = sent;
        this.most = most;
    }

    @Override
    public void begin(List<String> asked) {
        kept.begin(asked);
        words.add(String.join("\n", asked));
    }

    @Override
    public long agreed(String what, long here) {
        long agreed = kept.agreed(what, here);
        words.add(what + ": " + agreed);
        return agreed;
    }

    @Override
    public Fold fold() {
        FoundPieces found = new FoundPieces();
        folds.add(found);
        return new Spread(folds.size() - 1, kept.fold(), found);
    }

    /** What is sent about a fold; null where it is too much. */
    private synchronized @Nullable SentFold told(int fold) {
        return bytes > most
                ? null
                : new SentFold(
                        fold,
                        words.toArray(String[]::new),
                        folds.subList(0, fold).stream().map(FoundPieces::bytes).toArray(byte[][]::new));
    }

    private synchronized void remember(FoundPieces found, long piece, ByteBuffer what) {
        bytes += what.remaining();
        if (bytes > most) {
            folds.forEach(FoundPieces::clear);
        } else {
            found.add(piece, what);
        }
    }

    /** One fold. */
    private final class Spread implements Fold {
        private final int number;
        private final Fold kept;
        private final FoundPieces found;

        Spread(int number, Fold kept, FoundPieces found) {
            this.number = number;
            this.kept = kept;
            this.found = found;
        }

        @Override
        public @Nullable ByteBuffer find(long piece) {
            ByteBuffer known = kept.find(piece);
            if (known != null) {
                remember(found, piece, known);
            }
            return known;
        }

        @Override
        public void keep(long piece, ByteBuffer what) {
            remember(found, piece, what);
            kept.keep(piece, what);
        }

        @Override
        public @Nullable Elsewhere elsewhere() {
            SentFold told = told(number);
            return told == null ? null : (todo, goOn, taker) -> gather(sent.apply(told), todo, goOn, taker);
        }

        private void gather(SentWork work, BitSet todo, BooleanSupplier goOn, Found taker) {
            Coming coming = new Coming(this, (BitSet) todo.clone(), goOn, taker);
            while (coming.left() > 0 && goOn.getAsBoolean()) {
                int before = coming.left();
                cluster.run(work, () -> Double.NaN, coming.pieces(), coming);
                if (coming.left() == before && goOn.getAsBoolean()) {
                    throw new ClusterException(
                            "the cluster gave back none of " + before + " pieces; see the log of its executors");
                }
            }
        }

        @Override
        public void end(boolean whole) {
            kept.end(whole);
        }
    }

    /** What comes back of a fold. */
    private record Coming(Fold fold, BitSet todo, BooleanSupplier asked, Found taker) implements Gathering {
        synchronized int left() {
            return todo.cardinality();
        }

        synchronized Pieces pieces() {
            List<Pieces.Range> ranges = new ArrayList<>();
            for (int from = todo.nextSetBit(0); from >= 0; ) {
                int to = todo.nextClearBit(from);
                ranges.add(new Pieces.Range(from, to));
                from = todo.nextSetBit(to);
            }
            return new Pieces(ranges);
        }

        @Override
        public synchronized void found(byte[] bytes) {
            FoundPieces.each(bytes, (number, found) -> {
                if (number >= 0 && number < todo.length() && todo.get((int) number)) {
                    todo.clear((int) number);
                    fold.keep(number, found);
                    taker.take(number, found);
                }
            });
        }

        /** What a piece did is told when it is back. */
        @Override
        public boolean underway(long units) {
            return goOn();
        }

        @Override
        public boolean goOn() {
            return asked.getAsBoolean();
        }
    }
}
