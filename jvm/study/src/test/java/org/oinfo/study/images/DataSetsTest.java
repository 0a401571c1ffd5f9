package org.oinfo.study.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;

class DataSetsTest {
    @TempDir
    Path folder;

    @Test
    void digitsAreSplitTheSameWayEveryTime() {
        ImageSets digits = DataSets.load("digits");
        assertThat(digits.name()).isEqualTo("digits");
        assertThat(digits.checksum()).isEqualTo("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");
        assertThat(digits.train().count()).isEqualTo(1297);
        assertThat(digits.test().count()).isEqualTo(500);
        assertThat(digits.train().classes()).isEqualTo(10);
        assertThat(digits.test().shape()).isEqualTo(ImageShape.grey(8, 8));
        assertThat(DataSets.load("digits").test().labels())
                .isEqualTo(digits.test().labels());
    }

    @Test
    void digitsAreAllThereOnce() {
        ImageSets digits = DataSets.load("digits");
        int[] counts = new int[10];
        double[] ink = new double[10];
        for (Images images : new Images[] {digits.train(), digits.test()}) {
            for (int i = 0; i < images.count(); i++) {
                int label = images.labels()[i];
                counts[label]++;
                for (int p = 0; p < 64; p++) {
                    float pixel = images.pixels()[i * 64 + p];
                    assertThat(pixel).isBetween(0f, 1f);
                    ink[label] += 16 * pixel;
                }
            }
        }
        // Counted in the file with awk.
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(ink).containsExactly(56415, 57007, 55566, 56151, 56239, 55915, 56336, 54289, 57408, 56392);
    }

    @Test
    void aFolderHoldsTheFourFilesPackedOrNot() throws IOException, GeneralSecurityException {
        ImageSets sets = DataSets.load(IdxBytes.folder(folder).toString());
        assertThat(sets.name()).isEqualTo(folder.getFileName().toString());
        assertThat(sets.source()).isEqualTo(folder.toString());
        assertThat(sets.train().pixels()).containsExactly(0f, 0.2f, 1f, 0.4f);
        assertThat(sets.train().labels()).containsExactly(1, 0);
        assertThat(sets.train().shape()).isEqualTo(ImageShape.grey(1, 2));
        assertThat(sets.train().classes()).isEqualTo(2);
        assertThat(sets.test().pixels()).containsExactly(0.8f, 0.6f);
        assertThat(sets.test().labels()).containsExactly(1);
        assertThat(sets.test().classes()).isEqualTo(2);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : new String[] {
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images.idx3-ubyte.gz", "t10k-labels.idx1-ubyte"
        }) {
            all.write(Files.readAllBytes(folder.resolve(name)));
        }
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        assertThat(sets.checksum()).isEqualTo(HexFormat.of().formatHex(sum));
    }

    @Test
    void aFileThatIsMissingIsNamedAsItMayBeWritten() throws IOException {
        Files.delete(IdxBytes.folder(folder).resolve("t10k-labels.idx1-ubyte"));
        refused("a folder of images must hold the four files of MNIST: " + folder + " has none of"
                + " t10k-labels-idx1-ubyte, t10k-labels.idx1-ubyte, t10k-labels-idx1-ubyte.gz,"
                + " t10k-labels.idx1-ubyte.gz; name the folder that holds them");
    }

    @Test
    void imagesWithoutLabelsAreRefused() throws IOException {
        Path labels = IdxBytes.folder(folder).resolve("train-labels-idx1-ubyte");
        Files.write(labels, IdxBytes.labels(0, 1, 1));
        refused("every image must have a label: " + folder.resolve("train-images-idx3-ubyte") + " has 2 images, "
                + labels + " has 3 labels; give files that belong together");
    }

    @Test
    void aTestLabelThatTrainingDoesNotKnowIsRefused() throws IOException {
        Path labels = IdxBytes.folder(folder).resolve("t10k-labels.idx1-ubyte");
        Files.write(labels, IdxBytes.labels(200));
        refused("every test label must be a class of the training labels, 0 to 1: " + labels
                + " has 200 for image 0 (from 0), not in " + folder.resolve("train-labels-idx1-ubyte")
                + "; give files of one data set");
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() throws IOException {
        Path images = IdxBytes.folder(folder).resolve("t10k-images-idx3-ubyte");
        Files.write(images, IdxBytes.of(new int[] {IdxBytes.IMAGES, 1, 2, 1}, 1, 2));
        refused("test images must be as large as training images: " + images + " has 2 x 1 pixels, "
                + folder.resolve("train-images-idx3-ubyte") + " has 1 x 2; give files of one data set");
    }

    @Test
    void aSingleClassIsRefused() throws IOException {
        Path labels = IdxBytes.folder(folder).resolve("train-labels-idx1-ubyte");
        Files.write(labels, IdxBytes.labels(0, 0));
        refused("training images must be of at least 2 classes: every label in " + labels
                + " is 0; give labels 0, 1, ..");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> DataSets.load(folder.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsNeitherANameNorAFolderIsRefused() throws IOException {
        String must = "images must be digits, fashion-mnist or a folder with the files of MNIST or of CIFAR-10: found ";
        Path file = Files.createFile(folder.resolve("f"));
        assertThatThrownBy(() -> DataSets.load("mnist\n2"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(must + "\"mnist?2\", which does not exist; check the name or the path");
        assertThatThrownBy(() -> DataSets.load("a\0"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(must + "\"a?\", which is no path; check the name or the path");
        assertThatThrownBy(() -> DataSets.load(file.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith(", which is a file; check the name or the path");
    }

    @Test
    void fashionMnistThatIsNotInstalledIsNamedWithItsPackage() {
        Path absent = folder.resolve("none");
        assertThatThrownBy(() -> DataSets.load("fashion-mnist", absent))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Fashion-MNIST must be installed: there is no folder " + absent
                        + "; install Debian's package dataset-fashion-mnist, or name a folder that holds its four"
                        + " files");
    }

    @Test
    void fashionMnistHasSeventyThousandClothes() {
        assumeTrue(Files.isDirectory(Path.of("/usr/share/datasets/fashion-mnist")), "not installed here");
        ImageSets sets = DataSets.load("fashion-mnist");
        assertThat(sets.name()).isEqualTo("fashion-mnist");
        assertThat(sets.train().count()).isEqualTo(60_000);
        assertThat(sets.test().count()).isEqualTo(10_000);
        assertThat(sets.train().size()).isEqualTo(784);
        assertThat(sets.train().classes()).isEqualTo(10);
        assertThat(Arrays.copyOf(sets.train().labels(), 6)).containsExactly(9, 0, 0, 3, 0, 2);
        int[] counts = new int[10];
        Arrays.stream(sets.test().labels()).forEach(label -> counts[label]++);
        assertThat(counts).containsOnly(1000);
    }
}
