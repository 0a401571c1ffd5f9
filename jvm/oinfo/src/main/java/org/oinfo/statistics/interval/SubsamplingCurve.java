package org.oinfo.statistics.interval;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.ResampledScores;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Scorer;

/**
 * Whether there are samples enough: the extremes and the mean of Omega over all n-plets of an order against the number of
 * samples. Subsets of T' of the T samples are drawn without replacement, their correlations estimated as those of the data
 * (the copula ranks each subset anew), and all n-plets scanned. A curve that still moves at T' = T says that more samples would
 * move it on; extremes are biased by selection besides, which no correction of single n-plets removes.
 *
 * <p>Subset r of size T' draws from {@link RandomStreams} number 2^32 T' + r. The result has the same bits for any number of
 * threads.
 */
public final class SubsamplingCurve {
    private static final int SMALLEST = 50;
    private static final int PER_VARIABLE = 4;

    private final Backend backend;
    private final ResampledScores scores;
    private final int order;
    private final long seed;
    private final Watch watch;

    private SubsamplingCurve(Backend backend, ResampledScores scores, int order, long seed, Monitor monitor) {
        this.backend = backend;
        this.scores = scores;
        this.order = order;
        this.seed = seed;
        this.watch = new Watch(monitor);
    }

    /** A subset that is to be scanned. */
    private record Subset(int size, int number) {}

    /** The scan of a subset, and how many variables are constant in it. */
    private record SubsetScan(ScanSummary summary, int constant) {}

    /** Sizes that double from max(4 k, 50) to T, and T. */
    public static List<Integer> defaultSizes(int order, int samples) {
        TreeSet<Integer> sizes = new TreeSet<>();
        sizes.add(samples);
        for (long size = Math.max(PER_VARIABLE * order, SMALLEST); size < samples; size *= 2) {
            sizes.add((int) size);
        }
        return List.copyOf(sizes);
    }

    /**
     * Scans subsets of several sizes.
     *
     * @param scores scores of the data, by {@code estimator} with average ties and without shrinkage
     * @param order k, 2 to N
     * @param threads number of threads, at least 1; a subset is scanned by one of them
     * @param monitor may stop it: points then come from the subsets scanned until then
     * @return a point for each size, ascending
     * @throws org.oinfo.data.BadInputException a size is out of range, see {@link CurveSettings}
     */
    public static List<CurvePoint> run(
            SampleScores scores,
            Estimator estimator,
            Backend backend,
            int order,
            CurveSettings settings,
            int threads,
            Monitor monitor) {
        List<Integer> ascending = settings.sizes(order, scores.samples()).stream()
                .sorted()
                .distinct()
                .toList();
        settings.check(order, scores.samples());
        int[] all = IntStream.range(0, scores.variables()).toArray();
        ResampledScores resampled;
        try (Workers workers = new Workers(threads)) {
            resampled = ResampledScores.of(scores, estimator, all, workers);
        }
        return new SubsamplingCurve(backend, resampled, order, settings.seed(), monitor)
                .run(ascending, settings.repeats(), threads);
    }

    private List<CurvePoint> run(List<Integer> sizes, int repeats, int threads) {
        List<Subset> subsets = new ArrayList<>();
        for (int size : sizes) {
            for (int number = 0; number < repeatsOf(size, repeats); number++) {
                subsets.add(new Subset(size, number));
            }
        }
        watch.expect(order, subsets.size() * BlockGrid.total(scores.variables(), order));
        List<List<SubsetScan>> found = new ArrayList<>();
        sizes.forEach(size -> found.add(new ArrayList<>()));
        int workers = backend.scanWorkers(ScanSummary.settings(order, 0), threads);
        OrderedFold.run(
                subsets.size(),
                workers,
                watch,
                new Form<>() {
                    @Override
                    public void write(SubsetScan found, Bytes to) {
                        found.summary.write(to.put(found.constant));
                    }

                    @Override
                    public SubsetScan read(ByteBuffer from) {
                        int constant = from.getInt();
                        return new SubsetScan(ScanSummary.read(from), constant);
                    }

                    @Override
                    public void again(SubsetScan found, Watch watch) {
                        watch.advanced(order, BlockGrid.total(scores.variables(), order));
                    }
                },
                newTask(subsets),
                (SubsetScan one, int i) ->
                        found.get(sizes.indexOf(subsets.get(i).size)).add(one));
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            points.add(point(sizes.get(i), found.get(i)));
        }
        return points;
    }

    /** How many different subsets of a size are asked for: there is only one of all samples. */
    public static int repeatsOf(int size, int repeats, int samples) {
        return size == samples ? 1 : repeats;
    }

    private int repeatsOf(int size, int repeats) {
        return repeatsOf(size, repeats, scores.samples());
    }

    private Supplier<IntFunction<@Nullable SubsetScan>> newTask(List<Subset> subsets) {
        return () -> {
            ResampledScores.Draw draw = scores.newDraw();
            int[] times = new int[scores.samples()];
            return i -> {
                Subset subset = subsets.get(i);
                Draws.subset(RandomStreams.of(seed, ((long) subset.size << 32) + subset.number), subset.size, times);
                return scan(draw, times);
            };
        };
    }

    /** Scans the variables that vary in a subset; null when it was stopped. */
    private @Nullable SubsetScan scan(ResampledScores.Draw draw, int[] times) {
        CorrelationMatrix r = draw.correlation(times);
        int[] live =
                IntStream.range(0, r.variables()).filter(v -> !draw.constant(v)).toArray();
        int constant = r.variables() - live.length;
        if (live.length < order) {
            return new SubsetScan(ScanSummary.NONE, constant);
        }
        Scorer of = Scorer.gaussian(backend, constant == 0 ? r : r.of(live));
        ScanSummary summary = ScanSummary.of(of, order, 0, 1, watch);
        return summary == null ? null : new SubsetScan(summary, constant);
    }

    private CurvePoint point(int size, List<SubsetScan> found) {
        List<ScanSummary> scans = found.stream().map(SubsetScan::summary).toList();
        return new CurvePoint(
                order,
                size,
                scans.size(),
                new BiasCorrection(order, size).o(),
                ScanSummary.fold(scans, Moments::mean),
                ScanSummary.fold(scans, Moments::deviation),
                found.stream().mapToInt(SubsetScan::constant).max().orElse(0));
    }
}
