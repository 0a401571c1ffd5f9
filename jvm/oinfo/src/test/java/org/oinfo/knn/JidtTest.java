package org.oinfo.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnOptions;
import org.oinfo.estimate.options.KnnScale;

/**
 * The same data as JIDT saw (Lizier 2014, doi 10.3389/frobt.2014.00011; github.com/jlizier/jidt at commit d773508c of 2025-04-01), values as it printed them: {@code
 * MultiInfoCalculatorKraskov1}, {@code DualTotalCorrelationCalculatorKraskov}, {@code OInfoCalculatorKraskov} and {@code
 * SInfoCalculatorKraskov} with the properties NORMALISE true, NOISE_LEVEL_TO_ADD 0, k as below, NUM_THREADS 1; {@code initialise},
 * {@code setObservations}, {@code computeAverageLocalOfObservations} on the clouds below, whose Random is that of Java.
 */
class JidtTest {
    @ParameterizedTest
    @CsvSource({
        "gaussian,4,0.20861267573685716,0.20407702480463472,0.004535650932220341,0.41268970054149",
        "signs,4,0.5466833564867226,1.0374010683059554,-0.4907177118192301,1.5840844247926824",
        "uniformNoise,4,0.8794187709275167,0.8799075195551376,-4.887486276295671E-4,1.7593262904826465",
        "five,4,0.5883818025129699,0.6373919533174655,-0.04901015080447834,1.2257737558304533",
        "gaussian,10,0.17391231603867752,0.1454699111543823,0.028442404884292026,0.3193822271930566",
        "signs,10,0.4224407028616497,0.8342494639713447,-0.41180876110969106,1.2566901668329986",
        "uniformNoise,10,0.7826266340505672,0.7746750275141528,0.00795160653640786,1.5573016615647115",
        "five,10,0.4871219862246292,0.528788452420149,-0.04166646619553081,1.0159104386447675"
    })
    void measuresAreThoseOfJidt(String cloud, int neighbours, double tc, double dtc, double o, double s) {
        double[][] x = cloud(cloud);
        OInformationOptions options = OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults()
                        .withEstimator(Estimator.KNN)
                        .withKnn(new KnnOptions(neighbours, KnnScale.STANDARD)));
        ScoredNplet found = OInformation.ofSamples(x, options)
                .measures(IntStream.range(0, x[0].length).toArray())
                .getFirst();
        assertThat(found.tc()).isCloseTo(tc, within(1e-10));
        assertThat(found.dtc()).isCloseTo(dtc, within(1e-10));
        assertThat(found.o()).isCloseTo(o, within(1e-10));
        assertThat(found.s()).isCloseTo(s, within(1e-10));
    }

    private static double[][] cloud(String name) {
        return switch (name) {
            case "gaussian" -> Clouds.gaussian(300, .5, .3, .2, new Random(1));
            case "signs" -> Clouds.signs(500, new Random(2));
            case "uniformNoise" -> Clouds.uniformNoise(400, .5, new Random(3));
            case "five" -> {
                double[][] a = Clouds.gaussian(250, .8, -.3, .1, new Random(4));
                double[][] b = Clouds.signs(250, new Random(5));
                yield IntStream.range(0, a.length)
                        .mapToObj(t -> new double[] {a[t][0], a[t][1], 100 * a[t][2], b[t][0], b[t][1]})
                        .toArray(double[][]::new);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }
}
