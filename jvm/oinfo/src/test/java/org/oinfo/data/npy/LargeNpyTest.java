package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.Samples;
import org.oinfo.data.files.Opened;

class LargeNpyTest {
    @TempDir
    Path folder = Path.of("");

    /** A sparse file beyond 2 GB, more than one array or one buffer can hold: offsets are 64 bits throughout. */
    @Test
    void readsBeyondTwoGigabytes() throws IOException {
        int rows = 1 << 20;
        int columns = 2100;
        Path path = sparse("|i1", rows, columns, 1, (long) rows * columns - 1, 42);
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.block(samples, rows - 2, 2, columns - 2, 2)).containsExactly(0, 0, 0, 42);
            assertThat(Opened.block(samples, 0, 1, 0, 3)).containsExactly(0, 0, 0);
        }
    }

    /** 64 MB of f8 in blocks, by several threads at once. */
    @Test
    void severalThreadsReadBlocks() throws IOException {
        int rows = 8192;
        int columns = 1024;
        long marked = 5000L * columns + 77;
        Path path = sparse("<f8", rows, columns, 8, marked, Double.doubleToRawLongBits(2.5));
        AtomicInteger found = new AtomicInteger();
        try (Samples samples = Opened.open(path)) {
            IntStream.range(0, rows / 256).parallel().forEach(block -> {
                double[] out = new double[256 * columns];
                samples.read(block * 256, 256, 0, columns, out);
                for (int i = 0; i < out.length; i++) {
                    if (out[i] != 0) {
                        assertThat(out[i]).isEqualTo(2.5);
                        assertThat((long) block * 256 * columns + i).isEqualTo(marked);
                        found.incrementAndGet();
                    }
                }
            });
        }
        assertThat(found).hasValue(1);
    }

    /** Zeros but for one element. */
    private Path sparse(String descr, int rows, int columns, int bytes, long element, long bits) throws IOException {
        byte[] header = NpyBytes.file(1, NpyBytes.header(descr, false, rows, columns), new byte[0]);
        Path path = folder.resolve("x.npy");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header);
            file.setLength(header.length + (long) rows * columns * bytes);
            file.seek(header.length + element * bytes);
            file.write(NpyBytes.content(new long[] {bits}, 1, 1, bytes, ByteOrder.LITTLE_ENDIAN, false));
        }
        return path;
    }
}
