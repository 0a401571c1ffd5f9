package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oinfo.cli.command.ResumeCommandTest.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.TestData;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;

/** {@code --resume} of the commands that keep numbered pieces; what {@code A}, {@code B}, {@code Y} and {@code N} stand for is data. */
class ResumeEveryCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void data() throws IOException {
        Random random = new Random(5);
        TestData.write(folder, "A", samples(random));
        TestData.write(folder, "B", samples(random));
        StringBuilder classes = new StringBuilder();
        for (int t = 0; t < 150; t++) {
            classes.append(random.nextInt(2)).append('\n');
        }
        TestData.write(folder, "Y", classes.toString());
        TestData.write(folder, "N", "0,1,2\n3,5,7\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null A --surrogates 30",
                "null A --surrogates 20 --family search --order 5",
                "null A --nplets N --family list --surrogates 30 --surrogate tree",
                "bootstrap A --nplets N --resamples 50",
                "resample A --order 3..4 --resamples 40",
                "measures A --nplets N",
                "curve A --repeats 5",
                "search A --max-order 6",
                "search A --seeds pairs --max-order 5",
                "search A --method anneal --order 5",
                "search A --method refine --nplets N",
                "search A --method random --order 4 --count 700",
                "target A --target Y --order 2..3 --permutations 19",
                "target A --target Y --order 3 --estimator knn",
                "dynamic A --order 2",
                "dynamic A --method greedy --order 2",
                "compare A B --permutations 30",
                "scan A --window 50 --step 25 --order 3,4",
                "scan A --estimator knn --window 100 --step 50"
            })
    void theResultIsThatWithoutAJournal(String words) throws IOException {
        // A list of windows as JSON says in each how it was made.
        for (String format : words.contains("--window") ? List.of("csv") : List.of("csv", "json")) {
            String[] plain = command(words, "--format", format);
            String[] resumed = command(words, "--format", format, "--resume", folder.resolve(format) + "");
            stopped(resumed);
            Path journal = folder.resolve(format);
            String expected = result(Command.run(plain).out());
            Command first = Command.run(with(resumed, "--threads", "3"));
            assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
            assertThat(result(first.out())).isEqualTo(expected);
            byte[] finished = Files.readAllBytes(journal);
            Command again = Command.run(with(resumed, "--threads", "1"));
            assertThat(result(again.out())).isEqualTo(expected);
            assertThat(again.err()).containsPattern(" holds [0-9,]+ finished pieces: the work goes on from there\n");
            assertThat(journal).as("nothing is done anew").hasBinaryContent(finished);
        }
    }

    /** Stops the command at its first step: the journal has its head, perhaps a piece. */
    private static void stopped(String... command) {
        Interruption interruption = new Interruption();
        interruption.request();
        StringWriter err = new StringWriter();
        int code = Oinfo.run(
                command,
                new Streams(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new PrintWriter(err, true),
                        false,
                        interruption));
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err.toString())
                .contains("oinfo: stopped; this goes on from there: oinfo " + String.join(" ", command) + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null A --surrogates 30|--seed=2|seed: 1|seed: 2",
                "null A --surrogates 30|--order=4|order: 3|order: 4",
                "bootstrap A --nplets N --resamples 50|--seed=3|seed: 1|seed: 3",
                "resample A --resamples 40|--order=4|orders: [3]|orders: [4]",
                "curve A --repeats 5|--seed=4|seed: 1|seed: 4",
                "search A --max-order 6|--beam=3|beam: 1|beam: 3",
                "search A --method anneal --order 5|--seed=9|seed: 1|seed: 9",
                "target A --target Y|--rank-by=i|ranked by: DOMEGA|ranked by: I",
                "dynamic A --order 2|--lag=2|target: series 0, lag 1|target: series 0, lag 2",
                "compare A B --permutations 30|--paired|paired: false|paired: true",
                "scan A --window 50|--step=10|windows: 3 of 50, step 50|windows: 11 of 50, step 10"
            })
    void otherOptionsAreRefusedByName(String row) {
        String[] fields = row.split("\\|", -1);
        Path journal = folder.resolve("j");
        String[] begun = command(fields[0], "--resume", journal.toString());
        assertThat(Command.run(begun).code()).isEqualTo(ExitCode.DONE);
        Command other = Command.run(with(begun, fields[1]));
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.out()).isEmpty();
        assertThat(other.err())
                .contains("a journal must be of this run: " + journal + " has " + fields[2] + ", this run has "
                        + fields[3] + "; run as it was begun, or name another file");
    }

    @Test
    void theCommandsThatKeepNothingHaveNoSuchOption() {
        Command refused = Command.run(command("gradients A --nplets N", "--resume", "j"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("--resume");
    }

    @Test
    @Tag("long")
    void aNullThatIsKilledGoesOnToTheSameBytes() throws IOException, InterruptedException {
        Path journal = folder.resolve("j");
        String[] plain = command("null A --surrogates 30000 --order 3 --format csv");
        String[] resumed = with(plain, "--resume", journal.toString());
        String expected = result(Command.run(plain).out());
        long least = 0;
        for (int kill = 0; kill < 3; kill++) {
            Process process = ResumeCommandTest.process(folder, with(resumed, "--threads", 1 + kill % 2 + ""));
            while (process.isAlive() && (Files.notExists(journal) || Files.size(journal) <= least + 2000)) {
                Thread.sleep(5);
            }
            if (kill == 0 && process.isAlive()) {
                Command second = Command.run(resumed);
                assertThat(second.err() + second.code())
                        .containsAnyOf(
                                " is in use by another process", " finished pieces", Integer.toString(ExitCode.DONE));
            }
            process.destroyForcibly().waitFor();
            assertThat(Files.size(journal)).as("after kill %d", kill).isGreaterThan(least);
            least = Files.size(journal);
        }
        Command rest = Command.run(resumed);
        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.DONE);
        assertThat(rest.err()).contains(" finished pieces");
        assertThat(result(rest.out())).isEqualTo(expected);
    }

    private String[] command(String words, String... more) {
        Stream<String> typed = Arrays.stream(words.split(" ", -1))
                .map(word -> word.length() == 1 && "ABYN".contains(word)
                        ? folder.resolve(word).toString()
                        : word);
        return Stream.concat(typed, Stream.of(more)).toArray(String[]::new);
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private static String samples(Random random) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 150; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 9; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextGaussian() + (i % 3 == 0 ? common : 0));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
