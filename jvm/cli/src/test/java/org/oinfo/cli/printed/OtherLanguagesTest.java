package org.oinfo.cli.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.ShortLived;

/**
 * The programs in {@code docs/examples} run as they stand, on this build's classes. Those in R and Octave compare a value with their own
 * calculation from the definition, and fail where it differs.
 */
class OtherLanguagesTest {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String PROGRAMS = "docs/examples/";
    private static final String BEST = "-0.09286153";
    private static final int MINUTES = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void program() throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path arguments = Files.writeString(folder.resolve("arguments"), "-cp \"" + classes + "\"\n");
        List<String> java = ShortLived.java(
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "@" + arguments);
        Files.writeString(
                folder.resolve("oinfo"),
                "#!/bin/sh\nexec '" + String.join("' '", java) + "' org.oinfo.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(folder.resolve("oinfo"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void shell() throws IOException, InterruptedException {
        Run run = run("sh", PROGRAMS + "layers.sh", "examples/activations.npy", "examples/series.csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly("examples/activations.npy 10;22;31 -0.388012", "examples/series.csv 0;3;4 -0.092862");
    }

    @Test
    void shellEndsWhereOinfoFails() throws IOException, InterruptedException {
        Run run = run("sh", PROGRAMS + "layers.sh", "missing.npy", "examples/series.csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no file missing.npy");
    }

    @Test
    @Tag("long")
    void r() throws IOException, InterruptedException {
        requireInstalled("Rscript", "r-base-core");
        Run run = run("Rscript", PROGRAMS + "scan.R");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("by the definition: " + BEST)
                .containsPattern("synergy " + BEST + " +0\\.01 ")
                .containsPattern("heart;oxygen;skin\n");
    }

    @Test
    @Tag("slow")
    void octave() throws IOException, InterruptedException {
        requireInstalled("octave-cli", "octave");
        Run run = run("octave-cli", "-q", PROGRAMS + "scan.m");

        assertThat(run.code()).as(run.err()).isZero();
        // What the page shows is what it prints.
        assertThat(Page.read(REPOSITORY, REPOSITORY.resolve(PROGRAMS + "README.md"))
                        .blocks())
                .singleElement()
                .satisfies(block -> assertThat(run.out().strip().lines()).containsExactlyElementsOf(block.lines()));
    }

    private void requireInstalled(String name, String debian) throws IOException, InterruptedException {
        boolean found = run("sh", "-c", "command -v " + name).code() == 0;
        Assumptions.assumeTrue(found, "not run: there is no " + name + " here (Debian: " + debian + ")");
    }

    private record Run(int code, String out, String err) {}

    private Run run(String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(List.of(words))
                .directory(REPOSITORY.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("OINFO", folder.resolve("oinfo").toString());
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ends within %d minutes", words[0], MINUTES).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
