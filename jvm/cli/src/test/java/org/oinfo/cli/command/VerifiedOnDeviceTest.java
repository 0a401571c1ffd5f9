package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Main;
import org.oinfo.cli.ShortLived;
import org.oinfo.cli.TestData;
import org.oinfo.cli.process.ExitCode;

/**
 * Verified scans on the backend cuda, from the command line to the verifier, over the stand-in for a driver that the tests of that module
 * compile: a sound device, and one whose copy of a correlation has a wrong bit. Skipped where there is none.
 */
class VerifiedOnDeviceTest {
    private static final int N = 12;
    private static final int MINUTES = 3;

    private static final Path STAND_INS = Path.of("..", "..", "cuda", "target", "standin");

    @TempDir
    private Path folder;

    private String driver = "";

    @BeforeEach
    void onlyWithAStandIn() throws IOException {
        driver = standIn().map(Path::toString).orElse("");
        assumeTrue(
                !driver.isEmpty(),
                "there is no stand-in for a CUDA driver: it is compiled by the tests of the module cuda");
    }

    private static Optional<Path> standIn() throws IOException {
        if (!Files.isDirectory(STAND_INS)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(STAND_INS)) {
            return folders.map(each -> each.resolve("libcuda.so.1"))
                    .filter(Files::exists)
                    .max(Comparator.comparingLong(each -> each.toFile().lastModified()))
                    .map(Path::toAbsolutePath);
        }
    }

    @ParameterizedTest
    @CsvSource({"3,plain", "4,plain", "4,full", "8,plain"})
    void aSoundDevice(int order, String level) throws Exception {
        Run run = scan(0, order, level);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("\ncuda, CPU stand-in 0 ")
                .containsPattern("\n  verified: sum of determinants \\S+, deviation \\S+, bound \\S+\n");
    }

    @ParameterizedTest
    @CsvSource({"3,plain,219", "4,plain,494", "4,full,494"})
    void aDeviceWithAWrongBit(int order, String level, int last) throws Exception {
        Run run = scan(N * N * Double.BYTES, order, level);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("oinfo: the scan of order " + order
                        + " is wrong: the determinants of all n-plets must add up to ")
                .contains("; where: ranks 0 to " + last + " must add up to ")
                .endsWith("; do not use its result, and run it again on another backend or machine\n");
    }

    /** Its kernels of this order sum none. */
    @Test
    void anOrderAboveEight() throws Exception {
        Run run = scan(0, 9, "plain");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .endsWith(
                        "oinfo: a scan that counts is verified where its kernels sum determinants: those of the backend"
                                + " cuda do up to order 8, found order 9; choose another backend, the level extremes, or leave"
                                + " verification out\n");
    }

    private record Run(int code, String out, String err) {}

    /** A process has one driver, so that each scan has its own process. */
    private Run scan(int flipped, int order, String level) throws IOException, InterruptedException {
        List<String> command = ShortLived.java(
                "--enable-native-access=ALL-UNNAMED",
                "-Doinfo.cuda.driver=" + driver,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        command.addAll(List.of("scan", samples(), "--backend", "cuda", "--verify", "--no-screen", "--top", "1"));
        command.addAll(List.of("--order", Integer.toString(order), "--level", level));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("STANDIN_FLIPPED", Integer.toString(flipped));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String samples() throws IOException {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 100; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < N; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextGaussian() + (i % 2 == 0 ? common : 0));
            }
            text.append('\n');
        }
        return TestData.write(folder, "data.csv", text.toString());
    }
}
