package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Redundancy is positive and synergy negative, wherever Omega is told: copies and a common cause are above 0, a parity and a collider
 * below, in every command that gives the Omega of a group, and in every format.
 */
class SignConventionsTest {
    /** The group in columns 0, 1, 2 of each data set; two onlookers follow. */
    private static final String GROUP = "0;1;2";

    @TempDir
    static Path folder;

    record Truth(String name, String estimator, int sign) {}

    private static final List<Truth> TRUTHS = List.of(
            new Truth("copies", "discrete", 1),
            new Truth("parity", "discrete", -1),
            new Truth("cause", "copula", 1),
            new Truth("cause", "gaussian", 1),
            new Truth("collider", "copula", -1),
            new Truth("collider", "gaussian", -1));

    /** Commands that tell Omega of given or found groups; some of correlations only. */
    private static final List<String> COMMANDS = List.of(
            "scan --order 3 --top 10",
            "scan --order 3 --groups 0;1,2 --top 10",
            "measures --nplets group.txt",
            "search --method greedy --max-order 3 --starts 10 --paths all",
            "search --method anneal --order 3 --chains 16",
            "search --method refine --nplets group.txt",
            "search --method random --order 3 --count 200");

    private static final List<String> OF_CORRELATIONS = List.of(
            "search --seeds pairs --max-order 3",
            "null --order 3 --surrogates 19",
            "null --nplets group.txt --surrogates 19",
            "subsets --nplets group.txt",
            "bootstrap --nplets group.txt --resamples 39",
            "local --nplets group.txt --out local.npy");

    @BeforeAll
    static void data() throws IOException {
        simulate("redundant", "cause");
        simulate("synergistic", "collider");
        simulate("xor", "parity");
        Random random = new Random(20261129);
        StringBuilder copies = new StringBuilder();
        for (int t = 0; t < 400; t++) {
            int bit = random.nextInt(2);
            for (int v = 0; v < 5; v++) {
                boolean wrong = v > 2 ? random.nextBoolean() : random.nextInt(20) == 0;
                copies.append(v == 0 ? "" : ",").append(wrong ? 1 - bit : bit);
            }
            copies.append('\n');
        }
        TestData.write(folder, "copies.csv", copies.toString());
        TestData.write(folder, "group.txt", "0,1,2\n");
    }

    private static void simulate(String structure, String name) {
        Command ran = Command.run(
                "simulate",
                structure,
                "--variables",
                "5",
                "--samples",
                "400",
                "--strength",
                "0.6",
                "--out",
                folder + "/" + name + ".csv");
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    static Stream<Arguments> everyCommand() {
        List<Arguments> all = new ArrayList<>();
        for (Truth truth : TRUTHS) {
            COMMANDS.forEach(command -> all.add(Arguments.of(truth, command)));
            if (!truth.estimator.equals("discrete")) {
                OF_CORRELATIONS.forEach(command -> all.add(Arguments.of(truth, command)));
            }
        }
        return all.stream();
    }

    private static String run(Truth truth, String command, String format) {
        List<String> args = new ArrayList<>(List.of(command.replace("group.txt", folder + "/group.txt")
                .replace("local.npy", folder + "/local.npy")
                .split(" ")));
        args.add(1, folder + "/" + truth.name + ".csv");
        args.addAll(List.of("--estimator", truth.estimator, "--format", format, "--quiet"));
        Command ran = Command.run(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void theSignIsThatOfTheField(Truth truth, String command) {
        assertSigns(ofJson(JsonMapper.shared().readTree(run(truth, command, "json"))), truth);
        assertSigns(ofCsv(run(truth, command, "csv")), truth);
    }

    @ParameterizedTest
    @MethodSource("truths")
    void theTableNamesTheEnd(Truth truth) {
        String end = truth.sign > 0 ? "most redundant" : "most synergistic";
        String table = run(truth, "scan --order 3 --top 1", "table");
        assertThat(table.substring(table.indexOf(end)).lines().skip(2).findFirst())
                .hasValueSatisfying(row ->
                        assertThat(row).matches("  1 +" + (truth.sign > 0 ? "" : "-") + "[0-9].* " + GROUP + "( .*)?"));
    }

    static Stream<Truth> truths() {
        return TRUTHS.stream();
    }

    private static void assertSigns(List<Double> found, Truth truth) {
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(o -> assertThat(Math.signum(o)).isEqualTo(truth.sign));
    }

    /** Omega of the group, of every object that holds it. */
    private static List<Double> ofJson(JsonNode node) {
        List<Double> found = new ArrayList<>();
        if (node.at("/nplet").toString().equals("[0,1,2]")) {
            String field = node.has("o") ? "o" : node.has("value") ? "value" : "mean";
            if (node.has("o") || node.at("/measure").asString("").equals("o")) {
                found.add(node.at("/" + field).asDouble());
            }
        }
        node.forEach(child -> found.addAll(ofJson(child)));
        return found;
    }

    /** The same of every row. */
    private static List<Double> ofCsv(String csv) {
        List<List<String>> rows = csv.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        List<String> header = rows.getFirst();
        boolean named = header.contains("measure");
        int value = header.indexOf(header.contains("o") ? "o" : header.contains("value") ? "value" : "mean");
        return rows.stream()
                .skip(1)
                .filter(row -> row.get(header.indexOf("nplet")).equals(GROUP)
                        && (!named || row.get(header.indexOf("measure")).equals("o")))
                .map(row -> Double.parseDouble(row.get(value)))
                .toList();
    }
}
