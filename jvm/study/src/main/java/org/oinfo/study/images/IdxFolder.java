package org.oinfo.study.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/** A folder with the four files of MNIST: images and labels, to train on and to test with. */
final class IdxFolder {
    private static final List<String> SEPARATORS = List.of("-", ".");
    private static final List<String> ENDINGS = List.of("", ".gz");

    private IdxFolder() {}

    /**
     * Reads the four files; the checksum is over their bytes one after the other, as they lie on the disk: training images,
     * training labels, test images, test labels.
     *
     * @throws BadInputException a file is missing or damaged, or they do not belong together
     */
    static ImageSets read(String name, Path folder) {
        MessageDigest digest = sha256();
        Path trainImages = find(folder, "train-images", "idx3");
        Path trainLabels = find(folder, "train-labels", "idx1");
        Path testImages = find(folder, "t10k-images", "idx3");
        Path testLabels = find(folder, "t10k-labels", "idx1");
        IdxFile images = IdxFile.read(trainImages, IdxFile.Content.IMAGES, digest);
        IdxFile labels = IdxFile.read(trainLabels, IdxFile.Content.LABELS, digest);
        int classes = classes(labels);
        Images train = images(images, labels, classes);
        images = IdxFile.read(testImages, IdxFile.Content.IMAGES, digest);
        labels = IdxFile.read(testLabels, IdxFile.Content.LABELS, digest);
        if (!images.shape().equals(train.shape())) {
            throw new BadInputException("test images must be as large as training images: " + testImages + " has "
                    + images.shape() + " pixels, " + trainImages + " has " + train.shape()
                    + "; give files of one data set");
        }
        requireKnown(labels, classes, trainLabels);
        Images test = images(images, labels, classes);
        return new ImageSets(name, folder.toString(), HexFormat.of().formatHex(digest.digest()), train, test);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The file of that name as people write it: {@code train-images-idx3-ubyte}, a dot for the second dash, {@code .gz} after it. */
    private static Path find(Path folder, String content, String kind) {
        List<String> names = new ArrayList<>();
        for (String ending : ENDINGS) {
            for (String separator : SEPARATORS) {
                names.add(content + separator + kind + "-ubyte" + ending);
            }
        }
        return names.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BadInputException("a folder of images must hold the four files of MNIST: "
                        + folder + " has none of " + String.join(", ", names)
                        + "; name the folder that holds them"));
    }

    private static int classes(IdxFile labels) {
        int classes = 1
                + IntStream.range(0, labels.count())
                        .map(i -> Byte.toUnsignedInt(labels.values()[i]))
                        .max()
                        .orElseThrow();
        if (classes < 2) {
            throw new BadInputException("training images must be of at least 2 classes: every label in " + labels.path()
                    + " is 0; give labels 0, 1, ..");
        }
        return classes;
    }

    private static void requireKnown(IdxFile labels, int classes, Path training) {
        for (int i = 0; i < labels.count(); i++) {
            int label = Byte.toUnsignedInt(labels.values()[i]);
            if (label >= classes) {
                throw new BadInputException("every test label must be a class of the training labels, 0 to "
                        + (classes - 1) + ": " + labels.path() + " has " + label + " for image " + i
                        + " (from 0), not in " + training + "; give files of one data set");
            }
        }
    }

    private static Images images(IdxFile images, IdxFile labels, int classes) {
        if (images.count() != labels.count()) {
            throw new BadInputException("every image must have a label: " + images.path() + " has " + images.count()
                    + " images, " + labels.path() + " has " + labels.count()
                    + " labels; give files that belong together");
        }
        float[] pixels = new float[images.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Images.bright(images.values()[i]);
        }
        int[] of = new int[labels.count()];
        for (int i = 0; i < of.length; i++) {
            of[i] = Byte.toUnsignedInt(labels.values()[i]);
        }
        return new Images(images.shape(), classes, pixels, of);
    }
}
