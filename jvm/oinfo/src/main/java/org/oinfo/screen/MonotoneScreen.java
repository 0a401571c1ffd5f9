package org.oinfo.screen;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.oinfo.data.ColumnPanels;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;

/**
 * Names dependence that no correlation of values or ranks can see: of all triplets ({@link TripletTest}: XOR, z = |n| sign(xy)) and
 * of all pairs ({@link PairTest}: y = |x|).
 *
 * <p>Columns are cut in two near their medians and packed into words, so that a triplet costs T/64 counts of bits. Up to {@link
 * #MOST_WORK} of these all triplets are tested, beyond that those of a seeded choice of their first two columns. A test exceeds its
 * quantile by chance in {@value #LEVEL} of all data sets, for all tests together (Bonferroni).
 *
 * <p>The result depends on samples and seed only, not on threads.
 */
public final class MonotoneScreen {
    /** Words that are counted at most. */
    public static final long MOST_WORK = 1L << 32;

    /** Share of the data sets without such dependence in which any is found, at most. */
    private static final double LEVEL = 1e-3;

    private final Samples samples;
    private final int[] live;
    private final long seed;
    private final int threads;
    private final long mostWork;

    /**
     * A screen of samples.
     *
     * @param live variables that vary, ascending
     */
    public MonotoneScreen(Samples samples, int[] live, long seed, int threads) {
        this(samples, live, seed, threads, MOST_WORK);
    }

    MonotoneScreen(Samples samples, int[] live, long seed, int threads, long mostWork) {
        this.samples = samples;
        this.live = live;
        this.seed = seed;
        this.threads = threads;
        this.mostWork = mostWork;
    }

    /**
     * Looks at all pairs, and at all triplets or many of them. Variables are positions among those that vary.
     *
     * @throws CancellationException the monitor stopped it, or this thread was interrupted
     */
    public ScreenResult run(Monitor monitor) {
        return SteadyInput.during(samples, () -> {
            try (Workers workers = new Workers(threads, new Watch(monitor))) {
                return run(workers);
            }
        });
    }

    private ScreenResult run(Workers workers) {
        ColumnBits[] all = columns(workers);
        int[] members =
                IntStream.range(0, all.length).filter(v -> all[v] != null).toArray();
        ColumnBits[] columns = IntStream.of(members).mapToObj(v -> all[v]).toArray(ColumnBits[]::new);
        TripletCounts counts =
                new TripletCounts(Arrays.stream(columns).map(ColumnBits::side).toArray(long[][]::new));
        workers.run(columns.length, () -> counts::countPairs);
        long possible = possible(columns.length);
        double share = Math.min(1, (double) mostWork / Math.max(1, counts.words()) / Math.max(1, possible));
        double pairs = columns.length * (columns.length - 1.0);
        double quantile = ChiSquaredDistribution.of(1)
                .inverseSurvivalProbability(LEVEL / Math.max(1, Math.ceil(share * possible) + pairs));
        Memory[] memory = Arrays.stream(columns).map(ColumnBits::memory).toArray(Memory[]::new);
        TripletTest test = new TripletTest(counts, memory, samples.samples(), quantile);
        Findings foundPairs = pairs(new PairTest(columns, test, samples.samples(), quantile), columns.length, workers);
        Row[] rows = new Row[columns.length];
        workers.run(rows.length, () -> {
            TripletRow row = new TripletRow(counts, test, samples.samples(), quantile);
            return i -> rows[i] = new Row(row.run(i, chosen(i, columns.length, share)), row.tested());
        });
        Findings foundTriplets = Findings.NONE;
        long tested = 0;
        for (Row row : rows) {
            foundTriplets = foundTriplets.and(row.found);
            tested += row.tested;
        }
        return new ScreenResult(all.length, columns.length, tested, possible, seed, foundPairs, foundTriplets)
                .map(positions -> IntStream.of(positions).map(p -> members[p]).toArray());
    }

    /** What was found of the triplets that begin with one column. */
    private record Row(Findings found, long tested) {}

    private static long possible(long n) {
        return n < 3 ? 0 : n * (n - 1) / 2 * (n - 2) / 3;
    }

    /** Which second columns are looked at beside a first one. */
    private boolean[] chosen(int first, int columns, double share) {
        boolean[] chosen = new boolean[columns];
        UniformRandomProvider random = RandomStreams.of(seed, first);
        for (int second = first + 1; second < columns; second++) {
            chosen[second] = share >= 1 || random.nextDouble() < share;
        }
        return chosen;
    }

    private static Findings pairs(PairTest test, int columns, Workers workers) {
        Findings[] rows = new Findings[columns];
        workers.run(columns, () -> i -> {
            Findings found = Findings.NONE;
            for (int j = i + 1; j < columns; j++) {
                double g = test.statistic(i, j);
                if (g > 0) {
                    found = found.with(new Dependence(List.of(i, j), g));
                }
            }
            rows[i] = found;
        });
        return Arrays.stream(rows).reduce(Findings.NONE, Findings::and);
    }

    private ColumnBits[] columns(Workers workers) {
        ColumnBits[] columns = new ColumnBits[live.length];
        int[] place = new int[samples.variables()];
        Arrays.fill(place, -1);
        for (int p = 0; p < live.length; p++) {
            place[live[p]] = p;
        }
        workers.run(ColumnPanels.count(samples), () -> {
            ColumnPanels panels = new ColumnPanels(samples);
            return panel -> panels.read(panel, (variable, values) -> {
                if (place[variable] >= 0) {
                    columns[place[variable]] = ColumnBits.of(values);
                }
            });
        });
        return columns;
    }
}
