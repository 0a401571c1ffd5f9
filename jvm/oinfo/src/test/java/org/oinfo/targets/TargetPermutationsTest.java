package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;

class TargetPermutationsTest {
    /** Three sources that determine each other: their only triplet is singular whatever the target. */
    @ParameterizedTest
    @EnumSource(TargetMeasure.class)
    void aPermutationWithoutAnySoundNpletIsAsExtremeAsAnything(TargetMeasure measure) {
        double[][] x = Systems.mixed(40, 3, 5);
        double[] target = new double[40];
        for (int t = 0; t < 40; t++) {
            x[t][2] = x[t][0] + x[t][1];
            target[t] = x[t][0] * x[t][1];
        }
        EstimateOptions gaussian = EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN);
        TargetSources sources = ContinuousTarget.model(
                Systems.scores(x, Estimator.GAUSSIAN),
                ContinuousTarget.scores(target, gaussian),
                3,
                Systems.settings(false));
        TargetPermutations found = TargetPermutations.of(order -> sources, 40, 3, measure, 19, 1, 2, Monitor.NONE);
        for (double value : new double[] {-1, 1}) {
            assertThat(found.lowest(value)).isEqualTo(1);
            assertThat(found.highest(value)).isEqualTo(1);
        }
    }
}
