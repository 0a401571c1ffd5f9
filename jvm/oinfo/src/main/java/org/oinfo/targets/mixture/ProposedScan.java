package org.oinfo.targets.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;
import org.oinfo.targets.subsets.SubsetShape;
import org.oinfo.targets.subsets.SubsetValues;

/**
 * A scan of more n-plets than the mixture can score: the class model scans all of them and proposes the extremes at both ends, of which
 * the mixture keeps the best. Counts and means are those of the class model.
 */
final class ProposedScan implements SourceScan {
    /** Proposals at each end for one that is kept. */
    private static final int PROPOSED = 100;

    private static final int MOST = 500_000;

    private final SubsetShape shape;
    private final ClassMixture model;
    private final Ranking lowest;
    private final Ranking highest;
    private final TargetScan screen;
    private boolean cut;

    ProposedScan(ClassMixture model, SubsetShape shape) {
        this.shape = shape;
        this.model = model;
        this.lowest = new Ranking(shape.top(), Long.MAX_VALUE);
        this.highest = new Ranking(shape.top(), Long.MAX_VALUE);
        int proposals = (int) Math.max(shape.top(), Math.min(MOST, (long) PROPOSED * shape.top()));
        this.screen = new TargetScan(model.screen(shape.order()), shape.order(), proposals, shape.measure());
    }

    @Override
    public long total() {
        return shape.total();
    }

    @Override
    public TargetLandscape run(int threads, Monitor monitor) {
        TargetLandscape found = screen.run(threads, monitor);
        long[] proposed = LongStream.concat(
                        Arrays.stream(found.lowest().sortedRanks()),
                        Arrays.stream(found.highest().sortedRanks()))
                .sorted()
                .distinct()
                .toArray();
        if (screen.partial()) {
            return found;
        }
        long[] keys = new long[proposed.length];
        boolean[] scored = new boolean[proposed.length];
        try (Workers workers = new Workers(threads, new Watch(new Watch(monitor, 0, proposed.length).onlyStops()))) {
            cut = !workers.runUntilStopped(proposed.length, resources -> {
                SubsetValues information = resources.add(new SubsetValues(model), SubsetValues::close);
                int[] nplet = new int[shape.order()];
                return task -> {
                    int number = (int) task;
                    shape.combinations().unrank(proposed[number], nplet);
                    scored[number] = information.score(nplet, nplet.length);
                    keys[number] = Ranking.key(information.value(shape.measure()));
                };
            });
        }
        for (int number = 0; number < keys.length; number++) {
            if (scored[number]) {
                lowest.offer(keys[number], proposed[number]);
                highest.offer(-keys[number], proposed[number]);
            }
        }
        return found;
    }

    @Override
    public boolean partial() {
        return cut || screen.partial();
    }

    @Override
    public TargetLandscape landscape() {
        return screen.landscape();
    }

    @Override
    public List<TargetNplet> lowest() {
        return shape.nplets(lowest);
    }

    @Override
    public List<TargetNplet> highest() {
        return shape.nplets(highest);
    }

    @Override
    public ClassFit classes() {
        return model.fit(shape.order(), true);
    }
}
