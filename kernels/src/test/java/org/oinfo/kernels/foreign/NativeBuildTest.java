package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step of the build that makes the library, and the libraries that are checked in. */
class NativeBuildTest {
    private static final Path SOURCES = Path.of("src", "main", "c");
    private static final Path PROGRAM = Path.of("src", "build", "NativeBuild.java");
    private static final Path FOLDER = Path.of("org", "oinfo", "kernels", "foreign");
    private static final Path CHECKED_IN = Path.of("src", "main", "resources").resolve(FOLDER);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-aarch64"})
    void whatIsCheckedInIsOfTheSources(String platform) throws IOException, NoSuchAlgorithmException {
        assertThat(CHECKED_IN.resolve(platform).resolve("liboinfo.from"))
                .content()
                .as("liboinfo.so.gz is not that of src/main/c: run mvn -pl kernels -Pregenerate test, where gcc and"
                        + " aarch64-linux-gnu-gcc are installed, and check in what it writes")
                .startsWith(checksum() + "\n");
    }

    /** Then any C library, and none, will do. */
    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-aarch64"})
    void whatIsCheckedInNeedsNoOtherLibraryAndExportsItsOwnFunctionsOnly(String platform)
            throws IOException, InterruptedException {
        Program.needs("readelf");
        Path library = unpacked(CHECKED_IN.resolve(platform));
        List<String> symbols =
                Program.run(List.of("readelf", "--dyn-syms", "--wide", library.toString())).out().stream()
                        .filter(line -> line.matches("\\s*[1-9]\\d*:.*"))
                        .toList();
        assertThat(symbols).isNotEmpty().allMatch(line -> line.matches(".* FUNC +GLOBAL +DEFAULT +\\d+ oinfo_\\w+"));
        assertThat(Program.run(List.of("readelf", "--dynamic", "--wide", library.toString()))
                        .out())
                .noneMatch(line -> line.contains("(NEEDED)"))
                .noneMatch(line -> line.contains("PATH)"));
        assertThat(Program.run(List.of("readelf", "--program-headers", "--wide", library.toString()))
                        .out())
                .filteredOn(line -> line.contains("GNU_STACK"))
                .singleElement()
                .asString()
                .contains(" RW ");
    }

    /**
     * In a module elsewhere that has nothing checked in. Two minutes of a processor; that what is checked in does what the sources say
     * is shown by {@link ReplayTest} and the contracts, and that it is of these sources by its checksum.
     */
    @Test
    @Tag("slow")
    void theSameCompilerMakesTheSameBytes() throws IOException, InterruptedException {
        Path module = moduleLikeThis("");
        Path own = compiled(module).resolve(LibraryFile.platform());
        List<String> origin = Files.readAllLines(
                module.resolve("target/native").resolve(LibraryFile.platform()).resolve("liboinfo.from"));
        Path checkedIn = CHECKED_IN.resolve(LibraryFile.platform());
        assumeTrue(
                Files.readAllLines(checkedIn.resolve("liboinfo.from")).equals(origin),
                () -> "what is checked in was made by another compiler than " + origin.getLast());
        assertThat(unpacked(own)).hasSameBinaryContentAs(unpacked(checkedIn));
    }

    /** Of the sources that take no time. */
    @Test
    void changedSourcesAreCompiledOnce() throws IOException, InterruptedException {
        Path module = moduleLikeThis("posterior.c");
        Path classes = compiled(module);
        assertThat(unpacked(classes.resolve(LibraryFile.platform()))).isNotEmptyFile();
        assertThat(build(module, folder.resolve("classes"), System.getenv("PATH"))
                        .err())
                .as("made again")
                .isEmpty();
    }

    /** The folder of libraries that the step of the build has made of a module. */
    private Path compiled(Path module) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Program.Ended made = build(module, classes, System.getenv("PATH"));
        assertThat(made.exit()).as(String.join("\n", made.err())).isZero();
        Path libraries = classes.resolve(FOLDER);
        assumeTrue(Files.exists(libraries.resolve(LibraryFile.platform())), "there is no C compiler for this platform");
        assertThat(made.err()).singleElement().asString().startsWith("kernels: compiled src/main/c for ");
        return libraries;
    }

    @Test
    void withoutACompilerTheLibraryStaysAndOneLineSaysSo() throws IOException, InterruptedException {
        assumeTrue(LibraryFile.present(), "there are no kernels in C for this platform");
        Path classes = folder.resolve("classes");
        assertThat(build(moduleLikeThis(""), classes, "/nowhere").err())
                .containsExactly("kernels: src/main/c has changed and there is no C compiler (gcc, clang) on the path:"
                        + " liboinfo.so.gz stays as it was");
        assertThat(classes).doesNotExist();
        assertThat(build(Path.of(""), classes, "/nowhere").err()).isEmpty();
        assertThat(classes.resolve(FOLDER).resolve(LibraryFile.platform()).resolve("liboinfo.so.gz"))
                .hasSameBinaryContentAs(
                        CHECKED_IN.resolve(LibraryFile.platform()).resolve("liboinfo.so.gz"));
    }

    /**
     * A folder with copies of the sources and of the program, so that nothing checked in fits.
     *
     * @param only how the name of a C file ends that is copied
     */
    private Path moduleLikeThis(String only) throws IOException {
        Path module = folder.resolve("module");
        List<Path> copied = sources().stream()
                .filter(file ->
                        !file.toString().endsWith(".c") || file.toString().endsWith(only))
                .toList();
        for (Path file : copied) {
            Path copy = module.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return module;
    }

    private static Program.Ended build(Path module, Path classes, String path)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                module.resolve(PROGRAM).toString(),
                module.toString(),
                classes.toString());
        builder.environment().put("PATH", path);
        return Program.run(builder);
    }

    private Path unpacked(Path libraryFolder) throws IOException {
        Path library = Files.createTempFile(folder, "liboinfo", ".so");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(libraryFolder.resolve("liboinfo.so.gz")))) {
            Files.write(library, in.readAllBytes());
        }
        return library;
    }

    /** Headers, then sources, then the program that compiles them. */
    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String end : List.of(".h", ".c")) {
            try (Stream<Path> files = Files.list(SOURCES)) {
                files.filter(file -> file.toString().endsWith(end)).sorted().forEach(all::add);
            }
        }
        all.add(PROGRAM);
        return all;
    }

    private static String checksum() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : sources()) {
            digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
