package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Main;
import org.oinfo.cli.ShortLived;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Behaviour that only a process of its own can show: signals and closed pipes. */
@Tag("long")
class ProcessTest {
    private static final int MINUTES = 3;

    @TempDir
    Path folder;

    private String samples(int variables) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 100; t++) {
            for (int i = 0; i < variables; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextInt(1_000_000));
            }
            text.append('\n');
        }
        return TestData.write(folder, "x.csv", text.toString());
    }

    private ProcessBuilder command(String... args) {
        return java(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"), args);
    }

    private ProcessBuilder java(List<String> flags, String... args) {
        List<String> command = ShortLived.java();
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile());
    }

    /** Without the check the rankings would grow until memory ends, after most of the work. */
    @Test
    void whatWillNotFitIntoTheHeapIsRefusedBeforeItBegins() throws IOException, InterruptedException {
        Process process = withHeap(64, "scan", samples(150), "--order", "3", "--top", "all", "--quiet");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .containsPattern(
                        "oinfo: a scan that keeps 551300 n-plets at each end must fit into the memory of the process:"
                                + " it needs about \\d+ MB, and \\d+ MB of the 6\\d MB that the heap may take are left; keep fewer"
                                + " n-plets, or give more memory, as by JAVA_TOOL_OPTIONS=-Xmx\\d+m");
    }

    @Test
    void aScanOfAnyLengthTakesLittleMemory() throws IOException, InterruptedException {
        Process process = withHeap(32, "scan", samples(150), "--order", "4", "--level", "full", "--quiet");
        assertThat(process.waitFor()).isZero();
    }

    private Process withHeap(int megabytes, String... args) throws IOException {
        return java(
                        List.of(
                                "-Xmx" + megabytes + "m",
                                "--add-modules",
                                "jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED"),
                        args)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsTheScanWithWhatIsFinished(String signal) throws IOException, InterruptedException {
        assumeTrue(signal.equals("TERM") || !interruptIsIgnored(), "SIGINT is ignored where the tests run");
        File out = folder.resolve("out.json").toFile();
        // C(100,5) takes a minute, C(100,9) years.
        Process process = command(
                        "scan",
                        samples(100),
                        "--order",
                        "5..9",
                        "--top",
                        "2",
                        "--format",
                        "json",
                        "--backend",
                        "scalar",
                        "--out",
                        out.getPath())
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        String told;
        try {
            awaitScan(process);
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
            told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(told).endsWith("oinfo: stopped; " + out + " holds what was found until then, marked as partial\n");
        JsonNode json = JsonMapper.shared().readTree(out);
        assertThat(json.at("/run/partial").asBoolean()).isTrue();
        JsonNode last = json.at("/orders/4");
        assertThat(last.at("/order").asInt()).isEqualTo(9);
        assertThat(last.at("/partial").asBoolean()).isTrue();
        assertThat(last.at("/fraction").asDouble()).isLessThan(1);
        JsonNode first = json.at("/orders/0");
        assertThat(first.at("/total").asLong()).isPositive().isLessThanOrEqualTo(75_287_520);
        assertThat(first.at("/most_synergistic").size()).isEqualTo(2);
    }

    @Test
    void windowsThatAreFinishedWhenASignalComesAreWritten() throws IOException, InterruptedException {
        Path out = folder.resolve("windows.csv");
        Process process = command(
                        "scan",
                        samples(60),
                        "--order",
                        "5",
                        "--window",
                        "50",
                        "--step",
                        "1",
                        "--format",
                        "csv",
                        "--backend",
                        "scalar")
                .redirectOutput(out.toFile())
                .start();
        try {
            while (process.isAlive() && rows(out).size() < 2) {
                Thread.sleep(100);
            }
            assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        List<String> rows = rows(out);
        assertThat(rows.get(0)).startsWith("first_row,last_row,order,nplets,");
        assertThat(rows.get(1)).startsWith("0,49,5,5461512,");
        assertThat(Files.readString(folder.resolve("err.txt")))
                .contains("oinfo: interrupted: " + (rows.size() - 1) + " of ");
    }

    /** As in an image that jlink made small. */
    @Test
    void withoutJavaDesktopAPngIsRefusedAndTheRestIsWritten() throws IOException, InterruptedException {
        List<String> flags = List.of("--limit-modules", "java.base,java.logging,jdk.management");
        Path svg = folder.resolve("p.svg");
        Path page = folder.resolve("p.html");
        Process drawn = java(
                        flags, "scan", samples(4), "--quiet", "--report", page.toString(), "--plot", svg.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(drawn.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(drawn.exitValue())
                .as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        assertThat(svg).isNotEmptyFile();
        assertThat(page).isNotEmptyFile();
        Path png = folder.resolve("p.png");
        Process refused =
                java(flags, "scan", "absent.csv", "--plot", png.toString()).start();
        assertThat(refused.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(ExitCode.BACKEND_UNAVAILABLE);
        assertThat(folder.resolve("err.txt"))
                .hasContent(
                        "oinfo: --plot FILE.png needs a Java with the module java.desktop: this one has none; give a"
                                + " name that ends in .svg, which needs nothing");
        assertThat(png).doesNotExist();
    }

    private static List<String> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Waits until worker threads have begun, as far as processor time tells. */
    private static void awaitScan(Process process) throws InterruptedException {
        for (int i = 0; i < MINUTES * 600; i++) {
            long seconds = process.info().totalCpuDuration().orElseThrow().toSeconds();
            if (seconds >= 4 || !process.isAlive()) {
                return;
            }
            Thread.sleep(100);
        }
    }

    /** A shell starts background jobs with SIGINT ignored, and so are their children. */
    private static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String line = Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        long ignored = Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16);
        return (ignored & 2) != 0;
    }

    @Test
    void aReaderThatGoesAwayEndsTheOutputQuietly() throws IOException, InterruptedException {
        // 487,635 rows: far more than a pipe holds.
        Process piped = command("scan", samples(60), "--order", "4", "--top", "all", "--format", "csv")
                .start();
        try (BufferedReader reader = piped.inputReader()) {
            assertThat(reader.readLine()).startsWith("# version: ");
        }
        assertThat(piped.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(piped.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("err.txt"))
                        .replace("WARNING: Using incubator modules: jdk.incubator.vector\n", ""))
                .isEmpty();
    }

    @Test
    void aBackendThatJavaWasStartedWithoutIsRefusedWithTheReason() throws IOException, InterruptedException {
        File out = folder.resolve("out.txt").toFile();
        File result = folder.resolve("result.csv").toFile();
        Process process = java(List.of(), "scan", samples(5), "--backend", "simd", "--out", result.getPath())
                .redirectOutput(out)
                .start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.BACKEND_UNAVAILABLE).isEqualTo(3);
        assertThat(folder.resolve("err.txt"))
                .hasContent("oinfo: backend simd is not available here: the module jdk.incubator.vector is not loaded:"
                        + " start java with --add-modules jdk.incubator.vector");
        assertThat(out).isEmpty();
        assertThat(result).doesNotExist();
    }

    /** What is typed may be data, n-plets, a result or a column; nobody reads it as something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan d\u00e4/\u00fc.csv",
                "measures x.csv --nplets d\u00e4.txt",
                "scan x.csv --out d\u00e4/r.csv",
                "target x.csv --target \u00fc",
                "report \u00fc.json",
                "study d\u00e4"
            })
    void aNameThatTheLocaleCannotSpellIsRefusedInOneLine(String line) throws IOException, InterruptedException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the tests do not run in UTF-8 themselves");
        Files.copy(
                Path.of(samples(5)),
                Files.createDirectory(folder.resolve("d\u00e4")).resolve("\u00fc.csv"));
        ProcessBuilder builder = java(List.of(), line.split(" ")).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        assertThat(code(builder.start())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .matches(
                        "oinfo: every argument must be one that java can read: it cannot read all characters of \\S+ in this"
                                + " locale \\(ANSI_X3\\.4-1968\\); set LC_ALL=C\\.UTF-8, or start it with the launcher \\./oinfo\n");
    }

    @Test
    void aFolderThatTheLocaleCannotSpellIsNamedAsTheCause() throws IOException, InterruptedException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the tests do not run in UTF-8 themselves");
        samples(5);
        Path inside = Files.createDirectory(folder.resolve("d\u00e4"));
        ProcessBuilder builder = java(List.of(), "scan", "../x.csv").directory(inside.toFile());
        builder.environment().put("LC_ALL", "C");
        assertThat(code(builder.start())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(folder.resolve("err.txt"))
                .hasContent(
                        "oinfo: the input must exist: there is no file ../x.csv; check the path; java cannot read the name"
                                + " of the current folder in this locale (ANSI_X3.4-1968); set LC_ALL=C.UTF-8, or start it with the"
                                + " launcher ./oinfo");
    }

    @Test
    void aFileThatIsCutShortWhileItIsReadIsRefusedInOneLine() throws IOException, InterruptedException {
        Path maps = Path.of("/proc", "self", "maps");
        assumeTrue(Files.exists(maps), "this system does not show what a process has mapped");
        Path path = folder.resolve("large.npy");
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2000000, 20), }";
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            file.write((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
            file.setLength(128 + 2_000_000L * 20 * 8);
        }
        Process process = command("scan", path.toString()).start();
        Path mapped = Path.of("/proc", Long.toString(process.pid()), "maps");
        while (process.isAlive() && !Files.readString(mapped).contains("large.npy")) {
            Thread.sleep(1);
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        assertThat(code(process)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.readString(folder.resolve("err.txt"))
                        .replace("WARNING: Using incubator modules: jdk.incubator.vector\n", ""))
                .isEqualTo("oinfo: the input must stay as it is while it is read: " + path
                        + " was written to meanwhile, and had 320000128 bytes before and 1048576 after; wait until it is"
                        + " complete, then run this again\n");
    }

    @Test
    void theResultOfAFolderThatVanishesIsPrinted() throws IOException, InterruptedException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        File out = folder.resolve("out.txt").toFile();
        Process process = command("measures", samples(5), "--nplets", "-", "--format", "csv", "--out", gone + "/r.csv")
                .redirectOutput(out)
                .start();
        // It has opened its output before it reads n-plets.
        Path temporary = gone.resolve(".r.csv." + process.pid() + ".tmp");
        for (int i = 0; i < MINUTES * 600 && !Files.exists(temporary); i++) {
            Thread.sleep(100);
        }
        // A file that vanishes within the moments in which it is made ready is refused instead.
        Thread.sleep(1000);
        Files.delete(temporary);
        Files.delete(gone);
        process.getOutputStream().write("0,1,2\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(code(process)).isEqualTo(ExitCode.FAILED);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .endsWith("oinfo: the result is on standard output, because --out failed: its folder is gone, or was"
                        + " emptied, while the result was made\n");
        assertThat(out).content().contains("\norder,tc,dtc,o,s,nplet\n3,").endsWith(",0;1;2\n");
    }

    private static int code(Process process) throws InterruptedException {
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFullDiskIsToldWithTheOutputItConcerns(boolean named) throws IOException, InterruptedException {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "this system has no /dev/full");
        List<String> args = new ArrayList<>(List.of("scan", samples(5), "--quiet", "--backend", "scalar"));
        if (named) {
            args.addAll(List.of("--out", full.getPath()));
        }
        Process process = java(List.of(), args.toArray(String[]::new))
                .redirectOutput(named ? folder.resolve("out.txt").toFile() : full)
                .start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.FAILED);
        assertThat(folder.resolve("err.txt"))
                .hasContent("oinfo: " + (named ? "/dev/full" : "standard output")
                        + " cannot be written: No space left on device");
    }
}
