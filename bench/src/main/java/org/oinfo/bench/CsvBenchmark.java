package org.oinfo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.oinfo.bench.peers.CsvLoop;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many megabytes a second of a table in text become samples, on one thread, the checksum of the file included?
 *
 * <p>About 30 MB of 100 columns, more than any cache, in the page cache of the system. What fields look like decides the rate:
 * 4 decimals as in published tables, the shortest text of a double as pandas and R write it, 19 digits and an exponent as
 * {@code numpy.savetxt} does.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1)
public class CsvBenchmark {
    private static final long SEED = 78;
    private static final int COLUMNS = 100;

    /** How numbers are written. */
    public enum Digits {
        /** 4 decimals. */
        FOUR(40_000) {
            @Override
            String text(double value) {
                return String.format(Locale.ROOT, "%.4f", value);
            }
        },
        /** As few as give the same double again. */
        SHORTEST(16_000) {
            @Override
            String text(double value) {
                return Double.toString(value);
            }
        },
        /** One before the point and 18 behind it. */
        SAVETXT(12_000) {
            @Override
            String text(double value) {
                return String.format(Locale.ROOT, "%.18e", value);
            }
        };

        private final int rows;

        Digits(int rows) {
            this.rows = rows;
        }

        abstract String text(double value);
    }

    /** The file. */
    @State(Scope.Thread)
    public static class Table {
        /** How its numbers are written. */
        @Param({"FOUR", "SHORTEST", "SAVETXT"})
        public Digits digits = Digits.FOUR;

        Path file = Path.of("");
        double megabytes;

        /** Writes it. */
        @Setup
        public void write() throws IOException {
            Random random = new Random(SEED);
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < digits.rows; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    text.append(digits.text(random.nextGaussian())).append(column == COLUMNS - 1 ? '\n' : ',');
                }
            }
            file = Files.createTempFile("oinfo-bench-", ".csv");
            Files.writeString(file, text, StandardCharsets.US_ASCII);
            megabytes = Files.size(file) / 1e6;
        }

        /** Deletes it. */
        @TearDown
        public void delete() throws IOException {
            Files.delete(file);
        }
    }

    /** Megabytes read. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        /** The sum over all reads. */
        public double megabytes;
    }

    /** The library: samples, to be read in blocks. */
    @Benchmark
    public double[] oinfo(Table table, Counter counter) {
        counter.megabytes += table.megabytes;
        try (Samples samples =
                DataFiles.open(table.file.toString(), ReadOptions.defaults(), InputStream.nullInputStream())) {
            double[] last = new double[COLUMNS];
            samples.read(samples.samples() - 1, 1, 0, COLUMNS, last);
            return last;
        }
    }

    /** fastcsv and fastdoubleparser, which keep the last row only. */
    @Benchmark
    public double[] fastcsv(Table table, Counter counter) throws IOException {
        counter.megabytes += table.megabytes;
        return CsvLoop.lastRow(table.file, COLUMNS);
    }
}
