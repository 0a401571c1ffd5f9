package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where things are, and what this build has made. */
final class Built {
    static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path IMAGE = Path.of("target", "image").toAbsolutePath();
    static final String VERSION = System.getProperty("oinfo.version", "");

    /** The same, as Python has it. */
    static final String PYTHON_VERSION = VERSION.replace("-SNAPSHOT", ".dev0");

    private static final Pattern NEEDED = Pattern.compile("GLIBC_2\\.(\\d+)");

    private Built() {}

    static Path wheel() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> wheels =
                    files.filter(file -> file.toString().endsWith(".whl")).toList();
            assertThat(wheels).hasSize(1);
            return wheels.getFirst().toAbsolutePath();
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).sorted().toList();
        }
    }

    /** The programs and libraries below a folder, those in jars and packed ones too, unpacked into another. */
    static List<Path> elf(Path folder, Path unpacked) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".jar")) {
                try (ZipFile jar = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : jar.stream()
                            .filter(one -> one.getName().matches(".*\\.so(\\.gz)?"))
                            .toList()) {
                        Path copy = unpacked.resolve(entry.getName().replace('/', '_'));
                        try (InputStream raw = jar.getInputStream(entry);
                                InputStream content =
                                        entry.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                            Files.copy(content, copy);
                        }
                        found.add(copy);
                    }
                }
            } else if (isElf(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean isElf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        }
    }

    /** The newest version of glibc, the part behind 2., whose symbols a file asks for; 0 where it asks for none. */
    static int glibc(Path file, Path folder) throws IOException, InterruptedException {
        String symbols = new Shell(folder, Map.of("PATH", "/usr/bin:/bin")).out("objdump", "-T", file.toString());
        Matcher version = NEEDED.matcher(symbols);
        int newest = 0;
        while (version.find()) {
            newest = Math.max(newest, Integer.parseInt(version.group(1)));
        }
        return newest;
    }
}
