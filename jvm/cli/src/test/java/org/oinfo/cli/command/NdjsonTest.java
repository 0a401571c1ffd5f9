package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.MeasuresSink;
import org.oinfo.cli.Command;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.NamedData;
import org.oinfo.cli.process.PipedOutput;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.process.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results as lines of JSON. */
class NdjsonTest {
    private static final String SERIES = "../../examples/series.csv";
    private static final String LAYER = "../../examples/activations.npy";

    @TempDir
    Path folder;

    private static List<JsonNode> lines(String text) {
        assertThat(text).endsWith("\n");
        return text.lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static Command run(String command) {
        Command ran = Command.run(command.split(" "));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static JsonNode json(String command) {
        return JsonMapper.shared().readTree(run(command + " --format json").out());
    }

    @Test
    void aScanHasTheRowsOfItsJson() {
        String command = "scan " + SERIES + " --order 3,4 --top 3 --unit bits";
        List<JsonNode> lines = lines(run(command + " --format ndjson").out());
        JsonNode json = json(command);
        assertThat(lines.getFirst().path("schema").asString()).isEqualTo("oinfo/1");
        assertThat(lines.getFirst().path("run").path("checksum"))
                .isEqualTo(json.path("run").path("checksum"));
        assertThat(lines.getFirst().path("variables")).isEqualTo(json.path("variables"));
        List<JsonNode> rows = lines.subList(1, lines.size() - 1);
        int at = 0;
        for (JsonNode order : json.path("orders")) {
            for (String end : List.of("synergistic", "redundant")) {
                for (JsonNode nplet : order.path("most_" + end)) {
                    JsonNode row = rows.get(at++);
                    assertThat(row.path("order")).isEqualTo(order.path("order"));
                    assertThat(row.path("end").asString()).isEqualTo(end);
                    for (String field : List.of("nplet", "tc", "dtc", "o", "s")) {
                        assertThat(row.path(field)).isEqualTo(nplet.path(field));
                    }
                    assertThat(row.path("names").size())
                            .isEqualTo(order.path("order").asInt());
                    assertThat(row.propertyNames())
                            .containsExactly("order", "end", "nplet", "names", "tc", "dtc", "o", "s");
                }
            }
        }
        assertThat(rows).hasSize(at).hasSize(12);
        JsonNode done = lines.getLast();
        assertThat(done.path("done").asBoolean()).isTrue();
        assertThat(done.path("run").path("top").asInt()).isEqualTo(3);
        assertThat(done.path("run").path("partial").asBoolean(true)).isFalse();
        assertThat(done.path("orders").path(1).path("total")).isEqualTo(json.at("/orders/1/total"));
        assertThat(done.path("orders").path(1).path("mean_o")).isEqualTo(json.at("/orders/1/o/mean"));
        assertThat(done.path("warnings").size()).isEqualTo(json.path("warnings").size());
    }

    @Test
    void endsOfAnotherMeasureHaveItsNamesAndItsValues() {
        List<JsonNode> lines = lines(run("scan " + LAYER + " --top 1 --rank-by delta3 --ends largest --format ndjson")
                .out());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).path("end").asString()).isEqualTo("largest");
        assertThat(lines.get(1).path("names").isNull()).isTrue();
        assertThat(lines.get(1).path("delta3").isNumber()).isTrue();
    }

    @Test
    void anOrderIsWrittenBeforeTheNextOneBegins() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        ProgressSink progress = (name, total) -> {
            written.add((int) out.toString(StandardCharsets.UTF_8).lines().count());
            return (done, latest) -> {};
        };
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                out,
                new PrintWriter(new StringWriter()),
                false,
                new Interruption(),
                progress,
                NamedData.NONE);
        String command = "scan " + LAYER + " --order 3,4 --top 5 --format ndjson --no-screen";
        assertThat(Oinfo.run(command.split(" "), streams)).isZero();
        // How it is made, then ten rows of the first order.
        assertThat(written).containsExactly(1, 11);
        assertThat(lines(out.toString(StandardCharsets.UTF_8))).hasSize(1 + 10 + 10 + 1);
    }

    @Test
    void rowsOfAListAreWrittenBeforeItsEndIsScored() throws IOException {
        int count = 2 * MeasuresSink.PIECE + 5;
        Path groups = Files.writeString(folder.resolve("n.txt"), "0,1,2\n".repeat(count));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        ProgressSink progress = (name, total) -> (done, latest) ->
                written.add((int) out.toString(StandardCharsets.UTF_8).lines().count());
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                out,
                new PrintWriter(new StringWriter()),
                false,
                new Interruption(),
                progress,
                NamedData.NONE);
        String command = "measures " + LAYER + " --nplets " + groups + " --format ndjson --threads 1";
        assertThat(Oinfo.run(command.split(" "), streams)).isZero();
        assertThat(written).contains(1, 1 + MeasuresSink.PIECE, 1 + 2 * MeasuresSink.PIECE);
        assertThat(lines(out.toString(StandardCharsets.UTF_8))).hasSize(1 + count + 1);
    }

    @Test
    void measuresAreInTheOrderTheyWereGivenAndSingularOnesNull() throws IOException {
        Path groups = Files.writeString(folder.resolve("n.txt"), "0,1,2\n3,0\n0,1,6\n");
        Path data = folder.resolve("x.csv");
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(SERIES))) {
            rows.add(line + (rows.isEmpty() ? ",copy" : "," + line.split(",", -1)[0]));
        }
        Files.write(data, rows);
        String command = "measures " + data + " --nplets " + groups;
        List<JsonNode> lines = lines(run(command + " --format ndjson").out());
        JsonNode json = json(command);
        assertThat(lines).hasSize(5);
        for (int i = 0; i < 3; i++) {
            ObjectNode row = (ObjectNode) lines.get(1 + i);
            assertThat(row.path("end").isNull()).isTrue();
            row.remove(List.of("order", "end", "names"));
            assertThat(row).isEqualTo(json.path("measures").path(i));
        }
        assertThat(lines.get(3).path("o").isNull()).isTrue();
    }

    @Test
    void aListingHasItsRowsAndItsFigures() {
        String command = "null " + SERIES + " --surrogates 19 --top 1";
        List<JsonNode> lines = lines(run(command + " --format ndjson").out());
        JsonNode json = json(command);
        assertThat(lines).hasSize(2 + json.path("nplets").size());
        ObjectNode row = (ObjectNode) lines.get(1);
        assertThat(row.remove("names").size()).isEqualTo(3);
        assertThat(row).isEqualTo(json.path("nplets").path(0));
        assertThat(lines.getLast().path("figures")).isEqualTo(json.path("figures"));
    }

    @Test
    void severalDataSetsAndWindowsComeOneAfterAnother() {
        List<JsonNode> two = lines(
                run("scan " + SERIES + " " + LAYER + " --top 1 --format ndjson").out());
        assertThat(two.stream().filter(line -> line.has("done"))).hasSize(2);
        assertThat(two.get(4).path("run").path("input").asString()).isEqualTo(LAYER);
        List<JsonNode> windows = lines(run("scan " + SERIES + " --window 100 --step 100 --top 1 --format ndjson")
                .out());
        assertThat(windows.stream().filter(line -> line.has("done"))).hasSize(2);
        assertThat(windows.get(4).path("run").path("first_row").asInt()).isEqualTo(100);
    }

    @Test
    void itGoesToAFileWhole() throws IOException {
        Path file = folder.resolve("r.ndjson");
        String command = "scan " + SERIES + " --top 1 --format ndjson";
        assertThat(run(command + " --out " + file).out()).isEmpty();
        assertThat(lines(Files.readString(file))).hasSize(4);
        Command strict = Command.run(("scan " + LAYER
                        + " --top 1 --format ndjson --strict --order 6 --rows 0..20 --out " + folder.resolve("s"))
                .split(" "));
        assertThat(strict.code()).isEqualTo(2);
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void aReaderThatLeavesEndsItQuietly() {
        OutputStream leaving = new OutputStream() {
            private int lines;

            @Override
            public void write(int b) throws IOException {
                lines += b == '\n' ? 1 : 0;
                if (lines > 0 && b != '\n') {
                    throw new IOException("Broken pipe");
                }
            }
        };
        StringWriter err = new StringWriter();
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                new PipedOutput(leaving, "standard output"),
                new PrintWriter(err, true),
                false,
                new Interruption());
        String command = "scan " + LAYER + " --order 3,4 --top 5 --format ndjson --quiet";
        assertThat(Oinfo.run(command.split(" "), streams)).isZero();
        assertThat(err.toString()).isEmpty();
    }
}
