package org.oinfo.study.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;

class CifarFolderTest {
    private static final List<String> NAMES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin");
    private static final int RECORD = 3073;

    @TempDir
    Path folder;

    /** Of each file two images; the classes count on, and every byte of pixels says where it is. */
    @BeforeEach
    void files() throws IOException {
        for (int f = 0; f < NAMES.size(); f++) {
            byte[] bytes = new byte[2 * RECORD];
            for (int i = 0; i < 2; i++) {
                bytes[i * RECORD] = (byte) ((2 * f + i) % 10);
                for (int p = 0; p < RECORD - 1; p++) {
                    bytes[i * RECORD + 1 + p] = (byte) (p + 7 * f + i);
                }
            }
            Files.write(folder.resolve(NAMES.get(f)), bytes);
        }
    }

    @Test
    void sixFilesAreOneDataSet() throws IOException, GeneralSecurityException {
        ImageSets sets = DataSets.load(folder.toString());
        assertThat(sets.name()).isEqualTo(folder.getFileName().toString());
        assertThat(sets.train().shape()).isEqualTo(new ImageShape(3, 32, 32)).hasToString("3 x 32 x 32");
        assertThat(sets.train().classes()).isEqualTo(10);
        assertThat(sets.train().labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(sets.test().labels()).containsExactly(0, 1);
        for (int image = 0; image < 10; image++) {
            for (int p = 0; p < 3072; p++) {
                int expected = (p + 7 * (image / 2) + image % 2) & 0xff;
                assertThat(sets.train().pixels()[image * 3072 + p]).isEqualTo(expected / 255f);
            }
        }
        assertThat(sets.test().pixels()[3072]).isEqualTo(36 / 255f);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : NAMES) {
            all.write(Files.readAllBytes(folder.resolve(name)));
        }
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        assertThat(sets.checksum()).isEqualTo(HexFormat.of().formatHex(sum));
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        Files.delete(folder.resolve("test_batch.bin"));
        refused("a folder of CIFAR-10 must hold the six files of the binary version: " + folder
                + " has no test_batch.bin; name the folder that holds them");
    }

    @Test
    void theVersionForPythonIsNamed() throws IOException {
        for (String name : NAMES) {
            Files.move(folder.resolve(name), folder.resolve(name.replace(".bin", "")));
        }
        refused("a folder of CIFAR-10 must hold the six files of the binary version: " + folder
                + " has no data_batch_1.bin, but the one for Python; take the binary version, or convert the files"
                + " (docs/study.md)");
    }

    @Test
    void halfAnImageIsRefused() throws IOException {
        Path file = folder.resolve("data_batch_3.bin");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2 * RECORD - 1));
        String must = "a file of CIFAR-10 must hold whole images of 3073 bytes, a class and 3 x 32 x 32 pixels: ";
        refused(must + file + " has 6145 bytes; copy it again");
        Files.write(file, new byte[0]);
        refused(must + file + " has 0 bytes; copy it again");
    }

    @Test
    void aClassThatThereIsNotIsRefused() throws IOException {
        Path file = folder.resolve("data_batch_5.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[RECORD] = 10;
        Files.write(file, bytes);
        refused("a class of CIFAR-10 must be 0 to 9: " + file + " has 10 for image 1 (from 0); copy it again");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> DataSets.load(folder.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
