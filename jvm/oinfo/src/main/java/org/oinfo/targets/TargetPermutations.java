package org.oinfo.targets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;

/**
 * Extremes of scans whose target was permuted: each permutation takes all that the scan of the data does, the choice of g included.
 *
 * <p>Hypothesis: the target is independent of all sources together, which keep their dependence on each other; samples may be
 * exchanged. p = (1 + number of permutations whose extreme is as extreme) / (1 + B), family-wise over all n-plets of the order at one
 * end, by the minimum or maximum (Westfall and Young 1993). It holds where no source knows anything; once one does, n-plets with it
 * are extreme for that reason too.
 *
 * <p>The permutation with a number depends on the seed and that number alone.
 */
public final class TargetPermutations {
    /** The fewest permutations: with 19, p can be as small as 0.05. */
    private static final int FEWEST = 19;

    /** Two keys. */
    private static final Form<long[]> EXTREMES = new Form<>() {
        @Override
        public void write(long[] found, Bytes to) {
            to.put(found[0]).put(found[1]);
        }

        @Override
        public long[] read(ByteBuffer from) {
            return new long[] {from.getLong(), from.getLong()};
        }

        @Override
        public void again(long[] found, Watch watch) {
            watch.advanced(0, 1);
        }
    };

    private final long seed;
    /** Smallest and largest value of each permutation that was scanned. */
    private final long[] lowest;

    private final long[] highest;
    private final int asked;
    private int done;

    private TargetPermutations(int asked, long seed) {
        this.asked = asked;
        this.seed = seed;
        this.lowest = new long[asked];
        this.highest = new long[asked];
    }

    /**
     * Scans permutations of a target.
     *
     * @param permuted sources of the target of which sample t has the value of sample order[t], for one thread
     * @param samples number of samples T
     * @param order number of sources of the n-plets
     * @param measure what is extreme
     * @param permutations number of permutations B, at least 19
     * @param monitor may stop it; told the permutations that are done
     * @throws BadInputException too few permutations
     */
    public static TargetPermutations of(
            Function<int[], TargetSources> permuted,
            int samples,
            int order,
            TargetMeasure measure,
            int permutations,
            long seed,
            int threads,
            Monitor monitor) {
        if (permutations < FEWEST) {
            throw new BadInputException(
                    "there must be at least " + FEWEST + " permutations, or no p is below 0.05: found " + permutations);
        }
        TargetPermutations all = new TargetPermutations(permutations, seed);
        Watch watch = new Watch(monitor, 0, permutations);
        OrderedFold.<long[]>run(
                permutations,
                threads,
                watch,
                EXTREMES,
                () -> one(permuted, samples, order, measure, seed, watch),
                (found, number) -> {
                    // Not at its number: one before it may have been cut short.
                    all.lowest[all.done] = found[0];
                    all.highest[all.done++] = found[1];
                });
        return all;
    }

    private static IntFunction<long @Nullable []> one(
            Function<int[], TargetSources> permuted,
            int samples,
            int order,
            TargetMeasure measure,
            long seed,
            Watch watch) {
        return number -> {
            SourceScan scan = permuted.apply(permutation(samples, RandomStreams.of(seed, number)))
                    .scan(order, 1, measure);
            scan.run(1, watch.onlyStops());
            if (scan.partial()) {
                return null;
            }
            watch.advanced(0, 1);
            return new long[] {key(scan.lowest(), measure, Long.MIN_VALUE), key(scan.highest(), measure, Long.MAX_VALUE)
            };
        };
    }

    /** Where every n-plet is singular that counts as more extreme than anything, to be safe. */
    private static long key(List<TargetNplet> best, TargetMeasure measure, long none) {
        return best.isEmpty() ? none : Ranking.key(best.getFirst().value(measure));
    }

    private static int[] permutation(int samples, UniformRandomProvider random) {
        int[] order = IntStream.range(0, samples).toArray();
        for (int t = samples - 1; t > 0; t--) {
            int other = random.nextInt(t + 1);
            int swapped = order[t];
            order[t] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /** Number of permutations that were scanned. */
    public int permutations() {
        return done;
    }

    /** Whether it was stopped before all were. */
    public boolean partial() {
        return done < asked;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** p of a value among the smallest ones. */
    public double lowest(double value) {
        long key = Ranking.key(value);
        return p(
                value,
                Arrays.stream(lowest, 0, done).filter(other -> other <= key).count());
    }

    /** p of a value among the largest ones. */
    public double highest(double value) {
        long key = Ranking.key(value);
        return p(
                value,
                Arrays.stream(highest, 0, done).filter(other -> other >= key).count());
    }

    private double p(double value, long reached) {
        return Double.isNaN(value) ? Double.NaN : (1.0 + reached) / (1 + done);
    }
}
