package org.oinfo.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Inputs that are kept: of each target a few hundred that reach different code, in an archive, and those that once found something, as files. */
final class Corpus {
    private static final FileTime TIME = FileTime.fromMillis(0);

    private Corpus() {}

    /** Inputs of {@code corpus/NAME.zip} by their names. */
    static Map<String, byte[]> kept(String target) throws IOException {
        Map<String, byte[]> inputs = new TreeMap<>();
        try (@Nullable InputStream in = Corpus.class.getResourceAsStream("corpus/" + target + ".zip")) {
            if (in != null) {
                ZipInputStream zip = new ZipInputStream(in);
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    inputs.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return inputs;
    }

    /** Inputs of the folder {@code found/NAME} by their names, which say what was found. */
    static Map<String, byte[]> found(String target) throws IOException {
        Map<String, byte[]> inputs = new TreeMap<>();
        URL folder = Corpus.class.getResource("found/" + target);
        if (folder != null) {
            for (Path file : files(path(folder))) {
                inputs.put(Objects.toString(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return inputs;
    }

    private static Path path(URL folder) {
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Writes all to begin with, that a fuzzer may take a folder. */
    static void write(String target, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> all = new ArrayList<>(Targets.of(target).seeds());
        all.addAll(kept(target).values());
        all.addAll(found(target).values());
        for (int i = 0; i < all.size(); i++) {
            Files.write(folder.resolve("seed-" + i), all.get(i));
        }
    }

    /** Packs the files of a folder, the same ones to the same bytes. */
    static void pack(Path folder, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files(folder)) {
                ZipEntry entry = new ZipEntry(Objects.toString(file.getFileName()));
                entry.setLastModifiedTime(TIME);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(file));
            }
        }
    }

    /** Reads all files of a folder; says what is not as it must be. */
    static void read(String target, Path folder) throws IOException {
        Target reader = Targets.of(target);
        for (Path file : files(folder)) {
            try {
                reader.readSurely(Files.readAllBytes(file));
            } catch (IOException | RuntimeException | AssertionError e) {
                System.out.println(target + " " + file.getFileName() + ": " + e);
            }
        }
    }

    /** For the script that fuzzes. */
    public static void main(String[] words) throws IOException {
        switch (words[0]) {
            case "names" -> System.out.println(String.join(" ", Targets.names()));
            case "write" -> write(words[1], Path.of(words[2]));
            case "pack" -> pack(Path.of(words[1]), Path.of(words[2]));
            case "read" -> read(words[1], Path.of(words[2]));
            case "branches" -> Branches.print(Path.of(words[1]));
            default -> throw new IllegalArgumentException("must be names, write, pack, read or branches: " + words[0]);
        }
    }
}
