package org.oinfo.report.page;

import java.io.Reader;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what oinfo wrote with {@code --format json}. */
public final class ResultFile {
    private static final String SCHEMA = "oinfo/1";

    private ResultFile() {}

    /**
     * A result as it was written.
     *
     * @param source what it is read from, for messages
     * @throws BadInputException it is no JSON, or none of ours
     */
    public static JsonNode read(Reader text, String source) {
        JsonNode result;
        try {
            result = new JsonMapper().readTree(text);
        } catch (JacksonException e) {
            throw new BadInputException(
                    "a result must be JSON that oinfo wrote: " + source + " is not JSON" + JsonPlace.of(e) + " ("
                            + e.getOriginalMessage().replaceAll("\\s+", " ") + ")",
                    "give a file made with {}",
                    Setting.JSON);
        }
        if (!SCHEMA.equals(result.path("schema").asString(""))) {
            if (result.path("schema").asString("").startsWith("oinfo-study/")) {
                throw new BadInputException("a result must be JSON of schema " + SCHEMA + ": " + source
                        + " is a study; make its page with oinfo study report");
            }
            String found = result.has("schema") ? "schema " + result.get("schema") : "no schema";
            throw new BadInputException(
                    "a result must be JSON of schema " + SCHEMA + ": found " + found + " in " + source,
                    "give a file that oinfo made with {}",
                    Setting.JSON);
        }
        return result;
    }
}
