package org.oinfo.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a result was made: names and values in a fixed order. A value that does not apply is null. */
public final class Provenance {
    /** The text of a value that does not apply. */
    public static final String NONE = "-";

    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

    /** Adds an entry: text, a number, a truth value, a list of these, or null. */
    public Provenance put(String name, @Nullable Object value) {
        entries.put(name, value);
        return this;
    }

    /** All entries, in the order they were added. */
    public Map<String, @Nullable Object> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** An entry as text; {@value #NONE} when it is null or missing. */
    public String text(String name) {
        Object value = entries.get(name);
        return value == null ? NONE : value.toString();
    }
}
