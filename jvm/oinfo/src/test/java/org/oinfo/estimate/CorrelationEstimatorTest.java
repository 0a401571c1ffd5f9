package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;

/** Properties of every estimator, and the known values of the fixture. */
class CorrelationEstimatorTest {
    private static final EstimateOptions COPULA = EstimateOptions.defaults().withThreads(2);
    private static final EstimateOptions GAUSSIAN = COPULA.withEstimator(Estimator.GAUSSIAN);

    @Test
    void fixtureIsTheDocumentedOne() {
        assertThat(new TableSamples.Lcg().normals(6))
                .containsExactly(
                        -.650480605661869,
                        1.7978093922138214,
                        -.850146971642971,
                        .4308444708585739,
                        -.16376454383134842,
                        -1.9709014296531677);
    }

    @ParameterizedTest
    @CsvSource({
        "'0,1,2',       1.9920420255, 1.9810663313, 3.1476455439, 3.1366512628, -1.1556035184, -1.1555849315",
        "'3,4,5',       2.4287924892, 2.4178167950, 1.6083823025, 1.5973880214,  0.8204101867,  0.8204287736",
        "'0,1,2,3',     2.0036482729, 1.9816595207, 3.1623079940, 3.1402445139, -1.1586597210, -1.1585849932",
        "'0,1,2,3,4,5', 4.4394576001, 4.3842974562, 4.7645897190, 4.7090520801, -0.3251321188, -0.3247546239"
    })
    void copulaMeasuresOfTheFixtureInBits(
            String list, double tc, double tcLessBias, double dtc, double dtcLessBias, double o, double oLessBias) {
        int[] nplet = Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(TableSamples.fixture(), COPULA);

        double[] raw = Oracle.measures(estimate, nplet);
        BiasCorrection bias = new BiasCorrection(nplet.length, estimate.samples());
        double bit = Math.log(2);

        assertThat(raw[0] / bit).isCloseTo(tc, within(6e-11));
        assertThat(raw[1] / bit).isCloseTo(dtc, within(6e-11));
        assertThat(raw[2] / bit).isCloseTo(o, within(6e-11));
        assertThat((raw[0] - bias.tc()) / bit).isCloseTo(tcLessBias, within(6e-11));
        assertThat((raw[1] - bias.dtc()) / bit).isCloseTo(dtcLessBias, within(6e-11));
        assertThat((raw[2] - bias.o()) / bit).isCloseTo(oLessBias, within(6e-11));
    }

    /** Reference values: numpy.corrcoef of the values, and of scipy's norm.ppf(rankdata / 201). */
    @Test
    void correlationsOfTheFixture() {
        assertUpperTriangle(
                CorrelationEstimator.fromSamples(TableSamples.fixture(), COPULA),
                -0.06289774829338353,
                0.6673200323100169,
                -0.06617077044729956,
                -0.07457948998750932,
                -0.02411688119050307,
                0.6575242141395596,
                -0.04131005667910734,
                -0.037041098707031477,
                -0.032673668569696966,
                -0.1006496769713694,
                -0.10151044084713855,
                -0.06402945067043622,
                0.8944918488088521,
                0.9092638194536617,
                0.8249737213925175);
        assertUpperTriangle(
                CorrelationEstimator.fromSamples(TableSamples.fixture(), GAUSSIAN),
                -0.050772003669641574,
                0.6719688022633467,
                -0.05588121142902817,
                -0.07503675520509487,
                -0.026905163556937693,
                0.6731900340214719,
                -0.030476865786658553,
                -0.03345970132743034,
                -0.026703436695495637,
                -0.06791992364769782,
                -0.08497926353781354,
                -0.04731780304368274,
                0.9042325464873637,
                0.912742980901951,
                0.8338156314833459);
    }

    private static void assertUpperTriangle(CorrelationEstimate estimate, double... expected) {
        int at = 0;
        for (int i = 0; i < 6; i++) {
            assertThat(estimate.matrix().get(i, i)).isEqualTo(1);
            for (int j = i + 1; j < 6; j++) {
                assertThat(estimate.matrix().get(i, j)).as("r[%d][%d]", i, j).isCloseTo(expected[at++], within(2e-15));
            }
        }
        assertThat(estimate.samples()).isEqualTo(200);
        assertThat(estimate.tiedValues()).isZero();
        assertThat(estimate.shrinkageIntensity()).isNaN();
        assertThat(estimate.dead()).isEmpty();
        assertThat(estimate.collinear()).isEmpty();
    }

    static Stream<Arguments> everyOption() {
        return Stream.of(
                Arguments.of(COPULA, 613, 37),
                Arguments.of(COPULA.withTies(Ties.RANDOM), 613, 37),
                Arguments.of(COPULA.withTies(Ties.ORDINAL), 258, 150),
                Arguments.of(COPULA.withShrinkage(Shrinkage.LEDOIT_WOLF), 300, 41),
                Arguments.of(GAUSSIAN, 1000, 64),
                Arguments.of(GAUSSIAN.withShrinkage(Shrinkage.OAS), 97, 600),
                Arguments.of(GAUSSIAN.withShrinkage(Shrinkage.LEDOIT_WOLF), 257, 3));
    }

    @ParameterizedTest
    @MethodSource("everyOption")
    void threadsChangeNoBit(EstimateOptions options, int samples, int variables) {
        double[][] x = TableSamples.normals(samples, variables, new Random(7));
        for (double[] row : x) {
            row[1] = Math.max(0, row[1]);
            row[2] = Math.rint(row[2] + row[0]);
        }
        TableSamples data = TableSamples.of(x);
        CorrelationEstimate one = CorrelationEstimator.fromSamples(data, options.withThreads(1));
        for (int threads : new int[] {2, 7}) {
            CorrelationEstimate several = CorrelationEstimator.fromSamples(data, options.withThreads(threads));
            assertThat(Arrays.equals(several.matrix().array(), one.matrix().array()))
                    .as("%d threads", threads)
                    .isTrue();
            assertThat(Double.compare(several.shrinkageIntensity(), one.shrinkageIntensity()))
                    .isZero();
            assertThat(several.tiedValues()).isEqualTo(one.tiedValues());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void aCorrelationDependsOnItsTwoVariablesOnly(Estimator estimator) {
        TableSamples data = TableSamples.of(TableSamples.normals(150, 90, new Random(3)));
        EstimateOptions options = COPULA.withEstimator(estimator);
        CorrelationEstimate all = CorrelationEstimator.fromSamples(data, options);
        CorrelationEstimate pair = CorrelationEstimator.fromSamples(data.select(17, 88), options);
        assertThat(pair.matrix().get(0, 1)).isEqualTo(all.matrix().get(17, 88));
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void constantVariablesAreLeftOut(Estimator estimator) {
        double[] up = {1, 2, 3, 4, 5};
        double[] bent = {2, 1, 4, 3, 5};
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1};
        double[] zeros = {0.0, -0.0, 0.0, -0.0, 0.0};
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(
                TableSamples.ofColumns(constant, up, zeros, bent), COPULA.withEstimator(estimator));
        assertThat(estimate.variables()).containsExactly(1, 3);
        assertThat(estimate.dead()).containsExactly(0, 2);
        assertThat(estimate.tiedValues()).isZero();
        assertThat(estimate.matrix().variables()).isEqualTo(2);
        double expected = estimator == Estimator.GAUSSIAN
                ? 0.8
                : Oracle.correlation(Oracle.normalScores(up), Oracle.normalScores(bent));
        assertThat(estimate.matrix().get(0, 1)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void fewerThanTwoVaryingVariablesAreRefused(Estimator estimator) {
        EstimateOptions options = COPULA.withEstimator(estimator);
        TableSamples one = TableSamples.ofColumns(new double[] {4, 4, 4}, new double[] {1, 2, 3})
                .named("hip", "knee");
        assertThatThrownBy(() -> CorrelationEstimator.fromSamples(one, options))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 2 variables must vary: found 1 of 2 in table; constant: column 0 \"hip\";"
                        + " give data with more variables that change");
        assertThatThrownBy(() -> CorrelationEstimator.fromSamples(TableSamples.of(new double[1][7]), options))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 2 variables must vary: found 0 of 7 in table; constant: column 0, column 1,"
                        + " column 2, column 3, column 4 and 2 more; give data with more variables that change");
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void duplicatesAndMirrorImagesAreExactAndListed(Estimator estimator) {
        double[][] x = TableSamples.normals(333, 5, new Random(11));
        for (double[] row : x) {
            row[0] = 0.25;
            row[3] = row[1];
            row[4] = -row[2];
        }
        CorrelationEstimate estimate =
                CorrelationEstimator.fromSamples(TableSamples.of(x), COPULA.withEstimator(estimator));
        assertThat(estimate.collinear()).containsExactly(new Collinear(1, 3, 1), new Collinear(2, 4, -1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Estimator.class,
            names = {"COPULA", "GAUSSIAN"})
    void anEstimateThatIsStoppedAnywhereIsNone(Estimator estimator) {
        EstimateOptions options = COPULA.withEstimator(estimator).withThreads(2);
        AtomicLong asked = new AtomicLong();
        CorrelationEstimator.fromSamples(TableSamples.fixture(), options, progress -> {
            assertThat(progress.order()).isZero();
            return asked.incrementAndGet() > 0;
        });
        assertThat(asked).hasValueGreaterThan(10);
        for (long last : new long[] {0, 1, asked.get() / 2, asked.get() - 10}) {
            AtomicLong answers = new AtomicLong();
            assertThatThrownBy(() -> CorrelationEstimator.fromSamples(
                            TableSamples.fixture(), options, progress -> answers.incrementAndGet() <= last))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anEstimateThatIsInterruptedIsNoneAndTheFlagStays(int threads) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> CorrelationEstimator.fromSamples(TableSamples.fixture(), COPULA.withThreads(threads)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
