package org.oinfo.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.DiscreteOptions;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.parallel.Monitor;

/** Entropies by the formula of Chao and Shen. */
class ChaoShenTest {
    private static OInformationOptions options(Entropy entropy) {
        OInformationOptions discrete = Tables.discrete();
        return discrete.withEstimate(
                discrete.estimate().withDiscrete(DiscreteOptions.defaults().withEntropy(entropy)));
    }

    /** The formula as it is written. */
    private static double entropy(int... counts) {
        int samples = Arrays.stream(counts).sum();
        long once = Math.min(Arrays.stream(counts).filter(c -> c == 1).count(), samples - 1);
        double coverage = 1 - (double) once / samples;
        double h = 0;
        for (int c : counts) {
            double q = coverage * c / samples;
            h -= q * Math.log(q) / (1 - Math.pow(1 - q, samples));
        }
        return h;
    }

    private static double entropy(double[][] x, int... variables) {
        Map<String, Integer> counts = new HashMap<>();
        for (double[] row : x) {
            double[] state = Arrays.stream(variables).mapToDouble(v -> row[v]).toArray();
            counts.merge(Arrays.toString(state), 1, Integer::sum);
        }
        return entropy(counts.values().stream().mapToInt(c -> c).toArray());
    }

    /** Counts and their entropy in nats, with 30 digits from the formula. */
    @ParameterizedTest
    @CsvSource({
        "'4,2,1,1', 1.578373307019348777",
        "'8', 0",
        "'5,5', 0.693824743786299117",
        "'1,1,1,1,1', 3.486890381894244422",
        "'4,2,3,2,4,2,1,1', 2.201137101279584811",
        "'1000,1', 0.012907426819206624"
    })
    void ofCounts(String counts, double nats) {
        int[] all = Arrays.stream(counts.split(",")).mapToInt(Integer::parseInt).toArray();
        int samples = Arrays.stream(all).sum();
        Coverage coverage = new Coverage(samples, 40);
        for (int turn = 0; turn < 2; turn++) {
            Arrays.stream(all).forEach(c -> coverage.add(c, 1));
            double found = Math.scalb((double) coverage.content(), -40) / samples * Math.log(2);
            assertThat(found).isCloseTo(nats, within(1e-11));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,20", "2,65", "3,300", "4,2000"})
    void measuresAreThoseOfTheFormula(long seed, int samples) {
        double[][] x = Tables.random(samples, new int[] {2, 3, 40, 5}, new Random(seed));
        OInformation info = OInformation.ofSamples(x, options(Entropy.CHAO_SHEN));
        ScanResult scan = info.scan(3, Monitor.NONE);
        for (int[] n : new int[][] {{0, 1, 2}, {0, 1, 3}, {1, 2, 3}, {0, 2, 3}}) {
            ScoredNplet found = info.measures(n).getFirst();
            double joint = entropy(x, n);
            double alone = entropy(x, n[0]) + entropy(x, n[1]) + entropy(x, n[2]);
            double without = entropy(x, n[1], n[2]) + entropy(x, n[0], n[2]) + entropy(x, n[0], n[1]);
            assertThat(found.tc()).as("seed=%d", seed).isCloseTo(alone - joint, within(1e-11));
            assertThat(found.dtc()).as("seed=%d", seed).isCloseTo(without - 2 * joint, within(1e-11));
            assertThat(scan.smallest()).anySatisfy(one -> assertThat(one).isEqualTo(found));
        }
    }

    @Test
    void itHasLessBiasThanCountingAlone() {
        // Three independent columns of 4 values: TC is 0. Over 200 draws of another program counting has .152 and this
        // -.038,
        // with standard deviations of .029 and .039.
        Random random = new Random(9);
        double counted = 0;
        double covered = 0;
        for (int draw = 0; draw < 40; draw++) {
            double[][] x = new double[200][];
            Arrays.setAll(x, t -> random.ints(3, 0, 4).asDoubleStream().toArray());
            counted += tc(x, Entropy.PLUG_IN) / 40;
            covered += tc(x, Entropy.CHAO_SHEN) / 40;
        }
        assertThat(counted).isCloseTo(.152, within(.02));
        assertThat(covered).isCloseTo(-.038, within(.025));
    }

    private static double tc(double[][] x, Entropy entropy) {
        return OInformation.ofSamples(x, options(entropy))
                .measures(new int[] {0, 1, 2})
                .getFirst()
                .tc();
    }
}
