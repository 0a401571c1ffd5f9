package org.oinfo.study.landscape;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;
import org.oinfo.study.result.TreeNull;

/** Counts the n-plets that are more synergistic than those of samples of a tree. */
final class TreeControl {
    private static final double LEVEL = 0.05;
    private static final long CHUNK = 1 << 14;

    private final int trees;
    private final Workers workers;
    private final Watch watch;

    TreeControl(int trees, Workers workers, Watch watch) {
        this.trees = trees;
        this.workers = workers;
        this.watch = watch;
    }

    /**
     * Of all n-plets of an order.
     *
     * @param info estimate with its samples
     * @return null where the images resemble those before them, so that there is no such test
     */
    @Nullable
    TreeNull of(OInformation info, int order, long seed) {
        long total = new Combinations(info.variables().count(), order).total();
        NullSettings settings = NullSettings.of(order)
                .withKind(Surrogate.TREE)
                .withSurrogates(trees)
                .withSeed(seed);
        NullResult result;
        try {
            result = info.statistics().nullTest(settings, progress -> watch.goOn());
        } catch (BadInputException e) {
            watch.advanced(0, trees * total);
            return null;
        }
        if (result.partial()) {
            throw new CancellationException();
        }
        watch.advanced(0, trees * total);
        double threshold = result.extremes().synergyThreshold(LEVEL);
        return new TreeNull(order, trees, threshold, below(info, order, total, threshold), total);
    }

    private long below(OInformation info, int order, long total, double threshold) {
        AtomicLong found = new AtomicLong();
        Combinations combinations = new Combinations(info.variables().count(), order);
        workers.run(Math.toIntExact((total - 1) / CHUNK + 1), () -> {
            NpletScore score = info.scorer().canonical();
            int[] nplet = new int[order];
            return chunk -> {
                combinations.unrank(chunk * CHUNK, nplet);
                long end = Math.min(total, (chunk + 1) * CHUNK);
                long below = 0;
                for (long rank = chunk * CHUNK; rank < end; rank++) {
                    below += score.score(nplet, 0, order) && score.o() < threshold ? 1 : 0;
                    combinations.next(nplet);
                }
                found.addAndGet(below);
            };
        });
        return found.get();
    }
}
