package org.oinfo;

import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.SampleScores;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.ContinuousTarget;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetSettings;
import org.oinfo.targets.mixture.ClassMixture;

/** Makes the analyses of targets. */
record Targets(OInformation info) {
    TargetAnalysis classes(ClassLabels labels) {
        SampleScores scores = scores(labels.samples());
        return new TargetAnalysis(
                info,
                largest -> ClassMixture.of(scores, labels, largest, settings()),
                (target, order) -> ClassMixture.of(scores, labels.permuted(target), order, ofOneThread()),
                info.inColumns());
    }

    TargetAnalysis continuous(double[] values) {
        SampleScores scores = scores(values.length);
        EstimateOptions how =
                info.options().estimate().withThreads(info.options().threads());
        double[] target = ContinuousTarget.scores(values, how);
        return new TargetAnalysis(
                info,
                largest -> ContinuousTarget.model(scores, target, largest, settings()),
                (permuted, order) -> ContinuousTarget.model(
                        scores,
                        IntStream.of(permuted).mapToDouble(t -> target[t]).toArray(),
                        order,
                        ofOneThread()),
                info.inColumns());
    }

    DynamicAnalysis dynamic(int lag) {
        SampleScores scores = info.sampleScores(Needs.DYNAMICS);
        return new DynamicAnalysis(
                info, largest -> LaggedTargets.of(scores, lag, largest, info.variables(), settings()));
    }

    /** Permutations run side by side, each on a thread. */
    private TargetSettings ofOneThread() {
        return new TargetSettings(info.backend(), info.options().biasCorrect(), 1);
    }

    private TargetSettings settings() {
        return new TargetSettings(
                info.backend(), info.options().biasCorrect(), info.options().threads());
    }

    private SampleScores scores(int values) {
        SampleScores scores = info.sampleScores(Needs.TARGET);
        if (values != scores.samples()) {
            throw new BadInputException("a target must have a value for each sample: found " + values + " values and "
                    + scores.samples() + " samples");
        }
        return scores;
    }
}
