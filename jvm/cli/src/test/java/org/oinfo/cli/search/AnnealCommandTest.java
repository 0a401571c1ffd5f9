package org.oinfo.cli.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code oinfo search --method anneal} and {@code refine}, and every method with {@code --estimator discrete}. */
class AnnealCommandTest {
    private static final int COLUMNS = 12;
    private static final int SAMPLES = 80;

    @TempDir
    Path folder;

    private String data = "";
    private String states = "";

    /** Column 5 is constant; columns 1, 4, 7 and 10 share a source; states are two or three values. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(11);
        StringBuilder values = new StringBuilder();
        StringBuilder symbols = new StringBuilder();
        for (int t = 0; t < SAMPLES; t++) {
            double shared = random.nextGaussian();
            for (int j = 0; j < COLUMNS; j++) {
                double value = j == 5 ? 1 : random.nextGaussian() + (j % 3 == 1 ? shared : 0);
                values.append(j == 0 ? "" : ",").append(value);
                symbols.append(j == 0 ? "" : ",").append(value > 0 ? 1 : value < -1 ? 2 : 0);
            }
            values.append('\n');
            symbols.append('\n');
        }
        data = TestData.write(folder, "x.csv", values.toString());
        states = TestData.write(folder, "states.csv", symbols.toString());
    }

    private static Command run(String command, String input, String... options) {
        return Command.run(
                Stream.concat(Stream.of(command, input), Arrays.stream(options)).toArray(String[]::new));
    }

    private static JsonNode json(String command, String input, String options) {
        Command ran = run(command, input, (options + " --format json --quiet").split(" "));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void anotherMeasureIsSoughtAtBothEnds() {
        JsonNode scanned =
                json("scan", data, "--order 4 --rank-by delta3 --top 1").at("/orders/0");
        JsonNode found = json("search", data, "--method anneal --order 4 --chains 32 --rank-by delta3 --top 3");
        assertThat(found.at("/run/rank_by").asString()).isEqualTo("delta3");
        assertThat(found.at("/run/computed").asString()).contains("of extreme delta3");
        assertThat(found.at("/figures/smallest_best_nplet")).isEqualTo(scanned.at("/smallest/0/nplet"));
        assertThat(found.at("/figures/largest_best_nplet")).isEqualTo(scanned.at("/largest/0/nplet"));
        assertThat(found.at("/figures/largest_best_delta3").asDouble())
                .isCloseTo(scanned.at("/largest/0/delta3").asDouble(), within(1e-12));
        assertThat(found.at("/optima/0/end").asString()).isEqualTo("smallest");
        assertThat(found.at("/optima/0/delta3").asDouble())
                .isLessThan(found.at("/optima/1/delta3").asDouble());
        Command greedy = run("search", data, "--rank-by", "tc", "--quiet");
        assertThat(greedy.code()).isEqualTo(2);
        assertThat(greedy.err())
                .isEqualTo("oinfo: --rank-by goes with --method anneal or refine only: found --method greedy; leave it"
                        + " out or choose one of these\n");
    }

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private String file(JsonNode rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JsonNode row : rows) {
            text.append(String.join(
                            ",",
                            row.at("/nplet")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()))
                    .append('\n');
        }
        return TestData.write(folder, "found.txt", text.toString());
    }

    /** An exhaustive scan is the oracle: chains that find less than its extremes would be no use. */
    @ParameterizedTest
    @ValueSource(strings = {"", " --bias-correct", " --estimator discrete", " --estimator discrete --bias-correct"})
    void annealingFindsTheExtremesOfAScan(String estimate) {
        String input = estimate.contains("discrete") ? states : data;
        JsonNode annealed = json("search", input, "--method anneal --order 4 --chains 64 --top 1" + estimate);
        JsonNode scan = json("scan", input, "--order 4 --top 1" + estimate);
        JsonNode synergistic = scan.at("/orders/0/most_synergistic/0");
        JsonNode redundant = scan.at("/orders/0/most_redundant/0");
        assertThat(annealed.at("/optima").size()).isEqualTo(2);
        assertThat(annealed.at("/optima/0/end").asString()).isEqualTo("synergistic");
        assertThat(annealed.at("/optima/0/nplet")).isEqualTo(synergistic.at("/nplet"));
        assertThat(annealed.at("/optima/1/nplet")).isEqualTo(redundant.at("/nplet"));
        for (String measure : List.of("/tc", "/dtc", "/o", "/s")) {
            assertThat(annealed.at("/optima/0" + measure).asDouble())
                    .isCloseTo(synergistic.at(measure).asDouble(), within(1e-11));
            assertThat(annealed.at("/optima/1" + measure).asDouble())
                    .isCloseTo(redundant.at(measure).asDouble(), within(1e-11));
        }
        assertThat(annealed.at("/optima/0/certified").asBoolean()).isTrue();
        assertThat(annealed.at("/figures/redundant_best_o")).isEqualTo(annealed.at("/optima/1/o"));
    }

    @Test
    void figuresSayHowItWasSearched() {
        JsonNode json = json(
                "search",
                data,
                "--method anneal --order 3..5 --chains 5 --restarts 2 --sweeps 4 --ends redundant --seed 9");
        assertThat(json.at("/figures/smallest_order").asInt()).isEqualTo(3);
        assertThat(json.at("/figures/largest_order").asInt()).isEqualTo(5);
        assertThat(json.at("/figures/chains").asInt()).isEqualTo(5);
        assertThat(json.at("/figures/restarts").asInt()).isEqualTo(2);
        assertThat(json.at("/figures/runs").asInt()).isEqualTo(15);
        assertThat(json.at("/figures/seed").asInt()).isEqualTo(9);
        assertThat(json.at("/figures/first_temperature").asDouble()).isPositive();
        assertThat(json.at("/figures/scored").asLong()).isPositive();
        assertThat(json.at("/figures/singular_proposals").asInt()).isZero();
        assertThat(json.at("/figures/partial").asBoolean()).isFalse();
        assertThat(json.at("/figures/synergistic_best_o").isMissingNode()).isTrue();
        assertThat(json.at("/run/method").asString()).isEqualTo("anneal");
        assertThat(json.at("/run/seed").asInt()).isEqualTo(9);
        assertThat(json.at("/run/cooling").asDouble()).isEqualTo(0.1);
        int runs = 0;
        for (JsonNode optimum : json.at("/optima")) {
            assertThat(optimum.at("/end").asString()).isEqualTo("redundant");
            assertThat(optimum.at("/order").asInt())
                    .isEqualTo(optimum.at("/nplet").size());
            runs += optimum.at("/runs").asInt();
        }
        assertThat(runs).isEqualTo(15);
    }

    @Test
    void theUsualOrderIsTenAndThreadsChangeNothing() {
        String[] options = {"--method", "anneal", "--chains", "70", "--sweeps", "3", "--format", "csv", "--threads", "1"
        };
        List<String> one = rows(run("search", data, options));
        assertThat(one.getFirst()).isEqualTo("end,order,tc,dtc,o,s,runs,certified,nplet");
        assertThat(one.subList(1, one.size())).allMatch(row -> row.matches("(synergistic|redundant),10,.*"));
        options[options.length - 1] = "2";
        assertThat(rows(run("search", data, options))).isEqualTo(one);
    }

    @Test
    void refineStaysAtWhatAnnealingCertified() throws IOException {
        JsonNode annealed = json("search", data, "--method anneal --order 5 --chains 40 --ends synergistic");
        String found = file(annealed.at("/optima"));
        JsonNode refined = json("search", data, "--method refine --ends synergistic --nplets " + found);
        int count = annealed.at("/optima").size();
        assertThat(refined.at("/descents").size()).isEqualTo(count).isPositive();
        assertThat(refined.at("/figures/optimal_starts").asInt()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            JsonNode descent = refined.at("/descents/" + i);
            assertThat(descent.at("/steps").asInt()).isZero();
            assertThat(descent.at("/certified").asBoolean()).isTrue();
            assertThat(descent.at("/o")).isEqualTo(annealed.at("/optima/" + i + "/o"));
            assertThat(descent.at("/nplet")).isEqualTo(annealed.at("/optima/" + i + "/nplet"));
        }
    }

    /** Of triplets with one swap left, the oracle is the list of all measures. */
    @ParameterizedTest
    @CsvSource({"x.csv, ''", "x.csv, ' --bias-correct'", "states.csv, ' --estimator discrete --bias-correct'"})
    void refineGoesDownToWhereNoSwapIsBetter(String input, String estimate) throws IOException {
        String path = folder.resolve(input).toString();
        String starts = TestData.write(folder, "starts.txt", "0,1,2\n3;8;11\n");
        JsonNode refined = json("search", path, "--method refine --nplets " + starts + estimate);
        assertThat(refined.at("/descents").size()).isEqualTo(4);
        assertThat(refined.at("/figures/nplets").asInt()).isEqualTo(2);
        assertThat(refined.at("/figures/not_certified").asInt()).isZero();
        assertThat(refined.at("/descents/1/start").toString()).isEqualTo("[3,8,11]");
        JsonNode all = json("scan", path, "--order 3 --top all" + estimate).at("/orders/0/most_synergistic");
        assertThat(all.size()).isEqualTo(165);
        for (int i = 0; i < 4; i++) {
            JsonNode descent = refined.at("/descents/" + i);
            List<Integer> end = members(descent.at("/nplet"));
            int sign = i < 2 ? 1 : -1;
            for (JsonNode other : all) {
                long common = members(other.at("/nplet")).stream()
                        .filter(end::contains)
                        .count();
                double o = other.at("/o").asDouble();
                if (common == 3) {
                    assertThat(descent.at("/o").asDouble()).isCloseTo(o, within(1e-11));
                } else if (common == 2) {
                    assertThat(sign * descent.at("/o").asDouble()).isLessThanOrEqualTo(sign * o + 1e-11);
                }
            }
        }
    }

    private static List<Integer> members(JsonNode nplet) {
        return nplet.valueStream().map(JsonNode::asInt).toList();
    }

    @Test
    void refineReadsWhatOtherCommandsWrote() {
        String paths = folder.resolve("paths.csv").toString();
        String refined = folder.resolve("refined.csv").toString();
        assertThat(run("search", data, "--starts", "2", "--max-order", "6", "--format", "csv", "--out", paths)
                        .code())
                .isZero();
        String[] refine = {"--method", "refine", "--nplets", paths, "--format", "csv", "--out", refined};
        assertThat(run("search", data, refine).code()).isZero();
        refine[3] = refined;
        List<String> again = rows(run("search", data, Arrays.copyOf(refine, refine.length - 2)));
        // Two ends of two starts: four steps of the best, one row of the other; refined twice, again towards both ends.
        assertThat(again).hasSize(1 + 2 * 2 * 2 * (4 + 1));
        assertThat(again.getFirst()).isEqualTo("end,start,steps,tc,dtc,o,s,certified,nplet");
        Command itself = run("search", data, "--method", "refine", "--nplets", paths, "--out", paths);
        assertThat(itself.err())
                .startsWith("oinfo: --out must not be the input")
                .hasLineCount(1);
    }

    @Test
    void nothingBetterThanSingularIsNotCertified() throws IOException {
        String x = TestData.write(folder, "collinear.csv", TestData.samples(40));
        String start = TestData.write(folder, "start.txt", "3,5\n");
        JsonNode json = json("search", x, "--columns 3,5 --method refine --ends redundant --nplets " + start);
        assertThat(json.at("/descents/0/o").isNull()).isTrue();
        assertThat(json.at("/descents/0/certified").asBoolean()).isFalse();
        assertThat(json.at("/figures/not_certified").asInt()).isEqualTo(1);
        assertThat(json.at("/figures/partial").asBoolean()).isFalse();
    }

    /** Greedy and random n-plets of counts have the values of measures, corrected once. */
    @ParameterizedTest
    @CsvSource({
        "--max-order 5 --starts 3 --paths all, steps",
        "--method random --order 4 --count 25, nplets",
        "--method anneal --order 4 --chains 16, optima"
    })
    void discreteScoresAreCorrectedOnce(String method, String list) throws IOException {
        for (String correct : List.of("", " --bias-correct")) {
            JsonNode json = json("search", states, method + " --estimator discrete" + correct);
            JsonNode found = json.at("/" + list);
            JsonNode measures = json("measures", states, "--estimator discrete --nplets " + file(found) + correct)
                    .at("/measures");
            assertThat(found.size()).isEqualTo(measures.size()).isGreaterThan(1);
            for (int i = 0; i < found.size(); i++) {
                for (String measure : List.of("/tc", "/dtc", "/o", "/s")) {
                    assertThat(found.get(i).at(measure).asDouble())
                            .isCloseTo(measures.get(i).at(measure).asDouble(), within(1e-12));
                }
            }
            assertThat(json.at("/run/correction").isNull()).isEqualTo(correct.isEmpty());
        }
    }

    /** Counts know no singular n-plets: their orders may exceed the number of samples. */
    @Test
    void ordersOfCountsAreNotBoundedBySamples() throws IOException {
        String few = TestData.write(folder, "few.csv", "0,1,0,1,1\n1,1,0,0,1\n1,0,1,1,0\n0,0,0,1,1\n");
        assertThat(json("search", few, "--estimator discrete --max-order 5 --starts 1")
                        .at("/figures/max_order")
                        .asInt())
                .isEqualTo(5);
        assertThat(json("search", few, "--estimator discrete --method anneal --chains 2")
                        .at("/figures/largest_order")
                        .asInt())
                .isEqualTo(5);
        assertThat(json("search", few, "--estimator discrete --method random --order 5 --count 2 --bias-correct")
                        .at("/figures/drawn")
                        .asInt())
                .isEqualTo(2);
    }
}
