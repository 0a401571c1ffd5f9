package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.Main;
import org.oinfo.cli.ShortLived;
import org.oinfo.cli.TestData;

/** Faults of a machine, in processes of their own; docs/faults.md is the list. */
@Tag("long")
class FaultsTest {
    private static final int MINUTES = 3;
    private static final String NULL = "null A --surrogates 20000 --format csv --quiet --backend scalar";
    private static final String SCAN =
            "scan A --order 3 --level full --format csv --quiet --no-screen --backend scalar";

    /** The rows of {@link #NULL} where nothing goes wrong. */
    private static String expectedOfNull = "";

    @TempDir
    private Path folder;

    private Path temporary;
    private final List<Path> mounted = new ArrayList<>();

    @BeforeAll
    static void undisturbed(@TempDir Path elsewhere) throws IOException {
        String data = TestData.write(elsewhere, "A", samples(12, 1));
        Command done = Command.run(NULL.replace("A", data).split(" ", -1));
        assertThat(done.code()).as(done.err()).isZero();
        expectedOfNull = rows(done.out());
    }

    @BeforeEach
    void data() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        TestData.write(folder, "A", samples(12, 1));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        for (Path disk : mounted) {
            assertThat(new ProcessBuilder("umount", disk.toString()).start().waitFor())
                    .isZero();
        }
    }

    @Test
    void aJournalOnAFullDiskKeepsWhatItHasAndGoesOnWhereThereIsRoom() throws IOException, InterruptedException {
        Path disk = disk("32k");
        Ended full = run(NULL + " --resume " + disk.resolve("j"));
        assertThat(full.code()).isEqualTo(ExitCode.FAILED);
        assertThat(full.out()).isEmpty();
        assertThat(full.err())
                .isEqualTo("oinfo: the journal " + disk.resolve("j")
                        + " cannot be written; what it had is kept: No space left on device\n");
        resize(disk, "16m");
        Ended rest = run(NULL + " --resume " + disk.resolve("j"));
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rest.err()).contains(" finished pieces", ": the work goes on from there");
        assertThat(rows(rest)).isEqualTo(expectedOfNull);
    }

    @Test
    void aJournalOfAScanOnAFullDiskIsToldInOneLine() throws IOException, InterruptedException {
        String expected = rows(done(SCAN));
        Path disk = disk("16k");
        Ended full = run(SCAN + " --resume " + disk.resolve("j"));
        assertThat(full.code()).isEqualTo(ExitCode.FAILED);
        assertThat(full.err())
                .isEqualTo("oinfo: the journal " + disk.resolve("j")
                        + " cannot be written; what it had is kept: No space left on device\n");
        resize(disk, "16m");
        assertThat(rows(done(SCAN + " --resume " + disk.resolve("j")))).isEqualTo(expected);
    }

    @Test
    void aDiskWithoutRoomForAJournalIsToldBeforeAnyWork() throws IOException, InterruptedException {
        Path disk = disk("4k");
        Files.write(disk.resolve("filled"), new byte[4096]);
        Ended refused = run(NULL + " --resume " + disk.resolve("j"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .startsWith("oinfo: a journal must be a file that can be written: " + disk.resolve("j") + " cannot, ")
                .contains("No space left on device")
                .hasLineCount(1);
    }

    @Test
    void aResultOnAFullDiskIsPrintedAndNothingIsLeft() throws IOException, InterruptedException {
        String command = "scan A --order 4 --top all --format csv --quiet --no-screen --backend scalar";
        String expected = rows(done(command));
        Path disk = disk("16k");
        Ended full = run(command + " --out " + disk.resolve("r.csv"));
        assertThat(full.code()).isEqualTo(ExitCode.FAILED);
        assertThat(full.err())
                .isEqualTo("oinfo: the result is on standard output, because --out failed: No space left on device\n");
        assertThat(rows(full)).isEqualTo(expected);
        assertThat(files(disk)).isEmpty();
    }

    @Test
    void aPipeThatTheTemporaryFolderHasNoRoomForIsToldAndNothingIsLeft() throws IOException, InterruptedException {
        Path disk = disk("64k");
        Process process = start(disk, "scan - --backend scalar");
        try (OutputStream in = process.getOutputStream()) {
            in.write(samples(200, 2).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("pipe");
        }
        Ended full = ended(process);
        assertThat(full.code()).isEqualTo(ExitCode.FAILED);
        assertThat(full.err())
                .isEqualTo("oinfo: cannot copy standard input to a temporary file: No space left on device\n");
        assertThat(files(disk)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void aSignalWhileInputIsReadLeavesNothingBehindTheNextRun(String signal) throws IOException, InterruptedException {
        Process process = start(temporary, "scan - --backend scalar");
        OutputStream in = process.getOutputStream();
        in.write("1,2,3\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        await(process, () -> files(temporary).stream().anyMatch(name -> name.endsWith("/input")));
        signal(process, signal);
        assertThat(ended(process).code()).isEqualTo(signal.equals("TERM") ? 143 : 137);
        assertThat(files(temporary).isEmpty()).as("left by the signal").isEqualTo(signal.equals("TERM"));
        Process next = start(temporary, "scan - --format csv --quiet --backend scalar");
        try (OutputStream data = next.getOutputStream()) {
            data.write(samples(4, 3).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ended(next).code()).isZero();
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void aSignalWhileTheResultIsWrittenWaitsForTheWhole() throws IOException, InterruptedException {
        String command = "scan A --order 4..6 --top all --format csv --quiet --no-screen --backend scalar";
        String expected = rows(done(command));
        Process process = start(temporary, command);
        await(process, () -> process.getInputStream().available() > 0);
        signal(process, "TERM");
        // The pipe is full: nothing goes on until somebody reads.
        assertThat(process.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(rows(out)).isEqualTo(expected);
        assertThat(process.exitValue()).isZero();
    }

    /** From the start of the process to its end, whatever it does at the moment. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "KILL"})
    void whateverASignalMeetsTheSameCommandGoesOnToTheSameBytes(String signal)
            throws IOException, InterruptedException {
        Path results = Files.createDirectory(folder.resolve("results"));
        String command = NULL + " --resume " + folder.resolve("j") + " --out " + results.resolve("r.csv");
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            Process process = start(temporary, command);
            process.waitFor(100 + random.nextInt(900), TimeUnit.MILLISECONDS);
            signal(process, signal);
            Ended ended = ended(process);
            assertThat(ended.code()).as(ended.err()).isIn(0, ExitCode.INTERRUPTED, 130, 137, 143);
            if (!signal.equals("KILL")) {
                assertThat(files(results)).as("no temporary file").allMatch(name -> name.endsWith("/r.csv"));
                assertThat(files(temporary)).isEmpty();
            }
        }
        assertThat(run(command).code()).isZero();
        assertThat(rows(Files.readString(results.resolve("r.csv")))).isEqualTo(expectedOfNull);
        assertThat(files(results)).as("nor any that was left").hasSize(1);
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void aWorkerWithoutMemoryIsToldAndTheJournalGoesOn() throws IOException, InterruptedException {
        String command = "search A --method random --order 4 --count 600000 --format csv --quiet --backend scalar"
                + " --threads 2 --resume " + folder.resolve("j");
        Ended full = ended(start(temporary, List.of("-Xmx40m"), command));
        assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.FAILED);
        assertThat(full.err())
                .startsWith("oinfo: not enough memory: the heap may take ")
                .hasLineCount(1);
        Ended rest = run(command);
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rows(rest)).isEqualTo(rows(run(command)));
    }

    @Test
    void aReaderThatGoesAwayLeavesAJournalThatIsFinished() throws IOException, InterruptedException {
        String command = "scan A --order 4..6 --top all --format csv --quiet --no-screen --backend scalar --resume "
                + folder.resolve("j");
        Process process = start(temporary, command);
        try (BufferedReader reader = process.inputReader()) {
            assertThat(reader.readLine()).startsWith("# version: ");
        }
        assertThat(ended(process).code()).isZero();
        assertThat(run(command).err()).contains(" holds the finished scan: nothing is scanned again");
    }

    @Test
    void anInputThatIsReplacedIsReadAsItWasAndTheNextRunIsRefused() throws IOException, InterruptedException {
        String command = NULL + " --resume " + folder.resolve("j");
        Process process = start(temporary, command);
        await(process, () -> Files.exists(folder.resolve("j")) && Files.size(folder.resolve("j")) > 2000);
        Path other = Path.of(TestData.write(folder, "other", samples(12, 9)));
        Files.move(other, folder.resolve("A"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Ended ended = ended(process);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(rows(ended)).isEqualTo(expectedOfNull);
        Ended next = run(command);
        assertThat(next.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(next.err()).contains("a journal must be of this run: ", " has data: sha256 ");
    }

    @Test
    void aJournalThatIsTakenAwayIsTold() throws IOException, InterruptedException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        String command = NULL.replace("20000", "9000000") + " --resume " + gone.resolve("j");
        Process process = start(temporary, command);
        await(process, () -> Files.exists(gone.resolve("j")) && Files.size(gone.resolve("j")) > 2000);
        Files.delete(gone.resolve("j"));
        Files.delete(gone);
        signal(process, "TERM");
        Ended ended = ended(process);
        assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ended.err())
                .contains("oinfo: stopped; " + gone.resolve("j") + " is gone, so this begins anew: oinfo null ");
    }

    private record Ended(int code, String out, String err) {}

    /** Whether something has come. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process process, Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < MINUTES * 6000 && process.isAlive() && !condition.holds(); i++) {
            Thread.sleep(10);
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private Ended done(String command) throws IOException, InterruptedException {
        Ended ended = run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private Ended run(String command) throws IOException, InterruptedException {
        return ended(start(temporary, command));
    }

    private Process start(Path temporaryFolder, String command) throws IOException {
        return start(temporaryFolder, List.of(), command);
    }

    /** Where standard input is not written to, there is none. */
    private Process start(Path temporaryFolder, List<String> flags, String words) throws IOException {
        List<String> command =
                ShortLived.java("-Djava.io.tmpdir=" + temporaryFolder, "--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (String word : words.split(" ", -1)) {
            command.add(
                    word.equals("A") || word.equals("B") ? folder.resolve(word).toString() : word);
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        String out = "";
        try {
            out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("closed");
        }
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(folder.resolve("err.txt")));
    }

    private static String rows(Ended ended) {
        return rows(ended.out());
    }

    private static String rows(String csv) {
        return csv.replaceAll("(?m)^#.*\n", "");
    }

    private static List<String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            // What the Java machine writes of itself is not ours.
            return all.filter(file -> !file.equals(in))
                    .map(Path::toString)
                    .filter(name -> !name.contains("hsperfdata"))
                    .sorted()
                    .toList();
        }
    }

    /** A disk of so many bytes, where this process may make one. */
    private Path disk(String size) throws IOException, InterruptedException {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "disks are made so on Linux");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        int code = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assumeTrue(code == 0, "only root may make a disk");
        mounted.add(disk);
        return disk;
    }

    private static void resize(Path disk, String size) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mount", "-o", "remount,size=" + size, disk.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String samples(int variables, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 100; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < variables; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextGaussian() + (i % 3 == 0 ? common : 0));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
