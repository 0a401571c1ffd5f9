package org.oinfo.study.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.IdxFile.Content;

class IdxFileTest {
    private static final byte[] IMAGES = IdxBytes.of(new int[] {IdxBytes.IMAGES, 2, 1, 3}, 1, 2, 3, 4, 5, 255);

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static IdxFile read(Path file, Content content) {
        return IdxFile.read(file, content, IdxFolder.sha256());
    }

    private static void refused(Path file, Content content, String found) {
        String what = content == Content.IMAGES ? "images" : "labels";
        assertThatThrownBy(() -> read(file, content))
                .isInstanceOf(BadInputException.class)
                .hasMessage(what + " must be in a complete IDX file of bytes: " + file + ": " + found);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWrittenIsRead(boolean packed) throws IOException {
        IdxFile images = read(file("x", packed ? IdxBytes.packed(IMAGES) : IMAGES), Content.IMAGES);
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.height()).isEqualTo(1);
        assertThat(images.width()).isEqualTo(3);
        assertThat(images.values()).containsExactly(1, 2, 3, 4, 5, -1);
        byte[] labels = IdxBytes.labels(7, 200);
        assertThat(read(file("y", packed ? IdxBytes.packed(labels) : labels), Content.LABELS)
                        .values())
                .containsExactly(7, -56);
    }

    @Test
    void everyByteOfTheFileIsInTheChecksum() throws IOException {
        byte[] packed = IdxBytes.packed(IMAGES);
        var seen = IdxFolder.sha256();
        IdxFile.read(file("x.gz", packed), Content.IMAGES, seen);
        assertThat(seen.digest()).isEqualTo(IdxFolder.sha256().digest(packed));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] packed = IdxBytes.packed(IMAGES);
        for (int length = 0; length < IMAGES.length; length++) {
            Path file = file("x", Arrays.copyOf(IMAGES, length));
            assertThatThrownBy(() -> read(file, Content.IMAGES)).isInstanceOf(BadInputException.class);
        }
        for (int length = 0; length < packed.length; length++) {
            Path file = file("x.gz", Arrays.copyOf(packed, length));
            assertThatThrownBy(() -> read(file, Content.IMAGES)).isInstanceOf(BadInputException.class);
        }
    }

    @Test
    void whatIsMissingIsCounted() throws IOException {
        refused(
                file("a", Arrays.copyOf(IMAGES, 10)),
                Content.IMAGES,
                "its header should have 16 bytes, found 10; the file is cut short, copy it again");
        refused(
                file("b", Arrays.copyOf(IMAGES, 20)),
                Content.IMAGES,
                "its header says 2 images of 1 x 3 pixels, 6 bytes, and only 4 follow; the file is damaged, copy it"
                        + " again");
        refused(
                file("c", Arrays.copyOf(IMAGES, 23)),
                Content.IMAGES,
                "its header says 2 images of 1 x 3 pixels, 6 bytes, and more follow; the file is damaged, copy it"
                        + " again");
        byte[] packed = IdxBytes.packed(IMAGES);
        refused(
                file("d.gz", Arrays.copyOf(packed, packed.length - 3)),
                Content.IMAGES,
                "its gzip ends too early; the file is cut short, copy it again");
        refused(file("e", new byte[0]), Content.LABELS, "it is empty; copy it again");
        refused(file("e.gz", new byte[0]), Content.LABELS, "it is empty; copy it again");
    }

    @Test
    void aHugeHeaderTakesNoMemory() throws IOException {
        refused(
                file("a", IdxBytes.of(new int[] {IdxBytes.IMAGES, 60_000, 28, 28}, 1)),
                Content.IMAGES,
                "its header says 60000 images of 28 x 28 pixels, 47040000 bytes, and only 1 follow; the file is"
                        + " damaged, copy it again");
        refused(
                file("b", IdxBytes.of(new int[] {IdxBytes.IMAGES, -1, -1, -1}, 1)),
                Content.IMAGES,
                "its header says 4294967295 images of 4294967295 x 4294967295 pixels, more than 2147483639 bytes;"
                        + " check what wrote it, or take a part of it");
        refused(
                file("c", IdxBytes.of(new int[] {IdxBytes.LABELS, Integer.MAX_VALUE - 8}, 1, 2)),
                Content.LABELS,
                "its header says 2147483639 labels, 2147483639 bytes, and only 2 follow; the file is damaged, copy"
                        + " it again");
    }

    @Test
    void nothingInTheHeaderMayBeZero() throws IOException {
        refused(
                file("a", IdxBytes.of(new int[] {IdxBytes.IMAGES, 0, 28, 28})),
                Content.IMAGES,
                "its header says 0 images of 28 x 28 pixels; check what was meant to write it");
        refused(
                file("b", IdxBytes.of(new int[] {IdxBytes.IMAGES, 5, 28, 0})),
                Content.IMAGES,
                "its header says 5 images of 28 x 0 pixels; check what was meant to write it");
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        refused(file("a", IdxBytes.labels(1, 2)), Content.IMAGES, "it holds labels; exchange the two files");
        refused(file("b", IMAGES), Content.LABELS, "it holds images; exchange the two files");
        refused(
                file("c", new byte[] {'P', 'K', 3, 4, 0}),
                Content.IMAGES,
                "it begins with 0x504b0304 instead of 0x00000803; give a file in the layout of MNIST");
        refused(
                file("d.gz", IMAGES),
                Content.IMAGES,
                "its name ends in .gz but it is not packed by gzip; rename or copy it again");
    }

    @Test
    void aDamagedGzipIsRefused() throws IOException {
        byte[] packed = IdxBytes.packed(IMAGES);
        packed[packed.length - 6] ^= 1;
        refused(file("a.gz", packed), Content.IMAGES, "its gzip is damaged (Corrupt GZIP trailer); copy it again");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("none");
        assertThatThrownBy(() -> read(absent, Content.LABELS))
                .isInstanceOf(BadInputException.class)
                .hasMessage("labels must be in a file that can be read: " + absent + " does not exist; check the path");
    }
}
