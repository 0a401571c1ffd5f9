package org.oinfo.cli.worker;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the client.
 *
 * @param id of the call; null where an answer is not wanted
 * @param method what is called
 * @param params its parameters by name
 */
public record Message(@Nullable JsonNode id, String method, ObjectNode params) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Numbers become words of a command line as they were written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A line as JSON. */
    static JsonNode json(byte[] line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            // What stands in brackets, or tells what to enable, is about the parser.
            String reason = e.getOriginalMessage().split(" \\(|: enable ", 2)[0];
            // Beyond the parser's limits (nesting, digits, the length of a name) there is no place.
            TokenStreamLocation place = e.getLocation();
            throw noJson(reason + (place == null ? "" : " at column " + place.getColumnNr()));
        } catch (NumberFormatException e) {
            throw noJson("a number is out of range");
        }
    }

    private static RpcProblem noJson(String reason) {
        return new RpcProblem(RpcProblem.NO_JSON, "a message must be one line of JSON in UTF-8: " + reason);
    }

    /** The id of what may be a call; null where it has none that could be answered. */
    static @Nullable JsonNode id(JsonNode json) {
        JsonNode id = json.get("id");
        return id != null && (id.isString() || id.isIntegralNumber()) ? id : null;
    }

    /** What JSON says, if it is a message. */
    static Message of(JsonNode json) {
        if (json.isArray()) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL,
                    "a message must be one call: found an array; send one call a line, or method batch");
        }
        if (!(json instanceof ObjectNode object)) {
            throw new RpcProblem(RpcProblem.NO_CALL, "a message must be an object: found " + shortened(json));
        }
        JsonNode version = object.get("jsonrpc");
        if (version == null || !version.isString() || !version.stringValue().equals("2.0")) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL,
                    "a message must say \"jsonrpc\": \"2.0\": found "
                            + (version == null ? "nothing" : shortened(version)));
        }
        JsonNode method = object.get("method");
        if (method == null || !method.isString()) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL,
                    "a message must name its method: found " + (method == null ? "none" : shortened(method)));
        }
        JsonNode id = id(json);
        if (id == null && object.has("id")) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL,
                    "an id must be a text or a whole number: found " + shortened(object.path("id")));
        }
        return new Message(id, method.stringValue(), parameters(object));
    }

    private static ObjectNode parameters(ObjectNode message) {
        JsonNode params = message.get("params");
        if (params == null) {
            return Outbox.object();
        }
        if (params instanceof ObjectNode object) {
            return object;
        }
        throw new RpcProblem(
                RpcProblem.WRONG_PARAMETERS,
                "parameters must be an object, each by its name: found " + shortened(params));
    }

    /** Enough of a value to find it. */
    public static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " ...";
    }
}
