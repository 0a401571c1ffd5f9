package org.oinfo.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Scorer;

/**
 * Random n-plets of one order, a baseline for what a search finds: each is drawn alike from all C(N,k), independently of the
 * others. So they are drawn with replacement, and an n-plet may come twice: means and quantiles of any number of them are those
 * of independent draws, and the number may exceed C(N,k).
 *
 * <p>Number i depends on the seed and i alone: any number of threads draws the same, and more n-plets begin with the same ones.
 *
 * @param order k, 2 to N
 * @param count how many, at least 1
 * @param seed of all draws
 * @param biasSamples number of samples T whose {@link BiasCorrection} is subtracted from every measure; 0 for raw values
 */
public record RandomNplets(int order, int count, long seed, int biasSamples) {
    /** The order where none is asked for. */
    public static final int USUAL_ORDER = 3;

    private static final int MOST = 10_000_000;

    /** N-plets that a thread draws before it asks for more to do. */
    private static final int BATCH = 256;

    /** Checks what does not depend on the data. */
    public RandomNplets {
        if (order < 2) {
            throw new BadInputException(
                    "random n-plets must have at least 2 variables: order=" + order + "; choose 2 or more");
        }
        if (count < 1) {
            throw new BadInputException(
                    "the number of random n-plets must be at least 1: count=" + count + "; draw 1 or more");
        }
        if (count > MOST) {
            throw new BadInputException("the number of random n-plets must be at most " + MOST
                    + ", for all are kept: count=" + count + "; draw fewer");
        }
    }

    /**
     * Refuses an order that these variables do not have.
     *
     * @param variables N
     * @param samples T; 0 when unknown
     * @throws BadInputException the order exceeds N or T-1
     */
    public void check(int variables, int samples) {
        if (order > variables) {
            throw new BadInputException("the order must not exceed the number of variables: order=" + order + ", N="
                    + variables + "; choose a smaller order or more columns");
        }
        if (samples > 0 && order >= samples) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + samples + ", order=" + order + "; choose a smaller order or give more samples");
        }
    }

    /** Number {@code i} from 0: positions, ascending. */
    int[] draw(int variables, int i) {
        int[] nplet = new CombinationSampler(RandomStreams.of(seed, i), variables, order).sample();
        Arrays.sort(nplet);
        return nplet;
    }

    /**
     * Draws and scores them, by the canonical routine. When the monitor cancels, those scored until then are returned.
     *
     * @param threads number of worker threads, at least 1
     */
    public RandomResult run(Scorer scores, int threads, Monitor monitor) {
        check(scores.variables(), biasSamples);
        Watch watch = new Watch(monitor, order, count);
        Batches batches = new Batches(scores, watch);
        OrderedFold.run(batches, threads, watch);
        return RandomResult.of(Collections.unmodifiableList(batches.scored), batches.scored.size() < count);
    }

    private final class Batches implements OrderedFold.Work<List<FoundNplet>> {
        private final Scorer scores;
        private final Watch watch;
        private final @Nullable BiasCorrection bias;
        private final List<FoundNplet> scored = new ArrayList<>();

        Batches(Scorer scores, Watch watch) {
            this.scores = scores;
            this.watch = watch;
            this.bias = biasSamples == 0 ? null : new BiasCorrection(order, biasSamples);
        }

        @Override
        public long count() {
            return (count - 1L) / BATCH + 1;
        }

        @Override
        public Form<List<FoundNplet>> form() {
            return FoundNplet.form(order);
        }

        @Override
        public List<FoundNplet> part() {
            return new ArrayList<>();
        }

        @Override
        public void merge(List<FoundNplet> part) {
            scored.addAll(part);
        }

        @Override
        public OrderedFold.Worker<List<FoundNplet>> worker(WorkerResources resources) {
            NpletScore canonical = scores.canonical();
            return (batch, into) -> {
                int from = (int) batch * BATCH;
                int size = Math.min(BATCH, count - from);
                for (int i = 0; i < size && watch.goOn(); i++) {
                    FoundNplet raw = FoundNplet.of(draw(scores.variables(), from + i), canonical);
                    into.add(raw.less(bias));
                    watch.lowest(raw.nplet(), raw.o());
                    watch.highest(raw.nplet(), raw.o());
                    watch.advanced(order, 1);
                }
            };
        }
    }
}
