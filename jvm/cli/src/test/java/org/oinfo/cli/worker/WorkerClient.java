package org.oinfo.cli.worker;

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

/** A worker in this process, and its client. */
final class WorkerClient implements AutoCloseable {
    private static final int PIPE = 1 << 22;
    private static final int SECONDS = 60;

    private final OutputStream to;
    private final BufferedReader from;
    private final CompletableFuture<Integer> code;
    private final StringWriter err = new StringWriter();
    private final List<JsonNode> progress = new ArrayList<>();

    WorkerClient() throws IOException {
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
        code = CompletableFuture.supplyAsync(
                () -> Oinfo.run(new String[] {"worker"}, streams), task -> new Thread(task).start());
    }

    /** Sends a line as it is. */
    void send(String line) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /** Sends a call whose parameters are written with apostrophes for quotation marks. */
    void call(int id, String method, String params) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":"
                + params.replace('\'', '"') + "}");
    }

    /** The next line as it comes. */
    String line() throws IOException {
        String line = from.readLine();
        assertThat(line).as("a line of the worker").isNotNull();
        return line;
    }

    /** The next answer; what was told of progress before it is kept. */
    JsonNode answer() throws IOException {
        while (true) {
            JsonNode message = JsonMapper.shared().readTree(line());
            assertThat(message.path("jsonrpc").asString()).isEqualTo("2.0");
            if (!message.has("method")) {
                return message;
            }
            progress.add(message);
        }
    }

    /** The result of a call, which must have one. */
    JsonNode result(String method, String params) throws IOException {
        call(1, method, params);
        JsonNode answer = answer();
        assertThat(answer.has("result")).as("%s", answer).isTrue();
        return answer.path("result");
    }

    /** The error of a call, which must have one. */
    JsonNode error(String method, String params) throws IOException {
        call(1, method, params);
        return error();
    }

    /** The error that is answered next. */
    JsonNode error() throws IOException {
        JsonNode answer = answer();
        assertThat(answer.has("error")).as("%s", answer).isTrue();
        return answer.path("error");
    }

    List<JsonNode> progress() {
        return progress;
    }

    /** The exit code after the end of the input. */
    int end() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        to.close();
        int exit = code.get(SECONDS, TimeUnit.SECONDS);
        assertThat(err.toString()).as("standard error").isEmpty();
        return exit;
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
