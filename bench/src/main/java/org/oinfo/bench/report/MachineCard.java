package org.oinfo.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The machine, on which a rate depends besides the code.
 *
 * @param cpu the processor's name for itself; the architecture where the system does not say
 * @param flags which of the vector and multiply-add instruction sets it has
 * @param cores processors this process may use
 * @param memory total, in GiB; 0 when the system does not say
 * @param jdk run time and version
 * @param system operating system and architecture
 */
record MachineCard(String cpu, String flags, int cores, long memory, String jdk, String system) {
    private static final List<String> TOLD_FLAGS =
            List.of("fma", "avx2", "avx512f", "avx512dq", "avx512vl", "asimd", "sve", "sve2");

    /** The machine this runs on. */
    static MachineCard here() {
        List<String> cpuinfo = lines(Path.of("/proc/cpuinfo"));
        String arch = System.getProperty("os.arch");
        List<String> flags = Arrays.asList(
                value(cpuinfo, "flags", value(cpuinfo, "Features", "")).split(" ", -1));
        String kilobytes =
                value(lines(Path.of("/proc/meminfo")), "MemTotal", "0").replace("kB", "");
        return new MachineCard(
                value(cpuinfo, "model name", arch),
                TOLD_FLAGS.stream().filter(flags::contains).collect(Collectors.joining(" ")),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(kilobytes.strip()) / 1048576.0),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + arch);
    }

    /** A folder name for results of this machine: {@code amd-epyc-2-cores-avx2}. */
    String folder() {
        String widest = flags.contains("avx512f") ? "-avx512" : flags.contains("avx2") ? "-avx2" : "";
        String name = cpu.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm)\\)|processor|@.*", "")
                .strip();
        return name.replaceAll("[^a-z0-9]+", "-") + "-" + cores + "-cores" + widest;
    }

    /** Prints {@link #folder}. */
    public static void main(String[] args) {
        System.out.println(here().folder());
    }

    private static String value(List<String> lines, String key, String otherwise) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(otherwise);
    }

    private static List<String> lines(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
