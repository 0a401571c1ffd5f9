package org.oinfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.GivenNplets;
import org.oinfo.scan.Scorer;

/**
 * Measures of given n-plets, handed over as they come. A list is gone through in stretches, each an analysis of its own to journals and
 * clusters: what travels, and what waits for an earlier piece, is of one stretch, however long the list is.
 */
final class GivenMeasures {
    /** 64 MB of measures. */
    static final int STRETCH = 512 * GivenNplets.PIECE;

    private final OInformation info;
    private final Scorer scorer;
    private final List<int[]> nplets;
    private final int most;
    /** Biases of TC, DTC, Omega and S by order. */
    private final Map<Integer, double[]> biases = new HashMap<>();

    /**
     * Of checked n-plets.
     *
     * @param scorer of all variables, whether they are in groups or not
     * @param most n-plets of a stretch, a multiple of a piece
     */
    GivenMeasures(OInformation info, Scorer scorer, List<int[]> nplets, int most) {
        this.info = info;
        this.scorer = scorer;
        this.nplets = nplets;
        this.most = most;
    }

    /** A stretch as other machines score it; nothing is handed over there. */
    private record Stretch(SentNplets nplets) implements SentAnalysis.Repeated {
        @Override
        public void run(OInformation on, Monitor monitor) {
            List<int[]> list = nplets.list(on.variables());
            Monitor watched = on.watched(monitor, words(nplets.named()));
            new GivenMeasures(on, on.scorer(), list, STRETCH).score(list, watched, (first, values, count) -> {});
        }

        @Override
        public boolean oneFold() {
            return true;
        }
    }

    /** Scores them; how many were handed over: fewer than all where it was stopped. */
    int stream(MeasuresSink sink, Monitor monitor) {
        Watch watch = watch(nplets, monitor);
        int done = 0;
        int asked;
        do {
            List<int[]> next = nplets.subList(done, Math.min(nplets.size() - done, most) + done);
            Monitor part = begun(next, watch.part().keeping(watch.keeper()));
            asked = done + next.size();
            done += score(next, part, (first, values, count) -> {
                subtractBias(next, first, values, count);
                sink.take(values, count);
            });
        } while (done == asked && done < nplets.size() && !watch.stopped());
        return done;
    }

    private int score(List<int[]> stretch, Monitor monitor, GivenNplets.Sink sink) {
        int threads = info.options().threads();
        return GivenNplets.score(scorer, VaryingParts.of(stretch, info), threads, watch(stretch, monitor), sink);
    }

    /** A run that knows what there is to do. */
    private Watch watch(List<int[]> some, Monitor monitor) {
        Watch watch = new Watch(monitor);
        int[] orders = VaryingParts.of(some, info).orders();
        for (int order = 1; order < orders.length; order++) {
            if (orders[order] > 0) {
                info.model().checkSamples(order);
                watch.expect(order, orders[order]);
            }
        }
        return watch;
    }

    /** Watched; the checksum of a stretch is told only to who keeps pieces or has others do them. */
    private Monitor begun(List<int[]> stretch, Monitor monitor) {
        if (!info.spreads() && monitor.keeper().equals(Keeper.NONE)) {
            return info.watched(monitor);
        }
        String named = AnalysisWords.named(stretch);
        return info.spreads()
                ? info.watched(monitor, words(named), null, new Stretch(SentNplets.of(stretch, named)))
                : info.watched(monitor, words(named));
    }

    private static AnalysisWords words(String named) {
        return new AnalysisWords("measures").with("n-plets", named).with("pieces", GivenNplets.PIECE + " neighbours");
    }

    private void subtractBias(List<int[]> stretch, int first, double[] values, int count) {
        if (info.model().biasSamples() == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(values[i * MeasuresKernel.VALUES])) {
                // Singular: of an order, perhaps, that has no bias.
                continue;
            }
            double[] bias = biases.computeIfAbsent(stretch.get(first + i).length, this::bias);
            for (int j = 0; j < MeasuresKernel.VALUES; j++) {
                values[i * MeasuresKernel.VALUES + j] -= bias[j];
            }
        }
    }

    private double[] bias(int order) {
        return new BiasCorrection(order, info.model().biasSamples()).measures().values();
    }
}
