package org.oinfo.targets.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.Systems;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetPermutations;

/** What docs/estimators.md and docs/statistics.md record of targets. */
@Tag("slow")
class MixtureRatesTest {
    /** Shifts of two classes: means over draws of the value in the sample and held out, beside the truth. */
    @ParameterizedTest
    @CsvSource({"1, .2013", "2, .5001", "4, .6865"})
    void shifts(double d, double exact) {
        for (Estimator estimator : new Estimator[] {Estimator.GAUSSIAN, Estimator.COPULA}) {
            for (int samples : new int[] {100, 300, 1000, 10_000}) {
                int draws = 100;
                double in = 0;
                double out = 0;
                double screen = 0;
                for (int draw = 0; draw < draws; draw++) {
                    double[][] x = ClassMixtureTest.shifted(samples, d, 1000 + draw);
                    ClassMixture model = ClassMixtureTest.mixture(x, ClassMixtureTest.parity(samples), estimator, 2);
                    TargetNplet pair = Systems.all(model, 2).getFirst();
                    in += pair.i() / draws;
                    out += pair.heldOut() / draws;
                    screen += Systems.all(model.screen(2), 2).getFirst().i() / draws;
                }
                System.out.printf(
                        "shift %s, %s, T = %d: truth %.4f, i %.4f, held out %.4f, class model %.4f%n",
                        d, estimator.text(), samples, exact, in, out, screen);
                if (estimator == Estimator.GAUSSIAN) {
                    double error = 3 * 0.52 / Math.sqrt((double) samples * draws);
                    assertThat(in).isBetween(exact - error, exact + error + 5.0 / samples);
                    assertThat(out).isBetween(exact - error - 8.0 / samples, exact + error);
                } else {
                    assertThat(in).isBetween(exact - 0.04, exact + 5.0 / samples + 0.02);
                }
            }
        }
    }

    /** Twelve independent sources and a label by turns: how often some triplet is significant at 0.05, for each measure. */
    @ParameterizedTest
    @CsvSource({"DOMEGA", "I", "RSI"})
    void levelOfPermutations(TargetMeasure measure) {
        int samples = 60;
        int sets = 200;
        int low = 0;
        int high = 0;
        for (int set = 0; set < sets; set++) {
            Random random = new Random(5000 + set);
            double[][] x = new double[samples][8];
            for (double[] row : x) {
                double common = random.nextGaussian();
                for (int i = 0; i < row.length; i++) {
                    row[i] = common + random.nextGaussian();
                }
            }
            int[] labels = IntStream.range(0, samples).map(t -> t % 3).toArray();
            SourceScan scan =
                    ClassMixtureTest.mixture(x, labels, Estimator.COPULA, 3).scan(3, 1, measure);
            scan.run(2, Monitor.NONE);
            TargetPermutations permuted = MixtureScanTest.permutations(x, labels, 3, measure, 39, set);
            low += permuted.lowest(scan.lowest().getFirst().value(measure)) <= 0.05 ? 1 : 0;
            high += permuted.highest(scan.highest().getFirst().value(measure)) <= 0.05 ? 1 : 0;
        }
        System.out.printf("permutations, %s: %d and %d of %d at .05%n", measure, low, high, sets);
        // The 99.9 % range of a binomial of 200 at 0.05.
        assertThat(low).isBetween(1, 22);
        assertThat(high).isBetween(1, 22);
    }
}
