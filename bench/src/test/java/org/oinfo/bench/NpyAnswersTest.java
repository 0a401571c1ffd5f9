package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The library reads what the loop adds up. */
class NpyAnswersTest {
    @Test
    void blocksHoldWhatTheLoopAddsUp() throws IOException {
        NpyBenchmark.Array array = new NpyBenchmark.Array();
        array.write();
        try {
            int rows = array.samples.samples();
            int columns = array.samples.variables();
            double[] all = new double[rows * columns];
            array.samples.read(0, rows, 0, columns, all);
            double expected = 0;
            for (double value : all) {
                expected += value;
            }
            NpyBenchmark.Counter counter = new NpyBenchmark.Counter();
            NpyBenchmark benchmark = new NpyBenchmark();
            assertThat(benchmark.sum(array, counter)).isCloseTo(expected, within(1e-9));
            assertThat(benchmark.oinfo(array, counter)).isEqualTo(all[all.length - 1]);
            double[] last = benchmark.open(array, counter);
            assertThat(last[columns - 1]).isEqualTo(all[all.length - 1]);
            assertThat(counter.megabytes).isEqualTo(3 * array.megabytes);
        } finally {
            array.delete();
        }
    }
}
