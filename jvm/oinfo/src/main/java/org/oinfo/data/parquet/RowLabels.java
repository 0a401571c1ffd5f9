package org.oinfo.data.parquet;

import dev.hardwood.schema.ColumnSchema;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns that are the index of a pandas DataFrame: those that it made a name for, and those that its note in the file names. */
record RowLabels(Set<String> named) {
    private static final String UNNAMED = "__index_level_";

    /**
     * Reads the note.
     *
     * @param notes what the writer says of the table
     */
    static RowLabels of(Map<String, String> notes) {
        Set<String> named = new TreeSet<>();
        try {
            JsonNode note = new JsonMapper().readTree(notes.getOrDefault("pandas", "{}"));
            for (JsonNode index : note.path("index_columns")) {
                // An index that only counts is no column, and described by an object.
                if (index.isString()) {
                    named.add(index.asString());
                }
            }
        } catch (JacksonException e) {
            // Another program's note, which says nothing of an index.
            return new RowLabels(Set.of());
        }
        return new RowLabels(named);
    }

    /** Whether a column holds such labels. */
    boolean contains(ColumnSchema column) {
        return column.name().startsWith(UNNAMED)
                || named.contains(column.fieldPath().toString());
    }
}
