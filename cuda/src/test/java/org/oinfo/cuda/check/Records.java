package org.oinfo.cuda.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings of the steps of a check, one JSON object a line. Every step appends, in whatever language it is written; a step that is
 * stopped half-way leaves what it had.
 */
final class Records {
    /** Names the step that an object comes from. */
    static final String STEP = "step";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    Records(Path file) {
        this.file = file;
    }

    /** Appends an object: names and values in turn. */
    void add(String step, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(STEP, step);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(fields) + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** All objects so far. A line cut short by a step that was stopped is left out. */
    List<Map<String, Object>> read() throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(text -> !text.isBlank()).toList()) {
                try {
                    all.add(object(line));
                } catch (JacksonException cutShort) {
                    all.add(Map.of(STEP, "unreadable", "line", line));
                }
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String line) {
        return JSON.readValue(line, LinkedHashMap.class);
    }
}
