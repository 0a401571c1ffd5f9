package org.oinfo.data.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.files.FormatFile;
import org.oinfo.data.files.Opened;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.ReadOptions;

class NpzFileTest {
    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatNumpySavesIsReadByName() {
        try (Samples samples = FormatFile.open("stored.npz", DEFAULTS.withDataset("acts"))) {
            assertThat(Opened.all(samples)).isEqualTo(FormatFile.x());
            assertThat(samples.readWarnings()).isEmpty();
        }
        try (Samples samples = FormatFile.open("two.npz", DEFAULTS.withDataset("second"))) {
            double[] negative = FormatFile.x();
            for (int i = 0; i < negative.length; i++) {
                negative[i] = -negative[i];
            }
            assertThat(Opened.all(samples)).isEqualTo(negative);
        }
    }

    @Test
    void theOnlyArrayNeedsNoName() {
        try (Samples samples = FormatFile.open("deflated.npz", DEFAULTS)) {
            assertThat(Opened.all(samples)).isEqualTo(FormatFile.x());
            assertThat(samples.readWarnings()).isEmpty();
        }
    }

    @Test
    void oneNumberIsNoSamplesAndTheRestIsSaid() {
        try (Samples samples = FormatFile.open("scalars.npz", DEFAULTS)) {
            assertThat(Opened.all(samples)).isEqualTo(FormatFile.x());
            assertThat(samples.readWarnings())
                    .extracting(Warning::name, Warning::message)
                    .containsExactly(tuple(
                            Warning.Name.HOW_READ, "read \"x\" (6, 3) f8, the only array that can be samples, of 2"));
        }
    }

    @Test
    void severalArraysAreListed() {
        assertThatThrownBy(() -> FormatFile.open("stored.npz", DEFAULTS))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("stored.npz holds \"acts\" (6, 3) f8, \"labels\" (6) i8, \"names\" (3) strings;"
                        + " name one with ReadOptions.withDataset");
        assertThatThrownBy(() -> FormatFile.open("two.npz", DEFAULTS.withDataset("third")))
                .hasMessageEndingWith("two.npz has no \"third\"; it holds \"first\" (6, 3) f8, \"second\" (6, 3) f8");
        assertThatThrownBy(() -> FormatFile.open("stored.npz", DEFAULTS.withDataset("names")))
                .hasMessageContaining("values must be real numbers: \"names\" of ")
                .hasMessageEndingWith("stored.npz holds strings; choose another array, or save numbers");
    }

    @Test
    void nothingIsMadeOfPythonObjects() {
        assertThatThrownBy(() -> FormatFile.open("objects.npz", DEFAULTS))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith(
                        "objects.npz holds \"o\" (2) Python objects; save the samples as one array of numbers");
    }

    @Test
    void aZipOfOtherFilesIsRefused() throws IOException {
        Path path = zip(ZipEntry.DEFLATED, "notes.txt", "no array".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Opened.open(path))
                .hasMessage("a zip archive must be an .npz of .npy files: " + path
                        + " holds none; unpack it and name one file of it");
    }

    @Test
    void oneFlippedBitIsFound() throws IOException {
        byte[] npy = NpyBytes.array(List.of(4L, 2L), false, new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            Path path = zip(method, "x.npy", npy);
            try (Samples samples = Opened.open(path)) {
                assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            }
            byte[] bytes = Files.readAllBytes(path);
            // Near the end of the only member, whose data follow 30 bytes and its name.
            ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int packed = zip.getInt(zip.getInt(bytes.length - 6) + 20);
            bytes[35 + packed - 6] ^= 4;
            Files.write(path, bytes);
            assertThatThrownBy(() -> Opened.open(path))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage("a member of a zip archive must be as its directory says: x.npy in " + path
                            + " is not; the file is damaged, copy or save it again");
        }
    }

    /** A small archive that would unfold to gigabytes, and one whose directory says less than comes out. */
    @Test
    void claimsAreNotBelieved() throws IOException {
        byte[] npy = NpyBytes.array(List.of(100L, 2L), false, new double[200]);
        Path path = zip(ZipEntry.DEFLATED, "x.npy", npy);
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int member = directory.getInt(bytes.length - 6);
        for (int claimed : new int[] {0x7FFFFFFF, npy.length - 1, npy.length + 1}) {
            directory.putInt(member + 24, claimed);
            Files.write(path, bytes);
            assertThatThrownBy(() -> Opened.open(path))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("a member of a zip archive must be as its directory says");
        }
    }

    @Test
    void aNameThatWouldSteerATerminalIsShownHarmless() throws IOException {
        Path path = zip(ZipEntry.DEFLATED, "x\u001b[2J.npy", "no array".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("x?[2J.npy in " + path);
    }

    @Test
    void cutShortAnywhereItIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(FormatFile.path("two.npz")));
        for (int length = 4; length < whole.length; length += 7) {
            Path path = NpyBytes.write(folder, "cut.npz", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Opened.open(path)).as("length %d", length).isInstanceOf(BadInputException.class);
        }
    }

    /** As writers do that do not know beforehand how long a member gets: every number is in the ZIP64 field. */
    @Test
    void zip64IsRead() throws IOException {
        byte[] npy = NpyBytes.array(List.of(4L, 2L), false, new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        CRC32 crc = new CRC32();
        crc.update(npy);
        ByteBuffer zip = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 5)
                .putShort((short) 20);
        zip.put(new byte[] {'x', '.', 'n', 'p', 'y'}).putShort((short) 1).putShort((short) 16);
        zip.putLong(npy.length).putLong(npy.length).put(npy);
        int directory = zip.position();
        zip.putInt(0x02014b50)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0);
        zip.putInt(0).putInt((int) crc.getValue()).putInt(-1).putInt(-1).putShort((short) 5);
        zip.putShort((short) 28)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt(-1)
                .put(new byte[] {'x', '.', 'n', 'p', 'y'})
                .putShort((short) 1)
                .putShort((short) 24);
        zip.putLong(npy.length).putLong(npy.length).putLong(0);
        int end64 = zip.position();
        zip.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        zip.putLong(1).putLong(1).putLong(end64 - directory).putLong(directory);
        zip.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
        zip.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) -1)
                .putShort((short) -1);
        zip.putInt(-1).putInt(-1).putShort((short) 0);
        Path path = NpyBytes.write(folder, "x.npz", Arrays.copyOf(zip.array(), zip.position()));
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    private Path zip(int method, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(method);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
            if (method == ZipEntry.STORED) {
                entry.setCompressedSize(content.length);
            }
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return NpyBytes.write(folder, "x.npz", bytes.toByteArray());
    }
}
