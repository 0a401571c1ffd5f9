package org.oinfo.data.table;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pandas writes beside a table: which columns are the index of the DataFrame. */
public final class PandasNote {
    /** The name of the note among what a writer says of a table. */
    public static final String KEY = "pandas";

    private static final String UNNAMED = "__index_level_";

    private PandasNote() {}

    /**
     * The columns that label the rows: those that pandas made a name for, and those that its note names.
     *
     * @param note JSON, or null where there is none
     * @param columns names of the table's columns
     */
    public static Set<String> rowLabels(@Nullable String note, Iterable<String> columns) {
        Set<String> named = named(note == null ? "{}" : note);
        Set<String> labels = new TreeSet<>();
        for (String column : columns) {
            if (named.contains(column)
                    || column.substring(column.lastIndexOf('.') + 1).startsWith(UNNAMED)) {
                labels.add(column);
            }
        }
        return labels;
    }

    private static Set<String> named(String note) {
        Set<String> named = new TreeSet<>();
        try {
            for (JsonNode index : new JsonMapper().readTree(note).path("index_columns")) {
                // An index that only counts is no column, and described by an object.
                if (index.isString()) {
                    named.add(index.asString());
                }
            }
            return named;
        } catch (JacksonException e) {
            // Another program's note, which says nothing of an index.
            return Set.of();
        }
    }
}
