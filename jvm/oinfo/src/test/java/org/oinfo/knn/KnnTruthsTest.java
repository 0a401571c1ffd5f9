package org.oinfo.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.Measures;
import org.oinfo.estimate.options.KnnScale;

/** Distributions whose information is known in closed form. */
class KnnTruthsTest {
    @ParameterizedTest
    @CsvSource({"SCORES", "STANDARD", "NONE"})
    void gaussian(KnnScale scale) {
        // -1/2 ln|R| and so on, r = .5, .3, .2.
        ScoredNplet mean = mean(scale, 24, 1000);
        assertThat(mean.tc()).isCloseTo(.1928, within(.02));
        assertThat(mean.dtc()).isCloseTo(.1743, within(.02));
        assertThat(mean.o()).isCloseTo(.0186, within(.02));
    }

    private static ScoredNplet mean(KnnScale scale, int draws, int samples) {
        double[] sum = new double[4];
        for (int draw = 0; draw < draws; draw++) {
            ScoredNplet found =
                    Clouds.triplet(Clouds.gaussian(samples, .5, .3, .2, new Random(1000 + 7919 * draw)), scale);
            double[] values = {found.tc(), found.dtc(), found.o(), found.s()};
            for (int i = 0; i < 4; i++) {
                sum[i] += values[i] / draws;
            }
        }
        return new ScoredNplet(new int[] {0, 1, 2}, new Measures(sum[0], sum[1], sum[2], sum[3]));
    }

    /** The copula says 0; biased towards it, less and less with T. The values were recorded by another program. */
    @ParameterizedTest
    @CsvSource({"1000,-.517", "1500,-.536", "5000,-.590", "20000,-.626"})
    void dependenceThatIsNotMonotone(int samples, double recorded) {
        ScoredNplet found = Clouds.triplet(Clouds.signs(samples, new Random(samples)), KnnScale.SCORES);
        assertThat(found.o()).isCloseTo(recorded, within(.05)).isGreaterThan(-Math.log(2));
        assertThat(found.tc()).isGreaterThan(.4).isLessThan(Math.log(2) + .05);
        assertThat(found.dtc()).isGreaterThan(.9).isLessThan(2 * Math.log(2) + .05);
    }

    @Test
    void uniformNoiseHasTheInformationOfItsWidth() {
        // v = u + w: I = h(v) - h(w); v is a trapezoid of heights 1/max(1, width): h(v) = ln 1 + width/2 for width <=
        // 1.
        double width = .5;
        double truth = width / 2 - Math.log(width);
        OInformation info =
                OInformation.ofSamples(Clouds.uniformNoise(4000, width, new Random(3)), Clouds.options(KnnScale.NONE));
        assertThat(info.measures(new int[] {0, 1}).getFirst().tc()).isCloseTo(truth, within(.04));
        // A column that is independent of both widens the radius: the edges of the noise blur.
        assertThat(info.measures(new int[] {0, 1, 2}).getFirst().tc()).isCloseTo(truth, within(.12));
    }

    @Test
    void aConstantColumnAddsNothing() {
        double[][] x = Clouds.gaussian(300, .5, .3, .2, new Random(1));
        double[][] wider = new double[300][];
        for (int t = 0; t < 300; t++) {
            wider[t] = new double[] {x[t][0], x[t][1], x[t][2], 7};
        }
        ScoredNplet expected = Clouds.triplet(x, KnnScale.SCORES);
        ScoredNplet found = OInformation.ofSamples(wider, Clouds.options(KnnScale.SCORES))
                .measures(new int[] {0, 1, 2, 3})
                .getFirst();
        assertThat(found.o()).isEqualTo(expected.o());
        assertThat(found.s()).isEqualTo(expected.s());
    }
}
