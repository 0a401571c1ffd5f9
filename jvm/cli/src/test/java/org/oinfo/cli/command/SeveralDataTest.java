package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several DATA: a result for each, or one of all rows. */
class SeveralDataTest {
    @TempDir
    Path folder;

    private String a = "";
    private String b = "";
    private String both = "";

    @BeforeEach
    void writeData() throws IOException {
        String text = TestData.samples(90);
        int half = text.indexOf('\n', text.length() / 2) + 1;
        a = TestData.write(folder, "a.csv", text.substring(0, half));
        b = TestData.write(folder, "b.csv", text.substring(half));
        both = TestData.write(folder, "both.csv", text);
        TestData.write(folder, "n.txt", "0,1,2\n0,2,3\n");
    }

    private Command run(String command, String... data) {
        List<String> args = new ArrayList<>(
                List.of(command.replace("n.txt", folder + "/n.txt").split(" ")));
        args.addAll(1, List.of(data));
        args.addAll(List.of("--columns", "0-3", "--quiet"));
        Command ran = Command.run(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan --order 3", "measures --nplets n.txt", "search --starts 2", "null --surrogates 19"})
    void eachHasTheResultThatItHasAlone(String command) {
        JsonNode array = JsonMapper.shared()
                .readTree(run(command + " --format json", a, b).out());
        assertThat(array.size()).isEqualTo(2);
        assertThat(results(array.get(0))).isEqualTo(results(alone(command, a)));
        assertThat(results(array.get(1))).isEqualTo(results(alone(command, b)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan --order 3", "measures --nplets n.txt", "search --starts 2", "null --surrogates 19"})
    void stackedRowsAreOneDataSet(String command) {
        JsonNode stacked = JsonMapper.shared()
                .readTree(run(command + " --stack --format json", a, b).out());
        assertThat(stacked.at("/run/input").asString()).isEqualTo(a + " + " + b);
        assertThat(stacked.at("/run/samples").asInt()).isEqualTo(90);
        assertThat(results(stacked)).isEqualTo(results(alone(command, both)));
    }

    private JsonNode alone(String command, String data) {
        return JsonMapper.shared()
                .readTree(run(command + " --format json", data).out());
    }

    /** All but how it was made. */
    private static String results(JsonNode result) {
        ((ObjectNode) result).remove("run");
        return result.toString();
    }

    @Test
    void csvIsOneTableThatSaysWhoseEachRowIs() {
        String[] lines = run("measures --nplets n.txt --format csv", a, b).out().split("\n");
        List<String> table =
                List.of(lines).stream().filter(line -> !line.startsWith("#")).toList();
        assertThat(table.getFirst()).isEqualTo("data,order,tc,dtc,o,s,nplet");
        assertThat(table.subList(1, table.size())).hasSize(4);
        assertThat(table.get(1)).startsWith(a + ",3,").endsWith(",0;1;2");
        assertThat(table.get(4)).startsWith(b + ",3,").endsWith(",0;2;3");
        String alone = run("measures --nplets n.txt --format csv", b).out();
        assertThat(alone).endsWith(table.get(4).substring(b.length() + 1) + "\n");
    }

    @Test
    void tablesFollowOneAnother() {
        String both = run("measures --nplets n.txt", a, b).out();
        assertThat(both.split("given n-plets", -1)).hasSize(3);
        assertThat(both).contains(a, b);
    }

    @Test
    void theFormatsOfOneAreAsTheyWere() {
        assertThat(run("measures --nplets n.txt --format csv", a).out()).contains("\norder,tc,dtc,o,s,nplet\n");
    }

    @Test
    void whatCannotBeReadIsRefusedBeforeAnythingIsComputed() {
        refuses("there is no file nowhere.npy", "scan", a, "nowhere.npy");
        refuses("standard input once", "scan", "-", "-");
        refuses("--nplets must be a file where there are several DATA", "measures", a, b, "--nplets", "-");
        refuses("--stack needs samples", "scan", a, b, "--stack", "--covariance");
    }

    @Test
    void stackedDataHasTheSameColumns() throws IOException {
        String named = TestData.write(folder, "named.csv", "x,y,z\n1,2,4\n2,1,3\n3,5,1\n4,4,4\n");
        String other = TestData.write(folder, "other.csv", "x,z,y\n1,2,4\n2,1,3\n3,5,1\n4,4,4\n");
        String wide = TestData.write(folder, "wide.csv", "x,y,z,w\n1,2,4,5\n2,1,3,1\n3,5,1,2\n4,4,4,3\n");
        refuses(named + " has column 1 \"y\", " + other + " has column 1 \"z\"", "scan", named, other, "--stack");
        refuses(named + " has 3, " + wide + " has 4", "scan", named, wide, "--stack");
    }

    @Test
    void oneIsAllThatOthersTake() {
        refuses("found " + b, "curve", a, b);
        refuses("found " + b, "bootstrap", a, b, "--nplets", folder + "/n.txt");
    }

    @Test
    void warningsSayWhoseTheyAre() {
        Command ran = Command.run("scan", a, b);
        assertThat(ran.err()).contains("oinfo: warning: " + a + ": 1 constant column", "oinfo: warning: " + b + ": 1");
    }

    private static void refuses(String message, String... args) {
        Command ran = Command.run(args);
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(ran.out()).isEmpty();
    }
}
