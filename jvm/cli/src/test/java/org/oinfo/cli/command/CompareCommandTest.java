package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code oinfo compare}. */
class CompareCommandTest {
    @TempDir
    Path folder;

    private String planted = "";
    private String alone = "";

    @BeforeEach
    void data() throws IOException {
        planted = simulate("synergistic", 300, "planted.csv");
        alone = simulate("independent", 200, "alone.csv");
    }

    private String simulate(String structure, int samples, String name) {
        String file = folder.resolve(name).toString();
        Command ran = Command.run(
                "simulate", structure, "--variables", "6", "--samples", Integer.toString(samples), "--out", file);
        assertThat(ran.code()).as(ran.err()).isZero();
        return file;
    }

    private Command run(String line) {
        return Command.run(("compare " + line)
                .replace("PLANTED", planted)
                .replace("ALONE", alone)
                .replace("DIR", folder.toString())
                .split(" "));
    }

    private JsonNode json(String line) {
        Command ran = run(line + " --format json --quiet");
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private double measure(String data, String nplet, String name) throws IOException {
        TestData.write(folder, "n.txt", nplet + "\n");
        Command ran = Command.run("measures", data, "--nplets", folder + "/n.txt", "--format", "json");
        return JsonMapper.shared().readTree(ran.out()).at("/measures/0/" + name).asDouble();
    }

    @Test
    void thePlantedTripletIsTheMostDifferentAndTheLastLineSaysSo() throws IOException {
        JsonNode result = json("PLANTED ALONE --permutations 99 --top 2");
        JsonNode first = result.at("/nplets/0");
        assertThat(first.at("/nplet").toString()).isEqualTo("[0,1,2]");
        assertThat(first.at("/end").asString()).isEqualTo("smallest");
        assertThat(first.at("/p_fwer").asDouble()).isEqualTo(0.01);
        for (String name : List.of("tc", "dtc", "o", "s")) {
            double expected = measure(planted, "0,1,2", name) - measure(alone, "0,1,2", name);
            assertThat(first.at("/difference_" + name).asDouble()).as(name).isCloseTo(expected, within(1e-13));
        }
        assertThat(first.at("/first_o").asDouble()).isCloseTo(measure(planted, "0,1,2", "o"), within(1e-13));
        assertThat(first.at("/second_o").asDouble()).isCloseTo(measure(alone, "0,1,2", "o"), within(1e-13));
        assertThat(result.at("/nplets").size()).isEqualTo(4);
        assertThat(result.at("/figures/nplets").asInt()).isEqualTo(20);
        assertThat(result.at("/figures/first_samples").asInt()).isEqualTo(300);
        assertThat(result.at("/figures/second_samples").asInt()).isEqualTo(200);
        assertThat(result.at("/figures/null_min").size()).isEqualTo(99);
        assertThat(result.at("/figures/seed").asInt()).isEqualTo(1);
        assertThat(result.at("/run/input").asString()).isEqualTo(planted + " less " + alone);
        assertThat(run("PLANTED ALONE --permutations 99 --top 2 --quiet").out())
                .endsWith("columns depend on each other in another way there.\n");
    }

    @Test
    void theOtherWayRoundAllIsTheOtherWayRound() {
        JsonNode there = json("PLANTED ALONE --permutations 19");
        JsonNode back = json("ALONE PLANTED --permutations 19");
        assertThat(back.at("/figures/mean_difference").asDouble())
                .isCloseTo(-there.at("/figures/mean_difference").asDouble(), within(1e-15));
        assertThat(back.at("/figures/more_in_first")).isEqualTo(there.at("/figures/more_in_second"));
    }

    @Test
    void csvAndTableHaveTheSameRows() {
        Command csv = run("PLANTED ALONE --permutations 19 --top 1 --format csv --quiet");
        List<String> rows =
                csv.out().lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(rows.getFirst())
                .isEqualTo("end,p_fwer,difference_tc,difference_dtc,difference_o,difference_s,first_o,second_o,nplet"
                        + (rows.getFirst().endsWith(",names") ? ",names" : ""));
        assertThat(rows).hasSize(3);
        assertThat(csv.out()).contains("# permutations: 19\n").contains("# hypothesis: columns depend on each other");
    }

    @Test
    void otherMeasuresAreRankedAndPairsAreExchangedWithinPairs() {
        JsonNode tc = json("PLANTED ALONE --rank-by tc --order 2 --permutations 19 --top 1");
        assertThat(tc.at("/nplets/1/first_tc").asDouble())
                .isGreaterThan(tc.at("/nplets/1/second_tc").asDouble());
        assertThat(tc.at("/run/rank_by").asString()).isEqualTo("tc");
        JsonNode paired = json("PLANTED PLANTED --paired --permutations 39");
        assertThat(paired.at("/figures/exchanged").asString()).isEqualTo("rows of a pair");
        assertThat(paired.at("/figures/conclusion").asString())
                .isEqualTo(
                        "None of the 20 listed n-plets differs by more than chance (p_fwer at most 0.025 at either end, 0.05 together).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLANTED ALONE --top 0 | --top must be 1 to 10000: found 0",
                "PLANTED ALONE --permutations 0 | --permutations must be 1 to 10000000: found 0; 1000 give p-values down to"
                        + " 0.001",
                "PLANTED ALONE --order 2 | the order of a comparison must be at least 3, the O-information of pairs is 0:"
                        + " order=2; choose 3 or more",
                "PLANTED ALONE --order 7 | --order must not exceed the number of variables: --order 7, N=6; choose a smaller"
                        + " order or more columns",
                "PLANTED ALONE --paired | paired data sets must have as many samples, sample t of one with sample t of the"
                        + " other: T=300 and T=200; give rows that belong together, or compare unpaired",
                "PLANTED ALONE --estimator knn | a comparison needs the estimator copula or gaussian: found knn; choose"
                        + " another --estimator",
                "PLANTED ALONE --covariance | --covariance must not be given here: what is asked for needs the samples"
                        + " themselves",
                "PLANTED DIR/three.csv | data sets that are compared must have the same columns: the first has 6, the second"
                        + " 3; give data that belong together",
            })
    void whatCannotBeComparedIsRefused(String line, String message) throws IOException {
        Files.writeString(folder.resolve("three.csv"), "1,2,3\n5,1,4\n2,7,1\n1,1,1\n");
        Command ran = run(line);
        assertThat(ran.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    /** As many rows are left, and behind the first gap none stands beside its own. */
    @Test
    void rowsThatWereLeftOutArePairedWithNone() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(planted));
        for (int gap : new int[] {4, 250}) {
            List<String> some = new ArrayList<>(lines);
            some.set(gap, lines.get(gap).replaceFirst("[^,]*", ""));
            Files.write(folder.resolve("gap" + gap + ".csv"), some);
        }
        Command ran = run("DIR/gap4.csv DIR/gap250.csv --missing drop-rows --paired --permutations 19 --quiet");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("oinfo: --paired needs every row, row t of DATA beside row t of DATA2: found 1 left out of "
                        + folder
                        + "/gap4.csv for missing values; leave them out of both files, or their columns out with"
                        + " --drop\n");
        assertThat(run("DIR/gap4.csv DIR/gap250.csv --missing drop-rows --permutations 19")
                        .code())
                .isZero();
    }

    @Test
    void aSecondDataSetIsNeeded() {
        Command ran = run("PLANTED");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("DATA2");
    }
}
