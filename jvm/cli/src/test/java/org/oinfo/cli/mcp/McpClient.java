package org.oinfo.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in this process, and its client. */
final class McpClient implements AutoCloseable {
    private static final int PIPE = 1 << 22;
    private static final int SECONDS = 60;

    private final OutputStream to;
    private final BufferedReader from;
    private final CompletableFuture<Integer> code;
    private final StringWriter err = new StringWriter();
    private final List<JsonNode> progress = new ArrayList<>();

    McpClient(String... args) throws IOException {
        PipedOutputStream input = new PipedOutputStream();
        PipedInputStream output = new PipedInputStream(PIPE);
        Streams streams = new Streams(
                new PipedInputStream(input, PIPE),
                new PipedOutputStream(output),
                new PrintWriter(err, true),
                false,
                new Interruption());
        to = input;
        from = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        code = CompletableFuture.supplyAsync(() -> Oinfo.run(args, streams), task -> new Thread(task).start());
    }

    /** Sends a line whose apostrophes stand for quotation marks. */
    void send(String line) throws IOException {
        to.write((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /** Sends a request. */
    void request(int id, String method, String params) throws IOException {
        send("{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + params + "}");
    }

    /** The next message that is no progress, which is kept. */
    JsonNode answer() throws IOException {
        while (true) {
            JsonNode message = message();
            if (!message.has("method")) {
                return message;
            }
            progress.add(message.path("params"));
        }
    }

    /** The next message. */
    JsonNode message() throws IOException {
        String line = from.readLine();
        assertThat(line).as("a line of the server").isNotNull();
        JsonNode message = JsonMapper.shared().readTree(line);
        assertThat(message.path("jsonrpc").asString()).isEqualTo("2.0");
        return message;
    }

    /** The result of a request, which must have one. */
    JsonNode result(String method, String params) throws IOException {
        request(1, method, params);
        JsonNode answer = answer();
        assertThat(answer.has("result")).as("%s", answer).isTrue();
        return answer.path("result");
    }

    /** The result of a tool. */
    JsonNode call(String tool, String arguments) throws IOException {
        return result("tools/call", "{'name':'" + tool + "','arguments':" + arguments + "}");
    }

    /** The text of a tool's result. */
    static String text(JsonNode result) {
        assertThat(result.path("content")).hasSize(1);
        assertThat(result.path("content").path(0).path("type").asString()).isEqualTo("text");
        return result.path("content").path(0).path("text").asString();
    }

    List<JsonNode> progress() {
        return progress;
    }

    /** The exit code after the end of the input. */
    int end() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        to.close();
        return code.get(SECONDS, TimeUnit.SECONDS);
    }

    /** What it said on standard error. */
    String err() {
        return err.toString();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
