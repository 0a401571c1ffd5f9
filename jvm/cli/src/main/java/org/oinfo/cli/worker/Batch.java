package org.oinfo.cli.worker;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several calls in one message: {@code {"calls": [{"method": ..., "params": {...}}, ...]}}. */
final class Batch {
    private Batch() {}

    /**
     * Their tasks; what is no call of a command is a task that says so.
     *
     * @throws RpcProblem it holds no list of calls
     */
    static List<Task> tasks(ObjectNode params, Tasks all) {
        JsonNode calls = params.get("calls");
        if (calls == null || !calls.isArray() || calls.isEmpty() || params.size() > 1) {
            throw wrong("batch must have the parameter calls, a list of at least one, and no other", params);
        }
        List<Task> tasks = new ArrayList<>();
        for (JsonNode call : calls) {
            tasks.add(task(call, all));
        }
        return tasks;
    }

    private static Task task(JsonNode call, Tasks all) {
        try {
            JsonNode method = call.get("method");
            JsonNode params = call.path("params");
            boolean named = params.isObject() || params.isMissingNode();
            if (method == null || !method.isString() || !named || call.size() != (params.isMissingNode() ? 1 : 2)) {
                throw wrong("a call of a batch must have method, a text, and perhaps params, an object", call);
            }
            if (method.stringValue().equals(Tasks.BATCH)) {
                throw wrong("a call of a batch must be of another method: put all calls into one", call);
            }
            return all.of(method.stringValue(), params instanceof ObjectNode object ? object : Outbox.object());
        } catch (RpcProblem e) {
            return (interruption, progress) -> Reply.of(e);
        }
    }

    private static RpcProblem wrong(String expected, JsonNode value) {
        return new RpcProblem(RpcProblem.WRONG_PARAMETERS, expected + ": found " + Message.shortened(value));
    }
}
