package org.oinfo.cli.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

class TargetCommandTest {
    @TempDir
    Path folder;

    /** a, b, c and d are noise; sum is a + b + noise; kind says whether a and b have the same sign. */
    @BeforeEach
    void data() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("a,b,kind,c,sum,d\n");
        StringBuilder sums = new StringBuilder();
        StringBuilder kinds = new StringBuilder("kind\n");
        for (int t = 0; t < 300; t++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double sum = a + b + 0.3 * random.nextGaussian();
            String kind = a * b > 0 ? "same" : "other";
            text.append(a + "," + b + "," + kind + "," + random.nextGaussian() + "," + sum + ",");
            text.append(random.nextGaussian()).append('\n');
            sums.append(sum).append('\n');
            kinds.append(kind).append('\n');
        }
        TestData.write(folder, "x.csv", text.toString());
        TestData.write(folder, "sum.csv", sums.toString());
        TestData.write(folder, "kind.csv", kinds.toString());
        TestData.write(folder, "short.csv", "1\n2\n");
        TestData.write(folder, "same.csv", "yes\n".repeat(300));
        TestData.write(folder, "few.csv", "yes\nno\nno\n" + "yes\n".repeat(297));
    }

    private Command run(String line) {
        return Command.run(line.replace("DIR", folder.toString()).split(" "));
    }

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(row -> !row.startsWith("#")).toList();
    }

    @Test
    void findsThePairThatTellsAVariable() {
        Command command = run("target DIR/x.csv --target sum --drop kind --order 2 --top 1 --format csv --quiet");
        List<String> rows = rows(command);
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst())
                .isEqualTo("order,end,i,domega,o_with,rsi,red_mmi,syn_mmi,redundancy_degree,vulnerability_degree,nplet,"
                        + "names");
        assertThat(rows.get(1)).startsWith("2,synergistic,").endsWith(",0;1,a;b");
        assertThat(rows.get(2)).startsWith("2,redundant,");
        assertThat(command.out())
                .contains("# target: column 4 sum\n", "# target_kind: continuous\n", "# order_2_total: 6\n")
                .contains("# rank_by: domega\n", "# bias_corrected: false\n")
                .doesNotContain("# classes");
    }

    @Test
    void twoSourcesHaveNoThirdOrder() {
        Command command = run("target DIR/x.csv --columns a,b --target sum --top 1 --format csv --quiet");
        assertThat(command.out()).contains("# order_2_total: 1\n").doesNotContain("# order_3_total");
    }

    @Test
    void findsThePairThatTellsAClassByWords() {
        Command command = run("target DIR/x.csv --target kind --order 2..3 --top 1 --format csv --quiet");
        List<String> rows = rows(command);
        assertThat(rows.getFirst())
                .isEqualTo("order,end,i,held_out_i,domega,rsi,red_mmi,syn_mmi,redundancy_degree,vulnerability_degree,"
                        + "nplet,names");
        assertThat(rows.get(1)).startsWith("2,synergistic,").endsWith(",0;1,a;b");
        assertThat(command.out())
                .containsPattern("# classes: other \\(\\d+\\), same \\(\\d+\\)\n")
                .contains("# order_3_total: 10\n", "# order_2_listed: best of all\n", "# class_model: mixture\n")
                .containsPattern("# label_entropy: 0\\.69\\d+\n")
                .containsPattern("# order_2_shrinkage: (0|0\\.\\d+|1)(\\.0)?\n")
                .containsPattern("(# class_shrinkage: [0-9.]+\n){2}")
                .containsPattern("# label_entropy_nats: .*0\\.69\\d+");
    }

    private String resource(String name) throws IOException, URISyntaxException {
        return Path.of(getClass().getResource(name).toURI()).toString();
    }

    /** The sources determine the label, so nothing may be above ln 2. */
    @Test
    void noInformationIsAboveTheEntropyOfTheLabels() throws IOException, URISyntaxException {
        Command command = Command.run(
                "target", resource("label-bound.csv"), "--target", "y", "--top", "all", "--format", "csv", "--quiet");
        List<String> rows = rows(command);
        assertThat(rows).hasSize(5);
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",", -1);
            assertThat(Double.parseDouble(fields[2])).as(row).isBetween(0.6, Math.log(2));
            assertThat(Double.parseDouble(fields[3])).as(row).isBetween(0.5, Math.log(2));
        }
    }

    @Test
    void manyWholeNumbersAreAskedFor() throws IOException, URISyntaxException {
        String file = resource("many-labels.csv");
        Command asked = Command.run("target", file, "--target", "y", "--order", "2");
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err())
                .isEqualTo(
                        "oinfo: a target of whole numbers must have at most 20 distinct values to be taken for classes"
                                + " unasked: found 26 in 104 samples, which may be labels or amounts; say which by"
                                + " --target-kind: class or continuous\n");
        String options = " --target y --order 2 --format csv --quiet --target-kind ";
        Command classes = Command.run(("target " + file + options + "class").split(" "));
        for (String row : rows(classes).subList(1, 4)) {
            String[] fields = row.split(",", -1);
            assertThat(fields[1]).as(row).isEqualTo(Double.parseDouble(fields[4]) > 0 ? "redundant" : "synergistic");
            assertThat(Double.parseDouble(fields[2])).as(row).isBetween(2.5, Math.log(26));
        }
        assertThat(classes.out()).containsPattern("# label_entropy: 3\\.258");
        Command amounts = Command.run(("target " + file + options + "continuous").split(" "));
        for (String row : rows(amounts).subList(1, 4)) {
            String[] fields = row.split(",", -1);
            assertThat(fields[1]).as(row).isEqualTo(Double.parseDouble(fields[3]) > 0 ? "redundant" : "synergistic");
        }
    }

    /** Each target with its own values beside the others', and no target among the sources. */
    @Test
    void severalTargetsAreScannedOneByOne() {
        String line = "target DIR/x.csv --order 2 --top 1 --format csv --quiet --target ";
        Command both = run(line + "sum,kind");
        List<String> rows = rows(both);
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst()).startsWith("target,order,end,i,held_out_i,domega,o_with,rsi,");
        assertThat(rows.subList(1, 3)).allMatch(row -> row.startsWith("column 2 kind,2,"));
        assertThat(rows.subList(3, 5)).allMatch(row -> row.startsWith("column 4 sum,2,"));
        assertThat(both.out())
                .contains(
                        "# target_1_name: column 2 kind\n",
                        "# target_1_kind: classes\n",
                        "# target_2_kind: continuous\n")
                .contains("# target_1_order_2_total: 6\n", "# target_2_order_2_total: 6\n");
        String alone = rows(run(line + "kind --columns a,b,c,d")).get(1);
        assertThat(rows.get(1).split(",", -1)[3]).isEqualTo(alone.split(",", -1)[2]);
        assertThat(rows(run(line + "4,2"))).isEqualTo(rows);
    }

    @Test
    void permutationsGiveAFamilyWiseP() {
        for (String target : List.of("kind", "sum --drop kind")) {
            for (String measure : List.of("domega", "i", "rsi")) {
                String line = "target DIR/x.csv --target " + target + " --order 2 --top 1 --permutations 19 --rank-by "
                        + measure + " --format csv --quiet --threads ";
                Command command = run(line + 2);
                List<String> rows = rows(command);
                assertThat(rows.getFirst()).endsWith(",nplet,p_fwer,names");
                String best = rows.get(measure.equals("domega") ? 1 : 2);
                assertThat(best).as(best).contains(",0;1,0.05,");
                assertThat(command.out()).contains("# permutations: 19\n", "# order_2_permutations: 19\n");
                assertThat(rows(run(line + 1))).isEqualTo(rows);
            }
        }
    }

    /** All sources are noisy copies of the target: the least redundant pair is redundant beyond chance, and told so where all are listed. */
    @ParameterizedTest
    @CsvSource({"domega,redundant", "i,most", "rsi,redundant"})
    void whereAllAreListedTheyAreTestedAtTheEndOfTheirSign(String measure, String end) throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 200; t++) {
            double y = random.nextGaussian();
            for (int copy = 0; copy < 4; copy++) {
                text.append(y + 0.5 * random.nextGaussian()).append(',');
            }
            text.append(y).append('\n');
        }
        TestData.write(folder, "copies.csv", text.toString());
        List<String> rows = rows(run("target DIR/copies.csv --target 4 --order 2 --permutations 19 --rank-by " + measure
                + " --format csv --quiet"));
        assertThat(rows).hasSize(7);
        assertThat(rows.subList(1, 7)).allMatch(row -> row.startsWith("2," + end + ",") && row.endsWith(",0.05"));
    }

    @Test
    void gaussiansThatDoNotFitAreSaid() throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder("a,b,c,d,e,f,y\n");
        for (int t = 0; t < 400; t++) {
            double spread = t % 2 == 0 ? 0.5 : 2;
            text.append(
                    Math.exp(spread * random.nextGaussian()) + "," + Math.exp(spread * random.nextGaussian()) + ",");
            for (int normal = 0; normal < 4; normal++) {
                text.append(spread * spread * random.nextGaussian()).append(',');
            }
            text.append(t % 2).append('\n');
        }
        TestData.write(folder, "heavy.csv", text.toString());
        String line = "target DIR/heavy.csv --target y --order 2 --top 1 --rank-by i --format csv --quiet";
        Command command = run(line + " --estimator gaussian");
        assertThat(rows(command).get(1)).endsWith(",0;1,a;b");
        assertThat(Double.parseDouble(rows(command).get(1).split(",", -1)[2])).isNegative();
        assertThat(command.out())
                .contains(
                        "# conclusion: the Gaussians of the classes do not fit: i of 1 listed n-plet is below 0, worse than"
                                + " no model\n");
        assertThat(run(line).out()).doesNotContain("conclusion");
    }

    @Test
    void aFileIsTheSameTargetAsAColumn() {
        String options = " --columns a,b,c,d --order 2..3 --rank-by rsi --format csv --quiet";
        assertThat(rows(run("target DIR/x.csv --target DIR/sum.csv" + options)))
                .isEqualTo(rows(run("target DIR/x.csv --target 4" + options)));
        Command words = run("target DIR/x.csv --target DIR/kind.csv" + options);
        assertThat(rows(words)).isEqualTo(rows(run("target DIR/x.csv --target kind" + options)));
        assertThat(words.out()).contains("# target: " + folder + "/kind.csv\n");
    }

    @Test
    void bitsAreNatsByAnotherName() {
        String line = "target DIR/x.csv --target sum --drop kind --order 2 --top 1 --format csv --quiet --unit ";
        String[] nats = rows(run(line + "nats")).get(1).split(",", -1);
        String[] bits = rows(run(line + "bits")).get(1).split(",", -1);
        assertThat(Double.parseDouble(bits[2])).isCloseTo(Double.parseDouble(nats[2]) / Math.log(2), within(1e-14));
        assertThat(bits[8]).isEqualTo(nats[8]);
    }

    @Test
    void threadsChangeNothing() {
        String line = "target DIR/x.csv --target kind --order 2..4 --rank-by i --format csv --quiet --threads ";
        assertThat(rows(run(line + 3))).isEqualTo(rows(run(line + 1)));
    }

    @Test
    void topAllListsEveryNpletOnce() {
        List<String> rows = rows(run("target DIR/x.csv --target kind --order 3 --top all --format csv --quiet"));
        assertThat(rows).hasSize(11).doesNotHaveDuplicates();
        assertThat(rows.subList(1, 11)).allMatch(row -> row.startsWith("3,"));
    }

    @Test
    void warnsOfBiasAndOfSourcesWithoutAModel() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,copy,y\n");
        Random random = new Random(6);
        for (int t = 0; t < 40; t++) {
            double y = random.nextGaussian();
            text.append(random.nextGaussian() + "," + random.nextGaussian() + "," + random.nextGaussian());
            text.append("," + 2 * y + "," + y + "\n");
        }
        TestData.write(folder, "copy.csv", text.toString());
        Command command = run("target DIR/copy.csv --target y --order 2 --format csv");
        assertThat(command.err())
                .contains(
                        "oinfo: warning: determined by the target: column 3 \"copy\"; every n-plet with such a source is"
                                + " singular\n")
                .contains(
                        "oinfo: warning: few samples for 2 sources: their information comes out 0.027 nats too high; see"
                                + " --bias-correct\n");
        assertThat(command.out()).contains("# order_2_singular: 3\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x.csv --target 9 | columns of --target must lie in 0..5: found 9; columns count from 0",
                "x.csv --target none | --target must be a column of the data or a file: there is no file none and no"
                        + " column of that name; check it",
                "x.csv --target kind --columns a,b,kind | --columns must not hold the target, it lists the sources: found"
                        + " column 2 \"kind\"; leave it out there",
                "x.csv --target sum --columns a | --columns and --drop must leave at least 2 columns: 1 of 6 left",
                "x.csv --target a --columns b-c | columns of --columns must be among the 6 columns: there is no \"b-c\";"
                        + " names are \"a\", \"b\", \"kind\", \"c\", \"sum\" and 1 more",
                "x.csv --target kind --order 6 | --order must not exceed the number of variables: --order 6, N=5; choose a"
                        + " smaller order or more columns",
                "x.csv --target kind --target-kind continuous | a continuous target must hold numbers: found words, such as"
                        + " \"WORD\"; choose --target-kind classes or another target",
                "x.csv --drop kind --target DIR/short.csv | a value must be given for each sample: DIR/short.csv has 2,"
                        + " the data 300; give files that belong together",
                "x.csv --drop kind --target DIR/same.csv | the target must have at least 2 classes: all 300 samples are"
                        + " yes; choose another target",
                "x.csv --drop kind --target DIR/few.csv | every class must have more samples than an n-plet has sources, or"
                        + " its model is singular: order=3, too small: class no (2 samples); choose a smaller order,"
                        + " leave those samples out, or see --target-kind",
                "x.csv --target kind --shrinkage oas | information about a target needs the plain correlation matrix: found"
                        + " shrinkage oas; choose --shrinkage none",
                "x.csv --target kind --covariance | --covariance must not be given here: what is asked for needs the samples"
                        + " themselves",
                "x.csv --target kind --bias-correct | the bias of information about classes must not be corrected, for"
                        + " there is no formula for it: leave the correction out; the held-out value beside it is not too"
                        + " high",
                "x.csv --target kind --target-kind labels | --target-kind must be one of auto, continuous, class: found"
                        + " \"labels\"; see oinfo target --help",
                "x.csv --target kind --permutations 5 | there must be at least 19 permutations, or no p is below 0.05: found"
                        + " 5",
                "x.csv --target kind --permutations -1 | --permutations must not be negative: found -1",
                "x.csv --target kind --rank-by o | --rank-by must be one of domega, i, rsi: found \"o\"; see oinfo target"
                        + " --help",
            })
    void isRefusedInOneLine(String line, String message) {
        Command command = run("target DIR/" + line);
        String first = command.err().contains("\"same\"") ? "same" : "other";
        assertThat(command.err())
                .isEqualTo("oinfo: " + message.replace("DIR", folder.toString()).replace("WORD", first) + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void aTargetMustBeNamed() {
        assertThat(run("target DIR/x.csv").err())
                .isEqualTo("oinfo: --target COLUMNS|FILE must be given: found none; see oinfo target --help\n");
    }

    @Test
    void missingValuesOfTheTargetAreRefusedOrDropped() throws IOException {
        Random random = new Random(7);
        StringBuilder gap = new StringBuilder("a,b,c,y\n");
        for (int t = 0; t < 30; t++) {
            gap.append(random.nextGaussian() + "," + random.nextGaussian() + "," + random.nextGaussian());
            gap.append(',').append(t == 0 ? "" : t % 2).append('\n');
        }
        TestData.write(folder, "gap.csv", gap.toString());
        Command refused = run("target DIR/gap.csv --target y --order 2 --quiet");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("oinfo: every value must be finite: " + folder
                        + "/gap.csv has an empty field at line 2, column 3 \"y\" (columns count from 0); correct it, or"
                        + " leave such rows out with --missing drop-rows\n");
        Command dropped = run("target DIR/gap.csv --target y --order 2 --format csv --quiet --missing drop-rows");
        assertThat(dropped.code()).as(dropped.err()).isZero();
        assertThat(dropped.out()).contains("# classes: 0 (14), 1 (15)\n", "# dropped_rows: 1\n");
        TestData.write(folder, "y.csv", "0\n1\n".repeat(15));
        TestData.write(folder, "holes.csv", TestData.samples(30).replaceFirst("^[^,]*,", "nan,"));
        assertThat(run("target DIR/holes.csv --target DIR/y.csv --missing drop-rows")
                        .err())
                .isEqualTo("oinfo: --missing drop-rows must not leave out rows of " + folder
                        + "/holes.csv when --target is a file, which keeps all of its own: 1 left out; make the target"
                        + " a column of the data\n");
    }
}
