package org.oinfo.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tools are the commands, and their parameters are the commands' options. */
class McpToolsTest {
    private static JsonNode tool(String name, String... args) throws IOException {
        try (McpClient client = new McpClient(args)) {
            for (JsonNode tool : client.result("tools/list", "{}").path("tools")) {
                if (tool.path("name").asString().equals(name)) {
                    return tool;
                }
            }
            throw new AssertionError("there is no tool " + name);
        }
    }

    private static List<String> names(String... args) throws IOException {
        List<String> names = new ArrayList<>();
        try (McpClient client = new McpClient(args)) {
            client.result("tools/list", "{}")
                    .path("tools")
                    .forEach(tool -> names.add(tool.path("name").asString()));
        }
        return names;
    }

    @Test
    void everyCommandForProgramsIsATool() throws IOException {
        assertThat(String.join(" ", names("mcp")))
                .isEqualTo(
                        "scan measures search target dynamic null compare bootstrap resample curve gradients subsets local"
                                + " simulate report info");
        assertThat(names("mcp", "--tools", "info,scan")).containsExactly("info", "scan");
        assertThat(names("mcp", "--read-only"))
                .doesNotContain("local", "simulate")
                .contains("scan", "report");
    }

    private static Set<String> parameters(String... args) throws IOException {
        Set<String> all = new TreeSet<>();
        try (McpClient client = new McpClient(args)) {
            for (JsonNode tool : client.result("tools/list", "{}").path("tools")) {
                tool.path("inputSchema").path("properties").properties().forEach(parameter -> {
                    String told = parameter.getValue().path("description").asString("");
                    boolean text =
                            parameter.getValue().path("type").asString("").equals("string");
                    boolean writes = text && told.matches("(?i)(write|draw|save)s? .*");
                    all.add(parameter.getKey() + (writes ? " writes" : ""));
                });
            }
        }
        return all;
    }

    @Test
    void aServerThatMustNotWriteTakesNoFileToWrite() throws IOException {
        Set<String> all = parameters("mcp");
        Set<String> written =
                Tool.WRITTEN.stream().map(name -> name + " writes").collect(Collectors.toSet());
        assertThat(all).filteredOn(name -> name.endsWith(" writes")).hasSameElementsAs(written);
        all.removeIf(name -> Tool.WRITTEN.contains(name.replace(" writes", "")));
        assertThat(parameters("mcp", "--read-only")).isSubsetOf(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan     | data        | {"type":["string","array"],"items":{"type":"string"},"minItems":1}
                    compare  | data        | {"type":"array","items":{"type":"string"},"minItems":2,"maxItems":2}
                    curve    | data        | {"type":"string"}
                    report   | result      | {"type":"string"}
                    scan     | order       | {"type":["string","integer","array"],"items":{"type":["string","integer"]},"default":"3"}
                    scan     | columns     | {"type":["string","integer","array"],"items":{"type":["string","integer"]}}
                    scan     | top         | {"type":["string","integer"],"default":"20"}
                    scan     | covariance  | {"type":"boolean","default":false}
                    scan     | ends        | {"type":"string","enum":["both","synergistic","redundant","smallest","largest"],"default":"both"}
                    scan     | shrinkage   | {"type":"string","enum":["none","ledoit-wolf","oas"],"default":"none"}
                    scan     | rank-by     | {"type":"string","default":"o"}
                    scan     | format      | {"type":"string","enum":["table","csv","json","ndjson","npy"],"default":"json"}
                    scan     | seed        | {"type":"integer","default":1}
                    scan     | threads     | {"type":"integer"}
                    scan     | out         | {"type":"string"}
                    measures | nplets      | {"type":"string"}
                    curve    | sizes       | {"type":["integer","array"],"items":{"type":["integer"]}}
                    bootstrap| confidence  | {"type":"number","default":0.95}
                    simulate | structure   | {"type":"string","enum":["independent","pairs","redundant","synergistic","mixed","causes","tree","chain","xor"],"default":"independent"}
                    """)
    void aParameterIsWhatTheOptionTakes(String tool, String parameter, String schema) throws IOException {
        JsonNode one = tool(tool, "mcp", "--tools", tool)
                .path("inputSchema")
                .path("properties")
                .path(parameter);
        assertThat(one.path("description").asString()).isNotBlank().doesNotContain("${");
        assertThat(one.toString()).startsWith(schema.substring(0, schema.length() - 1) + ",\"description\":");
    }

    @Test
    void whatMustBeGivenIsRequired() throws IOException {
        assertThat(tool("scan", "mcp").path("inputSchema").path("required").toString())
                .isEqualTo("[\"data\"]");
        assertThat(tool("local", "mcp").path("inputSchema").path("required").toString())
                .isEqualTo("[\"data\",\"nplets\",\"out\"]");
        assertThat(tool("info", "mcp").path("inputSchema").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}");
    }

    @Test
    void aToolTellsWhetherItCanWrite() throws IOException {
        assertThat(tool("scan", "mcp").path("annotations").toString())
                .isEqualTo(
                        "{\"readOnlyHint\":false,\"destructiveHint\":true,\"idempotentHint\":true,\"openWorldHint\":false}");
        JsonNode reads = tool("scan", "mcp", "--read-only");
        assertThat(reads.path("annotations").path("readOnlyHint").asBoolean()).isTrue();
        assertThat(reads.path("inputSchema").path("properties").has("out")).isFalse();
    }

    @Test
    void theSchemasTakeGoodArgumentsAndRefuseOthers() throws IOException {
        Schema scan = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tool("scan", "mcp").path("inputSchema").toString(), InputFormat.JSON);
        for (String good : List.of(
                "{'data':'x.csv'}",
                "{'data':['x.csv','y.csv'],'order':[3,4],'columns':['a',2],'strict':true}",
                "{'data':'x.csv','order':'3..5','top':'all','ends':'largest','rank-by':'tc'}")) {
            assertThat(scan.validate(good.replace('\'', '"'), InputFormat.JSON))
                    .as(good)
                    .isEmpty();
        }
        for (String bad : List.of(
                "{}", "{'data':3}", "{'data':'x.csv','ordr':3}", "{'data':'x.csv','level':'most'}", "{'data':[]}")) {
            assertThat(scan.validate(bad.replace('\'', '"'), InputFormat.JSON))
                    .as(bad)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --tools scann             | oinfo: --tools must be names of commands: found scann; perhaps scan is meant
                    --tools local --read-only | oinfo: --read-only must come without tools that have to write a file: found local; leave one out
                    """)
    void wrongOptionsAreRefused(String options, String line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (McpClient client = new McpClient(("mcp " + options).split(" "))) {
            assertThat(client.end()).isEqualTo(2);
            assertThat(client.err().strip()).isEqualTo(line);
        }
    }
}
