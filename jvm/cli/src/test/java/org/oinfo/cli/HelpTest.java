package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a command prints about itself. */
class HelpTest {
    private static final int WIDTH = 100;

    static Stream<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        collect(Oinfo.described(), all);
        return all.stream();
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(inner -> collect(inner, all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void listsEveryOptionOnce(CommandLine command) {
        List<String> lines = command.getUsageMessage().lines().toList();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.hidden()) {
                continue;
            }
            assertThat(lines)
                    .as(option.longestName())
                    .filteredOn(line -> line.matches(" {2}(-., | {4})\\Q" + option.longestName() + "\\E($|[=\\[ ].*)"))
                    .hasSize(1);
        }
    }

    /** What is broken by hand fits, and examples can be copied: a line that the help breaks again looks like two. */
    @ParameterizedTest
    @MethodSource("commands")
    void breaksNoLineTwice(CommandLine command) {
        String[] footer = command.getCommandSpec().usageMessage().footer();
        for (int i = 0; i < footer.length; i++) {
            boolean last = i + 1 == footer.length || footer[i + 1].isBlank() || footer[i + 1].matches("[A-Z].*");
            if (footer[i].startsWith("  ") || !last) {
                assertThat(footer[i]).hasSizeLessThanOrEqualTo(WIDTH);
            }
        }
    }

    @Test
    void tellsApartWhatOptionsAreAbout() {
        String help = Command.run("scan", "--help").out();
        assertThat(help)
                .startsWith("Usage: oinfo scan [OPTIONS] DATA [DATA...]\n")
                .containsSubsequence(
                        "\nOptions:\n      --order=ORDERS",
                        "\nThe data, and how they are read:\n",
                        " --columns=LIST",
                        "\nHow dependence is estimated:\n      --estimator=",
                        "\nHow it runs:\n",
                        " --threads=n",
                        "\nWhat comes out:\n",
                        " --format=",
                        "\n\n  -h, --help",
                        "\nExamples:\n");
        // What must be given is not left to the list.
        assertThat(Command.run("target", "--help").out())
                .startsWith("Usage: oinfo target --target=COLUMNS|FILE [OPTIONS] DATA\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "null", "info"})
    void isFoundByItsName(String command) {
        Command asked = Command.run("help", command);
        assertThat(asked.code()).isZero();
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).isEqualTo(Command.run(command, "--help").out());
    }

    @Test
    void isThatOfAllCommandsWithoutAName() {
        assertThat(Command.run("help").out()).isEqualTo(Command.run("--help").out());
        Command wrong = Command.run("help", "scna");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("oinfo: there is no command scna: did you mean scan? commands are demo, ");
    }
}
