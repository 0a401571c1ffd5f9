package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of columns that would steer a terminal, turn the direction of writing, or run in a spreadsheet. */
class NamesTest {
    private static final String ESCAPE = "red\u001b[31m";
    private static final String C1 = "\u009b31m\u007f";
    private static final String BIDI = "a\u202eb\u2066c\u2028d";
    private static final String UMLAUT = "gr\u00f6\u00dfe";
    private static final String[] NAMES = {ESCAPE, C1, BIDI, UMLAUT, "=1+1", "+a", "-b", "@c"};

    @TempDir
    Path folder;

    private String data;

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder(String.join(",", NAMES)).append('\n');
        for (int t = 0; t < 60; t++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < NAMES.length; i++) {
                // The first two determine each other, so that messages and the table name them.
                double value = i == 1 ? 0 : shared + random.nextGaussian();
                text.append(i == 0 ? "" : ",").append(i == 1 ? 2 * shared : i == 0 ? shared : value);
            }
            text.append('\n');
        }
        data = TestData.write(folder, "x.csv", text.toString());
    }

    private static void assertHarmless(String text) {
        assertThat(text.chars()
                        .filter(c -> c != '\n'
                                && (Character.isISOControl(c)
                                        || (c >= 0x2028 && c <= 0x202e)
                                        || (c >= 0x2066 && c <= 0x2069)))
                        .boxed())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --format table",
                "scan --format csv",
                "scan --format json",
                "null --surrogates 9 --format table",
                "null --surrogates 9 --format csv",
                "null --surrogates 9 --format json",
                "gradients --nplets - --format table",
                "dynamic --format csv --columns 2-7",
                "dynamic --format table --columns 2-7",
                "dynamic --format json --columns 2-7",
                "target --target gr\u00f6\u00dfe --format table"
            })
    void nothingSteersATerminal(String line) {
        String[] words = line.split(" ");
        String[] args = new String[words.length + 1];
        args[0] = words[0];
        args[1] = data;
        System.arraycopy(words, 1, args, 2, words.length - 1);
        Command command = Command.runWithInput("0,2,3\n", args);
        assertThat(command.code()).as(command.err()).isZero();
        assertHarmless(command.out());
        assertHarmless(command.err());
    }

    @Test
    void messagesShowWhatTheyMayOfAName() {
        Command warned = Command.run("scan", data, "--top", "all");
        assertThat(warned.err())
                .isEqualTo(
                        "oinfo: warning: column 0 \"red?[31m\" and column 1 \"?31m?\" determine each other: every n-plet"
                                + " with both is singular\n");
        assertThat(warned.out()).contains("  determine each other: red?[31m and ?31m?\n");
        Command refused = Command.run("scan", data, "--columns", "0,\u001b[2J\u202e");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("oinfo: ").hasLineCount(1);
        assertHarmless(refused.err());
        assertHarmless(Command.run("scan", "no\u001b[2J.csv").err());
        assertHarmless(Command.run("scan\u001b[2J", data).err());
        assertHarmless(Command.run("scan", data, "--level", "\u001b[2J").err());
    }

    @Test
    void csvPutsAnApostropheBeforeWhatASpreadsheetWouldRun() {
        String out = Command.runWithInput(
                        "4,5,6\n5,6,7\n6,7\n7,3\n3,4\n2,3\n", "measures", data, "--nplets", "-", "--format", "csv")
                .out();
        assertThat(out.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly(
                        "names",
                        "'=1+1;+a;-b",
                        "'+a;-b;@c",
                        "'-b;@c",
                        UMLAUT + ";@c",
                        UMLAUT + ";=1+1",
                        "a?b?c?d;" + UMLAUT);
        // Numbers below zero stay numbers.
        assertThat(Command.run("scan", data, "--format", "csv").out())
                .contains(",-0.")
                .doesNotContain("'-0.");
    }

    @Test
    void jsonKeepsEveryCharacter() {
        JsonNode json = JsonMapper.shared()
                .readTree(Command.run("scan", data, "--level", "full", "--format", "json")
                        .out());
        assertThat(json.at("/variables")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly(NAMES);
    }
}
