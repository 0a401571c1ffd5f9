package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

class NullCommandTest {
    @TempDir
    Path folder;

    private String samples = "";
    private String matrix = "";
    private String list = "";

    /** Column 2 is the sum of 0 and 1 and noise, 3 is independent of them, 4 constant. */
    @BeforeEach
    void data() throws IOException {
        samples = TestData.write(folder, "x.csv", TestData.samples(200));
        matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        list = TestData.write(folder, "n.txt", "0,1,2\n3,1,0\n0,3,5\n");
    }

    private static List<String> body(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aColliderIsSynergyBeyondChanceAndBeyondItsPairs() {
        Command command = Command.run(
                "null", samples, "--columns", "0-3", "--surrogates", "199", "--top", "1", "--format", "csv", "--quiet");
        List<String> lines = body(command);
        assertThat(lines.getFirst()).isEqualTo("end,o,p_fwer,gain,p_carry,nplet");
        String[] synergy = lines.get(1).split(",", -1);
        assertThat(synergy[0]).isEqualTo("synergy");
        assertThat(Double.parseDouble(synergy[1])).isLessThan(-0.5);
        assertThat(synergy[2]).as("1 / (1 + 199), never zero").isEqualTo("0.005");
        assertThat(synergy[3]).as("the gain over pairs is Omega").isEqualTo(synergy[1]);
        assertThat(synergy[4]).isEqualTo("0.005");
        assertThat(synergy[5]).isEqualTo("0;1;2");
        assertThat(lines).hasSize(3);
    }

    @Test
    void givenNpletsHaveTheirOwnNullAndKeepTheirOrder() {
        Command command =
                Command.run("null", samples, "--nplets", list, "--surrogates", "99", "--format", "csv", "--quiet");
        List<String> lines = body(command);
        assertThat(lines.getFirst()).isEqualTo("end,o,p_fwer,p,q,gain,p_carry,nplet");
        String[] planted = lines.get(1).split(",", -1);
        assertThat(planted[7]).isEqualTo("0;1;2");
        assertThat(planted[3]).isEqualTo("0.01");
        assertThat(planted[4]).as("two tests, two ends: q = 2 * 2 * 0.01 / 1").isEqualTo("0.04");
        assertThat(lines.get(2)).endsWith(",0;1;3");
        assertThat(lines.get(3)).as("columns 3 and 5 determine each other").isEqualTo("redundancy,,,,,,,0;3;5");
    }

    @Test
    void theTableSaysWhatIsTested() {
        Command command = Command.run("null", samples, "--columns", "0-3", "--surrogates", "19", "--seed", "-7");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out())
                .contains("the variables of the n-plet are mutually independent")
                .contains("complete null, weak control")
                .contains("  surrogate     shuffle\n")
                .contains("  surrogates    19\n")
                .contains("  seed          -7\n")
                .contains("  null min q50  ")
                .contains("  o below p05   ");
    }

    @Test
    void threadsChangeNoByte() {
        String[] outputs = new String[2];
        for (int threads = 1; threads <= 2; threads++) {
            Command command = Command.run(
                    "null", samples, "--surrogates", "50", "--threads", "" + threads, "--format", "csv", "--quiet");
            outputs[threads - 1] = String.join("\n", body(command));
        }
        assertThat(outputs[0]).isEqualTo(outputs[1]);
    }

    @Test
    void bitsAreNatsByLogTwo() {
        String[] o = new String[2];
        for (String unit : new String[] {"nats", "bits"}) {
            Command command = Command.run(
                    "null", samples, "--surrogates", "19", "--unit", unit, "--format", "csv", "--quiet", "--top", "1");
            o[unit.equals("nats") ? 0 : 1] = body(command).get(1).split(",", -1)[1];
        }
        assertThat(Double.parseDouble(o[1]) * Math.log(2)).isCloseTo(Double.parseDouble(o[0]), Offset.offset(1e-14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X --surrogates 0 | the number of surrogates must be 1 to 10000000: surrogates=0; 1000 give p-values down to"
                        + " 0.001",
                "X --order 2 | the order of a null distribution must be at least 3, the O-information of pairs is 0: order=2; choose 3 or more",
                "X --order 6 | --order must not exceed the number of variables: --order 6, N=5; choose a smaller order or more columns",
                "X --top 0 | --top must be 1 to 10000: found 0",
                "X --shrinkage oas | a null test needs the plain correlation matrix: found shrinkage oas; choose --shrinkage none",
                "X --ties ordinal | a null test needs average or random ties: ordinal ones rank equal values by sample order, which"
                        + " makes independent columns look redundant beside their surrogates; choose --ties average",
                "X --family list | --family list needs a list: give --nplets FILE, with n-plets chosen without these data",
                "X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "X --nplets DIR/n.txt --order 4 | all n-plets must be of the order of the null distribution: order=4, n-plet 0"
                        + " (from 0) has 3 variables; test one order at a time",
                "R --covariance | --covariance must not be given here: what is asked for needs the samples themselves",
                "X --surrogate phase | --surrogate must be one of shuffle, shift, tree, spectrum: found \"phase\"; see oinfo null --help",
                "X --surrogates many | --surrogates must be a whole number: found \"many\"; see oinfo null --help",
                "X --seed 1.5 | --seed must be a whole number: found \"1.5\"; see oinfo null --help",
            })
    void wrongUseIsRefusedInOneLine(String line, String message) {
        String[] args = ("null " + line).split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].replace("DIR", folder.toString());
            args[i] = args[i].equals("X") ? samples : args[i].equals("R") ? matrix : args[i];
        }
        Command command = Command.run(args);
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).isEqualTo("oinfo: " + message.replace("DIR", folder.toString()) + "\n");
    }

    @Test
    void fewSamplesAreNotShifted() throws IOException {
        String few = TestData.write(folder, "few.csv", TestData.samples(19));
        assertThat(Command.run("null", few, "--surrogate", "shift", "--quiet").err())
                .isEqualTo(
                        "oinfo: circular shifts need at least 20 samples, there are only T rotations of a variable: T=19;"
                                + " use shuffles or give more samples\n");
    }

    /** Column 2 is nearly the sum of 0 and 1: that is something. */
    @Test
    void theLastLineSaysWhatCameOut() throws IOException {
        String samples = TestData.write(folder, "dependent.csv", TestData.samples(50));
        Command found = Command.run("null", samples, "--columns", "0-3", "--surrogates", "99", "--top", "2", "--quiet");
        assertThat(found.out().lines().toList().getLast())
                .isEqualTo(
                        "Something is there: 1 of 4 n-plets is more extreme than independent columns explain (p_fwer at most"
                                + " 0.025 at either end, 0.05 together), 1 at the synergy end and 0 at the redundancy end; that their columns depend on each other"
                                + " does not yet say how.");
        assertThat(found.out().lines().skip(2).findFirst())
                .contains(
                        "computed: whether groups of columns (n-plets) are more extreme than those of independent columns;"
                                + " values in nats");
        Command few = Command.run("null", samples, "--surrogates", "18", "--quiet");
        assertThat(few.out()).endsWith("\n\nWith so few surrogates (18) no p can be at most 0.025: take 39 or more.\n");
        StringBuilder noise = new StringBuilder();
        Random random = new Random(12);
        for (int t = 0; t < 60; t++) {
            noise.append(random.nextGaussian())
                    .append(',')
                    .append(random.nextGaussian())
                    .append(',')
                    .append(random.nextGaussian())
                    .append('\n');
        }
        Command none = Command.run(
                "null",
                TestData.write(folder, "noise.csv", noise.toString()),
                "--surrogates",
                "99",
                "--top",
                "1",
                "--format",
                "csv");
        assertThat(none.out())
                .contains("# conclusion: Nothing found: the n-plet is not more extreme than independent columns explain"
                        + " (p_fwer at most 0.025 at either end, 0.05 together).\n");
    }
}
