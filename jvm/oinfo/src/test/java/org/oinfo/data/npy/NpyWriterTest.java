package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.PendingFile;
import org.oinfo.data.Samples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;

class NpyWriterTest {
    @TempDir
    Path folder;

    private long files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void threeAxesHaveExactlyTheseBytes() throws IOException {
        Path target = folder.resolve("x.npy");
        double[] values = {1, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Math.PI, Double.MIN_VALUE};
        try (NpyWriter writer = NpyWriter.open(target, 1, 2, 3)) {
            writer.write(values, 4);
            assertThat(target).doesNotExist();
            writer.write(new double[] {values[4], values[5], 99}, 2);
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(target);
        ByteBuffer expected = ByteBuffer.allocate(128 + 48);
        header(expected, "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 3), }");
        Arrays.stream(values).forEach(expected::putDouble);
        assertThat(bytes).isEqualTo(expected.array());
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void floatsAndIntsHaveExactlyTheseBytes() throws IOException {
        Path floats = folder.resolve("floats.npy");
        Path ints = folder.resolve("ints.npy");
        try (NpyWriter writer = NpyWriter.open(floats, NpyWriter.Type.F4, 2, 2)) {
            writer.write(new float[] {-0f, 0.1f, Float.NaN}, 3);
            writer.write(new float[] {Float.MIN_VALUE, 9}, 1);
            writer.commit();
        }
        try (NpyWriter writer = NpyWriter.open(ints, NpyWriter.Type.I4, 3)) {
            writer.write(new int[] {1, -2, Integer.MAX_VALUE}, 3);
            writer.commit();
        }
        ByteBuffer expectedFloats = ByteBuffer.allocate(128 + 16);
        header(expectedFloats, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }");
        expectedFloats.putFloat(-0f).putFloat(0.1f).putFloat(Float.NaN).putFloat(Float.MIN_VALUE);
        assertThat(Files.readAllBytes(floats)).isEqualTo(expectedFloats.array());
        ByteBuffer expectedInts = ByteBuffer.allocate(128 + 12);
        header(expectedInts, "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), }");
        expectedInts.putInt(1).putInt(-2).putInt(Integer.MAX_VALUE);
        assertThat(Files.readAllBytes(ints)).isEqualTo(expectedInts.array());
    }

    private static void header(ByteBuffer bytes, String text) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) 118);
        bytes.put((text + " ".repeat(117 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void floatsLargerThanTheBufferAreReadBack() throws IOException {
        Path target = folder.resolve("x.npy");
        int rows = 70_001;
        float[] values = new float[rows * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        try (NpyWriter writer = NpyWriter.open(target, NpyWriter.Type.F4, rows, 3)) {
            writer.write(values, values.length);
            writer.commit();
        }
        try (Samples read = DataFiles.open(target.toString(), ReadOptions.defaults(), InputStream.nullInputStream())) {
            double[] back = new double[values.length];
            read.read(0, rows, 0, 3, back);
            for (int i = 0; i < values.length; i++) {
                assertThat(back[i]).isEqualTo(values[i]);
            }
        }
    }

    @Test
    void valuesOfAnotherTypeAreRefused() throws IOException {
        try (NpyWriter writer = NpyWriter.open(folder.resolve("x.npy"), NpyWriter.Type.F4, 1)) {
            assertThatThrownBy(() -> writer.write(new double[1], 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("values must be of the array's type F4: found F8");
        }
    }

    @Test
    void whatIsLargerThanTheBufferIsReadBack() throws IOException {
        Path target = folder.resolve("x.npy");
        int rows = 70_001;
        double[] values = new double[rows * 3];
        Arrays.setAll(values, i -> Math.sin(i));
        try (NpyWriter writer = NpyWriter.open(target, rows, 3)) {
            writer.write(values, values.length);
            writer.commit();
        }
        try (Samples read = DataFiles.open(target.toString(), ReadOptions.defaults(), InputStream.nullInputStream())) {
            double[] back = new double[values.length];
            read.read(0, rows, 0, 3, back);
            assertThat(back).isEqualTo(values);
        }
    }

    @Test
    void withoutCommitNothingRemainsAndAnOldFileStays() throws IOException {
        Path target = Files.writeString(folder.resolve("x.npy"), "old");
        try (NpyWriter writer = NpyWriter.open(target, 100)) {
            writer.write(new double[50], 50);
            assertThat(files()).isEqualTo(2);
        }
        assertThat(target).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aDiskThatIsFullIsNamedAndLeavesNothing() throws IOException {
        Path target = folder.resolve("x.npy");
        PendingFile temporary = PendingFile.open(target);
        WritableByteChannel full = new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        try (NpyWriter writer = new NpyWriter(target, temporary, full, NpyWriter.Type.F8, 1 << 20)) {
            assertThatThrownBy(() -> writer.write(new double[1 << 20], 1 << 20))
                    .isInstanceOf(IOException.class)
                    .hasMessage(target + " cannot be written")
                    .hasRootCauseMessage("No space left on device");
        }
        assertThat(files()).isZero();
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Path target = folder.resolve("none").resolve("x.npy");
        assertThatThrownBy(() -> NpyWriter.open(target, 1))
                .isInstanceOf(IOException.class)
                .hasMessage(target + " cannot be written");
    }

    @Test
    void moreOrFewerValuesThanTheShapeSaysAreRefused() throws IOException {
        try (NpyWriter writer = NpyWriter.open(folder.resolve("x.npy"), 2, 2)) {
            writer.write(new double[3], 3);
            assertThatThrownBy(writer::commit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("every value must be written: 1 are missing");
            assertThatThrownBy(() -> writer.write(new double[3], 3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("there must be no more values than the shape has room for: 2 too many");
        }
        assertThat(files()).isZero();
    }
}
