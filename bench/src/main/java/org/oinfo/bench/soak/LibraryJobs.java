package org.oinfo.bench.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.surrogate.NullSettings;

/** Analyses by the facade, in this process. */
final class LibraryJobs {
    private static final int SAMPLES = 300;
    private static final int VARIABLES = 30;
    private static final int SURROGATES = 19;
    private static final int NPLETS = 2000;
    private static final int NPLET_ORDER = 6;
    private static final int WIDEST = 8;

    private final double[][] samples = new double[SAMPLES][VARIABLES];
    private final List<int[]> nplets = new ArrayList<>();

    LibraryJobs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] row : samples) {
            double shared = random.nextGaussian();
            for (int i = 0; i < VARIABLES; i++) {
                row[i] = random.nextGaussian() + (i % 3 == 0 ? shared : 0) + (i > 0 && i % 5 == 0 ? row[i - 1] : 0);
            }
        }
        for (int i = 0; i < NPLETS; i++) {
            nplets.add(random.ints(0, VARIABLES)
                    .distinct()
                    .limit(NPLET_ORDER)
                    .sorted()
                    .toArray());
        }
    }

    /** All of them. */
    List<Job> all() {
        List<Job> jobs = new ArrayList<>();
        for (Level level : Level.values()) {
            for (int order = 3; order <= 4; order++) {
                int k = order;
                jobs.add(new Job(
                        "scan " + level + " " + k,
                        (backend, threads) -> text(open(backend, threads, level).scan(k))));
            }
        }
        jobs.add(new Job(
                "measures",
                (backend, threads) -> open(backend, threads, Level.PLAIN).measures(nplets).stream()
                        .map(ScoredNplet::toString)
                        .collect(Collectors.joining("\n"))));
        jobs.add(new Job(
                "beam",
                (backend, threads) ->
                        text(open(backend, threads, Level.PLAIN).search().beam(3, WIDEST))));
        jobs.add(new Job(
                "greedy",
                (backend, threads) -> text(open(backend, threads, Level.PLAIN)
                        .search()
                        .greedy(new GreedySettings(3, 5, 1, WIDEST, Ends.BOTH, 0)))));
        jobs.add(new Job(
                "null",
                (backend, threads) -> open(backend, threads, Level.PLAIN)
                        .statistics()
                        .nullTest(NullSettings.of(3).withSurrogates(SURROGATES))
                        .nplets()
                        .stream()
                        .map(one -> one.pFamily() + " " + one.o())
                        .collect(Collectors.joining("\n"))));
        return jobs;
    }

    private OInformation open(String backend, int threads, Level level) {
        OInformationOptions options = OInformationOptions.defaults()
                .withBackend(backend)
                .withThreads(threads)
                .withLevel(level)
                .withTop(50);
        return OInformation.ofSamples(samples, options);
    }

    private static String text(ScanResult result) {
        Landscape landscape = result.landscape();
        String counts = landscape.total() + " " + landscape.synergistic() + " " + landscape.sum();
        if (landscape.settings().level() == Level.FULL) {
            Distribution distribution = landscape.requireDistribution();
            counts += " " + distribution.variance() + " " + Arrays.toString(distribution.histogram());
        }
        return counts + "\n" + result.mostSynergistic() + "\n" + result.mostRedundant();
    }

    private static String text(GreedyResult result) {
        return result.paths().stream().map(path -> path.steps().toString()).collect(Collectors.joining("\n"));
    }
}
