package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

/** {@code bootstrap}, {@code resample} and {@code curve}. */
class ResamplingCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void data() throws IOException {
        TestData.write(folder, "x.csv", TestData.samples(60));
        TestData.write(folder, "r.csv", TestData.MATRIX);
        TestData.write(folder, "n.txt", "0,2,1\n# a pair\n2,3\n3,5,0\n");
    }

    /** Runs a line of words; X, R and NPLETS stand for files. */
    private Command run(String line) {
        return Command.run(Arrays.stream(line.split(" "))
                .map(word -> switch (word) {
                    case "X" -> folder.resolve("x.csv").toString();
                    case "R" -> folder.resolve("r.csv").toString();
                    case "NPLETS" -> folder.resolve("n.txt").toString();
                    default -> word;
                })
                .toArray(String[]::new));
    }

    private static List<String[]> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String> texts(Command command) {
        return rows(command).stream().map(row -> String.join(",", row)).toList();
    }

    private static double number(String field) {
        return Double.parseDouble(field);
    }

    @Test
    void bootstrapGivesARowForEachMeasureOfEachNplet() {
        Command command = run("bootstrap X --nplets NPLETS --resamples 99 --format csv --quiet --backend scalar");
        List<String[]> rows = rows(command);
        assertThat(String.join(",", rows.getFirst()))
                .isEqualTo("nplet,order,measure,value,low,high,bootstrap_bias,standard_error,resamples,singular");
        assertThat(rows.subList(1, rows.size()).stream().map(row -> row[0] + " " + row[2]))
                .containsExactly(
                        "0;1;2 tc",
                        "0;1;2 dtc",
                        "0;1;2 o",
                        "0;1;2 s",
                        "2;3 tc",
                        "2;3 dtc",
                        "2;3 o",
                        "2;3 s",
                        "0;3;5 tc",
                        "0;3;5 dtc",
                        "0;3;5 o",
                        "0;3;5 s");
        String[] measures = rows(run("measures X --nplets NPLETS --format csv --quiet --backend scalar"))
                .get(1);
        for (int m = 0; m < 4; m++) {
            String[] row = rows.get(1 + m);
            assertThat(number(row[3])).isEqualTo(number(measures[1 + m]));
            assertThat(number(row[4])).isLessThan(number(row[5]));
            assertThat(row[8] + " " + row[9]).isEqualTo("99 0");
        }
        assertThat(rows.get(7)).endsWith("o", "0.0", "0.0", "0.0", "0.0", "0.0", "99", "0");
        assertThat(rows.get(11)).endsWith("o", "", "", "", "", "", "0", "99");
        assertThat(command.out())
                .contains("# interval: bca\n")
                .contains("# jackknife: single samples\n")
                .contains("# resamples: 99\n")
                .contains("# without_interval: 4\n")
                .contains("# seed: 1\n");
    }

    @Test
    void bootstrapReadsTheCsvOfAScanAndConvertsUnits() {
        String scan = folder.resolve("scan.csv").toString();
        assertThat(run("scan X --columns 0-3 --top 2 --format csv --out " + scan + " --quiet")
                        .code())
                .isZero();
        String words = "bootstrap X --nplets " + scan + " --interval percentile --resamples 39 --format csv --quiet";
        List<String[]> nats = rows(run(words));
        List<String[]> bits = rows(run(words + " --unit bits"));
        assertThat(nats).hasSize(1 + 4 * 4);
        for (int i = 3; i < 8; i++) {
            assertThat(number(bits.get(3)[i]) * Math.log(2)).isCloseTo(number(nats.get(3)[i]), within(1e-14));
        }
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    @Test
    void threadsChangeNoRow() {
        for (String words : List.of(
                "bootstrap X --nplets NPLETS --resamples 50 --block 5",
                "resample X --resamples 39",
                "curve X --sizes 20,40 --repeats 3")) {
            assertThat(texts(run(words + " --format csv --quiet --threads 3")))
                    .isEqualTo(texts(run(words + " --format csv --quiet --threads 1")));
        }
    }

    @Test
    void resampleSaysWhatItsIntervalsAre() {
        Command command = run("resample X --order 3,4 --resamples 39 --columns 0-3 --format csv --quiet");
        List<String[]> rows = rows(command);
        assertThat(String.join(",", rows.getFirst()))
                .isEqualTo("order,row,min_o,mean_o,max_o,redundant_share,synergistic_share,singular_share");
        assertThat(rows.subList(1, rows.size()).stream().map(row -> row[0] + " " + row[1]))
                .containsExactly(
                        "3 data",
                        "3 low",
                        "3 high",
                        "3 mean of resamples",
                        "3 deviation of resamples",
                        "4 data",
                        "4 low",
                        "4 high",
                        "4 mean of resamples",
                        "4 deviation of resamples");
        assertThat(number(rows.get(2)[2])).isLessThan(number(rows.get(3)[2]));
        assertThat(command.out())
                .contains("sampling intervals under the fitted Gaussian: where other data sets of as many samples would"
                        + " fall; not p-values")
                .contains("# draw: samples\n");
        assertThat(run("resample R --covariance --samples 100 --resamples 39 --format csv --quiet")
                        .out())
                .contains("# draw: covariance\n");
    }

    @Test
    void curveGivesARowForEachSize() {
        List<String[]> rows = rows(run("curve X --columns 0-3 --sizes 30,60 --repeats 3 --format csv --quiet"));
        assertThat(rows.stream().map(row -> row[0] + " " + row[1] + " " + row[2]))
                .containsExactly("order samples repeats", "3 30 3", "3 60 1");
        String[] all = rows.get(2);
        List<String[]> scan = rows(run("scan X --columns 0-3 --top 1 --bias-correct --format csv --quiet"));
        assertThat(number(all[4])).isCloseTo(number(scan.get(1)[3]), within(1e-12));
        assertThat(number(all[10])).isCloseTo(number(scan.get(2)[3]), within(1e-12));
        assertThat(all[5]).isEmpty();
        assertThat(number(all[3])).isLessThan(number(all[6]));
        assertThat(rows(run("curve X --columns 0-3 --format csv --quiet")).stream()
                        .map(row -> row[1]))
                .containsExactly("samples", "50", "60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap X --nplets NPLETS", "resample X"})
    void aLowerConfidenceTakesFewerResamples(String line) {
        String few = line + " --confidence 0.9 --resamples ";
        assertThat(run(few + "20 --quiet").code()).isZero();
        assertThat(run(few + "19 --quiet").err())
                .startsWith("oinfo: there must be at least 20 resamples for a confidence of 0.9, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap X --nplets NPLETS --resamples 10 | there must be at least 39 resamples for a confidence of 0.95,"
                        + " so that its tails hold some: resamples=10; draw more (1000 is common), or choose a lower"
                        + " confidence",
                "bootstrap X --nplets NPLETS --ties random | a bootstrap needs average ties, by which it ranks the"
                        + " samples that it takes: found random; choose --ties average",
                "bootstrap X --nplets NPLETS --shrinkage oas | a bootstrap needs the plain correlation matrix: found"
                        + " shrinkage oas; choose --shrinkage none",
                "bootstrap X --nplets NPLETS --block 7 | a block must be at most a tenth of the samples: block=7, T=60;"
                        + " choose shorter blocks or give more samples",
                "bootstrap X --nplets NPLETS --interval exact | --interval must be one of bca, percentile: found \"exact\";"
                        + " see oinfo bootstrap --help",
                "bootstrap R --nplets NPLETS --covariance | --covariance must not be given here: what is asked for needs"
                        + " the samples themselves",
                "resample R --covariance | oinfo resample with --covariance needs the number of samples it comes from: give"
                        + " --samples T",
                "resample X --shrinkage oas | resampling needs the plain correlation matrix: found shrinkage oas; choose"
                        + " --shrinkage none",
                "resample X --estimator discrete | resampling needs the estimator copula or gaussian: found discrete; choose"
                        + " another --estimator",
                "resample X --resamples 5 | there must be at least 39 resamples for a confidence of 0.95, so that its tails"
                        + " hold some: resamples=5; draw more (1000 is common), or choose a lower confidence",
                "curve X --bias-correct | --bias-correct must not be given to oinfo curve: it shows raw and corrected"
                        + " values; leave it out",
                "curve X --order 3..5 --sizes 5,60 --resume / | a subset must have more samples than the order and no more than"
                        + " the data: size=5, order=5, T=60; choose sizes in between",
                "curve X --sizes 61 | a subset must have more samples than the order and no more than the data: size=61,"
                        + " order=3, T=60; choose sizes in between",
                "curve X --order 9 | --order must not exceed the number of variables: --order 9, N=5; choose a smaller"
                        + " order or more columns"
            })
    void whatCannotBeDoneIsRefused(String line, String message) {
        Command command = run(line + " --quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(command.out()).isEmpty();
    }
}
