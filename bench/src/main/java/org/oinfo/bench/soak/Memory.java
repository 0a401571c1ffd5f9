package org.oinfo.bench.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Memory of a process over time. */
final class Memory {
    private static final String RESIDENT = "VmRSS:";
    private static final double KB_PER_MB = 1024;
    private static final Pattern CODE = Pattern.compile("- +Code \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

    private final List<double[]> points = new ArrayList<>();

    /** Resident memory of a process, in MB. */
    static double resident(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(each -> each.startsWith(RESIDENT))
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " must be running"));
        return Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB;
    }

    /**
     * Memory of a virtual machine that its compiled code takes, in MB. Code grows as long as methods become hot, up to a size that the machine
     * reserves: no leak, however long it takes.
     *
     * @throws IOException the process does not run with {@code -XX:NativeMemoryTracking=summary}
     */
    static double code(long pid) throws IOException {
        String text = told(pid, "VM.native_memory", "summary");
        Matcher found = CODE.matcher(text);
        if (!found.find()) {
            throw new IOException("the memory of process " + pid + " must be tracked: " + text);
        }
        return Long.parseLong(found.group(1)) / KB_PER_MB;
    }

    /** Has a virtual machine collect its garbage. What lies outside the heap and belongs to objects that nobody knows goes with them. */
    static void collect(long pid) throws IOException {
        told(pid, "GC.run");
    }

    private static String told(long pid, String... request) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<String> command = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid)));
        command.addAll(List.of(request));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = asked.inputReader()) {
            return lines.lines().collect(Collectors.joining("\n"));
        }
    }

    void add(double minute, double megabytes) {
        points.add(new double[] {minute, megabytes});
    }

    /** Of the straight line through all points from a minute on, in MB a minute; NaN of fewer than three points. */
    double slope(double fromMinute) {
        List<double[]> late =
                points.stream().filter(point -> point[0] >= fromMinute).toList();
        double meanX = late.stream().mapToDouble(point -> point[0]).average().orElse(Double.NaN);
        double meanY = late.stream().mapToDouble(point -> point[1]).average().orElse(Double.NaN);
        double xy = 0;
        double xx = 0;
        for (double[] point : late) {
            xy += (point[0] - meanX) * (point[1] - meanY);
            xx += (point[0] - meanX) * (point[0] - meanX);
        }
        return late.size() < 3 ? Double.NaN : xy / xx;
    }
}
