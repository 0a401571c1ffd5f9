package org.oinfo.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.worker.CommandTable;
import org.oinfo.cli.worker.NoInput;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.cli.worker.RpcProblem;
import org.oinfo.cli.worker.StandardError;
import org.oinfo.cli.worker.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One call of a tool: its command runs with streams of its own, and the result is answered as data and as text. */
final class ToolCall {
    private final Tool tool;
    private final ObjectNode arguments;
    private final ProgressSink progress;
    private final Consumer<ObjectNode> answer;
    private volatile boolean cancelled;

    /**
     * A call that waits.
     *
     * @param params as the client gave them
     * @param answer takes the result, unless the call was cancelled
     */
    ToolCall(Tool tool, ObjectNode params, ProgressSink progress, Consumer<ObjectNode> answer) {
        this.tool = tool;
        this.arguments = params.path("arguments") instanceof ObjectNode given ? given : Outbox.object();
        this.progress = progress;
        this.answer = answer;
    }

    /**
     * Ends it as soon as the command tells of its progress. The client has forgotten it: there is no answer, and no file of what is
     * finished, which an interruption would leave.
     */
    void cancel() {
        cancelled = true;
    }

    private ProgressSink.Part watched(String name, long total) {
        ProgressSink.Part part = progress.begin(name, total);
        return (done, latest) -> {
            if (cancelled) {
                throw new CancellationException("cancelled by the client");
            }
            part.reached(done, latest);
        };
    }

    /** Runs it, unless it has been cancelled. */
    void run(CommandTable commands) {
        if (cancelled) {
            return;
        }
        ObjectNode result;
        try {
            result = result(commands);
        } catch (RpcProblem e) {
            // An assistant can mend its call, and sees the text of results only.
            result = failed(e.text());
        } catch (RuntimeException | Error e) {
            // The next call has nothing to do with it.
            result = failed("this should not have happened, please report it: " + e);
        }
        if (!cancelled) {
            answer.accept(result);
        }
    }

    private ObjectNode result(CommandTable commands) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new NoInput(), out, new PrintWriter(err, true), false, new Interruption(), this::watched);
        int code = commands.run(tool.words(arguments), streams);
        StandardError said = new StandardError(err.toString());
        if (code != ExitCode.DONE) {
            return failed(said.problem());
        }
        String printed = out.toString(StandardCharsets.UTF_8);
        if (!printed.isEmpty() && tool.answersInJson(arguments)) {
            return found(JsonMapper.shared().readTree(printed));
        }
        String text =
                printed.isEmpty() ? "written to " + arguments.path(Words.OUT).asString("") : printed;
        List<String> warnings = new ArrayList<>(said.warnings());
        if (text.length() > SmallResult.LETTERS) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "cut short here, %,d letters of %,d: give out for a file with all of it",
                    SmallResult.LETTERS,
                    text.length()));
            text = text.substring(0, SmallResult.LETTERS);
        }
        return text(Reading.warned(warnings) + text);
    }

    /** A result as data, and as text for whoever reads no data. */
    private static ObjectNode found(JsonNode json) {
        List<ObjectNode> results = json.isArray()
                ? json.values().stream().map(ObjectNode.class::cast).toList()
                : List.of((ObjectNode) json);
        SmallResult.shorten(results);
        StringBuilder text = new StringBuilder();
        results.forEach(one -> text.append(new Reading(one).text()));
        ObjectNode result = text(text.toString());
        if (json.isArray()) {
            results.forEach(result.putObject("structuredContent").putArray("results")::add);
        } else {
            result.set("structuredContent", json);
        }
        return result;
    }

    private static ObjectNode failed(String line) {
        return text(line).put("isError", true);
    }

    private static ObjectNode text(String text) {
        ObjectNode result = Outbox.object();
        result.putArray("content").addObject().put("type", "text").put("text", text.strip());
        return result;
    }
}
