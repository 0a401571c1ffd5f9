package org.oinfo.study.images;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** Images by name, or in a folder. */
public final class DataSets {
    private static final String FASHION = "fashion-mnist";
    /** Where Debian's package puts them. */
    private static final Path FASHION_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");

    private static final String PACKAGE = "dataset-fashion-mnist";

    private DataSets() {}

    /** Whether Fashion-MNIST is where Debian puts it. */
    public static boolean fashionInstalled() {
        return Files.isDirectory(FASHION_FOLDER);
    }

    /**
     * Reads images to train on and to test with. Pixels are 0 to 1; classes are 0 to the largest training label.
     *
     * @param nameOrFolder {@code digits}: 1,797 digits of 8 x 8 pixels that ship with the project, 1,297 to train on and 500 to
     *     test with; {@code fashion-mnist}: 70,000 pictures of clothes of 28 x 28 pixels where Debian's package put them (Xiao,
     *     Rasul and Vollgraf 2017, arXiv 1708.07747); or a folder with the four files of MNIST, {@code train-images-idx3-ubyte},
     *     {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, packed by gzip
     *     (with {@code .gz} at the end) or not, a dot or a dash before {@code idx}; or one with the binary version of CIFAR-10. A name
     *     wins over a folder that is called so.
     * @throws BadInputException there are no such images, or they are damaged
     */
    public static ImageSets load(String nameOrFolder) {
        return load(nameOrFolder, FASHION_FOLDER);
    }

    /** As {@link #load(String)}, Fashion-MNIST somewhere else. */
    static ImageSets load(String nameOrFolder, Path fashion) {
        if (nameOrFolder.equals(Digits.NAME)) {
            return Digits.read();
        }
        if (nameOrFolder.equals(FASHION)) {
            if (!Files.isDirectory(fashion)) {
                throw new BadInputException("Fashion-MNIST must be installed: there is no folder " + fashion
                        + "; install Debian's package " + PACKAGE + ", or name a folder that holds its four files");
            }
            return IdxFolder.read(FASHION, fashion);
        }
        Path folder = folder(nameOrFolder);
        Path named = folder.toAbsolutePath().normalize().getFileName();
        String name = named == null ? folder.toString() : named.toString();
        return CifarFolder.is(folder) ? CifarFolder.read(name, folder) : IdxFolder.read(name, folder);
    }

    private static Path folder(String name) {
        try {
            Path folder = Path.of(name);
            if (!name.isBlank() && Files.isDirectory(folder)) {
                return folder;
            }
            throw unknown(name, Files.exists(folder) ? "which is a file" : "which does not exist");
        } catch (InvalidPathException e) {
            throw unknown(name, "which is no path");
        }
    }

    private static BadInputException unknown(String name, String what) {
        return new BadInputException("images must be " + Digits.NAME + ", " + FASHION
                + " or a folder with the files of MNIST or of CIFAR-10: found \"" + Excerpt.oneLine(name) + "\", "
                + what
                + "; check the name or the path");
    }
}
