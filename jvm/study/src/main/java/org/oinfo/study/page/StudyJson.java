package org.oinfo.study.page;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.report.page.JsonPlace;
import org.oinfo.study.result.StudyResult;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A study as a file: the records of {@link StudyResult}, field by field. */
public final class StudyJson {
    /** A field may be null where the records say so, but none is missing. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL)))
            .withConfigOverride(String.class, text -> text.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL)))
            .build();

    private StudyJson() {}

    /** Writes a study and leaves the writer open; {@link #read} gives it back. */
    public static void write(StudyResult result, Writer out) {
        MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, result);
    }

    /**
     * A study as it was written.
     *
     * @param source what it is read from, for messages
     * @throws BadInputException it is no JSON, no study, or part of one
     */
    public static StudyResult read(Reader text, String source) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadInputException("a study must be JSON that oinfo study wrote: " + source + " is not JSON"
                    + JsonPlace.of(e) + " (" + e.getOriginalMessage().replaceAll("\\s+", " ")
                    + "); give the study.json of a study");
        }
        if (!StudyResult.SCHEMA.equals(tree.path("schema").asString(""))) {
            String found = tree.has("schema") ? "schema " + tree.get("schema") : "no schema";
            throw new BadInputException("a study must be JSON of schema " + StudyResult.SCHEMA + ": found " + found
                    + " in " + source + "; give the study.json of a study (oinfo report makes pages of other results)");
        }
        try {
            return MAPPER.treeToValue(tree, StudyResult.class);
        } catch (JacksonException e) {
            throw new BadInputException("a study must have every field of schema " + StudyResult.SCHEMA + ": " + source
                    + " does not (" + e.getOriginalMessage().replaceAll("\\s+", " ")
                    + "); make it again with oinfo study");
        }
    }
}
