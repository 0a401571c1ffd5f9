package org.oinfo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.data.options.ReadOptions;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many megabytes a second of a mapped .npy of doubles are checked, and read in blocks, beside adding up the same bytes?
 *
 * <p>80 MB of 100 columns, more than any cache, in the page cache of the system; one thread.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1)
public class NpyBenchmark {
    private static final long SEED = 79;
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 100;
    private static final int BLOCK = 256;

    /** The file, and its samples. */
    @State(Scope.Thread)
    public static class Array {
        Path file = Path.of("");
        /** Without any before the file is written. */
        Samples samples = ArraySamples.of(new double[3][2]);

        double megabytes;

        /** Writes and opens it. */
        @Setup
        public void write() throws IOException {
            Random random = new Random(SEED);
            file = Files.createTempFile("oinfo-bench-", ".npy");
            double[] row = new double[COLUMNS];
            try (NpyWriter writer = NpyWriter.open(file, NpyWriter.Type.F8, ROWS, COLUMNS)) {
                for (int t = 0; t < ROWS; t++) {
                    for (int n = 0; n < COLUMNS; n++) {
                        row[n] = random.nextGaussian();
                    }
                    writer.write(row, COLUMNS);
                }
                writer.commit();
            }
            megabytes = Files.size(file) / 1e6;
            samples = open(file);
        }

        /** Closes and deletes it. */
        @TearDown
        public void delete() throws IOException {
            samples.close();
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

    private static Samples open(Path file) {
        return DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream());
    }

    /** The library: the file mapped, and every value looked at. */
    @Benchmark
    public double[] open(Array array, Counter counter) {
        counter.megabytes += array.megabytes;
        try (Samples samples = open(array.file)) {
            double[] last = new double[COLUMNS];
            samples.read(samples.samples() - 1, 1, 0, COLUMNS, last);
            return last;
        }
    }

    /** The library: every value of open samples read, in blocks as an estimator reads them. */
    @Benchmark
    public double oinfo(Array array, Counter counter) {
        counter.megabytes += array.megabytes;
        double[] block = new double[BLOCK * COLUMNS];
        double last = 0;
        for (int row = 0; row < ROWS; row += BLOCK) {
            int rows = Math.min(BLOCK, ROWS - row);
            array.samples.read(row, rows, 0, COLUMNS, block);
            last = block[rows * COLUMNS - 1];
        }
        return last;
    }

    /** A loop that adds up the same bytes, mapped. */
    @Benchmark
    public double sum(Array array, Counter counter) throws IOException {
        counter.megabytes += array.megabytes;
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(array.file, StandardOpenOption.READ)) {
            long values = (long) ROWS * COLUMNS;
            MemorySegment file = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            MemorySegment numbers = file.asSlice(file.byteSize() - values * Double.BYTES);
            double sum = 0;
            for (long i = 0; i < values; i++) {
                sum += numbers.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, i * Double.BYTES);
            }
            return sum;
        }
    }
}
