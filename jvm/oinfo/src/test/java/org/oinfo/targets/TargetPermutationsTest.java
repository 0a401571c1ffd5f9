package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
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

    /** The first one is cut short, and the second one, on another thread, was finished before that. */
    @Test
    void aPermutationThatWasCutShortIsNoneOfThoseThatWereScanned() {
        TargetSources sources = ContinuousTarget.model(
                Systems.scores(Systems.mixed(40, 4, 5), Estimator.GAUSSIAN),
                ContinuousTarget.scores(
                        Arrays.stream(Systems.mixed(40, 1, 6))
                                .mapToDouble(row -> row[0])
                                .toArray(),
                        EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN)),
                2,
                Systems.settings(false));
        List<int[]> drawn = new ArrayList<>();
        permutations(
                order -> {
                    drawn.add(order);
                    return sources;
                },
                1,
                Monitor.NONE);
        CountDownLatch another = new CountDownLatch(1);
        TargetPermutations found = permutations(
                order -> {
                    if (Arrays.equals(order, drawn.getFirst())) {
                        await(another);
                    }
                    return sources;
                },
                2,
                progress -> {
                    if (progress.done() > 0) {
                        another.countDown();
                    }
                    return progress.done() == 0;
                });
        assertThat(found.permutations()).isEqualTo(1);
        assertThat(found.partial()).isTrue();
        assertThat(found.lowest(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(found.highest(0)).isEqualTo(1);
    }

    private static TargetPermutations permutations(
            Function<int[], TargetSources> permuted, int threads, Monitor monitor) {
        return TargetPermutations.of(permuted, 40, 2, TargetMeasure.I, 19, 1, threads, monitor);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
