package org.oinfo.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The resident engine, as its clients see it. */
class WorkerTest {
    /** Order 9 of 38 variables: 163 million n-plets, more than anybody waits for here. */
    private static final String LONG = "{'data': '../../examples/activations.npy', 'order': 9, 'threads': 1}";

    @TempDir
    Path folder;

    private WorkerClient worker;

    @BeforeEach
    void start() throws IOException {
        TestData.write(folder, "x.csv", TestData.samples(60));
        TestData.write(folder, "n.txt", "0,1,2\n0,3,5\n");
        worker = new WorkerClient();
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
    }

    private String in(String params) {
        return params.replace("x.csv", folder + "/x.csv").replace("n.txt", folder + "/n.txt");
    }

    /** All that does not depend on when and where it was computed. */
    private static JsonNode lasting(JsonNode result) {
        return ((ObjectNode) result).without("run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan       | {'data': 'x.csv', 'order': '2..3', 'level': 'full', 'drop': [4, 5]} | scan x.csv --order 2..3 --level full --drop 4,5
                    scan       | {'data': 'x.csv', 'rank-by': 'tc', 'ends': 'largest', 'order': [2, 3]} | scan x.csv --rank-by tc --ends largest --order 2,3
                    measures   | {'data': 'x.csv', 'nplets': 'n.txt'} | measures x.csv --nplets n.txt
                    search     | {'data': 'x.csv', 'starts': 2, 'beam': 2, 'bias-correct': true} | search x.csv --starts 2 --beam 2 --bias-correct
                    target     | {'data': 'x.csv', 'target': 1, 'order': 2, 'top': 2} | target x.csv --target 1 --order 2 --top 2
                    dynamic    | {'data': 'x.csv', 'target': [0, 2], 'order': 2, 'drop': 5} | dynamic x.csv --target 0,2 --order 2 --drop 5
                    null       | {'data': 'x.csv', 'surrogates': 19, 'columns': '0-3'} | null x.csv --surrogates 19 --columns 0-3
                    bootstrap  | {'data': 'x.csv', 'nplets': 'n.txt', 'resamples': 39} | bootstrap x.csv --nplets n.txt --resamples 39
                    resample   | {'data': 'x.csv', 'resamples': 3.9e1, 'unit': 'bits'} | resample x.csv --resamples 39 --unit bits
                    curve      | {'data': 'x.csv', 'sizes': [20, 60], 'repeats': 2} | curve x.csv --sizes 20,60 --repeats 2
                    gradients  | {'data': 'x.csv', 'nplets': 'n.txt', 'pairs': true} | gradients x.csv --nplets n.txt --pairs
                    local      | {'data': 'x.csv', 'nplets': 'n.txt', 'out': 'x.csv.npy'} | local x.csv --nplets n.txt --out x.csv.npy
                    simulate   | {'structure': 'chain', 'strength': 1e-4, 'out': 'x.csv.csv'} | simulate chain --strength 0.0001 --out x.csv.csv
                    """)
    void everyCommandAnswersWhatItPrints(String method, String params, String command) throws IOException {
        JsonNode result = worker.result(method, in(params));
        Command printed = Command.run((in(command) + " --format json").split(" "));
        assertThat(printed.code()).as(printed.err()).isZero();
        JsonNode expected = JsonMapper.shared().readTree(printed.out());
        assertThat(lasting(result)).isEqualTo(lasting(expected));
        assertThat(lasting(result)).hasSizeGreaterThan(2);
        assertThat(result.path("run").path("input"))
                .isEqualTo(expected.path("run").path("input"));
    }

    @Test
    void aListOfDataIsAListOfResults() throws IOException {
        JsonNode results = worker.result("scan", in("{'data': ['x.csv', 'x.csv'], 'order': 3}"));
        assertThat(results).hasSize(2);
        assertThat(lasting(results.path(0))).isEqualTo(lasting(results.path(1)));
        JsonNode stacked = worker.result("scan", in("{'data': ['x.csv', 'x.csv'], 'order': 3, 'stack': true}"));
        assertThat(stacked.path("run").path("samples").asInt()).isEqualTo(120);
        // What is false or null is as if it was not there.
        JsonNode one = worker.result("scan", in("{'data': 'x.csv', 'stack': false, 'top': null, 'order': 3}"));
        assertThat(lasting(one)).isEqualTo(lasting(results.path(0)));
    }

    @Test
    void whatIsNoJsonIsText() throws IOException {
        assertThat(worker.result("info", "{}").path("text").asString())
                .isEqualTo(Command.run("info").out());
        assertThat(worker.result("scan", in("{'data': 'x.csv', 'format': 'csv'}"))
                        .path("text")
                        .asString())
                .contains("\norder,tc,dtc,o,s,nplet");
        assertThat(worker.result("scan", in("{'data': 'x.csv', 'dry-run': true}"))
                        .path("text")
                        .asString())
                .startsWith("dry run, nothing is scanned: 5 variables");
    }

    @Test
    void whatGoesToAFileIsNamed() throws IOException {
        String file = folder.resolve("r.json").toString();
        assertThat(worker.result("scan", in("{'data': 'x.csv', 'out': '" + file + "'}")))
                .isEqualTo(JsonMapper.shared().readTree("{\"out\": \"" + file + "\"}"));
        String page = worker.result("report", "{'result': '" + file + "'}")
                .path("text")
                .asString();
        assertThat(page).startsWith("<!DOCTYPE html>");
        String values = folder.resolve("v.npy").toString();
        worker.result("measures", in("{'data': 'x.csv', 'nplets': 'n.txt', 'format': 'npy', 'out': '" + values + "'}"));
        // A header of 128 bytes, two n-plets of four doubles.
        assertThat(Files.size(Path.of(values))).isEqualTo(128 + 2 * 4 * 8);
    }

    @Test
    void pathsAreTakenAsTheyAre() throws IOException {
        Path odd = folder.resolve("@ ümlaut --order.csv");
        Files.copy(folder.resolve("x.csv"), odd);
        assertThat(worker.result("scan", "{'data': '" + odd + "'}")
                        .path("run")
                        .path("input")
                        .asString())
                .isEqualTo(odd.toString());
        assertThat(worker.error("scan", "{'data': '@x'}").path("message").asString())
                .isEqualTo("the input must exist: there is no file @x; check the path");
        assertThat(worker.error("scan", "{'data': '--top=3'}").path("message").asString())
                .isEqualTo("the input must exist: there is no file --top=3; check the path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'data': 'nope.npy'} | -32002 | the input must exist: there is no file nope.npy; check the path
                    {'data': '-'} | -32002 | - must not be given here: standard input carries the calls; give a file
                    {'order': 3} | -32002 | DATA must be given: found none; see oinfo scan --help
                    {'data': 'x', 'ordr': 3} | -32602 | every parameter must be one of scan: found ordr; perhaps order is meant
                    {'data': 'x', 'help': true} | -32602 | every parameter must be one of scan: found help; there are data,
                    {'data': 'x', 'order': true} | -32602 | order must be a text, a number or a list of them: found true
                    {'data': 'x', 'stack': 1} | -32602 | stack must be true or false: found 1
                    {'data': 'x', 'columns': ['a,b', 'c']} | -32602 | columns must be a list of texts without commas: found ["a,b","c"]
                    {'data': {'x': 1}} | -32602 | a handle must be as load gives it, such as {"handle": 1}: found {"x":1}
                    {'data': 'x', 'format': 'npy'} | -32602 | format npy must come with out: found none; name a file for the array
                    [3] | -32602 | parameters must be an object, each by its name: found [3]
                    """)
    void whatIsWrongIsSaidInOneLine(String params, int code, String message) throws IOException {
        JsonNode error = worker.error("scan", params);
        assertThat(error.path("message").asString()).startsWith(message).doesNotContain("\n");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        if (code == -32002) {
            assertThat(error.path("data")).isEqualTo(JsonMapper.shared().readTree("{\"exit\":2,\"kind\":\"input\"}"));
        }
    }

    @Test
    void aBackendThatIsNotHereHasItsOwnCode() throws IOException {
        Assumptions.assumeTrue(Command.run("info").out().contains("cuda: not available"), "there is a GPU here");
        JsonNode error = worker.error("scan", in("{'data': 'x.csv', 'backend': 'cuda'}"));
        assertThat(error.path("code").asInt()).isEqualTo(-32003);
        assertThat(error.path("data").path("kind").asString()).isEqualTo("unavailable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"jsonrpc" | -32700 | a message must be one line of JSON in UTF-8:
                    {} {} | -32700 | a message must be one line of JSON in UTF-8:
                    {"id":1,"id":2} | -32700 | a message must be one line of JSON in UTF-8: Duplicate
                    [{"jsonrpc":"2.0","id":1,"method":"info"}] | -32600 | a message must be one call: found an array; send one call a line, or method batch
                    7 | -32600 | a message must be an object: found 7
                    {"method":"info"} | -32600 | a message must say "jsonrpc": "2.0": found nothing
                    {"jsonrpc":"1.0","id":1,"method":"info"} | -32600 | a message must say "jsonrpc": "2.0": found "1.0"
                    {"jsonrpc":"2.0","id":1} | -32600 | a message must name its method: found none
                    {"jsonrpc":"2.0","id":1.5,"method":"info"} | -32600 | an id must be a text or a whole number: found 1.5
                    {"jsonrpc":"2.0","method":"info"} | -32600 | a call must have an id: info has none
                    {"jsonrpc":"2.0","id":1,"method":"scam"} | -32601 | a method must be the name of a command: found scam; perhaps scan is meant
                    {"jsonrpc":"2.0","id":1,"method":"demo"} | -32601 | a method must be the name of a command: found demo; there are scan, measures,
                    """)
    void aLineThatIsNoCallIsRefusedAndTheNextIsTaken(String line, int code, String message) throws IOException {
        worker.send(line);
        JsonNode error = worker.error();
        assertThat(error.path("message").asString()).startsWith(message).doesNotContain("\n");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(worker.result("info", "{}").has("text")).isTrue();
    }

    /** Nesting, digits, names and exponents beyond what the parser takes. */
    @Test
    void aLineBeyondTheParsersLimitsIsRefusedAndTheNextIsTaken() throws IOException {
        for (String value :
                List.of("[".repeat(501), "9".repeat(1001), "1e99999999999", "NaN", "{\"" + "n".repeat(60_000))) {
            worker.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"info\",\"params\":{\"x\":" + value + "}}");
            JsonNode error = worker.error();
            assertThat(error.path("code").asInt()).isIn(-32700, -32602);
            assertThat(error.path("message").asString())
                    .doesNotContain("Exception", "enable", "please report")
                    .hasSizeLessThan(300);
        }
        assertThat(worker.result("info", "{}").has("text")).isTrue();
    }

    @Test
    void anOptionOfOneFileTakesNoList() throws IOException {
        JsonNode error = worker.error("scan", in("{'data': 'x.csv', 'out': ['p', 'q.json']}"));
        assertThat(error.path("message").asString())
                .isEqualTo("out must be the name of one file: found [\"p\",\"q.json\"]");
        error = worker.error("info", "{'format': 'csv'}");
        assertThat(error.path("message").asString())
                .isEqualTo("every parameter must be one of info: found format; it has none");
    }

    @Test
    void aLineMayBeLongButNotTooLong() throws IOException {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":\"i\",\"method\":\"info\"}";
        worker.send(" ".repeat(Lines.LONGEST - call.length()) + call);
        assertThat(worker.answer().path("id").asString()).isEqualTo("i");
        worker.send(" ".repeat(Lines.LONGEST - call.length() + 1) + call);
        assertThat(worker.error().path("message").asString())
                .isEqualTo(
                        "a message must be at most 1048576 bytes long: found 1048577; name arrays and lists by their files");
        worker.send("");
        assertThat(worker.result("info", "{}").has("text")).isTrue();
    }

    @Test
    void aCallThatRunsIsCancelledAndPrintsWhatIsFinished() throws IOException {
        worker.call(1, "scan", LONG);
        worker.call(2, "info", "{}");
        JsonNode told = JsonMapper.shared().readTree(worker.line());
        assertThat(told.path("method").asString()).isEqualTo("$/progress");
        JsonNode progress = told.path("params");
        assertThat(progress.path("id").asInt()).isEqualTo(1);
        assertThat(progress.path("part").asString()).isEqualTo("order 9");
        assertThat(progress.path("order").asInt()).isEqualTo(9);
        assertThat(progress.path("total").asLong()).isEqualTo(163_011_640L);
        assertThat(progress.path("rate").asDouble()).isPositive();
        assertThat(progress.path("left").asDouble()).isPositive();
        assertThat(progress.has("best")).isTrue();
        // Of calls that are not there nothing is said.
        worker.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":77}}");
        worker.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}");
        JsonNode answer = worker.answer();
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        JsonNode result = answer.path("result");
        assertThat(result.path("run").path("partial").asBoolean()).isTrue();
        double fraction = result.path("orders").path(0).path("fraction").asDouble();
        assertThat(fraction).isBetween(0.0, 0.9);
        assertThat(worker.answer().path("id").asInt()).isEqualTo(2);
    }

    @Test
    void aCallThatWaitsIsCancelledAtOnce() throws IOException {
        worker.call(1, "scan", LONG);
        worker.call(2, "info", "{}");
        worker.call(1, "info", "{}");
        assertThat(worker.error().path("message").asString())
                .isEqualTo("an id must be of one call at a time: 1 is not answered yet");
        worker.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":2}}");
        JsonNode answer = worker.answer();
        assertThat(answer.path("id").asInt()).isEqualTo(2);
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32004);
        assertThat(answer.path("error").path("data").path("kind").asString()).isEqualTo("interrupted");
        worker.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}");
        assertThat(worker.answer().path("id").asInt()).isEqualTo(1);
    }

    @Test
    void theEndOfTheInputCancelsWhatRuns()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        worker.call(1, "scan", LONG);
        worker.call(2, "scan", LONG);
        assertThat(worker.line()).contains("$/progress");
        assertThat(worker.end()).isZero();
        assertThat(worker.answer().path("id").asInt()).isIn(1, 2);
        assertThat(worker.answer().path("id").asInt()).isIn(1, 2);
    }
}
