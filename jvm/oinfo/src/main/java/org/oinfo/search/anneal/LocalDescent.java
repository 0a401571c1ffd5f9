package org.oinfo.search.anneal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.Scorer;

/**
 * Steepest descent from given n-plets: every neighbour is scored, the best one is the next n-plet, until none is better.
 * Neighbours differ by a swap of one member, and where the settings allow it by one member more or less.
 *
 * <p>Steepest, not first improvement: the way does not depend on the order of the variables, and whole neighbourhoods are
 * scored in batches. Neighbours within the kernels' error of the best are settled by the canonical value, ties by lexicographic
 * order; a step makes that value smaller by 2^-40 nats at least. So the result is the same to the last bit on every backend and
 * for any number of threads, and {@code certified} means that no neighbour's canonical value is better.
 *
 * <p>A singular n-plet is worse than every other. An instance is run once.
 */
public final class LocalDescent {
    /** Kernels and the canonical routine differ by less, nats, unless {@link Canonical#error} is larger. */
    private static final double LEAST_MARGIN = 1e-10;

    private final Scorer scores;
    private final DescentSettings settings;
    private final List<int[]> starts;
    private final List<Objective> objectives;
    private final Descent[] found;
    private long scored;

    /** A descent of each of these n-plets: positions of variables of {@code scores}, ascending without repeats. */
    public LocalDescent(Scorer scores, DescentSettings settings, List<int[]> nplets) {
        this(scores, settings, Measure.O, nplets);
    }

    /** The same towards extremes of another measure. */
    public LocalDescent(Scorer scores, DescentSettings settings, RankBy measure, List<int[]> nplets) {
        this.scores = scores;
        this.settings = settings;
        this.starts = new ArrayList<>(nplets);
        int longest = nplets.stream().mapToInt(nplet -> nplet.length).max().orElse(0);
        this.objectives = Objective.of(
                measure, settings.ends(), Math.max(longest, settings.largestOrder()), settings.biasSamples());
        this.found = new Descent[objectives.size() * starts.size()];
    }

    /**
     * Runs the descents. When the monitor cancels them or this thread is interrupted, each stays where it is, not certified.
     *
     * @param threads number of worker threads, at least 1
     */
    public DescentResult run(int threads, Monitor monitor) {
        Watch watch = new Watch(monitor);
        if (found.length > 0) {
            OrderedFold.run(new Starts(watch), threads, watch);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                int[] start = starts.get(i % starts.size());
                found[i] = descent(scores.canonical(), start, start, 0, false);
            }
        }
        List<Descent> all = List.of(found);
        // Not certified means stopped, or singular whether stopped or not.
        boolean partial = watch.stopped() && all.stream().anyMatch(descent -> !descent.certified());
        int redundant = settings.ends().synergistic() ? starts.size() : 0;
        return new DescentResult(all.subList(0, redundant), all.subList(redundant, all.size()), scored, partial);
    }

    private Descent descent(NpletScore canonical, int[] start, int[] nplet, int steps, boolean complete) {
        boolean regular = canonical.score(nplet, 0, nplet.length);
        BiasCorrection bias =
                settings.biasSamples() == 0 ? null : new BiasCorrection(nplet.length, settings.biasSamples());
        return new Descent(start, nplet, Measures.of(canonical).less(bias), steps, complete && regular);
    }

    /** One descent for each n-plet and end. */
    private final class Starts implements OrderedFold.Work<Path> {
        private final Watch watch;

        Starts(Watch watch) {
            this.watch = watch;
        }

        @Override
        public long count() {
            return found.length;
        }

        @Override
        public Form<Path> form() {
            return new Form<>() {
                @Override
                public void write(Path found, Bytes to) {
                    to.put(found.number).put(found.scored);
                    Objects.requireNonNull(found.end).write(to);
                }

                @Override
                public Path read(ByteBuffer from) {
                    Path read = new Path();
                    read.number = from.getInt();
                    read.scored = from.getLong();
                    read.end = Descent.read(from);
                    return read;
                }

                @Override
                public void again(Path found, Watch counted) {
                    counted.advanced(Objects.requireNonNull(found.end).nplet().length, found.scored);
                }
            };
        }

        @Override
        public Path part() {
            return new Path();
        }

        @Override
        public void merge(Path part) {
            if (part.end != null) {
                found[part.number] = part.end;
            }
            scored += part.scored;
        }

        @Override
        public OrderedFold.Worker<Path> worker(WorkerResources resources) {
            Neighbours neighbours =
                    new Neighbours(scores, settings.smallestOrder(), settings.largestOrder(), resources);
            NpletScore canonical = scores.canonical();
            return (number, into) -> {
                into.number = (int) number;
                Objective objective = objectives.get(into.number / starts.size());
                int[] start = starts.get(into.number % starts.size());
                into.descend(start, objective, neighbours, canonical, watch);
            };
        }
    }

    /** One descent. */
    private final class Path {
        private int number;
        private long scored;
        private @Nullable Descent end;

        void descend(int[] start, Objective objective, Neighbours neighbours, NpletScore canonical, Watch watch) {
            int[] here = start;
            int steps = 0;
            boolean certified = false;
            while (!certified && watch.goOn()) {
                if (watch.seen()) {
                    canonical.score(here, 0, here.length);
                    tell(here, objective.measure().of(canonical), objective, watch);
                }
                int[] next = better(here, objective, neighbours, canonical);
                scored += neighbours.count();
                watch.advanced(here.length, neighbours.count());
                if (next == null) {
                    certified = true;
                } else {
                    here = next;
                    steps++;
                }
            }
            end = descent(canonical, start, here, steps, certified);
            tell(here, objective.measure().of(canonical), objective, watch);
        }

        private static void tell(int[] nplet, double value, Objective objective, Watch watch) {
            if (objective.redundant()) {
                watch.highest(nplet, value);
            } else {
                watch.lowest(nplet, value);
            }
        }
    }

    /** The best of the neighbours that are better by the canonical value; null if there is none. */
    private static int @Nullable [] better(
            int[] here, Objective objective, Neighbours neighbours, NpletScore canonical) {
        neighbours.of(here);
        double[] values = neighbours.values(objective);
        canonical.score(here, 0, here.length);
        double now = objective.value(canonical, here.length);
        double least = Double.isNaN(now) ? Double.POSITIVE_INFINITY : now;
        long bestKey = Objective.key(now);
        for (int i = 0; i < neighbours.count(); i++) {
            // Not a number is less than nothing.
            if (values[i] < least) {
                least = values[i];
            }
        }
        double margin = 2 * objective.measure().error(Math.max(LEAST_MARGIN, Canonical.error(here.length + 1)));
        int[] best = null;
        for (int i = 0; i < neighbours.count(); i++) {
            int order = neighbours.order(i);
            if (values[i] <= least + margin) {
                int[] nplet = neighbours.get(i);
                canonical.score(nplet, 0, order);
                long key = Objective.key(objective.value(canonical, order));
                if (key < bestKey || (key == bestKey && best != null && Arrays.compare(nplet, best) < 0)) {
                    best = nplet;
                    bestKey = key;
                }
            }
        }
        return best;
    }
}
