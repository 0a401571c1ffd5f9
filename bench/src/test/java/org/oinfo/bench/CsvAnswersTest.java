package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library and its peer read the last row that was written. */
class CsvAnswersTest {
    @ParameterizedTest
    @EnumSource
    void bothReadTheLastRow(CsvBenchmark.Digits digits) throws IOException {
        CsvBenchmark.Table table = new CsvBenchmark.Table();
        table.digits = digits;
        table.write();
        try {
            List<String> lines = Files.readAllLines(table.file);
            String[] last = lines.getLast().split(",", -1);
            double[] expected = new double[last.length];
            for (int i = 0; i < last.length; i++) {
                expected[i] = Double.parseDouble(last[i]);
            }
            CsvBenchmark.Counter counter = new CsvBenchmark.Counter();
            assertThat(new CsvBenchmark().oinfo(table, counter)).containsExactly(expected);
            assertThat(new CsvBenchmark().fastcsv(table, counter)).containsExactly(expected);
            assertThat(counter.megabytes).isEqualTo(2 * table.megabytes);
            assertThat(table.megabytes).isBetween(25.0, 40.0);
        } finally {
            table.delete();
        }
    }
}
