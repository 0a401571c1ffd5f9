package org.oinfo.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.report.ReportFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages of the Model Context Protocol, and the results of tools. */
class McpSessionTest {
    private static final Path EXAMPLES =
            Path.of("..", "..", "examples").toAbsolutePath().normalize();
    private static final String SERIES = "'data':'" + EXAMPLES.resolve("series.csv") + "'";
    private static final String NEURONS = "'data':'" + EXAMPLES.resolve("activations.npy") + "'";
    /** Takes minutes. */
    private static final String LONG =
            "{'name':'scan','arguments':{" + NEURONS + ",'order':9},'_meta':{'progressToken':'t'}}";

    @TempDir
    Path folder;

    private McpClient client;

    @BeforeEach
    void start() throws IOException {
        client = new McpClient("mcp");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25, 2025-11-25", "2025-06-18, 2025-06-18", "2024-11-05, 2024-11-05", "1999-01-01, 2025-11-25"})
    void theVersionIsTheClientsWhereItIsKnown(String asked, String answered) throws IOException {
        JsonNode result = client.result("initialize", "{'protocolVersion':'" + asked + "','capabilities':{}}");
        assertThat(result.path("protocolVersion").asString()).isEqualTo(answered);
        assertThat(result.path("capabilities").toString()).isEqualTo("{\"tools\":{}}");
        assertThat(result.path("serverInfo").path("name").asString()).isEqualTo("oinfo");
        client.send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
        assertThat(client.result("ping", "{}").toString()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tools/call     | {'name':'scann'}  | -32602 | there must be a tool of this name: found scann; perhaps scan is meant
                    resources/list | {}                | -32601 | a method must be one of initialize, ping, tools/list, tools/call: found resources/list
                    """)
    void whatIsNotThereIsAnErrorOfTheProtocol(String method, String params, int code, String line) throws IOException {
        client.request(5, method, params);
        JsonNode answer = client.answer();
        assertThat(answer.path("id").asInt()).isEqualTo(5);
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("error").path("message").asString()).isEqualTo(line);
    }

    @Test
    void aLineThatIsNoMessageIsAnsweredAndTheNextOneTaken() throws IOException {
        client.send("{'jsonrpc':'2.0','id':5");
        JsonNode answer = client.answer();
        assertThat(answer.path("id").isNull()).isTrue();
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32700);
        client.send("");
        assertThat(client.result("ping", "{}").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'data':'x.csv','ordr':3}       | every parameter must be one of scan: found ordr; perhaps order is meant
                    {'data':'gone.csv'}             | the input must exist: there is no file gone.csv; check the path
                    {'data':'-'}                    | - must not be given here: standard input carries the calls; give a file
                    {'data':'x.csv','order':'x'}    | --order must be an order such as
                    {'data':'x.csv','format':'npy'} | format npy must come with out: found none; name a file for the array
                    {}                              | DATA must be given: found none
                    """)
    void whatIsWrongIsOneLineOfTheResult(String arguments, String line) throws IOException {
        JsonNode result = client.call("scan", arguments);
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(McpClient.text(result)).startsWith(line).hasLineCount(1);
        assertThat(result.has("structuredContent")).isFalse();
    }

    @Test
    void aResultIsTheCommandsAndText() throws IOException {
        JsonNode result = client.call("scan", "{" + SERIES + ",'order':'3','top':2}");
        JsonNode data = result.path("structuredContent");
        JsonNode printed = JsonMapper.shared()
                .readTree(
                        Command.run("scan", EXAMPLES.resolve("series.csv").toString(), "--top", "2", "--format", "json")
                                .out());
        assertThat(data.path("orders").toString())
                .isEqualTo(printed.path("orders").toString());
        assertThat(data.path("variables").toString())
                .isEqualTo(printed.path("variables").toString());
        assertThat(McpClient.text(result))
                .contains("order 3, total 20, redundant 9, synergistic 11, balanced 0, singular 0")
                .contains("most synergistic:\n  nplet heart;oxygen;skin, tc 0.453178, dtc 0.546040, o -0.0928615")
                .doesNotContain("WARNING");
    }

    @Test
    void warningsStandOutInTextAndAreData() throws IOException {
        JsonNode result =
                client.call("measures", "{" + NEURONS + ",'nplets':'" + EXAMPLES.resolve("groups.txt") + "'}");
        assertThat(McpClient.text(result)).contains("\nWARNING: 2 constant columns left out: column 12, column 37\n");
        assertThat(result.path("structuredContent")
                        .path("warnings")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("constant-columns");
        assertThat(McpClient.text(client.call("scan", "{" + NEURONS + ",'dry-run':true}")))
                .startsWith("WARNING: 2 constant columns left out: column 12, column 37\n")
                .contains("dry run, nothing is scanned");
    }

    @Test
    void whatIsTooLongIsCutAndSaysSo() throws IOException {
        JsonNode result = client.call("scan", "{" + NEURONS + ",'top':'all','level':'full','columns':'0-19'}");
        JsonNode data = result.path("structuredContent");
        assertThat(data.toString().length()).isLessThan(30_500);
        JsonNode last = data.path("warnings").path(data.path("warnings").size() - 1);
        assertThat(last.path("name").asString()).isEqualTo("left-out");
        int all = data.path("orders").path(0).path("total").asInt();
        assertThat(last.path("data").path("orders.most_synergistic").asInt()).isEqualTo(all);
        assertThat(data.path("orders").path(0).path("most_synergistic").size()).isBetween(20, 100);
        assertThat(McpClient.text(result))
                .contains("\nWARNING: lists are cut short here, of orders.most_synergistic " + all);
        try (InputStream text = ReportFormat.class.getResourceAsStream("oinfo-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            assertThat(schema.validate(data.toString(), InputFormat.JSON)).isEmpty();
            JsonNode steps = client.call("search", "{" + NEURONS + ",'method':'random','order':5,'count':1000}")
                    .path("structuredContent");
            assertThat(steps.path("nplets").size()).isLessThan(1000);
            assertThat(schema.validate(steps.toString(), InputFormat.JSON)).isEmpty();
        }
        String page = McpClient.text(client.call("scan", "{" + NEURONS + ",'top':'all','format':'csv'}"));
        assertThat(page).contains("WARNING: cut short here, 30,000 letters of ").hasSizeLessThan(32_000);
    }

    @Test
    void severalDataAreAListAndFilesAreNamed() throws IOException {
        String file = EXAMPLES.resolve("series.csv").toString();
        JsonNode two = client.call("scan", "{'data':['" + file + "','" + file + "'],'top':1}");
        assertThat(two.path("structuredContent").path("results")).hasSize(2);
        Path out = folder.resolve("r.json");
        JsonNode written = client.call("scan", "{" + SERIES + ",'out':'" + out + "'}");
        assertThat(McpClient.text(written)).isEqualTo("written to " + out);
        assertThat(Files.readString(out)).contains("oinfo/1");
        try (McpClient reads = new McpClient("mcp", "--read-only")) {
            JsonNode refused = reads.call("scan", "{" + SERIES + ",'out':'" + out + "'}");
            assertThat(McpClient.text(refused))
                    .isEqualTo("out must not be given: this server was started with --read-only; leave it out");
        }
    }

    /** It would write files, wherever it names a folder. */
    @Test
    void whatHelpDoesNotShowIsNoParameter() throws IOException {
        try (McpClient reads = new McpClient("mcp", "--read-only")) {
            for (McpClient each : List.of(client, reads)) {
                JsonNode refused = each.call("scan", "{" + SERIES + ",'arrays':'" + folder + "'}");
                assertThat(McpClient.text(refused)).startsWith("every parameter must be one of scan: found arrays");
            }
        }
    }

    @Test
    void aCallThatRunsTellsHowFarItIsAndEndsWhenItIsCancelledWithoutAnAnswer() throws IOException {
        client.request(1, "tools/call", LONG);
        client.request(2, "tools/call", LONG);
        JsonNode first = client.message().path("params");
        JsonNode second = client.message().path("params");
        assertThat(first.path("progressToken").asString()).isEqualTo("t");
        assertThat(first.path("total").asLong()).isEqualTo(163_011_640L);
        assertThat(second.path("progress").asLong())
                .isGreaterThan(first.path("progress").asLong());
        assertThat(second.path("message").asString()).matches("order 9: [\\d,]+ of 163,011,640.*");
        client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':2}}");
        client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1,'reason':'enough'}}");
        client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':77}}");
        client.request(3, "tools/call", "{'name':'info'}");
        JsonNode answer = client.answer();
        assertThat(answer.path("id").asInt()).isEqualTo(3);
        assertThat(McpClient.text(answer.path("result"))).contains("processors");
    }

    @Test
    void aCallThatIsCancelledLeavesNoFile() throws IOException {
        String out = "'out':'" + folder.resolve("r.json") + "'";
        client.request(1, "tools/call", LONG.replace("'order':9", "'order':9," + out));
        assertThat(client.message().path("method").asString()).isEqualTo("notifications/progress");
        client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
        client.request(2, "tools/call", "{'name':'info'}");
        assertThat(client.answer().path("id").asInt()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theEndOfTheInputEndsWhatRuns() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        client.request(1, "tools/call", LONG);
        assertThat(client.message().path("method").asString()).isEqualTo("notifications/progress");
        assertThat(client.end()).isZero();
        assertThat(client.err()).isEmpty();
    }
}
