package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --estimator discrete} of scan and measures. */
class DiscreteCommandTest {
    private static final String STATES = "0,0,0,5,0\n0,1,1,5,0\n1,0,1,5,1\n1,1,0,5,1\n";
    /** a and b are independent bits, c their exclusive or; d is constant, e a copy of a. Each state occurs twice. */
    private static final String XOR = "a,b,c,d,e\n" + STATES + STATES;

    @TempDir
    Path folder;

    private String xor() throws IOException {
        return TestData.write(folder, "xor.csv", XOR);
    }

    private static Command scan(String data, String... more) {
        return Command.run(Stream.concat(Stream.of("scan", data, "--estimator", "discrete"), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static JsonNode json(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return JsonMapper.shared().readTree(command.out());
    }

    @Test
    void theTableSaysHowItWasCounted() throws IOException {
        Command command = scan(xor(), "--unit", "bits", "--threads", "1", "--order", "3..4");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.err()).isEqualTo("""
                        oinfo: warning: 1 constant column left out: column 3 "d"
                        oinfo: warning: few samples for order 4: T=8 for up to 16 joint states of an n-plet, so entropies come\
                         out too low; use more samples, fewer values (--bins) or --bias-correct
                        """);
        assertThat(command.out())
                .contains(
                        "variables: 4, samples: 8, counts of joint states (at most 2 values a variable), no bias correction\n")
                .contains("plain Java, threads: 1")
                .contains("  -1.000000      1.000000      2.000000      3.000000  0;1;2  a, b, c\n")
                .contains("  singular                            0    0.0 %\n");
    }

    @Test
    void csvRowsAreExactlyThese() throws IOException {
        Command command = scan(xor(), "--unit", "bits", "--format", "csv", "--quiet");
        assertThat(command.out())
                .contains("# estimator: discrete\n")
                .contains("# most_symbols: 2\n")
                .contains("# backend: java\n# device: plain Java\n");
        assertThat(command.out().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "order,tc,dtc,o,s,nplet,names",
                        "3,1.0,2.0,-1.0,3.0,0;1;2,a;b;c",
                        "3,1.0,2.0,-1.0,3.0,1;2;4,b;c;e",
                        "3,1.0,1.0,0.0,2.0,0;1;4,a;b;e",
                        "3,1.0,1.0,0.0,2.0,0;2;4,a;c;e");
    }

    @Test
    void entropiesAndBinsAreChosen() throws IOException {
        JsonNode named = json(scan(xor(), "--format", "json", "--entropy", "miller-madow"));
        JsonNode corrected = json(scan(xor(), "--format", "json", "--bias-correct"));
        assertThat(named.at("/orders")).isEqualTo(corrected.at("/orders"));
        assertThat(named.at("/run/entropy").asString()).isEqualTo("miller-madow");
        assertThat(scan(xor(), "--entropy", "grassberger").out()).contains(", Grassberger's entropies\n");
        Command coverage = scan(xor(), "--entropy", "chao-shen");
        assertThat(coverage.out()).contains(", entropies of Chao and Shen\n");
        assertThat(json(scan(xor(), "--format", "json", "--entropy", "chao-shen"))
                        .at("/run/entropy")
                        .asString())
                .isEqualTo("chao-shen");
        String wide = TestData.write(folder, "wide.csv", "0,1,0\n1,2,1\n2,3,5\n9,4,9\n");
        assertThat(scan(wide, "--bins", "3", "--binning", "width").out()).contains("3 bins of equal width)");
        assertThat(scan(wide, "--binning", "width").err())
                .isEqualTo("oinfo: --binning needs --bins: found --binning width; say how many, or leave it out\n");
        assertThat(scan(wide, "--entropy", "grassberger", "--bias-correct").err())
                .isEqualTo("oinfo: --bias-correct is --entropy miller-madow with --estimator discrete: found --entropy"
                        + " grassberger; choose one of the two\n");
    }

    @Test
    void jsonStatesEstimatorAndCorrection() throws IOException {
        JsonNode raw = json(scan(xor(), "--format", "json", "--level", "full"));
        assertThat(raw.at("/run/estimator").asString()).isEqualTo("discrete");
        assertThat(raw.at("/run/correction").isNull()).isTrue();
        assertThat(raw.at("/run/bins").isNull()).isTrue();
        assertThat(raw.at("/run/ties").isNull()).isTrue();
        assertThat(raw.at("/run/shrinkage").isNull()).isTrue();
        assertThat(raw.at("/orders/0/synergistic").asInt()).isEqualTo(2);
        assertThat(raw.at("/orders/0/balanced").asInt()).isEqualTo(2);
        assertThat(raw.at("/orders/0/o/mean").asDouble()).isCloseTo(-Math.log(2) / 2, within(1e-15));
        JsonNode corrected = json(scan(xor(), "--format", "json", "--bias-correct"));
        assertThat(corrected.at("/run/bias_corrected").asBoolean()).isTrue();
        assertThat(corrected.at("/run/correction").asString()).isEqualTo("miller-madow");
        // States of a XOR b = c: singles 2, pairs 4, all 4: (4-1) + 3 (2-1) - 3 (4-1) = -3, over 2 T = 16.
        assertThat(corrected.at("/orders/0/o/min").asDouble()).isCloseTo(-Math.log(2) - 3 / 16.0, within(1e-14));
    }

    @Test
    void measuresTakesItToo() throws IOException {
        String nplets = TestData.write(folder, "n.txt", "2,1,0\ne;a\n");
        Command command = Command.run(
                "measures", xor(), "--estimator", "discrete", "--nplets", nplets, "--unit", "bits", "--format", "csv");
        assertThat(command.out().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "order,tc,dtc,o,s,nplet,names", "3,1.0,2.0,-1.0,3.0,0;1;2,a;b;c", "2,1.0,1.0,0.0,2.0,0;4,a;e");
    }

    @Test
    void realValuesAreCutIntoBins() throws IOException {
        String data = TestData.write(folder, "x.csv", TestData.samples(300));
        Command refused = scan(data);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("oinfo: a discrete variable must have at most 256 different values: column 0 of " + data
                        + " has 300; quantise it with --bins n, or leave it out\n");
        JsonNode json = json(scan(data, "--bins", "3", "--format", "json", "--quiet"));
        assertThat(json.at("/run/bins").asInt()).isEqualTo(3);
        assertThat(json.at("/run/most_symbols").asInt()).isEqualTo(3);
        assertThat(json.at("/orders/0/most_synergistic/0/nplet").valueStream().map(JsonNode::asInt))
                .containsExactly(0, 1, 2);
        assertThat(scan(data, "--bins", "3", "--quiet").out())
                .contains("counts of joint states (at most 3 values a variable, 3 bins), no bias correction\n");
    }

    @Test
    void allOrdersAreScannedOneByOne() throws IOException {
        String wide = IntStream.range(0, 40)
                .mapToObj(t -> IntStream.range(0, 13)
                        .mapToObj(v -> Integer.toString((t >> v % 5 & 1) + (v * t) % 3))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        JsonNode json =
                json(scan(TestData.write(folder, "w.csv", wide), "--order", "all", "--format", "json", "--quiet"));
        assertThat(json.get("orders")).hasSize(11);
        assertThat(json.at("/orders/4/total").asInt()).isEqualTo(1716);
    }

    @Test
    void dryRunSaysPlainJava() throws IOException {
        Command command = scan(xor(), "--dry-run", "--threads", "1", "--quiet");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out())
                .startsWith("dry run, nothing is scanned: 4 variables, plain Java, threads: 1\n")
                .contains("predicted time of all orders: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--estimator discrete --ties average | --ties must not be given with --estimator discrete: it counts joint"
                        + " states and has no correlations",
                "--estimator discrete --shrinkage oas | --shrinkage must not be given with --estimator discrete: it counts"
                        + " joint states and has no correlations",
                "--estimator discrete --covariance | --estimator must not be given with --covariance: nothing is estimated"
                        + " from samples",
                "--estimator discrete --backend scalar | --backend must be auto with --estimator discrete, which counts in"
                        + " plain Java: found scalar; leave it out",
                "--estimator discrete --bins 1 | --bins must be 2 to 256: found 1",
                "--estimator discrete --bins 257 | --bins must be 2 to 256: found 257",
                "--bins 4 | --bins goes with --estimator discrete only: found --bins 4; add that, or leave it out",
                "--estimator gaussian --bins 4 | --bins goes with --estimator discrete only: found --bins 4; add that, or"
                        + " leave it out",
                "--estimator spikes | --estimator must be one of copula, gaussian, discrete, knn: found \"spikes\"; see oinfo scan"
                        + " --help"
            })
    void whatDoesNotGoTogetherIsRefused(String options, String message) throws IOException {
        Command command = Command.run(("scan " + xor() + " " + options).split(" "));
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void textIsRefusedAsEverywhere() throws IOException {
        String data = TestData.write(folder, "text.csv", "a,b\nx,1\ny,2\nx,3\n");
        Command discrete = scan(data);
        assertThat(discrete.code()).isEqualTo(2);
        assertThat(discrete.err()).isEqualTo(Command.run("scan", data).err()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null X | a null test needs",
                "bootstrap X --nplets X | a bootstrap needs",
                "resample X | resampling needs",
                "curve X | a curve needs",
                "local X --nplets X --out Y | local measures need",
                "dynamic X | the dynamics of series need"
            })
    void whatNeedsTheScoresOfSamplesIsRefused(String line, String needs) throws IOException {
        String data = xor();
        Command command =
                Command.run((line.replace("X", data).replace("Y", data + ".npy") + " --estimator discrete").split(" "));
        assertThat(command.err())
                .isEqualTo("oinfo: " + needs
                        + " the estimator copula or gaussian: found discrete; choose another --estimator\n");
        assertThat(command.code()).isEqualTo(2);
    }

    @Test
    void targetsAreNotCountedByStates() throws IOException {
        Command command = Command.run("target", xor(), "--target", "0", "--estimator", "discrete");
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: information about a target needs the estimator copula, gaussian or knn: found discrete;"
                                + " choose another --estimator\n");
        assertThat(command.code()).isEqualTo(2);
    }
}
