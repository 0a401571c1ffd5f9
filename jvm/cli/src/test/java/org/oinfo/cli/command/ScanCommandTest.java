package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanCommandTest {
    @TempDir
    Path folder;

    private static JsonNode json(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return JsonMapper.shared().readTree(command.out());
    }

    private String matrix() throws IOException {
        return TestData.write(folder, "r.csv", TestData.MATRIX);
    }

    private String samples() throws IOException {
        return TestData.write(folder, "x.csv", TestData.samples(50));
    }

    @Test
    void aCovarianceAsJsonHasTheKnownValues() throws IOException {
        JsonNode json = json(Command.run("scan", matrix(), "--covariance", "--order", "all", "--format", "json"));
        assertThat(json.at("/orders").size()).isEqualTo(2);
        assertThat(json.at("/orders/1/order").asInt()).isEqualTo(4);
        assertThat(json.at("/orders/1/most_synergistic/0/o").asDouble()).isCloseTo(.0226232543, within(1e-10));
        assertThat(json.at("/variables/3/name").asString()).isEqualTo("d");
        assertThat(json.at("/run/estimator").isNull()).isTrue();
        assertThat(json.at("/run/samples").isNull()).isTrue();
        assertThat(json.at("/run/checksum").asString()).startsWith("sha256:").hasSize(71);
        assertThat(json.at("/run/partial").asBoolean()).isFalse();
        assertThat(json.at("/orders/0/histogram").isNull()).isTrue();
    }

    @Test
    void csvRowsAreExactlyThese() throws IOException {
        Command command =
                Command.run("scan", matrix(), "--covariance", "--order", "4", "--format", "csv", "--backend", "scalar");
        assertThat(command.out().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "order,tc,dtc,o,s,nplet,names",
                        "4,0.7891513417516947,0.76652808740442,0.022623254347274635,1.5556794291561147,0;1;2;3,a;b;c;d");
        assertThat(command.out()).contains("# backend: scalar\n# device: scalar\n");
    }

    @Test
    void tableNamesWhatIsConstantAndCollinear() throws IOException {
        Command command = Command.run("scan", samples());
        assertThat(command.code()).isZero();
        assertThat(command.err()).isEqualTo("""
                        oinfo: warning: 1 constant column left out: column 4
                        oinfo: warning: column 3 and column 5 determine each other: every n-plet with both is singular
                        """);
        assertThat(command.out())
                .contains(
                        "variables: 5, samples: 50, Gaussian copula, average ties (0 values tied), no bias correction")
                .contains("order 3: 10 n-plets\n")
                .contains(
                        "determine each other: 3 and 5\n  in most singular n-plets: 3 (3), 5 (3), 0 (1), 1 (1), 2 (1)\n");
    }

    @Test
    void warningsAreInTheJsonEvenWhenQuiet() throws IOException {
        Command command = Command.run("scan", samples(), "--format", "json", "--quiet");
        assertThat(command.err()).isEmpty();
        assertThat(json(command).at("/run/warnings/0").asString()).isEqualTo("1 constant column left out: column 4");
        assertThat(json(command).at("/dropped/0/index").asInt()).isEqualTo(4);
        assertThat(json(command).at("/dropped/0/reason").asString()).isEqualTo("constant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | 3", "3..5 | 3,4,5", "3,5 | 3,5", "3..N | 3,4,5", "all | 3,4,5", "2 | 2", "5,2..3 | 2,3,5"})
    void ordersCanBeGivenInManyWays(String option, String expected) throws IOException {
        JsonNode json = json(Command.run("scan", samples(), "--order", option, "--format", "json", "--quiet"));
        assertThat(json.at("/orders")
                        .valueStream()
                        .map(o -> o.at("/order").asString())
                        .toList())
                .isEqualTo(List.of(expected.split(",")));
    }

    @Test
    void chosenColumnsKeepTheirNumbers() throws IOException {
        JsonNode json = json(
                Command.run("scan", samples(), "--columns", "1-5", "--drop", "2,4", "--format", "json", "--quiet"));
        assertThat(json.at("/variables").valueStream().map(v -> v.at("/index").asInt()))
                .containsExactly(1, 3, 5);
        assertThat(json.at("/dropped").valueStream().map(v -> v.at("/reason").asString()))
                .containsExactly("not chosen", "not chosen", "not chosen");
    }

    @Test
    void chosenColumnsOfACovarianceCanBeNamed() throws IOException {
        JsonNode json = json(Command.run(
                "scan",
                matrix(),
                "--covariance",
                "--columns",
                "a,c,d",
                "--format",
                "json",
                "--samples",
                "80",
                "--bias-correct"));
        assertThat(json.at("/orders/0/most_synergistic/0/nplet").valueStream().map(JsonNode::asInt))
                .containsExactly(0, 2, 3);
        assertThat(json.at("/run/samples").asInt()).isEqualTo(80);
        assertThat(json.at("/run/bias_corrected").asBoolean()).isTrue();
    }

    @Test
    void topAllListsEveryNplet() throws IOException {
        Command command = Command.run("scan", matrix(), "--covariance", "--top", "all", "--format", "csv");
        assertThat(command.out().lines().filter(line -> line.startsWith("3,"))).hasSize(4);
        assertThat(command.out()).contains("# top: all\n");
    }

    @Test
    void levelFullAddsVarianceHistogramAndVariables() throws IOException {
        JsonNode json = json(Command.run("scan", matrix(), "--covariance", "--level", "full", "--format", "json"));
        assertThat(json.at("/run/level").asString()).isEqualTo("full");
        assertThat(json.at("/run/ends").asString()).isEqualTo("both");
        assertThat(json.at("/run/screen").asString()).isEqualTo("auto");
        assertThat(json.at("/orders/0/o/variance").asDouble()).isPositive();
        assertThat(json.at("/orders/0/per_variable").size()).isEqualTo(4);
        assertThat(json.at("/orders/0/per_variable/0/count").asLong()).isEqualTo(3);
    }

    @Test
    void oneEndAtLevelExtremesIsTheRankingOfAPlainScan() throws IOException {
        JsonNode json = json(Command.run(
                "scan", matrix(), "--covariance", "--level", "extremes", "--ends", "redundant", "--format", "json"));
        JsonNode plain = json(Command.run("scan", matrix(), "--covariance", "--format", "json"));
        assertThat(json.at("/run/level").asString()).isEqualTo("extremes");
        assertThat(json.at("/run/ends").asString()).isEqualTo("redundant");
        assertThat(json.at("/run/screen").asString()).isEqualTo("auto");
        assertThat(json.at("/orders/0/most_redundant")).isEqualTo(plain.at("/orders/0/most_redundant"));
        assertThat(json.at("/orders/0/most_synergistic").isNull()).isTrue();
        assertThat(json.at("/orders/0/total").asLong()).isEqualTo(4);
        assertThat(json.at("/orders/0/redundant").isNull()).isTrue();
    }

    @Test
    void theTableSaysLevelAndEnds() throws IOException {
        Command command = Command.run(
                "scan", matrix(), "--covariance", "--level", "extremes", "--ends", "synergistic", "--top", "1");
        assertThat(command.out())
                .contains("\nlevel: extremes, ends: synergistic\n\norder 3: 4 n-plets\n\n  most synergistic")
                .doesNotContain("most redundant", "balanced");
    }

    @Test
    void bitsAreNatsOverLn2() throws IOException {
        JsonNode json = json(
                Command.run("scan", matrix(), "--covariance", "--order", "4", "--unit", "bits", "--format", "json"));
        assertThat(json.at("/orders/0/o/min").asDouble()).isCloseTo(.0226232543 / Math.log(2), within(1e-9));
        assertThat(json.at("/run/unit").asString()).isEqualTo("bits");
    }

    @Test
    void estimatorTiesShrinkageAndSeedAreStated() throws IOException {
        JsonNode copula = json(Command.run(
                "scan",
                samples(),
                "--ties",
                "random",
                "--seed",
                "7",
                "--shrinkage",
                "oas",
                "--format",
                "json",
                "--quiet"));
        assertThat(copula.at("/run/estimator").asString()).isEqualTo("copula");
        assertThat(copula.at("/run/ties").asString()).isEqualTo("random");
        assertThat(copula.at("/run/seed").asLong()).isEqualTo(7);
        assertThat(copula.at("/run/shrinkage").asString()).isEqualTo("oas");
        assertThat(copula.at("/run/shrinkage_intensity").asDouble()).isBetween(0.0, 1.0);
        JsonNode gaussian =
                json(Command.run("scan", samples(), "--estimator", "gaussian", "--format", "json", "--quiet"));
        assertThat(gaussian.at("/run/estimator").asString()).isEqualTo("gaussian");
        assertThat(gaussian.at("/run/ties").isNull()).isTrue();
    }

    @Test
    void rowsWithMissingValuesAreLeftOutOnRequest() throws IOException {
        String file = TestData.write(folder, "gaps.csv", TestData.samples(50) + "1,2,,4,7,8\n");
        Command refused = Command.run("scan", file);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("oinfo: ").contains("drop-rows").hasLineCount(1);
        JsonNode json = json(Command.run("scan", file, "--missing", "drop-rows", "--format", "json", "--quiet"));
        assertThat(json.at("/run/dropped_rows").asInt()).isEqualTo(1);
        assertThat(json.at("/run/samples").asInt()).isEqualTo(50);
        assertThat(json.at("/run/warnings").toString()).contains("1 row with missing values left out");
    }

    @Test
    void dataComesFromStandardInputWithADash() {
        JsonNode json = json(
                Command.runWithInput(TestData.MATRIX, "scan", "-", "--covariance", "--order", "4", "--format", "json"));
        assertThat(json.at("/run/input").asString()).isEqualTo("standard input");
        assertThat(json.at("/orders/0/o/min").asDouble()).isCloseTo(.0226232543, within(1e-10));
    }

    @Test
    void outIsWrittenWholeAndNothingElseRemains() throws IOException {
        Path out = folder.resolve("result.json");
        Command command = Command.run("scan", matrix(), "--covariance", "--format", "json", "--out", out.toString());
        assertThat(command.code()).isZero();
        assertThat(command.out()).isEmpty();
        assertThat(Files.readString(out)).startsWith("{\n").endsWith("}\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void outIsLeftAloneWhenTheInputIsWrong() throws IOException {
        String out = TestData.write(folder, "result.csv", "old");
        Command command = Command.run("scan", matrix(), "--covariance", "--order", "9", "--out", out);
        assertThat(command.code()).isEqualTo(2);
        assertThat(Files.readString(Path.of(out))).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void dryRunScansNothing() throws IOException {
        Command command =
                Command.run("scan", matrix(), "--covariance", "--order", "3..4", "--dry-run", "--threads", "1");
        assertThat(command.code()).isZero();
        assertThat(command.out())
                .startsWith("dry run, nothing is scanned: 4 variables, ")
                .contains(", threads: 1\n");
        List<String> lines = command.out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(2)).matches(" +3 +4 +1 +0\\.1 MB +[0-9,]+ +[0-9.]+ s");
        assertThat(lines.get(3)).matches(" +4 +1 +1 +0\\.1 MB +[0-9,]+ +[0-9.]+ s");
        assertThat(lines.get(4)).matches("predicted time of all orders: [0-9.]+ s");
    }

    @Test
    void allOrdersOfAFewVariablesTakeOneWalk() throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 60; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 16; i++) {
                text.append(i == 0 ? "" : ",").append(common + i * random.nextGaussian());
            }
            text.append('\n');
        }
        String data = TestData.write(folder, "sixteen.csv", text.toString());
        Command dry = Command.run("scan", data, "--order", "all", "--dry-run", "--threads", "1");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("predicted time of all orders, in one walk: ");
        JsonNode walk = json(Command.run("scan", data, "--order", "all", "--format", "json", "--quiet"));
        JsonNode alone = json(Command.run("scan", data, "--order", "7", "--format", "json", "--quiet"));
        assertThat(walk.get("orders")).hasSize(14);
        for (String same : List.of("total", "redundant", "synergistic", "most_synergistic", "most_redundant")) {
            assertThat(walk.get("orders").get(4).get(same))
                    .isEqualTo(alone.get("orders").get(0).get(same));
        }
    }

    @Test
    void moreColumnsThanRowsGiveAHint() throws IOException {
        String wide = TestData.write(folder, "wide.csv", "2,3,1,5,4\n1,2,3,4,5\n3,1,2,9,9\n4,4,7,1,1\n");
        assertThat(Command.run("scan", wide).err())
                .contains(
                        "oinfo: warning: more columns (5) than rows (4): rows are taken as samples; transpose the data if it"
                                + " is the other way round\n")
                .contains("oinfo: warning: few samples for order 3: with T=4 ");
    }

    @Test
    void withShrinkageNoWarningPointsToABiasCorrectionThatIsRefusedThere() throws IOException {
        String few = TestData.write(folder, "few.csv", "2,3,1\n1,2,3\n3,1,2\n4,4,7\n");
        assertThat(Command.run("scan", few, "--shrinkage", "oas").err()).doesNotContain("--bias-correct");
        assertThat(Command.run("scan", few).err()).contains("--bias-correct");
    }

    @Test
    void otherMeasuresRankWhileCountsStayThoseOfOmega() throws IOException {
        String samples = samples();
        JsonNode byOmega = json(Command.run("scan", samples, "--format", "json", "--quiet"));
        JsonNode byTc =
                json(Command.run("scan", samples, "--rank-by", "tc", "--top", "3", "--format", "json", "--quiet"));
        assertThat(byTc.at("/run/rank_by").asString()).isEqualTo("tc");
        assertThat(byOmega.at("/run/rank_by").asString()).isEqualTo("o");
        assertThat(byTc.at("/orders/0/rank_by").asString()).isEqualTo("tc");
        for (String same : List.of("total", "redundant", "synergistic", "balanced", "singular", "o")) {
            assertThat(byTc.at("/orders/0/" + same)).isEqualTo(byOmega.at("/orders/0/" + same));
        }
        assertThat(byTc.at("/orders/0/most_synergistic").isNull()).isTrue();
        JsonNode largest = byTc.at("/orders/0/largest");
        assertThat(largest.size()).isEqualTo(3);
        assertThat(largest.at("/0/nplet").toString()).isEqualTo("[0,1,2]");
        assertThat(largest.at("/0/tc").asDouble())
                .isGreaterThan(largest.at("/1/tc").asDouble());
        JsonNode smallest = byTc.at("/orders/0/smallest");
        assertThat(smallest.at("/0/tc").asDouble())
                .isLessThanOrEqualTo(smallest.at("/2/tc").asDouble())
                .isLessThan(largest.at("/2/tc").asDouble());
    }

    @Test
    void theTableSaysWhatItRanksBy() throws IOException {
        Command command = Command.run("scan", samples(), "--rank-by", "s", "--ends", "largest", "--quiet");
        assertThat(command.out())
                .contains("level: plain, ends: largest, ranked by: s\n")
                .contains("\n  largest S-information\n")
                .doesNotContain("smallest");
    }

    @Test
    void theCsvOfAnotherRankingListsSmallestThenLargest() throws IOException {
        Command command = Command.run(
                "scan", samples(), "--rank-by", "dtc", "--top", "1", "--columns", "0-3", "--format", "csv", "--quiet");
        assertThat(command.out()).contains("# rank_by: dtc\n");
        List<Double> dtc = command.out()
                .lines()
                .filter(line -> line.startsWith("3,"))
                .map(line -> Double.valueOf(line.split(",", -1)[2]))
                .toList();
        assertThat(dtc).hasSize(2);
        assertThat(dtc.get(0)).isLessThan(dtc.get(1));
    }
}
