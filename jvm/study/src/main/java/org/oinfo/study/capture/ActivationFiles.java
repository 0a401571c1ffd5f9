package org.oinfo.study.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/** The files that are meant where a folder is given: those of data in it, in the order of their names, numbers by their size. */
final class ActivationFiles {
    private static final Set<String> ENDINGS =
            Set.of("npy", "npz", "safetensors", "parquet", "arrow", "arrows", "feather", "ipc", "h5", "hdf5", "mat");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST = 20;

    private ActivationFiles() {}

    /**
     * Files and what is in folders.
     *
     * @param labels a file that holds no activations, or null
     * @throws BadInputException a folder holds no data
     */
    static List<Path> of(List<Path> paths, @Nullable Path labels) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(in(path, labels));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> in(Path folder, @Nullable Path labels) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> isData(file) && !isSame(file, labels))
                    .sorted(Comparator.comparing(ActivationFiles::order))
                    .toList();
            if (files.isEmpty()) {
                throw new BadInputException("a folder of activations must hold files of them: " + folder
                        + " has no .npy, .npz, .safetensors, .parquet, .arrow, .h5 or .mat; check the path");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static boolean isData(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.startsWith(".")
                && Files.isRegularFile(file);
    }

    private static boolean isSame(Path file, @Nullable Path labels) {
        return labels != null
                && file.toAbsolutePath()
                        .normalize()
                        .equals(labels.toAbsolutePath().normalize());
    }

    /** The name with numbers of one width, so that layer10 comes after layer9. */
    private static String order(Path file) {
        return NUMBER.matcher(String.valueOf(file.getFileName()))
                .replaceAll(match ->
                        "0".repeat(Math.max(0, LONGEST - match.group().length())) + match.group());
    }
}
