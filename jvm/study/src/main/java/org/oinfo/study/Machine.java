package org.oinfo.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.oinfo.kernels.Backends;

/** The machine that a study was run on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** The machine, in the order to show it. */
    static Map<String, Object> card() {
        Runtime runtime = Runtime.getRuntime();
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("processor", processor());
        card.put("processors", runtime.availableProcessors());
        card.put("heap_mb", runtime.maxMemory() >> 20);
        card.put("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
        card.put("java", Runtime.version().toString());
        card.put("scans", Backends.open(Backends.AUTO).description());
        return card;
    }

    private static String processor() {
        if (Files.isReadable(PROCESSORS)) {
            try (Stream<String> lines = Files.lines(PROCESSORS)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException e) {
                return "unknown";
            }
        }
        return "unknown";
    }
}
