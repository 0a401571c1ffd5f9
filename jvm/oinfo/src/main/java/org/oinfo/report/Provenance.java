package org.oinfo.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Warning;

/** How a result was made: names and values in a fixed order. A value that does not apply is null. */
public final class Provenance {
    /** The text of a value that does not apply. */
    public static final String NONE = "-";

    /** The entry of what a reader should know. */
    static final String WARNINGS = "warnings";

    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    private List<Warning> warnings = List.of();

    /** Adds an entry: text, a number, a truth value, a list of these, or null. */
    public Provenance put(String name, @Nullable Object value) {
        entries.put(name, value);
        return this;
    }

    /** Adds what a reader should know: the sentences to the entries, the whole to the result. */
    public Provenance warn(List<Warning> what) {
        warnings = List.copyOf(what);
        return put(WARNINGS, warnings.stream().map(Warning::message).toList());
    }

    /** What a reader should know. */
    public List<Warning> warnings() {
        return warnings;
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
