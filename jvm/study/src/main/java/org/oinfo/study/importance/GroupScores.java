package org.oinfo.study.importance;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Samples;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.PerVariable;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Measure;

/**
 * Scores that the n-plets of a layer give the neurons they are made of. Every array has a place for each neuron, null where
 * it is in no n-plet that has an Omega.
 *
 * @param extremes n-plets at each end that the shares count
 * @param meanO mean Omega of the n-plets that hold the neuron and are not singular, nats
 * @param synergistic share of the most synergistic n-plets that hold it
 * @param redundant share of the most redundant n-plets that hold it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record GroupScores(
        int extremes,
        @Nullable Double[] meanO,
        @Nullable Double[] synergistic,
        @Nullable Double[] redundant) {
    /** An end holds at most this part of all n-plets. */
    private static final int PART = 10;

    /** No scores, for a layer without n-plets. */
    static GroupScores none(int neurons) {
        return new GroupScores(
                0, new @Nullable Double[neurons], new @Nullable Double[neurons], new @Nullable Double[neurons]);
    }

    /**
     * Scans all n-plets of the neurons that are alive.
     *
     * @param alive their number, at least the order
     * @throws CancellationException the monitor wants to stop
     */
    static GroupScores of(Samples samples, int alive, ImportanceSettings settings, int threads, Monitor monitor) {
        OInformationOptions options = settings.scan()
                .withLevel(Level.FULL)
                .withEnds(Ends.BOTH)
                .withRankBy(Measure.O)
                .withTop(extremes(alive, settings))
                .withThreads(threads);
        OInformation info = OInformation.ofSamples(samples, options);
        ScanResult found = info.scan(settings.order(), monitor);
        if (found.partial()) {
            throw new CancellationException();
        }
        GroupScores scores = none(samples.variables());
        PerVariable perVariable = found.landscape().requirePerVariable();
        long[] synergistic = held(found.mostSynergistic(), samples.variables());
        long[] redundant = held(found.mostRedundant(), samples.variables());
        int extremes = found.mostSynergistic().size();
        for (int position = 0; position < info.variables().count(); position++) {
            if (perVariable.count(position) > 0) {
                int neuron = info.variables().column(position);
                scores.meanO[neuron] = perVariable.mean(position);
                scores.synergistic[neuron] = (double) synergistic[neuron] / extremes;
                scores.redundant[neuron] = (double) redundant[neuron] / extremes;
            }
        }
        return new GroupScores(extremes, scores.meanO, scores.synergistic, scores.redundant);
    }

    /** How many n-plets an end holds: those asked for, or a tenth of all. */
    private static int extremes(int alive, ImportanceSettings settings) {
        double total = 1;
        for (int i = 0; i < settings.order(); i++) {
            total *= (alive - i) / (i + 1.0);
        }
        return (int) Math.clamp(total / PART, 1, settings.extremes());
    }

    /** How many of the n-plets hold each neuron. */
    private static long[] held(List<ScoredNplet> nplets, int neurons) {
        long[] held = new long[neurons];
        for (ScoredNplet nplet : nplets) {
            for (int neuron : nplet.variables()) {
                held[neuron]++;
            }
        }
        return held;
    }
}
