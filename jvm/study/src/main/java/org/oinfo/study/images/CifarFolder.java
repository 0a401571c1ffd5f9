package org.oinfo.study.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.oinfo.data.BadInputException;

/**
 * A folder with the binary version of CIFAR-10 (Krizhevsky 2009): of each image a byte for its class, then 32 x 32 bytes of red, of
 * green and of blue, row after row. Format: <a href="https://www.cs.toronto.edu/~kriz/cifar.html">The CIFAR-10 dataset</a>.
 */
final class CifarFolder {
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final int CLASSES = 10;
    private static final int RECORD = 1 + SHAPE.size();
    private static final List<String> TRAIN =
            List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5");
    private static final String TEST = "test_batch";
    private static final String BINARY = ".bin";

    private CifarFolder() {}

    /** Whether a folder holds a file of this data set, be it in the version for Python. */
    static boolean is(Path folder) {
        String first = TRAIN.getFirst();
        return Files.exists(folder.resolve(first + BINARY)) || Files.exists(folder.resolve(first));
    }

    /**
     * Reads the six files; the checksum is over their bytes one after the other, the test images last.
     *
     * @throws BadInputException a file is missing or damaged
     */
    static ImageSets read(String name, Path folder) {
        MessageDigest digest = IdxFolder.sha256();
        List<Path> batches = new ArrayList<>();
        TRAIN.forEach(batch -> batches.add(file(folder, batch)));
        Path test = file(folder, TEST);
        Images training = images(batches, digest);
        Images testing = images(List.of(test), digest);
        return new ImageSets(name, folder.toString(), HexFormat.of().formatHex(digest.digest()), training, testing);
    }

    private static Path file(Path folder, String name) {
        Path file = folder.resolve(name + BINARY);
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw new BadInputException("a folder of CIFAR-10 must hold the six files of the binary version: " + folder
                + " has no " + name + BINARY
                + (Files.exists(folder.resolve(name))
                        ? ", but the one for Python; take the binary version, or convert the files (docs/study.md)"
                        : "; name the folder that holds them"));
    }

    private static Images images(List<Path> files, MessageDigest digest) {
        int count = files.stream().mapToInt(CifarFolder::count).reduce(0, Math::addExact);
        float[] pixels = new float[Math.multiplyExact(count, SHAPE.size())];
        int[] labels = new int[count];
        int image = 0;
        for (Path file : files) {
            byte[] bytes = bytes(file);
            digest.update(bytes);
            requireWhole(file, bytes.length);
            for (int at = 0; at < bytes.length; at += RECORD) {
                labels[image] = label(file, bytes, at);
                for (int p = 0; p < SHAPE.size(); p++) {
                    pixels[image * SHAPE.size() + p] = Images.bright(bytes[at + 1 + p]);
                }
                image++;
            }
        }
        return new Images(SHAPE, CLASSES, pixels, labels);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static int count(Path file) {
        try {
            long size = Files.size(file);
            requireWhole(file, size);
            return Math.toIntExact(size / RECORD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void requireWhole(Path file, long size) {
        if (size == 0 || size % RECORD != 0) {
            throw new BadInputException("a file of CIFAR-10 must hold whole images of " + RECORD
                    + " bytes, a class and " + SHAPE + " pixels: " + file + " has " + size + " bytes; copy it again");
        }
    }

    private static int label(Path file, byte[] bytes, int at) {
        int label = Byte.toUnsignedInt(bytes[at]);
        if (label >= CLASSES) {
            throw new BadInputException("a class of CIFAR-10 must be 0 to " + (CLASSES - 1) + ": " + file + " has "
                    + label + " for image " + at / RECORD + " (from 0); copy it again");
        }
        return label;
    }
}
