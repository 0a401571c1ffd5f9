package org.oinfo.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;

class DiscreteSamplesTest {
    private static double[][] columns(double[]... columns) {
        double[][] x = new double[columns[0].length][columns.length];
        for (int t = 0; t < x.length; t++) {
            for (int v = 0; v < columns.length; v++) {
                x[t][v] = columns[v][t];
            }
        }
        return x;
    }

    private static double[] ramp(int samples) {
        double[] ramp = new double[samples];
        Arrays.setAll(ramp, t -> t);
        return ramp;
    }

    private static DiscreteSamples binned(int bins, double[]... columns) {
        return DiscreteSamples.of(ArraySamples.of(columns(columns)), bins, 1);
    }

    @Test
    void valuesBecomeSymbolsInAscendingOrder() {
        DiscreteSamples symbols =
                Tables.symbols(columns(new double[] {3.5, -1, 3.5, 1e9}, new double[] {0.0, -0.0, 1, 0}));
        assertThat(symbols.symbols(0)).isEqualTo(3);
        assertThat(symbols.column(0)).containsExactly(1, 0, 1, 2);
        assertThat(symbols.symbols(1)).isEqualTo(2);
        assertThat(symbols.column(1)).containsExactly(0, 0, 1, 0);
        assertThat(symbols.mostSymbols()).isEqualTo(3);
        assertThat(symbols.mostStates(2)).isEqualTo(6);
    }

    @Test
    void constantColumnsAreLeftOutAndColumnsKeepTheirNumbers() {
        double[][] x = columns(
                new double[] {7, 7, 7, 7}, new double[] {0, 1, 0, 1}, new double[] {0, -0.0, 0, 0}, new double[] {
                    0, 0, 1, 1
                });
        DiscreteSamples symbols = Tables.symbols(x);
        assertThat(symbols.live()).containsExactly(1, 3);
        assertThat(symbols.dead()).containsExactly(0, 2);
        OInformation info = OInformation.ofSamples(x, Tables.discrete());
        assertThat(info.variables().dead()).containsExactly(0, 2);
        assertThat(info.scan(2).mostRedundant().getFirst().variables()).containsExactly(1, 3);
        assertThat(info.collinear()).isEmpty();
    }

    @Test
    void fewerThanTwoThatVaryAreRefused() {
        assertThatThrownBy(() -> Tables.symbols(columns(ramp(4), new double[4])))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 2 variables must vary: found 1 of 2 in array; constant: column 1; give data"
                        + " with more variables that change");
    }

    @Test
    void moreThan256ValuesAreRefusedByName() {
        double[][] x = columns(new double[257], ramp(257));
        x[0][0] = 1;
        assertThatThrownBy(() -> Tables.symbols(x))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a discrete variable must have at most 256 different values: column 1 of array has 257; quantise"
                                + " it with EstimateOptions.withBins(n), or leave it out");
        assertThat(Tables.symbols(Arrays.copyOf(x, 256)).symbols(1)).isEqualTo(256);
    }

    @Test
    void binsHoldEquallyManySamples() {
        DiscreteSamples symbols = binned(4, ramp(10), ramp(10));
        assertThat(symbols.column(0)).containsExactly(0, 0, 1, 1, 1, 2, 2, 3, 3, 3);
        assertThat(binned(5, ramp(10), ramp(10)).column(0)).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    }

    @Test
    void tiesStayTogetherAndEmptyBinsAreLeftOut() {
        double[] relu = {0, 0, 0, 0, 0, 0, 0, 5, 1, 3};
        // Middles of three bins: seven zeros at 3.5 of ten, then 7.5, 8.5 and 9.5: bins 1, 2, 2, 2.
        assertThat(binned(3, relu, ramp(10)).column(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
        assertThat(binned(3, relu, ramp(10)).symbols(0)).isEqualTo(2);
    }

    @Test
    void aVariableWithFewValuesKeepsThem() {
        double[] relu = {0, 0, 0, 0, 0, 0, 0, 5, 1, 3};
        assertThat(binned(4, relu, ramp(10)).column(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 17, 256})
    void binsNeverLeaveAVaryingVariableConstant(int bins) {
        long seed = 3;
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            double[] skewed = new double[300];
            double zeros = random.nextDouble();
            for (int t = 1; t < skewed.length; t++) {
                skewed[t] = random.nextDouble() < zeros ? 0 : random.nextGaussian();
            }
            skewed[0] = 1;
            DiscreteSamples symbols = binned(bins, skewed, ramp(300));
            assertThat(symbols.variables()).as("seed=%d trial=%d", seed, trial).isEqualTo(2);
            assertThat(symbols.mostSymbols()).isLessThanOrEqualTo(bins);
        }
    }

    @Test
    void threadsChangeNothing() {
        double[][] x = Tables.random(3000, new int[] {2, 9, 3, 200, 5, 6, 7}, new Random(5));
        DiscreteSamples one = DiscreteSamples.of(ArraySamples.of(x), 20, 1);
        DiscreteSamples many = DiscreteSamples.of(ArraySamples.of(x), 20, 4);
        for (int v = 0; v < 7; v++) {
            assertThat(many.column(v)).isEqualTo(one.column(v));
            assertThat(many.symbols(v)).isEqualTo(one.symbols(v));
        }
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        EstimateOptions discrete = EstimateOptions.defaults().withEstimator(Estimator.DISCRETE);
        assertThatThrownBy(() -> discrete.withShrinkage(Shrinkage.OAS))
                .hasMessage(
                        "shrinkage is for correlations, the discrete estimator has none: shrinkage=OAS; choose another"
                                + " estimator, or no shrinkage");
        assertThatThrownBy(() -> EstimateOptions.defaults().withBins(4))
                .hasMessage("bins are for the discrete estimator: estimator=COPULA, bins=4; choose that first");
        assertThatThrownBy(() -> discrete.withBins(257)).hasMessage("the number of bins must be 2 to 256: bins=257");
        OInformationOptions scalar = Tables.discrete().withBackend("scalar");
        assertThatThrownBy(() -> OInformation.ofSamples(Tables.all(3, 2), scalar))
                .hasMessage(
                        "the discrete estimator counts in plain Java, the backend must be auto: backend=scalar; leave it"
                                + " out");
        assertThatThrownBy(() -> OInformation.ofCovariance(new double[][] {{1, 0}, {0, 1}}, 5, Tables.discrete()))
                .hasMessage(
                        "the discrete estimator counts samples: found a covariance; give the samples, or choose another"
                                + " estimator");
    }

    @Test
    void whatNeedsCorrelationsIsRefused() {
        OInformation info = OInformation.ofSamples(Tables.all(3, 2), Tables.discrete());
        assertThat(info.backendName()).isEqualTo("java");
        assertThat(info.device()).isEqualTo("plain Java");
        assertThat(info.symbols().orElseThrow().variables()).isEqualTo(3);
        assertThatThrownBy(info::estimate)
                .isInstanceOf(BadInputException.class)
                .hasMessage("this needs the estimator copula or gaussian: found discrete; choose another estimator");
        EstimateOptions discrete = Tables.discrete().estimate();
        String message =
                "correlations need the estimator copula or gaussian: found discrete;" + " choose another estimator";
        Samples samples = ArraySamples.of(Tables.all(3, 2));
        assertThatThrownBy(() -> CorrelationEstimator.fromSamples(samples, discrete))
                .hasMessage(message);
        assertThatThrownBy(() -> SampleScores.of(samples, discrete)).hasMessage(message);
    }
}
