package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

/** {@code oinfo null --surrogate tree}. */
class NullTreeCommandTest {
    private static final String HYPOTHESIS =
            "the columns depend on each other along a Gaussian tree in their own margins, which has no synergy (is it"
                    + " synergy?)";

    @TempDir
    Path folder;

    private String collider = "";
    private String chain = "";
    private String list = "";

    @BeforeEach
    void data() throws IOException {
        collider = TestData.write(folder, "x.csv", TestData.samples(200));
        list = TestData.write(folder, "n.txt", "0,1,2\n3,1,0\n");
        StringBuilder rows = new StringBuilder();
        Random random = new Random(4);
        for (int t = 0; t < 200; t++) {
            double x = random.nextGaussian();
            rows.append(x);
            for (int v = 1; v < 5; v++) {
                x = 0.7 * x + 0.7 * random.nextGaussian();
                rows.append(',').append(x);
            }
            rows.append('\n');
        }
        chain = TestData.write(folder, "chain.csv", rows.toString());
    }

    private static Command run(String line, String... more) {
        String[] args = (line + " " + String.join(" ", more)).trim().split(" ");
        Command command = Command.run(args);
        assertThat(command.code()).as(command.err()).isZero();
        return command;
    }

    @Test
    void aColliderIsSynergyAndTheLastLineSaysSo() {
        Command found = run("null " + collider + " --columns 0-3 --surrogates 99 --top 1 --quiet --surrogate tree");
        assertThat(found.out())
                .contains("  hypothesis    " + HYPOTHESIS + "\n")
                .endsWith(
                        "\nSynergy: 1 of 2 n-plets has less O-information than a tree of pairwise dependence explains, and"
                                + " less than 0 (p_fwer at most 0.05).\n");
        assertThat(found.out().lines().skip(2).findFirst())
                .contains("computed: whether groups of columns (n-plets) are more extreme than those of columns without"
                        + " synergy (a tree); values in nats");
    }

    /** Shuffles reject a chain, which has no synergy; that is what the tree is for. */
    @Test
    void aChainIsSomethingButNoSynergy() {
        String line = "null " + chain + " --surrogates 99 --top 2 --format csv --quiet";
        assertThat(run(line).out())
                .contains("# hypothesis: the variables of the n-plet are mutually independent (is anything there?)\n")
                .contains("# conclusion: Something is there: ");
        assertThat(run(line, "--surrogate tree").out())
                .contains("# hypothesis: " + HYPOTHESIS + "\n")
                .contains("# conclusion: No synergy found: none of 4 n-plets is more extreme than a tree of pairwise"
                        + " dependence explains (p_fwer at most 0.05).\n");
    }

    @Test
    void jsonAndItsPageNameTheHypothesis() throws IOException {
        Path json = folder.resolve("r.json");
        Path page = folder.resolve("r.html");
        run("null " + collider + " --columns 0-3 --surrogates 19 --surrogate tree --format json --quiet --out " + json);
        run("report " + json + " --out " + page);
        assertThat(Files.readString(json)).contains("\"hypothesis\" : \"" + HYPOTHESIS + "\"");
        assertThat(Files.readString(page)).contains(HYPOTHESIS, "Synergy: ");
    }

    @Test
    void givenNpletsHaveTheirColumns() {
        String out = run("null " + collider + " --nplets " + list
                        + " --surrogates 99 --surrogate tree --family list --format csv --quiet")
                .out();
        assertThat(out).contains("\nend,o,p_fwer,p,q,gain,p_carry,nplet\n");
        assertThat(out.lines().filter(row -> row.endsWith(",0;1;2")).findFirst().orElseThrow())
                .startsWith("synergy,-")
                .contains(",0.01,0.01,0.04,");
    }

    @Test
    void aSearchIsRunAgain() {
        assertThat(run("null " + collider
                                + " --columns 0-3 --order 4 --family search --starts 2 --surrogates 19 --surrogate"
                                + " tree --quiet")
                        .out())
                .contains("  family        what a greedy search comes to at the order, run again on each surrogate\n")
                .contains("0;1;2;3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree", "shuffle"})
    void threadsAndBackendsChangeNoByte(String kind) {
        String line = "null " + chain + " --surrogates 30 --format csv --quiet --surrogate " + kind + " --top 2";
        String one = run(line, "--threads 1 --backend scalar").out().replaceAll("(?m)^#.*\n", "");
        assertThat(run(line, "--threads 2").out().replaceAll("(?m)^#.*\n", "")).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--estimator discrete --bins 2 | a test against a tree needs the estimator copula or gaussian: found discrete;"
                        + " choose another --estimator",
                "--ties random | a test against a tree needs average ties, by which it ranks the samples that it takes: found"
                        + " random; choose --ties average",
                "--covariance | --covariance must not be given here: what is asked for needs the samples themselves",
                "--surrogates 18 | a test against a tree needs at least 19 surrogates, or no p can be at most 0.05:"
                        + " surrogates=18; 1000 give p-values down to 0.001",
                "--shrinkage oas | a test against a tree needs the plain correlation matrix: found shrinkage oas; choose"
                        + " --shrinkage none",
                "--starts 3 | --starts must not be given without a search: add --family search, or leave it out",
                "--family search --nplets LIST | --nplets must not be given with --family search, which finds n-plets itself:"
                        + " leave one of the two out",
                "--columns 0-3 --family search --start-order 4 | the largest order of a greedy search must not be below the order it starts"
                        + " from: max order=3, start order=4; choose a larger max order",
            })
    void whatItCannotTestIsRefusedInOneLine(String more, String message) {
        Command command =
                Command.run(("null " + collider + " --surrogate tree " + more.replace("LIST", list)).split(" "));
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(command.code()).isEqualTo(2);
    }

    @Test
    void seriesAreRefused() throws IOException {
        StringBuilder rows = new StringBuilder();
        double[] x = new double[3];
        Random random = new Random(9);
        for (int t = 0; t < 100; t++) {
            for (int v = 0; v < 3; v++) {
                x[v] = 0.9 * x[v] + random.nextGaussian();
                rows.append(x[v]).append(v < 2 ? "," : "\n");
            }
        }
        String series = TestData.write(folder, "series.csv", rows.toString());
        Command command = Command.run("null", series, "--surrogate", "tree", "--quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .startsWith(
                        "oinfo: a test against a tree needs independent samples, and these resemble the ones before them, as"
                                + " those of time series do: mean correlation 0.")
                .endsWith(
                        " of a column with itself one sample later, at most 0.40; take every n-th sample, or put rows that"
                                + " are sorted in random order\n");
    }
}
