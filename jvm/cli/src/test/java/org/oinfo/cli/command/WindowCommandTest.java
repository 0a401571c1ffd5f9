package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
import tools.jackson.databind.node.ObjectNode;

/** {@code oinfo scan --window}: a landscape for each window of a series. */
class WindowCommandTest {
    @TempDir
    Path folder;

    private String data = "";

    @BeforeEach
    void writeData() throws IOException {
        data = TestData.write(folder, "x.csv", TestData.samples(100));
    }

    private Command run(String more) {
        return Command.run(("scan " + data + " --columns 0-3 " + more)
                .replace("DIR", folder.toString())
                .split(" "));
    }

    private JsonNode json(String more) {
        Command ran = run(more + " --quiet --format json");
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--order 3",
                "--order 3..4 --level full --threads 2",
                "--order 3 --estimator knn --threads 1",
                "--order 3 --estimator discrete --bins 2",
                "--order 3 --ties random --seed 5"
            })
    void eachHasTheBitsOfItsRowsAlone(String how) {
        JsonNode windows = json("--window 40 --step 30 " + how);
        assertThat(windows.size()).isEqualTo(3);
        for (int i = 0; i < windows.size(); i++) {
            int first = 30 * i;
            int last = first + 39;
            assertThat(windows.get(i).at("/run/first_row").asInt()).isEqualTo(first);
            assertThat(windows.get(i).at("/run/last_row").asInt()).isEqualTo(last);
            assertThat(windows.get(i).at("/run/samples").asInt()).isEqualTo(40);
            JsonNode alone = json("--rows " + first + ".." + last + " " + how);
            assertThat(results(windows.get(i))).isEqualTo(results(alone));
        }
    }

    private static String results(JsonNode result) {
        ((ObjectNode) result).remove("run");
        return result.toString();
    }

    @Test
    void csvHasARowForEachWindowWithTheFiguresOfTheLandscape() {
        JsonNode windows = json("--window 50");
        List<String> lines = run("--window 50 --quiet --format csv")
                .out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines.getFirst())
                .isEqualTo("first_row,last_row,order,nplets,redundant,synergistic,balanced,singular,mean_o,min_o,max_o,"
                        + "smallest,largest");
        assertThat(lines).hasSize(3);
        for (int i = 0; i < 2; i++) {
            String[] fields = lines.get(i + 1).split(",", -1);
            JsonNode order = windows.get(i).at("/orders/0");
            assertThat(fields[0]).isEqualTo(Integer.toString(50 * i));
            assertThat(fields[3]).isEqualTo("4");
            assertThat(Double.parseDouble(fields[8]))
                    .isEqualTo(order.at("/o/mean").asDouble());
            assertThat(Double.parseDouble(fields[9]))
                    .isEqualTo(order.at("/o/min").asDouble());
            assertThat(Double.parseDouble(fields[10]))
                    .isEqualTo(order.at("/o/max").asDouble());
            assertThat(fields[11]).isEqualTo("0;1;2");
        }
    }

    @Test
    void rowsOfTheFileAreToldWhereSomeAreChosen() {
        Command table = run("--rows 10..89 --window 40 --quiet");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .contains("samples: 40 (rows 10..89)")
                .containsPattern(" 10 +49 +3 +4 ")
                .containsPattern(" 50 +89 +3 +4 ");
    }

    @Test
    void whatIsInNoWindowIsSaid() {
        assertThat(run("--window 40").err()).isEqualTo("oinfo: the last 20 rows are in no window\n");
    }

    @Test
    void aWindowInWhichNothingVariesIsLeftOutAndNamed() throws IOException {
        StringBuilder text = new StringBuilder();
        TestData.samples(60).lines().forEach(line -> text.append(line).append('\n'));
        text.append("1,2,3,4,5,6\n".repeat(30));
        Path file = Files.writeString(folder.resolve("still.csv"), text);
        Command ran = Command.run("scan", file.toString(), "--columns", "0-3", "--window", "30", "--format", "json");
        assertThat(ran.code()).isZero();
        assertThat(JsonMapper.shared().readTree(ran.out()).size()).isEqualTo(2);
        assertThat(ran.err())
                .contains("oinfo: warning: left out rows 60..89: at least 2 variables must vary: found 0 of 4");
    }

    /** Rows 30..59 have few values in one column: csv says so before their row, the terminal says which rows. */
    @Test
    void whatOneWindowWarnsOfIsSaidWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), fewValuesFrom30());
        String[] words = {
            "scan", file.toString(), "--columns", "0-3", "--window", "30", "--top", "all", "--format", "csv"
        };
        Command ran = Command.run(words);
        assertThat(ran.code()).isZero();
        List<String> lines = ran.out().lines().toList();
        int second = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("30,59,"))
                .findFirst()
                .orElseThrow();
        assertThat(lines.get(second - 1))
                .startsWith("# warnings: few-values: 1 column has 10 different values or fewer");
        assertThat(lines.subList(0, second - 1)).noneMatch(line -> line.contains("few-values"));
        assertThat(ran.err())
                .containsOnlyOnce("few")
                .contains("oinfo: warning: rows 30..59: 1 column has 10 different values or fewer");
    }

    @Test
    void strictWritesNothingWhereALaterWindowWarns() throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), fewValuesFrom30());
        for (String format : List.of("csv", "json", "table")) {
            Command ran = Command.run(
                    "scan",
                    file.toString(),
                    "--columns",
                    "0-3",
                    "--window",
                    "30",
                    "--top",
                    "all",
                    "--strict",
                    "--format",
                    format);
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .contains("there must be nothing to warn of with --strict: few-values: rows 30..59: 1 column has");
        }
    }

    private static String fewValuesFrom30() {
        List<String> lines = TestData.samples(60).lines().toList();
        int data = lines.size() - 60;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            text.append(i < data + 30 ? line : (i % 3) + line.substring(line.indexOf(',')))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aForecastIsThatOfOneWindow() {
        Command ran = run("--window 25 --dry-run");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).endsWith("the same for each of 4 windows\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--window 2 | --window must be 3 to the number of rows: found --window 2 for 100 rows; choose another length",
                "--window 101 | --window must be 3 to the number of rows: found --window 101 for 100 rows; choose another length",
                "--window 3 | there must be more samples than the order, or every n-plet is singular: T=3, order=3; choose a"
                        + " smaller order or give more samples",
                "--window 9 --step 0 | --step must be at least 1: found 0",
                "--step 9 | --step goes with --window only: found --step 9; say how long a window is, or leave it out",
                "--window 9 --missing drop-rows | --window needs every row: found --missing drop-rows, which would put rows"
                        + " beside each other that are not; fill the gaps, or leave out the columns that have them with --drop",
                "--rows 10..69,80.. --window 40 | windows need rows that follow one another: found 80 of the rows 10..99; choose"
                        + " one range of rows",
                "--window 9 --format npy | --format npy is for one array of values, of measures: found another command; use csv"
                        + " or json",
            })
    void whatDoesNotGoTogetherIsRefused(String more, String message) {
        Command ran = run(more);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void severalDataAreRefusedUnlessTheyAreStacked() {
        Command several = run(data + " --window 50");
        assertThat(several.err())
                .isEqualTo(
                        "oinfo: --window is for one data set as table, csv, json or ndjson: found several DATA; run the command"
                                + " once for each, or --stack them\n");
        assertThat(json(data + " --stack --window 100").size()).isEqualTo(2);
    }

    @Test
    void aCovarianceHasNoRows() throws IOException {
        TestData.write(folder, "r.csv", TestData.MATRIX);
        Command ran = Command.run("scan", folder + "/r.csv", "--covariance", "--window", "3");
        assertThat(ran.err())
                .isEqualTo("oinfo: --window needs samples: found --covariance, which has no rows; leave one out\n");
    }
}
