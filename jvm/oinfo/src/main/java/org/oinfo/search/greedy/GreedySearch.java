package org.oinfo.search.greedy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.Scorer;
import org.oinfo.search.FoundNplet;

/**
 * Greedy and beam search for n-plets of orders that no scan reaches.
 *
 * <p>Every n-plet of a small order is scanned; the R most synergistic and the R most redundant ones are starts. Each start
 * grows a variable at a time towards its end: at every step, among all n-plets that are one variable larger than one of the W
 * it holds, it keeps the W distinct ones with the most extreme Omega. W = 1 is the greedy search.
 *
 * <p>Nothing says that a step leads towards the most extreme n-plet of a larger order: what is found is a bound, and more
 * starts or a wider beam tighten it. Paths run past their best order, so all of each is kept.
 *
 * <p>Every choice is by the canonical value: candidates within 1e-10 nats of the last that could be kept are scored
 * canonically, and ordered by {@link Ranking#key}, then lexicographically (for one n-plet that grows: by the smallest
 * variable). So paths and measures have the same bits for any number of threads and on every backend.
 */
public final class GreedySearch {
    private final Scorer scores;
    private final GreedySettings settings;

    /**
     * A search.
     *
     * @throws org.oinfo.data.BadInputException an order exceeds N, or C(N, start order) exceeds 2^63-1
     */
    public GreedySearch(Scorer scores, GreedySettings settings) {
        settings.check(scores.variables(), settings.biasSamples());
        this.scores = scores;
        this.settings = settings;
    }

    /** How many n-plets are scored, for the progress of a monitor: the scan's, and every candidate of full beams. */
    public long work() {
        int n = scores.variables();
        long paths = (long) settings.starts() * (settings.ends() == Ends.BOTH ? 2 : 1);
        long candidates = 0;
        for (int order = settings.startOrder(); order < settings.maxOrder(); order++) {
            candidates += candidates(order);
        }
        return BlockGrid.total(n, settings.startOrder()) + paths * candidates;
    }

    /** N-plets that a path may grow to from those of an order: at the start it holds one, then a full beam. */
    private long candidates(int order) {
        long held = order == settings.startOrder() ? 1 : settings.beam();
        return held * (scores.variables() - order);
    }

    /**
     * Finds starts and grows them. When the monitor cancels, paths end where they are; starts that were not begun are missing.
     *
     * @param threads number of worker threads, at least 1
     */
    public GreedyResult run(int threads, Monitor monitor) {
        return grow(starts(threads, monitor), threads, monitor);
    }

    /** Scans the start order for the most extreme n-plets; fewer than R where there are no more that are not singular. */
    public GreedyStarts starts(int threads, Monitor monitor) {
        long begun = System.nanoTime();
        int order = settings.startOrder();
        ScanSettings scan = new ScanSettings(order, Level.EXTREMES, settings.starts(), 0, settings.ends(), Screen.AUTO);
        Landscape landscape = new ExhaustiveScan(scores, scan).run(threads, monitor);
        Combinations combinations = new Combinations(scores.variables(), order);
        return new GreedyStarts(
                nplets(landscape.mostSynergistic(), combinations, order),
                nplets(landscape.mostRedundant(), combinations, order),
                landscape.total() < combinations.total(),
                (System.nanoTime() - begun) * 1e-9);
    }

    private static List<int[]> nplets(Ranking ranking, Combinations combinations, int order) {
        return Arrays.stream(ranking.sortedRanks())
                .mapToObj(rank -> {
                    int[] nplet = new int[order];
                    combinations.unrank(rank, nplet);
                    return nplet;
                })
                .toList();
    }

    /**
     * Grows given starts.
     *
     * @param starts n-plets that are not singular, of at most the largest order
     */
    public GreedyResult grow(GreedyStarts starts, int threads, Monitor monitor) {
        long begun = System.nanoTime();
        Watch watch = new Watch(monitor);
        Paths paths = new Paths(starts, watch);
        if (paths.count() > 0) {
            for (int order = settings.startOrder(); order < settings.maxOrder(); order++) {
                watch.expect(order + 1, paths.count() * candidates(order));
            }
            OrderedFold.run(paths, threads, watch);
        }
        boolean partial = starts.partial() || paths.grown.size() < paths.count() || paths.stopped;
        return new GreedyResult(starts, paths.grown, partial, (System.nanoTime() - begun) * 1e-9);
    }

    /** One path for each start. */
    private final class Paths implements OrderedFold.Work<Paths.Slot> {
        private final GreedyStarts starts;
        private final Watch watch;
        private final List<GreedyPath> grown = new ArrayList<>();
        private boolean stopped;

        /** The path of one start. */
        static final class Slot {
            private @Nullable GreedyPath path;
            private boolean stopped;
        }

        Paths(GreedyStarts starts, Watch watch) {
            this.starts = starts;
            this.watch = watch;
        }

        @Override
        public long count() {
            return (long) starts.synergistic().size() + starts.redundant().size();
        }

        @Override
        public Form<Slot> form() {
            return new Form<>() {
                @Override
                public void write(Slot found, Bytes to) {
                    Objects.requireNonNull(found.path).write(to);
                }

                @Override
                public Slot read(ByteBuffer from) {
                    Slot slot = new Slot();
                    slot.path = GreedyPath.read(from);
                    return slot;
                }

                @Override
                public void again(Slot found, Watch counted) {
                    for (int order = settings.startOrder(); order < settings.maxOrder(); order++) {
                        counted.advanced(order + 1, candidates(order));
                    }
                }
            };
        }

        @Override
        public Slot part() {
            return new Slot();
        }

        @Override
        public void merge(Slot part) {
            if (part.path != null) {
                grown.add(part.path);
            }
            stopped |= part.stopped;
        }

        @Override
        public OrderedFold.Worker<Slot> worker(WorkerResources resources) {
            NpletScore canonical = scores.canonical();
            Growth empty = Growth.of(scores, canonical, resources);
            return (path, into) -> {
                int synergistic = starts.synergistic().size();
                boolean redundant = path >= synergistic;
                int start = (int) (redundant ? path - synergistic : path);
                List<int[]> from = redundant ? starts.redundant() : starts.synergistic();
                Beam beam = new Beam(scores.variables(), settings, redundant, canonical, empty, from.get(start));
                while (!into.stopped && beam.canGrow()) {
                    into.stopped = !watch.goOn();
                    if (!into.stopped) {
                        int order = beam.order() + 1;
                        long candidates = beam.grow();
                        FoundNplet best = beam.raw();
                        if (redundant) {
                            watch.highest(best.nplet(), best.o());
                        } else {
                            watch.lowest(best.nplet(), best.o());
                        }
                        watch.advanced(order, candidates);
                    }
                }
                into.path = new GreedyPath(
                        redundant ? Ends.REDUNDANT : Ends.SYNERGISTIC,
                        start,
                        beam.steps(),
                        beam.singular(),
                        beam.singularVariables());
            };
        }
    }
}
