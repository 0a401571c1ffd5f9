package org.oinfo.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Setting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what oinfo wrote with {@code --format json}. */
public final class ResultFile {
    private static final String SCHEMA = "oinfo/1";

    private ResultFile() {}

    /**
     * A result as it was written, or an array of results, one for each data set that a command was given.
     *
     * @param bytes JSON as UTF-8, or another encoding of Unicode that JSON may have; read to its end
     * @param source what it is read from, for messages
     * @throws BadInputException it is no JSON, none of ours, or lacks a field that a page shows
     */
    public static JsonNode read(InputStream bytes, String source) {
        JsonNode result;
        try {
            // Read before: what the parser calls a failure to read is then one of the text, such as an encoding that
            // there is not.
            result = new JsonMapper().readTree(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        } catch (JacksonException e) {
            throw new BadInputException(
                    "a result must be JSON that oinfo wrote: " + source + " is not JSON" + JsonPlace.of(e) + " ("
                            + Excerpt.oneLine(e.getOriginalMessage().replaceAll("\\s+", " ")) + ")",
                    "give a file made with {}",
                    Setting.JSON);
        }
        if (!result.isArray()) {
            check(result, source);
        } else if (result.isEmpty()) {
            throw new BadInputException(
                    "a result must be JSON that oinfo wrote: " + source + " is an array of nothing",
                    "give a file made with {}",
                    Setting.JSON);
        }
        for (int i = 0; result.isArray() && i < result.size(); i++) {
            check(result.get(i), "result " + (i + 1) + " of " + source);
        }
        return result;
    }

    private static void check(JsonNode result, String source) {
        if (!SCHEMA.equals(result.path("schema").asString(""))) {
            if (result.path("schema").asString("").startsWith("oinfo-study/")) {
                throw new BadInputException("a result must be JSON of schema " + SCHEMA + ": " + source
                        + " is a study; make its page with oinfo study report");
            }
            String found = result.has("schema")
                    ? "schema " + Field.printable(result.get("schema").toString())
                    : "no schema";
            throw new BadInputException(
                    "a result must be JSON of schema " + SCHEMA + ": found " + found + " in " + source,
                    "give a file that oinfo made with {}",
                    Setting.JSON);
        }
        ResultFields.check(result, source);
    }
}
