package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.data.damaged.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of JSON-RPC to what stays and is called. Each that is answered is answered in a line of JSON, whatever it holds, and none ends it.
 *
 * @param command worker or mcp
 * @param last the last line: calls run in their order, so all are done when it is answered
 * @param lines what a client sends, ' for quotation marks
 */
record ServerTarget(CommandLines commands, String command, String last, List<String> lines) implements Target {
    private static final JsonMapper MAPPER = new JsonMapper();
    /** The id of a call that no input has. */
    private static final String LAST = "the last call";

    private static final int INTERNAL = -32603;

    static ServerTarget worker() throws IOException {
        return new ServerTarget(
                new CommandLines(),
                "worker",
                "{\"jsonrpc\":\"2.0\",\"id\":\"" + LAST + "\",\"method\":\"info\",\"params\":{}}",
                List.of(
                        call("scan", "{'data': '@data', 'order': [3, 4], 'top': 2}"),
                        call("load", "{'data': '@data'}") + "\n"
                                + call("measures", "{'data': {'handle': 1}, 'nplets': '@groups'}") + "\n"
                                + call("unload", "{'data': {'handle': 1}}"),
                        call(
                                "batch",
                                "{'calls': [{'method': 'info', 'params': {}}, {'method': 'scan', 'params': null}]}"),
                        call("info", "{}") + "\n{'jsonrpc': '2.0', 'method': '$/cancelRequest', 'params': {'id': 1}}\n"
                                + call("info", "{}"),
                        call("gradients", "{'data': '@data', 'nplets': '@groups', 'quiet': true}"),
                        call("info", "{}")
                                + "\n[]\n{}\nnull\n{'jsonrpc': '2.0', 'id': {}, 'method': 'scan'}\n{'id': 1, 'id': 2}"));
    }

    static ServerTarget mcp() throws IOException {
        return new ServerTarget(
                new CommandLines(),
                "mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":\"" + LAST
                        + "\",\"method\":\"tools/call\",\"params\":{\"name\":\"info\",\"arguments\":{}}}",
                List.of(
                        call("initialize", "{'protocolVersion': '2025-06-18', 'capabilities': {}}") + "\n"
                                + "{'jsonrpc': '2.0', 'method': 'notifications/initialized'}\n"
                                + call("tools/list", "{}"),
                        call(
                                "tools/call",
                                "{'name': 'scan', 'arguments': {'data': '@data', 'order': '3'}, '_meta': {'progressToken': 7}}"),
                        call("tools/call", "{'name': 'report', 'arguments': {'result': '@result', 'out': 3}}"),
                        call("ping", "{}") + "\n{'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params':"
                                + " {'requestId': 1}}",
                        call("ping", "{}") + "\n" + call("tools/call", "{'name': 5, 'arguments': []}") + "\n[1]\n{"));
    }

    private static String call(String method, String params) {
        return "{'jsonrpc': '2.0', 'id': 1, 'method': '" + method + "', 'params': " + params + "}";
    }

    @Override
    public boolean read(byte[] input) {
        // Latin-1 keeps every byte.
        String lines = commands.harmless(new String(input, StandardCharsets.ISO_8859_1)) + "\n" + last + "\n";
        CommandLines.Ran ran = CommandLines.serve(lines.getBytes(StandardCharsets.ISO_8859_1), LAST, command);
        Contract.require(ran.code() == ExitCode.DONE, "ended by the end of its input", ran.code());
        Contract.require(ran.err().isEmpty(), "silent on standard error", ran.err());
        boolean answered = false;
        for (String line : new String(ran.out(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                JsonNode answer = MAPPER.readTree(line);
                Contract.require(answer.path("jsonrpc").asString("").equals("2.0"), "a message", line);
                Contract.require(answer.path("error").path("code").asInt(0) != INTERNAL, "foreseen", line);
                answered |=
                        answer.has("result") && !answer.path("id").asString("").equals(LAST);
            }
        }
        return answered;
    }

    @Override
    public List<byte[]> seeds() {
        return lines.stream()
                .map(text -> text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
