package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.oinfo.bench.peers.BlasCorrelation;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.statistics.interval.IntervalMethod;
import org.oinfo.statistics.interval.MeasureInterval;

/** The answer of the bootstrap benchmark: the ends of 39 resamples, written out, ranked and scored by Commons Math. */
class BootstrapAnswerTest {
    @Test
    void intervalsEndAtTheExtremesOfThirtyNineResamples() {
        BootstrapBenchmark.Data data = new BootstrapBenchmark.Data();
        data.samples = "120x8";
        data.resamples = 39;
        data.interval = IntervalMethod.PERCENTILE;
        data.draw();
        int[] nplet = data.nplets.get(7);
        List<Double> omegas = new ArrayList<>();
        for (int b = 0; b < 39; b++) {
            omegas.add(Definition.measures(resample(data, b), nplet)[2]);
        }
        MeasureInterval found =
                new BootstrapBenchmark().intervals(data).nplets().get(7).o();
        assertThat(found.low()).isCloseTo(Collections.min(omegas), within(1e-11));
        assertThat(found.high()).isCloseTo(Collections.max(omegas), within(1e-11));
    }

    private static CorrelationMatrix resample(BootstrapBenchmark.Data data, int number) {
        UniformRandomProvider random = RandomStreams.of(1, number);
        double[] rows = new double[data.x.length];
        for (int t = 0; t < data.rows; t++) {
            System.arraycopy(
                    data.x, random.nextInt(data.rows) * data.variables, rows, t * data.variables, data.variables);
        }
        double[] r = new BlasCorrelation(data.rows, data.variables, "java").copula(rows);
        for (int i = 0; i < data.variables; i++) {
            r[i * data.variables + i] = 1;
            for (int j = 0; j < i; j++) {
                r[j * data.variables + i] = r[i * data.variables + j];
            }
        }
        return CorrelationMatrix.wrap(data.variables, r);
    }
}
