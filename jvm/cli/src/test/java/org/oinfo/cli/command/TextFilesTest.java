package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options about text. The total correlation of two columns is -1/2 ln(1 - r^2), with r from sums by hand. */
class TextFilesTest {
    /** x = 2, 1, 3, 4 and y = 2, 1, 4, 3: sums of squares 5 and 5, of products 4. */
    private static final double FOUR = -0.5 * Math.log(1 - 16.0 / 25);

    /** With x = 0 and y = 1 before them: 10, 6.8 and 7. */
    private static final double FIVE = -0.5 * Math.log(1 - 49 / 68.0);

    @TempDir
    private Path folder = Path.of("");

    private Command measures(String text, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("measures", TestData.write(folder, "x.csv", text), "--nplets"));
        args.add(TestData.write(folder, "n.txt", "0,1\n"));
        args.addAll(List.of("--estimator", "gaussian", "--format", "json"));
        args.addAll(List.of(options));
        return Command.run(args.toArray(String[]::new));
    }

    private static void holds(Command ran, int samples, double tc, String warnings) {
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEqualTo(warnings);
        JsonNode result = JsonMapper.shared().readTree(ran.out());
        assertThat(result.at("/run/samples").asInt()).isEqualTo(samples);
        assertThat(result.at("/measures/0/tc").asDouble()).isCloseTo(tc, within(1e-12));
    }

    private void isRefused(Command ran, String message) {
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("oinfo: " + message.replace("FILE", folder + "/x.csv") + "\n");
    }

    @Test
    void aFirstLineThatCountsIsAHeaderUnlessItIsSaidToBeNone() throws IOException {
        String text = "0,1\n2,2\n1,1\n3,4\n4,3\n";
        holds(
                measures(text),
                4,
                FOUR,
                "oinfo: warning: line 1, which counts up to 1, was read as names of columns, not as values\n");
        holds(measures(text, "--header", "yes"), 4, FOUR, "");
        holds(measures(text, "--header", "no"), 5, FIVE, "");
    }

    @Test
    void wordsAreNamesWhateverIsSaidOfCounting() throws IOException {
        String text = "hip,knee\n2,2\n1,1\n3,4\n4,3\n";
        holds(measures(text), 4, FOUR, "");
        holds(measures(text, "--header", "yes"), 4, FOUR, "");
        isRefused(
                measures(text, "--header", "no"),
                "every value must be a number: FILE has \"hip\" at line 1, column 0 (columns count from 0); correct it, or"
                        + " leave that column out");
        isRefused(
                measures(text, "--header", "maybe"),
                "--header must be one of auto, yes, no: found \"maybe\"; see oinfo measures --help");
    }

    @Test
    void aMarkOfOnesOwnIsAMissingValueOnceItIsSaid() throws IOException {
        String text = "a,b\n2,2\n1,1\nlost,7\n3,4\n4,3\n";
        isRefused(
                measures(text, "--na", "lost"),
                "every value must be finite: FILE has \"lost\" at line 4, column 0 \"a\" (columns count from 0); correct it,"
                        + " or leave such rows out with --missing drop-rows");
        holds(
                measures(text, "--na", "none of these,LOST", "--missing", "drop-rows"),
                4,
                FOUR,
                "oinfo: warning: 1 row with missing values left out: 1 in column 0 \"a\"\n");
        holds(measures(text.replace("lost,7\n", ""), "--na", "lost", "--missing", "drop-rows"), 4, FOUR, "");
    }
}
