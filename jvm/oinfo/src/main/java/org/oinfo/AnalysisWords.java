package org.oinfo;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Checksum;
import org.oinfo.parallel.Monitor;

/** An analysis in words, lines {@code key: value} of all that its result depends on beside the data and the options. */
final class AnalysisWords {
    private final List<String> lines = new ArrayList<>();

    AnalysisWords(String analysis) {
        lines.add("analysis: " + analysis);
    }

    /** A line for each of the settings. */
    AnalysisWords with(Record settings) {
        lines.addAll(lines(settings));
        return this;
    }

    /** A line for each component of a record. */
    static List<String> lines(Record settings) {
        List<String> lines = new ArrayList<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            try {
                lines.add(component.getName() + ": " + component.getAccessor().invoke(settings));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("settings are public records", e);
            }
        }
        return lines;
    }

    AnalysisWords with(String key, @Nullable Object value) {
        lines.add(key + ": " + value);
        return this;
    }

    /** Given n-plets, or other lists of numbers, by their checksum. */
    AnalysisWords with(String key, List<int[]> lists) {
        return with(key, named(lists));
    }

    /** Lists of numbers by their checksum. */
    static String named(List<int[]> lists) {
        return lists.size() + ", sha256 " + Checksum.of(lists);
    }

    AnalysisWords with(List<String> more) {
        lines.addAll(more);
        return this;
    }

    /** The analysis begins: a journal that has another in its place refuses. */
    void begin(Monitor monitor) {
        monitor.keeper().begin(lines);
    }
}
