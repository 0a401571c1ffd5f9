package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that runs oinfo without a JDK. */
class ImageIT {
    private static final long LARGEST = 90_000_000;
    private static final int OLDEST_GLIBC = 28;

    @TempDir
    Path folder;

    private Shell shell() {
        return new Shell(folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
    }

    private static String program() {
        return Built.IMAGE.resolve("bin/oinfo").toString();
    }

    @Test
    void itRunsFromAnyFolderAndThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(program()));
        assertThat(shell().out(link.toString(), "--version")).isEqualTo("oinfo " + Built.VERSION + "\n");
        assertThat(shell().out(program(), "info")).contains("native: available");
    }

    @Test
    void javaTakesTheArchiveOfClasses() throws IOException, InterruptedException {
        // Without the parts of the launcher that keep java silent about it; "on" ends java where it cannot be used.
        String said = shell().out(
                        Built.IMAGE.resolve("bin/java").toString(),
                        "-XX:AOTCache=" + Built.IMAGE.resolve("lib/oinfo.aot"),
                        "-XX:AOTMode=on",
                        "-XX:+UseParallelGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        Built.IMAGE.resolve("lib/oinfo.jar").toString(),
                        "--version");
        assertThat(said).isEqualTo("oinfo " + Built.VERSION + "\n");
    }

    @Test
    void otherBackendsAndFormatsRunToo() throws IOException, InterruptedException {
        Path examples = Built.REPOSITORY.resolve("examples");
        String activations = examples.resolve("activations.npy").toString();
        String simd = shell().out(program(), "scan", activations, "--backend", "simd", "--quiet", "--format", "csv");
        String usual = shell().out(program(), "scan", activations, "--quiet", "--format", "csv");
        assertThat(rows(simd)).isEqualTo(rows(usual)).anyMatch(row -> row.endsWith(",10;22;31"));
        Path formats = Built.REPOSITORY.resolve("jvm/oinfo/src/test/resources");
        for (Path file : Built.files(formats)) {
            if (file.toString().matches(".*\\.(parquet|h5|nwb|nc|mat|npz|safetensors)")) {
                Shell.Run run = shell().run(program(), "scan", file.toString(), "--order", "3", "--dry-run");
                assertThat(run.err()).as(file.toString()).doesNotContain("Exception", "Error", "NoClassDef");
                assertThat(run.code()).as("%s: %s", file, run.err()).isIn(0, 2);
            }
        }
    }

    private static List<String> rows(String csv) {
        return csv.lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void itIsSmallAndHoldsNoLinkAndNothingForOtherMachines() throws IOException, InterruptedException {
        long size = 0;
        for (Path file : Built.files(Built.IMAGE)) {
            assertThat(file).isRegularFile();
            assertThat(Files.isSymbolicLink(file)).as(file.toString()).isFalse();
            size += Files.size(file);
        }
        System.out.printf("image: %,d bytes%n", size);
        assertThat(size).isLessThan(LARGEST);
        try (ZipFile jar = new ZipFile(Built.IMAGE.resolve("lib/oinfo.jar").toFile())) {
            assertThat(
                            jar.stream()
                                    .map(Object::toString)
                                    .filter(
                                            name -> name.matches(
                                                    ".*(\\.(dll|dylib|jnilib)|(?i:aarch64|arm|ppc|riscv|s390|i386|musl|freebsd|/x86/).*\\.so.*)")))
                    .isEmpty();
        }
        assertThat(shell().out(Built.IMAGE.resolve("bin/java").toString(), "--list-modules"))
                .contains("jdk.incubator.vector")
                .doesNotContain("java.desktop");
    }

    @Test
    void noFileNeedsANewGlibc() throws IOException, InterruptedException {
        List<Path> files = Built.elf(Built.IMAGE, folder);
        assertThat(files.stream().map(Path::toString))
                .anyMatch(file -> file.endsWith("liboinfo.so.gz"))
                .anyMatch(file -> file.contains("zstd"))
                .anyMatch(file -> file.endsWith("libjvm.so"));
        int newest = 0;
        for (Path file : files) {
            int needed = Built.glibc(file, folder);
            newest = Math.max(newest, needed);
            assertThat(needed).as(file.toString()).isLessThanOrEqualTo(OLDEST_GLIBC);
        }
        System.out.printf("%d programs and libraries need at most GLIBC_2.%d%n", files.size(), newest);
    }

    @Test
    void licencesTravelWithIt() throws IOException {
        Path legal = Built.IMAGE.resolve("legal");
        assertThat(legal.resolve("java.base/LICENSE")).content().contains("GNU General Public License", "CLASSPATH");
        try (Stream<Path> jars = Files.list(Path.of("target/libraries"))) {
            for (Path jar : jars.toList()) {
                String library = jar.getFileName().toString().replaceFirst("-\\d.*", "");
                if (!library.startsWith("oinfo")) {
                    assertThat(Built.files(legal.resolve(library))).as(library).isNotEmpty();
                }
            }
        }
        assertThat(Built.IMAGE.resolve("LICENSE")).hasSameTextualContentAs(Built.REPOSITORY.resolve("LICENSE"));
    }

    @Test
    void manualPagesAreCleanAndSayWhatHelpSays() throws IOException, InterruptedException {
        List<Path> pages = Built.files(Built.IMAGE.resolve("share/man/man1"));
        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages) {
            Shell.Run run = shell().run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page.toString());
            assertThat(run.code()).as(page.toString()).isZero();
            assertThat(run.err()).as(page.toString()).isEmpty();
        }
        Path scan = Built.IMAGE.resolve("share/man/man1/oinfo-scan.1");
        String read = flat(shell().out("bash", "-c", "MANWIDTH=1000 man -l " + scan + " | col -bx"));
        for (String line : shell().out(program(), "scan", "--help").lines().toList()) {
            String option = line.strip().split("[ =,]", 2)[0];
            if (option.startsWith("--")) {
                assertThat(read).contains(option);
            }
        }
        assertThat(read).contains("how many are dominated by redundancy and by synergy");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void commandsAndOptionsAreCompleted() throws IOException, InterruptedException {
        Path completion = Built.IMAGE.resolve("share/bash-completion/completions/oinfo");
        String script = ". '%s'; COMP_WORDS=(oinfo %s); COMP_CWORD=%d; _complete_oinfo; echo ${COMPREPLY[*]}";
        assertThat(shell().out("bash", "-c", script.formatted(completion, "sc", 1))
                        .strip())
                .isEqualTo("scan");
        assertThat(shell().out("bash", "-c", script.formatted(completion, "scan --ord", 2))
                        .strip())
                .isEqualTo("--order");
    }
}
