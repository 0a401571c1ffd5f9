package org.oinfo.cli.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tasks that methods name: commands, and what the engine does besides. */
final class Tasks {
    static final String BATCH = "batch";
    private static final String LOAD = "load";
    private static final String UNLOAD = "unload";
    /** Methods that are no commands. */
    private static final List<String> OWN = List.of(LOAD, UNLOAD, BATCH);

    private final CommandTable commands;
    private final Shelf shelf;
    private final Map<String, Words> words = new ConcurrentHashMap<>();

    Tasks(CommandTable commands, Shelf shelf) {
        this.commands = commands;
        this.shelf = shelf;
    }

    /**
     * The task of a call.
     *
     * @throws RpcProblem there is no such method, or it has no such parameters
     */
    Task of(String method, ObjectNode params) {
        if (method.equals(UNLOAD)) {
            return unload(params);
        }
        if (method.equals(LOAD)) {
            if (!params.path("data").isString()) {
                throw new RpcProblem(
                        RpcProblem.WRONG_PARAMETERS,
                        "load must have the parameter data, the path of one file: found "
                                + Message.shortened(params.path("data")));
            }
            String[] line = words(LOAD).of(params);
            return new CommandTask(line, commands, shelf, text -> result(shelf.describedAfterPut()));
        }
        if (!commands.names().contains(method)) {
            throw unknown(method);
        }
        return command(method, params);
    }

    /** What a call of this method cannot be. */
    RpcProblem unknown(String method) {
        List<String> names = new ArrayList<>(commands.names());
        names.addAll(OWN);
        return new RpcProblem(
                RpcProblem.NO_METHOD,
                "a method must be the name of a command: found " + method + Words.suggestion(method, names));
    }

    private Task unload(ObjectNode params) {
        JsonNode data = params.get("data");
        Long handle = data == null ? null : Words.handle(data);
        if (handle == null || params.size() > 1) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "unload must have the parameter data, a handle such as {\"handle\": 1}, and no other: found "
                            + Message.shortened(params));
        }
        return (interruption, progress) -> {
            shelf.remove(handle);
            return result(shelf.described());
        };
    }

    private Task command(String method, ObjectNode params) {
        Words command = words(method);
        String form = params.path(Words.FORMAT).asString("json");
        if (form.equals("npy") && !params.hasNonNull(Words.OUT)) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "format npy must come with out: found none; name a file for the array");
        }
        boolean json = command.hasFormat()
                && form.equals("json")
                && !params.path("dry-run").asBoolean(false);
        JsonNode out = params.path(Words.OUT);
        return new CommandTask(command.of(params), commands, shelf, printed -> result(printed, json, out));
    }

    private static Reply result(String printed, boolean json, JsonNode out) {
        if (printed.isEmpty()) {
            ObjectNode file = Outbox.object();
            file.set(Words.OUT, out);
            return result(file);
        }
        return json ? new Reply.Result(printed) : result(Outbox.object().put("text", printed));
    }

    private static Reply result(ObjectNode object) {
        return new Reply.Result(object.toString());
    }

    private Words words(String method) {
        return words.computeIfAbsent(method, name -> new Words(commands.spec(name), true));
    }
}
