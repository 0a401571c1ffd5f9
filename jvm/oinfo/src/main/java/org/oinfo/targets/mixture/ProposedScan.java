package org.oinfo.targets.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;

/**
 * A scan of more n-plets than the mixture can score: the class model scans all of them and proposes the extremes at both ends, of which
 * the mixture keeps the best. Counts and means are those of the class model.
 */
final class ProposedScan implements SourceScan {
    /** Proposals at each end for one that is kept. */
    private static final int PROPOSED = 100;

    private static final int MOST = 500_000;

    private final ScanShape shape;
    private final ClassMixture model;
    private final Ranking lowest;
    private final Ranking highest;
    private final TargetScan screen;
    private boolean cut;

    ProposedScan(ScanShape shape) {
        this.shape = shape;
        this.model = shape.model();
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
        Watch watch = new Watch(monitor);
        OrderedFold.<Long>run(
                proposed.length,
                threads,
                new Watch(watch.onlyStops()),
                () -> {
                    MixtureInformation information = new MixtureInformation(model);
                    int[] nplet = new int[shape.order()];
                    return number -> {
                        shape.combinations().unrank(proposed[number], nplet);
                        return information.score(nplet, nplet.length)
                                ? Ranking.key(information.value(shape.measure()))
                                : null;
                    };
                },
                (key, number) -> {
                    lowest.offer(key, proposed[number]);
                    highest.offer(-key, proposed[number]);
                });
        cut = watch.stopped();
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
        return nplets(lowest.sortedRanks());
    }

    @Override
    public List<TargetNplet> highest() {
        return nplets(highest.sortedRanks());
    }

    @Override
    public ClassFit classes() {
        return model.fit(shape.order(), true);
    }

    private List<TargetNplet> nplets(long[] ranks) {
        MixtureInformation information = new MixtureInformation(model);
        List<TargetNplet> nplets = new ArrayList<>(ranks.length);
        int[] nplet = new int[shape.order()];
        for (long rank : ranks) {
            shape.combinations().unrank(rank, nplet);
            nplets.add(information.values(nplet));
        }
        return nplets;
    }
}
