package org.oinfo.cuda.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes result.json, every record by its step, and result.md, tables to read, of what the steps found. */
final class CheckReport {
    /** Double-precision instructions per n-plet of orders 3 to 8 for one end, counted in the machine code. */
    private static final int[] INSTRUCTIONS = {4, 9, 15, 19, 24, 28};

    /** Rates that the design predicts for an H200 and one end; these are not measurements and are never shown as such. */
    private static final Map<String, String> PREDICTED = Map.of(
            "1000 3", "61 us",
            "1000 4", "30-34 ms",
            "1000 5", "10-12 s",
            "300 6", "2.8-3.7 s",
            "4000 4", "7 s");

    private static final String NONE = "";
    private static final String ERROR = "max_error";

    private final List<Map<String, Object>> records;
    private final StringBuilder page = new StringBuilder();

    CheckReport(List<Map<String, Object>> records) {
        this.records = records;
    }

    void write(Path folder) throws IOException {
        Map<String, List<Map<String, Object>>> bySteps = new LinkedHashMap<>();
        records.forEach(record -> bySteps.computeIfAbsent(text(record, Records.STEP), step -> new ArrayList<>())
                .add(record));
        Files.writeString(
                folder.resolve("result.json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(bySteps)
                        + '\n');
        page.append("# Check of a GPU\n");
        machine();
        steps();
        peak();
        correctness();
        scans();
        measures();
        commandLine();
        Files.writeString(folder.resolve("result.md"), page);
    }

    private void machine() {
        heading("Machine");
        row("", "");
        row("---", "---");
        of("machine").forEach(record -> row(text(record, "name"), text(record, "value")));
    }

    private void steps() {
        heading("Steps");
        row("step", "outcome", "seconds", "reason");
        row("---", "---", "---:", "---");
        of("steps")
                .forEach(record -> row(
                        text(record, "name"), text(record, "status"), text(record, "seconds"), text(record, "reason")));
    }

    private void peak() {
        heading("Instruction rate: FMA on independent registers");
        if (of("fma").findAny().isEmpty()) {
            nothing();
            return;
        }
        row("precision", "FMA instructions per second", "clock during the run, MHz");
        row("---", "---:", "---:");
        of("fma")
                .forEach(record ->
                        row(text(record, "precision"), significant(number(record, "rate")), text(record, "clock_mhz")));
    }

    private void correctness() {
        heading("Correctness");
        List<Map<String, Object>> all = of(Correctness.STEP).toList();
        List<Map<String, Object>> wrong = all.stream()
                .filter(record -> !Boolean.TRUE.equals(record.get("ok")))
                .toList();
        if (all.isEmpty()) {
            nothing();
            return;
        }
        long scans = all.stream()
                .filter(record -> text(record, "case").startsWith("scan"))
                .count();
        page.append(scans)
                .append(
                        " scans against the CPU's kernels (rankings bit for bit, counts, means, per variable, histogram), ")
                .append(all.size() - scans)
                .append(" batches of measures against the canonical routine: ")
                .append(wrong.isEmpty() ? "all agree" : wrong.size() + " DIFFER")
                .append(".\n");
        if (!wrong.isEmpty()) {
            page.append('\n');
            row("case", "difference");
            row("---", "---");
            wrong.forEach(record -> row(text(record, "case"), text(record, "detail")));
        }
    }

    private void scans() {
        heading("Scans");
        page.append(
                "Kernel: seconds of the device, events around each launch. Wall: one call of the scan on one host thread."
                        + " Share: double-precision instructions of the n-plets over the FMA rate measured above. Predicted: by the"
                        + " design, for an H200 and all n-plets; not measured.\n\n");
        if (of(ScanTimes.STEP).findAny().isEmpty()) {
            nothing();
            return;
        }
        row("N", "k", "mode", "n-plets", "of all", "kernel", "wall", "n-plets/s", "share", "launches", "predicted");
        row("---:", "---:", "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        of(ScanTimes.STEP).forEach(this::scan);
    }

    private void scan(Map<String, Object> record) {
        String predicted = text(record, "mode").equals("one end")
                ? PREDICTED.getOrDefault(text(record, "n") + ' ' + text(record, "k"), NONE)
                : NONE;
        if (record.containsKey("left_out")) {
            row(
                    text(record, "n"),
                    text(record, "k"),
                    text(record, "mode"),
                    "left out: " + text(record, "left_out"),
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    predicted);
            return;
        }
        double nplets = number(record, "nplets");
        double rate = nplets / number(record, "kernel_seconds");
        row(
                text(record, "n"),
                text(record, "k"),
                text(record, "mode"),
                significant(nplets),
                percent(nplets / number(record, "total")),
                duration(number(record, "kernel_seconds")),
                duration(number(record, "wall_seconds")),
                significant(rate),
                share(record, rate),
                text(record, "launches"),
                predicted);
    }

    private String share(Map<String, Object> record, double rate) {
        int k = (int) number(record, "k");
        if (k - 3 >= INSTRUCTIONS.length) {
            return NONE;
        }
        int oneEnd = INSTRUCTIONS[k - 3];
        Optional<Integer> instructions = switch (text(record, "mode")) {
            case "one end" -> Optional.of(oneEnd);
            case "both ends" -> Optional.of(oneEnd + 1);
            case "plain" -> Optional.of(oneEnd + 6);
            default -> Optional.empty();
        };
        Optional<Double> peak = of("fma")
                .filter(fma -> text(fma, "precision").equals("double"))
                .map(fma -> number(fma, "rate"))
                .findFirst();
        return instructions
                .flatMap(count -> peak.map(most -> percent(rate * count / most)))
                .orElse(NONE);
    }

    private void measures() {
        heading("Measures of given n-plets (TC, DTC, Omega, S), n-plets per second");
        List<Map<String, Object>> all = of(MeasuresTimes.STEP).toList();
        List<String> columns = all.stream()
                .map(record -> text(record, MeasuresTimes.WHAT))
                .distinct()
                .toList();
        if (all.isEmpty()) {
            nothing();
            return;
        }
        row(Stream.concat(Stream.of("order", "n-plets"), columns.stream()));
        row(Stream.concat(Stream.of("---:", "---:"), columns.stream().map(column -> "---:")));
        all.stream()
                .map(record -> (int) number(record, "order"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(order -> measuresRow(order, columns, all));
        columns.forEach(column -> peerError(column, all));
    }

    /** Ours are checked with the correctness; a peer that is wrong is no peer. */
    private void peerError(String peer, List<Map<String, Object>> all) {
        List<Map<String, Object>> checked = all.stream()
                .filter(record -> text(record, MeasuresTimes.WHAT).equals(peer) && record.containsKey(ERROR))
                .toList();
        if (!checked.isEmpty()) {
            boolean allFinite = checked.stream().allMatch(record -> record.get(ERROR) != null);
            double worst = checked.stream()
                    .mapToDouble(record -> number(record, ERROR))
                    .max()
                    .orElse(Double.NaN);
            page.append("\nLargest error of Omega of ")
                    .append(peer)
                    .append(", as a share of 1 + S: ")
                    .append(allFinite ? String.format(Locale.ROOT, "%.1e", worst) : "not a number")
                    .append(".\n");
        }
    }

    private void measuresRow(int order, List<String> columns, List<Map<String, Object>> all) {
        List<Map<String, Object>> ofOrder = all.stream()
                .filter(record -> (int) number(record, "order") == order)
                .toList();
        Stream<String> rates = columns.stream()
                .map(column -> ofOrder.stream()
                        .filter(record -> text(record, MeasuresTimes.WHAT).equals(column))
                        .map(record -> significant(number(record, "nplets") / number(record, "seconds")))
                        .findFirst()
                        .orElse(NONE));
        row(Stream.concat(Stream.of(String.valueOf(order), text(ofOrder.getFirst(), "nplets")), rates));
    }

    private void commandLine() {
        heading("The command line, from start to exit");
        if (of("command line").findAny().isEmpty()) {
            nothing();
            return;
        }
        row("command", "wall", "kernel time of the same n-plets, from the table of scans");
        row("---", "---:", "---:");
        of("command line")
                .forEach(record -> row(
                        '`' + text(record, "command") + '`', duration(number(record, "seconds")), kernelOf(record)));
    }

    private String kernelOf(Map<String, Object> command) {
        return of(ScanTimes.STEP)
                .filter(scan -> text(scan, "n").equals(text(command, "n"))
                        && text(scan, "k").equals(text(command, "k"))
                        && text(scan, "mode").equals(text(command, "mode"))
                        && scan.containsKey("kernel_seconds"))
                .map(scan -> duration(number(scan, "kernel_seconds"))
                        + (number(scan, "nplets") < number(scan, "total")
                                ? " for " + percent(number(scan, "nplets") / number(scan, "total"))
                                : NONE))
                .findFirst()
                .orElse(NONE);
    }

    private Stream<Map<String, Object>> of(String step) {
        return records.stream().filter(record -> text(record, Records.STEP).equals(step));
    }

    private void heading(String text) {
        page.append("\n## ").append(text).append("\n\n");
    }

    private void nothing() {
        page.append("Not measured: see the steps above.\n");
    }

    private void row(String... cells) {
        row(Stream.of(cells));
    }

    private void row(Stream<String> cells) {
        page.append("| ")
                .append(String.join(
                        " | ", cells.map(cell -> cell.replace("|", "\\|")).toList()))
                .append(" |\n");
    }

    private static String text(Map<String, Object> record, String name) {
        return String.valueOf(record.getOrDefault(name, NONE));
    }

    private static double number(Map<String, Object> record, String name) {
        return record.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    private static String significant(double value) {
        return value < 1e6 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2e", value);
    }

    private static String percent(double share) {
        return share == 1 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String duration(double seconds) {
        if (seconds < 1e-3) {
            return String.format(Locale.ROOT, "%.1f us", seconds * 1e6);
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
