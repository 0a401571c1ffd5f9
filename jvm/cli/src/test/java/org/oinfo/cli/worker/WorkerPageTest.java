package org.oinfo.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The session that docs/worker.md shows is what happens. */
class WorkerPageTest {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    /** What depends on when and where it was computed. */
    private static final Set<String> MADE = Set.of("run", "estimates_most_bytes");

    @TempDir
    Path folder;

    @Test
    void theSessionOnThePageIsReplayed() throws IOException {
        Path data = REPOSITORY.resolve("examples/series.csv");
        List<String> lines = Files.readAllLines(REPOSITORY.resolve("docs/worker.md"));
        int answers = 0;
        try (WorkerClient worker = new WorkerClient()) {
            for (String line : lines) {
                if (line.startsWith("> ")) {
                    worker.send(line.substring(2)
                            .replace("\"series.csv\"", "\"" + data + "\"")
                            .replace("\"out\":\"", "\"out\":\"" + folder + "/"));
                } else if (line.startsWith("< ")) {
                    JsonNode answer = JsonMapper.shared()
                            .readTree(worker.answer()
                                    .toString()
                                    .replace(folder + "/", "")
                                    .replace(data.toString(), "series.csv"));
                    JsonNode printed = JsonMapper.shared().readTree(line.substring(2));
                    assertThat(lasting(answer)).isEqualTo(lasting(printed));
                    answers++;
                }
            }
        }
        assertThat(answers).isEqualTo(11);
    }

    private static String lasting(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        write(answer, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isFloatingPointNumber()) {
            // Means of a whole order differ between kinds of processors in their last digits.
            text.append(String.format(Locale.ROOT, "%.9f", value.doubleValue()));
        } else if (value.isContainer()) {
            text.append(value.isArray() ? "[" : "{");
            for (var property : value.properties()) {
                if (MADE.contains(property.getKey())) {
                    continue;
                }
                text.append(property.getKey()).append(':');
                write(property.getValue(), text);
                text.append(", ");
            }
            if (value.isArray()) {
                value.values().forEach(one -> {
                    write(one, text);
                    text.append(", ");
                });
            }
            text.append(value.isArray() ? "]" : "}");
        } else {
            text.append(value);
        }
    }
}
