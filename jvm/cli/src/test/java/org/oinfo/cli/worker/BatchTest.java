package org.oinfo.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several calls in one message. */
class BatchTest {
    private static final String DATA = "'data': '../../examples/activations.npy'";
    private static final String LONG = "{'method': 'scan', 'params': {" + DATA + ", 'order': 9, 'threads': 1}}";
    private static final String SHORT = "{'method': 'scan', 'params': {" + DATA + ", 'columns': '0-5'}}";

    private WorkerClient worker;

    @BeforeEach
    void start() throws IOException {
        worker = new WorkerClient();
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
    }

    @Test
    void resultsAndErrorsComeInOrder() throws IOException {
        JsonNode results = worker.result(
                        "batch",
                        "{'calls': [{'method': 'load', 'params': {" + DATA + "}}, "
                                + "{'method': 'scan', 'params': {'data': {'handle': 1}, 'columns': '0-5'}}, "
                                + "{'method': 'scan', 'params': {'data': 'nope.npy'}}, {'method': 'scam'}, "
                                + "{'method': 'scan', 'params': {'ordr': 3}}, {'method': 'info'}]}")
                .path("results");
        JsonNode alone = worker.result("scan", "{" + DATA + ", 'columns': '0-5'}");
        assertThat(results).hasSize(6);
        assertThat(results.path(0).path("result").path("handle").asInt()).isEqualTo(1);
        assertThat(((ObjectNode) results.path(1).path("result")).without("run"))
                .isEqualTo(((ObjectNode) alone).without("run"));
        assertThat(results.path(2).path("error").path("code").asInt()).isEqualTo(-32002);
        assertThat(results.path(3).path("error").path("code").asInt()).isEqualTo(-32601);
        assertThat(results.path(4).path("error").path("message").asString())
                .isEqualTo("every parameter must be one of scan: found ordr; perhaps order is meant");
        assertThat(results.path(5).path("result").has("text")).isTrue();
    }

    @Test
    void progressTellsWhichCallAndCancellingAnswersWhatIsFinished() throws IOException {
        worker.call(1, "batch", "{'calls': [" + SHORT + ", " + LONG + ", " + SHORT + "]}");
        JsonNode told = JsonMapper.shared().readTree(worker.line()).path("params");
        assertThat(told.path("id").asInt()).isEqualTo(1);
        assertThat(told.path("call").asInt()).isEqualTo(1);
        worker.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}");
        JsonNode results = worker.answer().path("result").path("results");
        assertThat(results).hasSize(3);
        assertThat(results.path(0).path("result").path("run").path("partial").asBoolean(true))
                .isFalse();
        assertThat(results.path(1).path("result").path("run").path("partial").asBoolean())
                .isTrue();
        assertThat(results.path(2).path("error").path("code").asInt()).isEqualTo(-32004);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | batch must have the parameter calls, a list of at least one, and no other: found {}
                    {'calls': []} | batch must have the parameter calls, a list of at least one, and no other
                    {'calls': {'method': 'info'}} | batch must have the parameter calls, a list
                    {'calls': [{'method': 'info'}], 'order': 3} | batch must have the parameter calls, a list
                    """)
    void whatIsNoBatchIsRefused(String params, String message) throws IOException {
        JsonNode error = worker.error("batch", params);
        assertThat(error.path("message").asString()).startsWith(message);
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7 | a call of a batch must have method, a text, and perhaps params, an object: found 7
                    {'method': 7} | a call of a batch must have method, a text, and perhaps params
                    {'method': 'info', 'params': [1]} | a call of a batch must have method, a text, and perhaps params
                    {'method': 'info', 'id': 1} | a call of a batch must have method, a text, and perhaps params
                    {'method': 'batch', 'params': {'calls': []}} | a call of a batch must be of another method: put all calls into one
                    """)
    void whatIsNoCallOfABatchIsItsError(String call, String message) throws IOException {
        JsonNode results = worker.result("batch", "{'calls': [" + call + ", {'method': 'info'}]}")
                .path("results");
        assertThat(results.path(0).path("error").path("message").asString()).startsWith(message);
        assertThat(results.path(1).path("result").has("text")).isTrue();
    }
}
