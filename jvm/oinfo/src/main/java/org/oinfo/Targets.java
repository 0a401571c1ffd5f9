package org.oinfo;

import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.knn.KnnSamples;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.ContinuousTarget;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetSettings;
import org.oinfo.targets.mixture.ClassMixture;
import org.oinfo.targets.nearest.NearestTarget;

/** Makes the analyses of targets. */
record Targets(OInformation info) {
    TargetAnalysis classes(ClassLabels labels) {
        String words = "classes, sha256 " + Checksum.of(List.of(labels.all()));
        if (neighbours()) {
            KnnSamples sources = distances(labels.samples());
            NearestTarget model = nearest(sources, labels);
            return new TargetAnalysis(
                    info,
                    new SentTarget(words, null, on -> on.target(labels)),
                    largest -> model,
                    (target, order) -> nearest(sources, labels.permuted(target)),
                    info.inColumns());
        }
        SampleScores scores = scores(labels.samples());
        return new TargetAnalysis(
                info,
                new SentTarget(words, scores, on -> on.target(labels)),
                largest -> ClassMixture.of(scores, labels, largest, settings()),
                (target, order) -> ClassMixture.of(scores, labels.permuted(target), order, ofOneThread()),
                info.inColumns());
    }

    private NearestTarget nearest(KnnSamples sources, ClassLabels labels) {
        return NearestTarget.classes(sources, labels, estimate().knn().neighbours(), info.backend());
    }

    private NearestTarget nearest(KnnSamples sources, double[] target) {
        return NearestTarget.variable(sources, target, estimate().knn().neighbours(), info.backend());
    }

    TargetAnalysis continuous(double[] values) {
        String words = "a variable, sha256 " + Checksum.of(values);
        if (neighbours()) {
            KnnSamples sources = distances(values.length);
            double[] scaled = NearestTarget.scaled(values, estimate());
            NearestTarget model = nearest(sources, scaled);
            return new TargetAnalysis(
                    info,
                    new SentTarget(words, null, on -> on.target(values)),
                    largest -> model,
                    (target, order) -> nearest(sources, permuted(scaled, target)),
                    info.inColumns());
        }
        SampleScores scores = scores(values.length);
        double[] target = ContinuousTarget.scores(values, estimate());
        return new TargetAnalysis(
                info,
                new SentTarget(words, scores, on -> on.target(values)),
                largest -> ContinuousTarget.model(scores, target, largest, settings()),
                (order, largest) -> ContinuousTarget.model(scores, permuted(target, order), largest, ofOneThread()),
                info.inColumns());
    }

    DynamicAnalysis dynamic(int lag) {
        SampleScores scores = info.source().scores(Needs.DYNAMICS);
        return new DynamicAnalysis(
                info, lag, scores, largest -> LaggedTargets.of(scores, lag, largest, info.variables(), settings()));
    }

    /** Permutations run side by side, each on a thread. */
    private TargetSettings ofOneThread() {
        return new TargetSettings(info.backend(), info.options().biasCorrect(), 1);
    }

    private TargetSettings settings() {
        return new TargetSettings(
                info.backend(), info.options().biasCorrect(), info.options().threads());
    }

    private EstimateOptions estimate() {
        return info.options().estimate().withThreads(info.options().threads());
    }

    private boolean neighbours() {
        return estimate().estimator() == Estimator.KNN;
    }

    private static double[] permuted(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(t -> values[t]).toArray();
    }

    private SampleScores scores(int values) {
        SampleScores scores = info.source().scores(Needs.TARGET);
        requireEach(values, scores.samples());
        return scores;
    }

    private KnnSamples distances(int values) {
        KnnSamples sources = info.source().neighbours(Needs.TARGET);
        requireEach(values, sources.samples());
        return sources;
    }

    private static void requireEach(int values, int samples) {
        if (values != samples) {
            throw new BadInputException("a target must have a value for each sample: found " + values + " values and "
                    + samples + " samples");
        }
    }
}
