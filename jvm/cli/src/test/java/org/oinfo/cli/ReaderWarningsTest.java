package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Warnings about what a result does not say, each beside data that must not be warned about. */
class ReaderWarningsTest {
    @TempDir
    Path folder;

    /** A row of a table. */
    private interface Row {
        double[] of(int t, Random random);
    }

    private String table(String name, int samples, Row row) throws IOException {
        Random random = new Random(17);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < samples; t++) {
            double[] values = row.of(t, random);
            for (int v = 0; v < values.length; v++) {
                text.append(v == 0 ? "" : ",").append(values[v]);
            }
            text.append('\n');
        }
        return TestData.write(folder, name, text.toString());
    }

    private static double[] normal(int n, Random random) {
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = random.nextGaussian();
        }
        return x;
    }

    private String noise(int samples, int columns) throws IOException {
        return table("noise.csv", samples, (t, random) -> normal(columns, random));
    }

    private String shared(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = ReaderWarningsTest.class.getResourceAsStream("cases/" + name)) {
            Files.write(copy, in.readAllBytes());
        }
        return copy.toString();
    }

    private static JsonNode json(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--format", "json", "--quiet"));
        Command ran = Command.run(all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private static List<String> names(String... args) {
        return json(args)
                .path("warnings")
                .valueStream()
                .map(each -> each.get("name").asString())
                .toList();
    }

    private static JsonNode only(String name, String... args) {
        JsonNode warnings = json(args).path("warnings");
        assertThat(names(args)).containsExactly(name);
        return warnings.get(0);
    }

    @Test
    void controlsAreSilent() throws IOException {
        String noise = noise(200, 10);
        assertThat(names("scan", noise)).isEmpty();
        assertThat(names("scan", noise, "--estimator", "gaussian")).isEmpty();
        assertThat(names("null", noise, "--surrogates", "9")).isEmpty();
        assertThat(names("null", noise, "--surrogates", "9", "--surrogate", "shift"))
                .isEmpty();
        // Correlated, skewed, and still what a copula is for.
        String lognormal = table("lognormal.csv", 500, (t, random) -> {
            double[] x = normal(8, random);
            x[1] += x[0];
            x[4] += x[2] + x[3];
            for (int v = 0; v < 8; v++) {
                x[v] = Math.exp(x[v]);
            }
            return x;
        });
        assertThat(names("scan", lognormal, "--top", "3")).isEmpty();
    }

    /** Bits of an XOR: right are TC 1, DTC 2, O -1, S 3 bits, which counting finds. */
    @Test
    void bitsUnderTheCopula() throws IOException {
        String xor = shared("binary.csv");
        JsonNode warnings = json("scan", xor).path("warnings");
        assertThat(warnings.at("/0/name").asString()).isEqualTo("few-values");
        assertThat(warnings.at("/0/message").asString())
                .isEqualTo(
                        "3 columns have 10 different values or fewer: column 0 \"a\", column 1 \"b\", column 2 \"c\"; their ranks"
                                + " are codes, and what they have in common beyond correlation is not seen; --estimator discrete"
                                + " counts it");
        assertThat(warnings.at("/0/data").toString()).isEqualTo("{\"columns\":[0,1,2],\"most\":10}");
        assertThat(warnings.at("/1/name").asString()).isEqualTo("not-monotone");
        assertThat(warnings.at("/1/message").asString())
                .isEqualTo("dependence that is not monotone: 1 triplet, strongest 0;1;2; the copula cannot see it;"
                        + " --estimator discrete or knn");
        assertThat(warnings).hasSize(2);
        JsonNode counted = json("scan", xor, "--estimator", "discrete", "--unit", "bits");
        assertThat(counted.has("warnings")).isFalse();
        JsonNode nplet = counted.at("/orders/0/most_synergistic/0");
        assertThat(nplet.at("/tc").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(nplet.at("/dtc").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(nplet.at("/o").asDouble()).isCloseTo(-1, within(1e-12));
        assertThat(nplet.at("/s").asDouble()).isCloseTo(3, within(1e-12));
    }

    @Test
    void manyZeros() throws IOException {
        String rectified = table("relu.csv", 400, (t, random) -> {
            double[] x = normal(4, random);
            x[1] = Math.max(0, x[1] - 1);
            return x;
        });
        JsonNode warning = only("many-zeros", "scan", rectified);
        assertThat(warning.at("/data/columns").toString()).isEqualTo("[1]");
        assertThat(warning.at("/data/shares/0").asDouble()).isBetween(0.75, 0.92);
        assertThat(warning.get("message").asString())
                .startsWith("share of zeros up to 8")
                .endsWith(" %, above half in 1 column: column 1; tied ranks weaken every correlation with them");
        assertThat(names("scan", rectified, "--estimator", "gaussian")).isEmpty();
        String few = table("some.csv", 400, (t, random) -> {
            double[] x = normal(4, random);
            x[1] = Math.max(0, x[1] + 0.3);
            return x;
        });
        assertThat(names("scan", few)).isEmpty();
    }

    /** Four columns whose sum is 0 exactly: singular, where ranks say Omega -2.63. */
    @Test
    void anAverageThatWasTakenOff() throws IOException {
        String referenced = shared("average-reference.csv");
        JsonNode warning = only("hidden-dependence", "scan", referenced, "--order", "4");
        assertThat(warning.at("/data/columns").toString()).isEqualTo("[0,1,2,3]");
        assertThat(warning.get("message").asString())
                .isEqualTo(
                        "each of column 0, column 1, column 2, column 3 is a linear combination of the others, exactly (an"
                                + " average that was taken off?), and ranks hide it: n-plets with all of them are singular, whatever is"
                                + " said of them here; leave one out");
        JsonNode plain = json("scan", referenced, "--order", "4", "--estimator", "gaussian");
        assertThat(plain.at("/orders/0/singular").asInt()).isEqualTo(1);
        assertThat(plain.has("warnings")).isFalse();
        // Triplets of it are sound.
        assertThat(names("scan", referenced, "--order", "3")).isEmpty();
    }

    /** Lag-1 autocorrelation of about .9 in 120 samples. */
    @Test
    void slowSeriesUnderShuffles() throws IOException {
        String memory = shared("memory.csv");
        JsonNode warnings =
                json("null", memory, "--surrogates", "19", "--top", "1").path("warnings");
        assertThat(warnings.at("/0/name").asString()).isEqualTo("slow-series");
        assertThat(warnings.at("/0/data/largest").asDouble()).isBetween(0.8, 1.0);
        assertThat(warnings.at("/0/data/limit").asDouble()).isCloseTo(4 / Math.sqrt(120), within(1e-3));
        assertThat(warnings.at("/0/message").asString())
                .startsWith("lag-1 autocorrelation up to 0.")
                .endsWith("; shuffled surrogates lack that memory, and p is too small: see --surrogate shift");
        assertThat(names("null", memory, "--surrogates", "19", "--surrogate", "shift"))
                .doesNotContain("slow-series", "random-walks");
    }

    @Test
    void randomWalksUnderShifts() throws IOException {
        double[] at = new double[3];
        String walks = table("walks.csv", 500, (t, random) -> {
            for (int v = 0; v < 3; v++) {
                at[v] += random.nextGaussian();
            }
            return at;
        });
        JsonNode warning = only("random-walks", "null", walks, "--surrogates", "19", "--surrogate", "shift");
        assertThat(warning.at("/data/columns").toString()).isEqualTo("[0,1,2]");
        double[] slow = new double[3];
        String series = table("series.csv", 500, (t, random) -> {
            for (int v = 0; v < 3; v++) {
                slow[v] = 0.8 * slow[v] + random.nextGaussian();
            }
            return slow;
        });
        assertThat(names("null", series, "--surrogates", "19", "--surrogate", "shift"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shuffle", "shift"})
    void correlatedColumnsRejectIndependenceAnyway(String surrogate) throws IOException {
        String pairs = table("pairs.csv", 200, (t, random) -> {
            double[] x = normal(6, random);
            for (int v = 0; v < 6; v += 2) {
                x[v + 1] = 0.6 * x[v] + 0.8 * x[v + 1];
            }
            return x;
        });
        JsonNode warning = only("correlated-columns", "null", pairs, "--surrogates", "9", "--surrogate", surrogate);
        assertThat(warning.at("/data/share").asDouble()).isCloseTo(3 / 15.0, within(1e-12));
        assertThat(warning.get("message").asString())
                .startsWith(
                        "20 % of the pairs of columns are correlated (p at most 1e-03): a small p_fwer rejects that columns"
                                + " are independent, with or without synergy; --surrogate tree asks for synergy");
        assertThat(names("null", pairs, "--surrogates", "19", "--surrogate", "tree"))
                .isEmpty();
    }

    @Test
    void aCorrectionForWeakDependence() throws IOException {
        String strong = table("strong.csv", 200, (t, random) -> {
            double common = random.nextGaussian();
            double[] x = normal(5, random);
            for (int v = 0; v < 5; v++) {
                x[v] = common + 0.5 * x[v];
            }
            return x;
        });
        JsonNode warning = only("strong-dependence", "scan", strong, "--bias-correct");
        assertThat(warning.at("/data/mean_abs_r").asDouble()).isBetween(0.7, 0.9);
        assertThat(warning.get("message").asString())
                .matches(
                        "mean \\|r\\| is 0\\.\\d\\d: the bias correction is that of Gaussian samples, and ranks of strongly"
                                + " dependent columns have another, which may have the other sign; see bootstrap_bias of `oinfo"
                                + " bootstrap`");
        assertThat(names("scan", strong)).isEmpty();
        assertThat(names("scan", strong, "--bias-correct", "--estimator", "gaussian"))
                .isEmpty();
    }

    @Test
    void correctedMeasuresBelowZero() throws IOException {
        String noise = noise(200, 6);
        JsonNode warning = only("corrected-below-zero", "scan", noise, "--bias-correct");
        assertThat(warning.at("/data/of").asInt()).isEqualTo(20);
        int below = warning.at("/data/nplets").asInt();
        assertThat(below).isBetween(5, 18);
        assertThat(warning.get("message").asString())
                .isEqualTo("TC or DTC below 0 in " + below
                        + " of 20 listed n-plets: the correction takes off what chance adds on"
                        + " average, so that nearly independent columns scatter about 0; read these as 0");
        assertThat(names("scan", noise)).isEmpty();
        String nplets = TestData.write(folder, "nplets.txt", "0,1,2\n3,4,5\n0,2,4\n1,3,5\n");
        assertThat(names("measures", noise, "--nplets", nplets, "--bias-correct"))
                .containsExactly("corrected-below-zero");
        assertThat(names("measures", noise, "--nplets", nplets)).isEmpty();
        String dependent = table("dependent.csv", 300, (t, random) -> {
            double[] x = normal(3, random);
            x[2] += 0.5 * (x[0] + x[1]);
            return x;
        });
        assertThat(names("scan", dependent, "--bias-correct")).isEmpty();
    }

    /** One common cause: every triplet is redundant, and the smallest Omega are above 0. */
    @Test
    void extremesWithTheSignOfTheOtherEnd() throws IOException {
        String redundant = table("redundant.csv", 300, (t, random) -> {
            double common = random.nextGaussian();
            double[] x = normal(8, random);
            for (int v = 0; v < 8; v++) {
                x[v] += common;
            }
            return x;
        });
        JsonNode warning = only("sign-against-end", "scan", redundant, "--top", "4");
        assertThat(warning.get("message").asString())
                .isEqualTo(
                        "order 3: 4 of the 4 n-plets with the smallest O-information are above 0: redundancy dominates them");
        assertThat(warning.get("data").toString())
                .isEqualTo("{\"largest_below_0\":0,\"order\":3,\"smallest_above_0\":4}");
        JsonNode order = json("scan", redundant, "--top", "4").at("/orders/0");
        assertThat(order.at("/most_synergistic/0/sign_matches_end").asBoolean(true))
                .isFalse();
        assertThat(order.at("/most_redundant/0/sign_matches_end").asBoolean(false))
                .isTrue();
        String table = Command.run("scan", redundant, "--top", "4").out();
        assertThat(table)
                .contains(
                        "\n  smallest O-information, 4 of 4 above 0\n", "\n  most redundant: largest O-information\n");
        String csv =
                Command.run("scan", redundant, "--top", "4", "--format", "csv").out();
        assertThat(csv)
                .contains("\n# signs of order 3: smallest_above_0=4 of 4 largest_below_0=0 of 4\n")
                .contains("\norder,tc,dtc,o,s,nplet\n");
        Path saved = folder.resolve("r.json");
        Path page = folder.resolve("r.html");
        Command.run("scan", redundant, "--top", "4", "--format", "json", "--quiet", "--out", saved.toString());
        assertThat(Command.run("report", saved.toString(), "--out", page.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(page))
                .contains("Smallest O-information, 4 of 4 above 0", "Most redundant: largest O-information");
        // Where all triplets are listed nothing was chosen.
        assertThat(names("scan", redundant, "--top", "all")).isEmpty();
    }

    @Test
    void whatIsNotMonotone() throws IOException {
        String planted = table("planted.csv", 200, (t, random) -> {
            double[] x = normal(6, random);
            x[2] = Math.abs(x[2]) * Math.signum(x[0] * x[1]);
            x[5] = Math.abs(x[3]);
            return x;
        });
        JsonNode warning = only("not-monotone", "scan", planted);
        assertThat(warning.get("message").asString())
                .isEqualTo(
                        "dependence that is not monotone: 1 pair and 1 triplet, strongest 3;5, 0;1;2; the copula cannot see"
                                + " it; --estimator discrete or knn");
        assertThat(warning.at("/data/strongest").toString()).isEqualTo("[[3,5],[0,1,2]]");
        assertThat(warning.at("/data/tested").asInt()).isEqualTo(20);
        assertThat(json("scan", planted).at("/run/triplet_screen").asString()).isEqualTo("all 20 triplets");
        assertThat(only("not-monotone", "scan", planted, "--estimator", "gaussian", "--columns", "0,1,2,4")
                        .get("message")
                        .asString())
                .contains("1 triplet, strongest 0;1;2; the gaussian cannot see it");
        assertThat(names("scan", planted, "--no-screen")).isEmpty();
        assertThat(json("scan", planted, "--no-screen")
                        .at("/run/triplet_screen")
                        .isNull())
                .isTrue();
        assertThat(names("scan", planted, "--estimator", "knn")).isEmpty();
        assertThat(names("scan", planted, "--estimator", "discrete", "--bins", "2"))
                .isEmpty();
    }

    @Test
    void everyFormatHasThem() throws IOException {
        String xor = shared("binary.csv");
        Command csv = Command.run("scan", xor, "--format", "csv");
        assertThat(csv.out())
                .contains("\n# warnings: few-values: 3 columns have ", "\n# warnings: not-monotone: dependence");
        assertThat(csv.err())
                .contains("oinfo: warning: 3 columns have ", "oinfo: warning: dependence that is not monotone: ");
        assertThat(json("scan", xor).at("/run/warnings")).hasSize(2);
    }

    /** A warning that only the work brings stops the output, too. */
    @ParameterizedTest
    @ValueSource(strings = {"few-values", "not-monotone"})
    void strictNamesTheFirst(String name) throws IOException {
        Path out = folder.resolve("out.csv");
        String data = name.equals("few-values")
                ? shared("binary.csv")
                : table("planted.csv", 200, (t, random) -> {
                    double[] x = normal(3, random);
                    x[2] = Math.abs(x[2]) * Math.signum(x[0] * x[1]);
                    return x;
                });
        Command ran = Command.run("scan", data, "--strict", "--out", out.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("oinfo: there must be nothing to warn of with --strict: " + name + ": ")
                .endsWith("; mend the data, or leave --strict out\n")
                .hasLineCount(1);
        assertThat(out).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
