package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The step of the build that makes the PTX: with nvcc, without, and when there is nothing to do. */
@Execution(ExecutionMode.CONCURRENT)
class PtxBuildTest {
    private static final Path PROGRAM = Path.of("src", "build", "PtxBuild.java");

    @TempDir
    static Path classes;

    /** A module with one source, and a folder for programs. */
    @TempDir
    Path folder;

    private Path source;
    private Path ptx;

    /** Once; the build itself runs it from its source. */
    @BeforeAll
    static void compiled() {
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(compiler.run(System.out, System.err, "-d", classes.toString(), PROGRAM.toString()))
                .isZero();
    }

    @BeforeEach
    void moduleWithOldPtx() throws IOException {
        source = Files.createDirectories(folder.resolve("src/main/cuda")).resolve("oinfo.cu");
        Files.writeString(source, "// one\n");
        ptx = Files.createDirectories(folder.resolve("src/main/resources/org/oinfo/cuda"))
                .resolve("oinfo.ptx.gz");
        Files.writeString(ptx, "old");
    }

    @Test
    void withoutNvccThePtxStaysAndOneLineSaysSo() throws IOException, InterruptedException {
        assertThat(build("/nowhere"))
                .isEqualTo("cuda: " + folder.resolve("src/main/cuda")
                        + " has changed and there is no nvcc (PATH, CUDA_HOME): oinfo.ptx.gz stays as it was\n");
        assertThat(ptx).hasContent("old");
        assertThat(ptx.resolveSibling("oinfo.ptx.sha256")).doesNotExist();
    }

    @Test
    void withNvccThePtxIsMadeOnceForEachState() throws IOException, InterruptedException {
        Path programs = nvccThatWrites("new");
        assertThat(build(programs.toString()))
                .isEqualTo("cuda: made oinfo.ptx.gz with " + programs.resolve("nvcc") + "\n");
        assertThat(unpacked()).isEqualTo("new -std=c++17 -arch=compute_75 -ptx");
        byte[] once = Files.readAllBytes(ptx);
        Files.delete(ptx);
        build(programs.toString());
        assertThat(ptx).as("made again").hasBinaryContent(once);
        nvccThatWrites("never");
        assertThat(build(programs.toString())).isEmpty();
        // Line ends of another system are no change.
        Files.writeString(source, "// one\r\n");
        assertThat(build(programs.toString())).isEmpty();
        Files.writeString(source, "// two\n");
        assertThat(build(programs.toString())).startsWith("cuda: made oinfo.ptx.gz");
        assertThat(unpacked()).startsWith("never");
    }

    private String unpacked() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(ptx))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A folder with a program called nvcc, which writes a word and its options to where it is told. */
    private Path nvccThatWrites(String word) throws IOException {
        assumeTrue(
                !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"), "needs a shell script");
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path nvcc = programs.resolve("nvcc");
        Files.writeString(nvcc, "#!/bin/sh\nprintf '%s' \"" + word + " $1 $2 $3\" > \"$5\"\n");
        Files.setPosixFilePermissions(nvcc, PosixFilePermissions.fromString("rwxr-xr-x"));
        return programs;
    }

    private String build(String path) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toString(),
                "PtxBuild",
                folder.toString()));
        builder.environment().put("PATH", path);
        builder.environment().keySet().removeIf(name -> name.startsWith("CUDA_") || name.startsWith("JDK_JAVA_"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }
}
