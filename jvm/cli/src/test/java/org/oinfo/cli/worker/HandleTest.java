package org.oinfo.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Data that stays loaded answers to the bit what its file does. */
class HandleTest {
    @TempDir
    Path folder;

    private WorkerClient worker;

    @BeforeEach
    void start() throws IOException {
        TestData.write(folder, "x.csv", TestData.samples(60));
        TestData.write(folder, "y.csv", TestData.samples(50));
        TestData.write(folder, "n.txt", "0,1,2\n0,3,5\n");
        worker = new WorkerClient();
        assertThat(load("{'data': 'x.csv'}")).isEqualTo(1);
        assertThat(load("{'data': 'y.csv'}")).isEqualTo(2);
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
    }

    private int load(String params) throws IOException {
        return worker.result("load", in(params)).path("handle").asInt();
    }

    private String in(String params) {
        return params.replaceAll("'(x.csv|y.csv|n.txt|v.npy)'", "'" + folder + "/$1'");
    }

    /** A result, or several, without how it was made. */
    private static JsonNode lasting(JsonNode result) {
        JsonNode copy = result.deepCopy();
        for (JsonNode each : copy.isArray() ? copy.values() : List.of(copy)) {
            ((ObjectNode) each).remove("run");
        }
        return copy;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan      | {'order': '2..4', 'level': 'full'}
                    scan      | {'columns': [0, 2, 3], 'seed': 3}
                    scan      | {'drop': 1, 'estimator': 'gaussian', 'bias-correct': true}
                    scan      | {'ties': 'random', 'seed': 3}
                    scan      | {'shrinkage': 'oas', 'backend': 'scalar', 'threads': 1}
                    scan      | {'estimator': 'discrete', 'bins': 3}
                    scan      | {'estimator': 'knn', 'order': 3}
                    scan      | {'window': 30, 'step': 30}
                    measures  | {'nplets': 'n.txt'}
                    search    | {'starts': 2, 'max-order': 3}
                    target    | {'target': 1, 'order': 2}
                    target    | {'target': 1, 'order': 2, 'columns': [0, 2, 3]}
                    dynamic   | {'target': 2, 'order': 2}
                    null      | {'surrogates': 19, 'seed': 5}
                    bootstrap | {'nplets': 'n.txt', 'resamples': 39}
                    resample  | {'resamples': 39}
                    curve     | {'sizes': [20, 60], 'repeats': 2}
                    gradients | {'nplets': 'n.txt'}
                    subsets   | {'nplets': 'n.txt'}
                    local     | {'nplets': 'n.txt', 'out': 'v.npy'}
                    """)
    void aHandleAnswersAsItsFile(String method, String params) throws IOException {
        JsonNode expected = worker.result(method, in("{'data': 'x.csv', " + params.substring(1)));
        for (int again = 0; again < 2; again++) {
            JsonNode found = worker.result(method, in("{'data': {'handle': 1}, " + params.substring(1)));
            assertThat(lasting(found)).isEqualTo(lasting(expected));
            for (String same : new String[] {"input", "checksum", "samples", "tied_values"}) {
                assertThat(found.path("run").path(same))
                        .isEqualTo(expected.path("run").path(same));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan    | {'order': 3}
                    scan    | {'order': 3, 'stack': true}
                    compare | {'order': 3, 'permutations': 19}
                    """)
    void handlesStandInLists(String method, String params) throws IOException {
        JsonNode expected = worker.result(method, in("{'data': ['x.csv', 'y.csv'], " + params.substring(1)));
        for (String data : new String[] {"[{'handle': 1}, {'handle': 2}]", "['x.csv', {'handle': 2}]"}) {
            JsonNode found = worker.result(method, in("{'data': " + data + ", " + params.substring(1)));
            assertThat(lasting(found)).isEqualTo(lasting(expected));
        }
    }

    @Test
    void whatIsLoadedStaysAsItWasWhateverBecomesOfTheFile() throws IOException {
        JsonNode expected = worker.result("scan", "{'data': {'handle': 1}}");
        Files.delete(folder.resolve("x.csv"));
        assertThat(lasting(worker.result("scan", "{'data': {'handle': 1}}"))).isEqualTo(lasting(expected));
        assertThat(worker.result("null", "{'data': {'handle': 1}, 'surrogates': 19}")
                        .has("nplets"))
                .isTrue();
    }

    @Test
    void columnsKeepTheirNumbers() throws IOException {
        int part = load("{'data': 'x.csv', 'columns': [0, 2, 3]}");
        JsonNode expected = worker.result("scan", in("{'data': 'x.csv', 'columns': [0, 2, 3]}"));
        assertThat(lasting(worker.result("scan", "{'data': {'handle': " + part + "}}")))
                .isEqualTo(lasting(expected));
        assertThat(worker.result("scan", "{'data': {'handle': " + part + "}, 'columns': [0, 3], 'order': 2}")
                        .path("variables")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void loadSaysWhatIsLoadedAndUnloadForgetsIt() throws IOException {
        worker.result("null", "{'data': {'handle': 1}, 'surrogates': 19}");
        JsonNode third = worker.result("load", in("{'data': 'x.csv', 'rows': '10..49'}"));
        assertThat(third.path("loaded").path(2).path("handle").asInt()).isEqualTo(3);
        assertThat(third.path("loaded").path(2).path("samples").asInt()).isEqualTo(40);
        // Correlations of 6 columns and 60 scores of each, and what screens have found.
        assertThat(third.path("estimates_bytes").asInt()).isBetween(8 * 60 * 6, 8 * 60 * 6 + 100_000);
        assertThat(third.path("estimates_most_bytes").asLong()).isPositive();
        JsonNode left = worker.result("unload", "{'data': {'handle': 1}}");
        assertThat(left.path("loaded").size()).isEqualTo(2);
        assertThat(left.path("estimates_bytes").asInt()).isZero();
        assertThat(worker.error("scan", "{'data': {'handle': 1}}")
                        .path("message")
                        .asString())
                .isEqualTo("a handle must be of data that is loaded: found 1, there are [2, 3]; load the data again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan   | {'data': {'handle': 9}} | a handle must be of data that is loaded: found 9, there are [1, 2]; load the data again
                    scan   | {'data': {'handle': -1}} | a handle must be of data that is loaded: found -1, there are [1, 2]; load the data again
                    scan   | {'data': {'handle': '1'}} | a handle must be as load gives it, such as {"handle": 1}: found {"handle":"1"}
                    scan   | {'data': {'handle': 1.0}} | a handle must be as load gives it, such as {"handle": 1}: found {"handle":1.0}
                    scan   | {'data': {'handle': 1e30}} | a handle must be as load gives it, such as {"handle": 1}: found {"handle":1E+30}
                    scan   | {'data': {'handle': 1, 'x': 2}} | a handle must be as load gives it, such as {"handle": 1}: found {"handle":1,"x":2}
                    scan   | {'data': [{'handle': 1}, {'handel': 1}]} | a handle must be as load gives it, such as {"handle": 1}: found {"handel":1}
                    scan   | {'data': 'handle:1'} | the input must exist: there is no file ./handle:1; check the path
                    scan   | {'data': {'handle': 1}, 'rows': '0..9'} | --rows must be given where data is loaded: found it with data that is
                    scan   | {'data': {'handle': 1}, 'missing': 'drop-rows'} | --missing must be given where data is loaded
                    scan   | {'data': {'handle': 1}, 'covariance': true} | --covariance needs a matrix in a file: found data that was loaded as samples
                    scan   | {'data': {'handle': 1}, 'columns': [0, 77]} | columns of --columns must lie in 0..5: found 77
                    unload | {'data': {'handle': 9}} | a handle must be of data that is loaded: found 9
                    unload | {'data': 'x.csv'} | unload must have the parameter data, a handle such as {"handle": 1}, and no other: found
                    unload | {'data': {'handle': 1}, 'order': 3} | unload must have the parameter data
                    load   | {'data': {'handle': 1}} | load must have the parameter data, the path of one file: found {"handle":1}
                    load   | {'data': ['x.csv', 'y.csv']} | load must have the parameter data, the path of one file
                    load   | {} | load must have the parameter data, the path of one file
                    load   | {'data': 'x.csv', 'order': 3} | every parameter must be one of load: found order; there are data, columns, drop, missing
                    load   | {'data': 'nope.csv'} | the input must exist: there is no file nope.csv; check the path
                    load   | {'data': '-'} | - must not be given here: standard input carries the calls; give a file
                    """)
    void whatIsNoHandleIsRefusedInOneLine(String method, String params, String message) throws IOException {
        assertThat(worker.error(method, in(params)).path("message").asString())
                .startsWith(message)
                .doesNotContain("\n");
        assertThat(worker.result("scan", "{'data': {'handle': 1}}").has("orders"))
                .isTrue();
    }

    @Test
    void thereIsAnEndToWhatIsLoaded() throws IOException {
        for (int handle = 3; handle <= Shelf.MOST; handle++) {
            assertThat(load("{'data': 'x.csv'}")).isEqualTo(handle);
        }
        assertThat(worker.error("load", in("{'data': 'x.csv'}")).path("message").asString())
                .isEqualTo("at most 256 data sets may be loaded at once: found as many; unload some, such as 1");
    }
}
