package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;

/** Data and runs that tests of targets share. */
public final class Systems {
    private Systems() {}

    public static TargetSettings settings(boolean biasCorrect) {
        return new TargetSettings(Backends.open(Backends.AUTO), biasCorrect, 2);
    }

    /** Samples [T][N] of variables mixed at random, then bent: neither Gaussian nor independent. */
    public static double[][] mixed(int samples, int variables, long seed) {
        Random random = new Random(seed);
        double[][] mix = new double[variables][variables];
        for (double[] row : mix) {
            for (int j = 0; j < variables; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] x = new double[samples][variables];
        for (double[] row : x) {
            double[] z = random.doubles(variables).map(u -> u - 0.5).toArray();
            for (int i = 0; i < variables; i++) {
                double sum = 2 * z[i];
                for (int j = 0; j < variables; j++) {
                    sum += mix[i][j] * z[j];
                }
                row[i] = sum + 0.1 * sum * sum;
            }
        }
        return x;
    }

    public static SampleScores scores(double[][] samples, Estimator estimator) {
        return SampleScores.of(
                ArraySamples.of(samples), EstimateOptions.defaults().withEstimator(estimator));
    }

    /** Every n-plet of an order that is not singular, in lexicographic order. */
    public static List<TargetNplet> all(TargetSources model, int order) {
        SourceScan scan = model.scan(order, 1_000_000, TargetMeasure.DOMEGA);
        scan.run(2, Monitor.NONE);
        return scan.lowest().stream()
                .sorted(Comparator.comparing(TargetNplet::sources, Systems::compare))
                .toList();
    }

    private static int compare(int[] a, int[] b) {
        return Arrays.compare(a, b);
    }

    static double[][] pick(SampleScores scores, int[] variables) {
        return scores.columns(variables);
    }

    static double[][] columns(double[][] all, int... chosen) {
        return IntStream.of(chosen).mapToObj(i -> all[i]).toArray(double[][]::new);
    }

    /** All values but Omega. */
    public static void assertClose(TargetNplet found, TargetNplet expected, double tolerance) {
        assertThat(found.sources()).containsExactly(expected.sources());
        double[] a = values(found);
        double[] b = values(expected);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).as("value %d of %s", i, expected).isEqualTo(b[i], Offset.offset(tolerance));
        }
    }

    public static double[] values(TargetNplet nplet) {
        return Stream.of(
                        nplet.i(),
                        nplet.domega(),
                        nplet.rsi(),
                        nplet.redMmi(),
                        nplet.synMmi(),
                        nplet.redundancyDegree(),
                        nplet.vulnerabilityDegree())
                .mapToDouble(value -> value)
                .toArray();
    }
}
