package org.oinfo.cli.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandTest {
    @TempDir
    Path folder;

    private String x = "";
    private String r = "";

    @BeforeEach
    void data() throws IOException {
        x = TestData.write(folder, "x.csv", TestData.samples(50));
        r = TestData.write(folder, "r.csv", TestData.MATRIX);
    }

    private Command search(String line) {
        String[] args = ("search " + line).split(" ");
        Arrays.setAll(args, i -> args[i].equals("X") ? x : args[i].equals("R") ? r : args[i]);
        return Command.run(args);
    }

    private static JsonNode json(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return JsonMapper.shared().readTree(command.out());
    }

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void greedyReachesTheQuadrupletWhoseOmegaIsKnown() {
        JsonNode json = json(search("R --covariance --starts 1 --format json"));
        assertThat(json.at("/figures/max_order").asInt()).isEqualTo(4);
        assertThat(json.at("/figures/redundant_best_order").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(json.at("/steps").size()).isEqualTo(4);
        JsonNode last = json.at("/steps/3");
        assertThat(last.at("/end").asString()).isEqualTo("redundant");
        assertThat(last.at("/o").asDouble()).isCloseTo(.0226232543, within(1e-10));
        assertThat(last.at("/tc").asDouble()).isCloseTo(.7891513418, within(1e-10));
        assertThat(last.at("/nplet").size()).isEqualTo(4);
        assertThat(json.at("/steps/0/added").isNull()).isTrue();
        assertThat(json.at("/steps/1/added").size()).isEqualTo(1);
        assertThat(json.at("/run/method").asString()).isEqualTo("greedy");
        assertThat(json.at("/run/beam").asInt()).isEqualTo(1);
        assertThat(json.at("/run/partial").asBoolean()).isFalse();
        assertThat(json.at("/run/start_scan_seconds").isNumber()).isTrue();
    }

    @Test
    void columnsAreThoseOfTheData() throws IOException {
        // Column 4 is constant, so position 4 is column 5; columns 3 and 5 never go together.
        Command command = search("X --starts 1 --ends synergistic --format csv --quiet --drop 0");
        assertThat(rows(command)).hasSize(2).first().isEqualTo("end,start,order,added,tc,dtc,o,s,best,nplet");
        assertThat(rows(command).getLast()).startsWith("synergistic,1,3,,").endsWith(",true,1;2;3");
        assertThat(command.out())
                .contains("# singular_candidates: 1\n# singular_variables: 5\n", "# synergistic_best_nplet: 1;2;3\n");
    }

    @Test
    void pathsBestPrintsTheOtherStartsInARowEach() throws IOException {
        String wide = TestData.write(folder, "wide.csv", wide(40, 9));
        List<String> best = rows(Command.run("search", wide, "--starts", "4", "--max-order", "7", "--format", "csv"));
        List<String> all = rows(
                Command.run("search", wide, "--starts", "4", "--max-order", "7", "--format", "csv", "--paths", "all"));
        assertThat(best).hasSize(1 + 2 * (5 + 3));
        assertThat(all).hasSize(1 + 2 * 4 * 5).containsAll(best);
        // What is marked is the best step of each path.
        assertThat(all).filteredOn(row -> row.contains(",true,")).hasSize(8);
        assertThat(best).filteredOn(row -> row.contains(",true,")).hasSize(8);
    }

    @Test
    void theTableNamesTheBestAndItsPath() throws IOException {
        String wide = TestData.write(folder, "wide.csv", wide(40, 6));
        Command command = Command.run(
                "search", wide, "--starts", "2", "--max-order", "5", "--ends", "redundant", "--unit", "bits");
        assertThat(command.code()).isZero();
        assertThat(command.out())
                .contains("values in bits", "  max order             5\n", "  redundant best order  4\n", "partial  ")
                .contains("  end        start  order  added")
                .doesNotContain("synergistic");
        assertThat(command.out().lines().filter(line -> line.startsWith("  redundant      ")))
                .hasSize(4);
    }

    private static String wide(int samples, int columns) {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < samples; t++) {
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : ",").append(random.nextGaussian());
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void whatGreedyFindsMeasuresAgreesWith() throws IOException {
        String wide = TestData.write(folder, "wide.csv", wide(60, 12));
        String paths = folder.resolve("paths.csv").toString();
        String[] found = {"search", wide, "--bias-correct", "--paths", "all", "--format", "csv", "--out", paths};
        assertThat(Command.run(found).code()).isZero();
        JsonNode path = json(Command.run("search", wide, "--bias-correct", "--paths", "all", "--format", "json"));
        JsonNode measures =
                json(Command.run("measures", wide, "--bias-correct", "--nplets", paths, "--format", "json"));
        assertThat(path.at("/steps").size())
                .isEqualTo(measures.at("/measures").size())
                .isEqualTo(200);
        for (int i = 0; i < 200; i++) {
            assertThat(path.at("/steps/" + i + "/nplet")).isEqualTo(measures.at("/measures/" + i + "/nplet"));
            assertThat(path.at("/steps/" + i + "/o").asDouble())
                    .isCloseTo(measures.at("/measures/" + i + "/o").asDouble(), within(1e-11));
        }
    }

    @Test
    void threadsChangeNothingButHowItWasMade() throws IOException {
        String wide = TestData.write(folder, "wide.csv", wide(60, 15));
        List<String> one = rows(Command.run("search", wide, "--beam", "3", "--format", "csv", "--threads", "1"));
        List<String> two = rows(Command.run("search", wide, "--beam", "3", "--format", "csv", "--threads", "2"));
        assertThat(two).isEqualTo(one);
    }

    @Test
    void everyPairReachesTheQuadrupletWhoseOmegaIsKnown() {
        JsonNode json = json(search("R --covariance --seeds pairs --ends redundant --format json"));
        assertThat(json.at("/grown/0/order").asInt()).isEqualTo(3);
        JsonNode last = json.at("/grown/" + (json.at("/grown").size() - 1));
        assertThat(last.at("/end").asString()).isEqualTo("redundant");
        assertThat(last.at("/order").asInt()).isEqualTo(4);
        assertThat(last.at("/o").asDouble()).isCloseTo(.0226232543, within(1e-10));
        assertThat(last.at("/tc").asDouble()).isCloseTo(.7891513418, within(1e-10));
        assertThat(last.at("/pairs").asInt()).isEqualTo(6);
        assertThat(json.at("/figures/redundant_pairs").asInt()).isEqualTo(6);
        assertThat(json.at("/figures/redundant_singular_pairs").asInt()).isZero();
        assertThat(json.at("/figures/redundant_last_nplets").asInt()).isEqualTo(1);
        assertThat(json.at("/run/seeds").asString()).isEqualTo("pairs");
        assertThat(json.at("/run/top").asInt()).isEqualTo(20);
    }

    @Test
    void everyPairHasOneRowForEachNpletWithColumnsOfTheData() throws IOException {
        // Column 4 is constant; columns 3 and 5 never go together.
        String line = "X --seeds pairs --top 1 --ends synergistic --format csv --quiet --drop 0";
        Command command = search(line);
        assertThat(rows(command)).hasSize(2).first().isEqualTo("end,order,tc,dtc,o,s,pairs,nplet");
        assertThat(rows(command).getLast()).startsWith("synergistic,3,").endsWith("1;2;3");
        assertThat(command.out()).contains("# synergistic_pairs: 5\n# synergistic_singular_pairs: 1\n");
        assertThat(rows(search(line + " --threads 1"))).isEqualTo(rows(search(line + " --threads 2 --backend scalar")));
    }

    @Test
    void randomNpletsComeFromTheSeed() throws IOException {
        String wide = TestData.write(folder, "wide.csv", wide(60, 15));
        String[] args = {"search", wide, "--method", "random", "--order", "6", "--count", "30", "--format", "json"};
        JsonNode json = json(Command.run(args));
        assertThat(json.at("/nplets").size()).isEqualTo(30);
        assertThat(json.at("/nplets/0/nplet").size()).isEqualTo(6);
        assertThat(json.at("/figures/drawn").asInt()).isEqualTo(30);
        assertThat(json.at("/figures/seed").asInt()).isEqualTo(1);
        double sum = 0;
        for (JsonNode nplet : json.at("/nplets")) {
            sum += nplet.at("/o").asDouble();
        }
        assertThat(json.at("/figures/mean_o").asDouble()).isCloseTo(sum / 30, within(1e-14));
        assertThat(json.at("/run/replacement").asBoolean()).isTrue();
        assertThat(json(Command.run(args)).at("/nplets")).isEqualTo(json.at("/nplets"));
        String[] other = Arrays.copyOf(args, args.length + 2);
        other[args.length] = "--seed";
        other[args.length + 1] = "2";
        assertThat(json(Command.run(other)).at("/nplets")).isNotEqualTo(json.at("/nplets"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "X --method random --beam 2 | --beam goes with --method greedy only: found --method random; leave it out or"
                        + " choose that method",
                "X --method random --paths all | --paths goes with --method greedy only: found --method random; leave it out"
                        + " or choose that method",
                "X --count 5 | --count goes with --method random only: found --method greedy; leave it out or choose that"
                        + " method",
                "X --order 5 | --order goes with --method anneal or random only: found --method greedy; leave it out or"
                        + " choose one of these",
                "X --method random --ends both | --ends goes with --method greedy or anneal or refine only: found --method"
                        + " random; leave it out or choose one of these",
                "X --chains 5 | --chains goes with --method anneal only: found --method greedy; leave it out or choose that"
                        + " method",
                "X --method random --top 5 | --top goes with --method greedy or anneal only: found --method random; leave it"
                        + " out or choose one of these",
                "X --method anneal --seeds pairs | --seeds goes with --method greedy only: found --method anneal; leave it out"
                        + " or choose that method",
                "X --top 5 | --top goes with --seeds pairs only: found --seeds extremes; leave it out or choose --seeds pairs",
                "X --seeds pairs --beam 2 | --beam goes with --seeds extremes only: found --seeds pairs; leave it out or choose"
                        + " --seeds extremes",
                "X --seeds pairs --starts 2 | --starts goes with --seeds extremes only: found --seeds pairs; leave it out or"
                        + " choose --seeds extremes",
                "X --seeds pairs --start-order 4 | --start-order goes with --seeds extremes only: found --seeds pairs; leave it"
                        + " out or choose --seeds extremes",
                "X --seeds pairs --paths all | --paths goes with --seeds extremes only: found --seeds pairs; leave it out or"
                        + " choose --seeds extremes",
                "X --seeds all | --seeds must be one of extremes, pairs: found \"all\"; see oinfo search --help",
                "X --seeds pairs --top 0 | a greedy search from pairs must keep at least 1 n-plet of each order: top=0; choose"
                        + " 1 or more",
                "X --seeds pairs --max-order 2 | the largest order of a greedy search from pairs must be 3 or more: max"
                        + " order=2; choose a larger max order",
                "X --seeds pairs --max-order 6 | the max order must not exceed the number of variables: max order=6, N=5;"
                        + " choose a smaller order or more columns",
                "X --method anneal --nplets R | --nplets goes with --method refine only: found --method anneal; leave it out"
                        + " or choose that method",
                "X --method refine --nplets R --sweeps 3 | --sweeps goes with --method anneal only: found --method refine;"
                        + " leave it out or choose that method",
                "X --method refine | --method refine needs n-plets to begin with: found none; give --nplets FILE",
                "- --method refine --nplets - | DATA and --nplets must not both be standard input: give a file for one of"
                        + " them",
                "X --method refine --nplets none | --nplets must be a file that can be read: none is not; check the path",
                "X --method anneal --order 3,5 | --order must be one order or a range such as 3..10 with --method anneal:"
                        + " found 3,5; choose a range, or search each order by itself",
                "X --method anneal --order 2..4 | annealing needs orders from 3 to the number of variables, the smaller one"
                        + " first (the O-information of every pair is 0): orders=2..4, N=5; choose other orders",
                "X --method anneal --order 6 | --order must not exceed the number of variables: --order 6, N=5; choose a"
                        + " smaller order or more columns",
                "R --covariance --samples 4 --method anneal --order 4 | there must be more samples than the order, or every"
                        + " n-plet is singular: T=4, order=4; choose a smaller order or give more samples",
                "X --method anneal --chains 0 | the number of chains must be at least 1: chains=0; choose 1 or more",
                "X --method anneal --sweeps 0 | the number of sweeps must be at least 1: sweeps=0; choose 1 or more",
                "X --method anneal --restarts -1 | the number of restarts must be at least 0: restarts=-1; choose 0 or more",
                "X --method anneal --top 0 | the number of n-plets kept at each end must be at least 1: top=0; choose 1 or more",
                "X --ends one | --ends must be one of both, synergistic, redundant, smallest, largest: found \"one\"; see"
                        + " oinfo search --help",
                "X --method random --order 3..4 | --order must be one order with --method random: found 3..4; draw n-plets"
                        + " of each order by themselves",
                "X --method climb | --method must be one of greedy, anneal, refine, random: found \"climb\"; see oinfo search --help",
                "X --paths none | --paths must be one of best, all: found \"none\"; see oinfo search --help",
                "X --beam 0 | a greedy search must keep at least 1 n-plet at each step: beam=0; choose 1 or more",
                "X --starts 0 | a greedy search must have at least 1 start at each end: starts=0; choose 1 or more",
                "X --starts ten | --starts must be a whole number: found \"ten\"; see oinfo search --help",
                "X --start-order 1 | a greedy search must start from n-plets of 2 or more variables: start order=1; 3 is usual",
                "X --start-order 6 | the start order must not exceed the number of variables: start order=6, N=5; choose a"
                        + " smaller order or more columns",
                "X --max-order 6 | the max order must not exceed the number of variables: max order=6, N=5; choose a smaller"
                        + " order or more columns",
                "X --max-order 2 | the largest order of a greedy search must not be below the order it starts from: max"
                        + " order=2, start order=3; choose a larger max order",
                "R --covariance --samples 4 --max-order 4 | the max order must be below the number of samples, or every n-plet"
                        + " is singular: max order=4, T=4; choose a smaller order or give more samples",
                "X --method random --order 6 | --order must not exceed the number of variables: --order 6, N=5; choose a"
                        + " smaller order or more columns",
                "X --method random --count 0 | the number of random n-plets must be at least 1: count=0; draw 1 or more"
            })
    void whatIsWrongIsRefusedInOneLine(String line, String message) {
        Command command = search(line + " --quiet");
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }
}
