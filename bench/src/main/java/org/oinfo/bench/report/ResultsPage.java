package org.oinfo.bench.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes {@code results.json} and {@code README.md} beside JMH's raw results. */
public final class ResultsPage {
    private static final String RAN = "# ran ";
    private static final String NOT_RUN = "# not run ";

    private final Formatter page = new Formatter(Locale.ROOT);
    private final Run run;
    private final Results results;
    private final List<JsonNode> code;

    private ResultsPage(Run run, Results results, List<JsonNode> code) {
        this.run = run;
        this.results = results;
        this.code = code;
    }

    /**
     * Makes the page.
     *
     * @param args the folder with peak-before.json, peak-after.json, run.log, and what there is of benchmarks*.json (JMH's) and of
     *     sizes.jsonl, peers.jsonl, code.jsonl; the commit; the load average when the run began
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments must be FOLDER COMMIT LOAD: found " + args.length);
        }
        Path folder = Path.of(args[0]);
        List<Rate> rates = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "benchmarks*.json")) {
            files.forEach(file -> rates.addAll(Rate.read(file)));
        }
        rates.addAll(Rate.readLines(folder.resolve("sizes.jsonl")));
        rates.addAll(Rate.readLines(folder.resolve("peers.jsonl")));
        Run run = new Run(
                MachineCard.here(),
                args[1],
                args[2],
                folder.getFileName().toString(),
                said(folder, RAN),
                said(folder, NOT_RUN),
                rates);
        Peak peak = Peak.read(folder.resolve("peak-before.json"), folder.resolve("peak-after.json"));
        Results results = Results.of(peak, rates);
        List<JsonNode> code = CodeTable.read(folder.resolve("code.jsonl"));
        Files.writeString(folder.resolve("README.md"), new ResultsPage(run, results, code).markdown());
        ResultsJson.write(folder.resolve("results.json"), run, results, code);
    }

    /** The lines that benchmarks said about themselves; JMH may have begun the line. */
    private static List<String> said(Path folder, String mark) throws IOException {
        try (var lines = Files.lines(folder.resolve("run.log"))) {
            return lines.filter(l -> l.contains(mark))
                    .map(l -> l.substring(l.indexOf(mark) + mark.length()))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private String markdown() {
        page.format("# Benchmarks: %s%n%n", run.folder());
        page.format(
                "Made by `bench/run`, whose raw results `results.json` sums up. One thread, where not told otherwise. Rates are warm,");
        page.format(" medians; +- is half of what lies between the slowest and the fastest iteration.%n%n");
        card();
        rates(
                "Given n-plets: the four measures, N = 100",
                "Needed: multiply-adds of Cholesky, inverse factor and diagonal.",
                results.measures());
        rates(
                "Scans: every n-plet of one order",
                "Needed: the fewest vector instructions known for what the mode delivers (`ScanWork`); bound: the peak over them."
                        + " The peers keep counts, sum and one n-plet at each end and are held against level plain; `scalar` and the"
                        + " peers scan n-plets in the middle of the order.",
                results.scans());
        new SizesTable(results, page).write();
        threads();
        estimates();
        TextTable.write(results.tables(), page);
        jobs();
        CodeTable.write(code, page);
        losses();
        return page.toString();
    }

    private void card() {
        MachineCard m = run.machine();
        page.format("| | |%n|---|---|%n");
        page.format("| processor | %s, %d cores, %s |%n", m.cpu(), m.cores(), m.flags());
        page.format("| memory | %d GiB |%n", m.memory());
        page.format("| system | %s |%n", m.system());
        page.format("| JDK | %s |%n", m.jdk());
        page.format("| commit | %s |%n", run.commit());
        page.format("| load average before the run | %s |%n", run.load());
        page.format("| settings | %s |%n", run.settings());
        run.ran().forEach(ran -> page.format("| ran | %s |%n", ran));
        run.notRun().forEach(reason -> page.format("| **not run** | %s |%n", reason));
        peak("double", results.peak().doubles());
        peak("single", results.peak().singles());
        double drift = results.peak().drift();
        if (drift > 0.1) {
            page.format(
                    "%n**The peak moved by %.0f %% during the run: the machine was not quiet, and ratios are uncertain by as"
                            + " much.**%n",
                    100 * drift);
        }
    }

    private void peak(String name, Peak.Precision peak) {
        page.format(
                "| peak of one core, %s precision | %.3f G vector FMA/s of %d lanes, %.1f GFLOP/s; after the run %.3f G |%n",
                name, peak.before() / 1e9, peak.lanes(), peak.gigaflops(peak.before()), peak.after() / 1e9);
    }

    private void rates(String title, String note, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return;
        }
        page.format("%n## %s%n%n%s", title, note);
        page.format(
                " Slots: vector multiply-adds the core could have done while it dealt with one vector of n-plets. B: bytes");
        page.format(" allocated for each n-plet.%n%n");
        page.format(
                "| task | implementation | M n-plets/s | +- | times the best peer | slots | needed | share of bound | B |%n");
        page.format("|---|---|--:|--:|--:|--:|--:|--:|--:|%n");
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                Rate rate = row.rate();
                page.format(
                        "| %s | %s | %.4g | %s | %s | %.1f | %s | %s | %s |%n",
                        comparison.task(),
                        row.name(),
                        rate.perSecond() / 1e6,
                        Cells.percent(rate.spread()),
                        Cells.times(row.timesBestPeer()),
                        results.slots(rate),
                        Cells.number("%.0f", Work.of(rate)),
                        Cells.percent(results.shareOfBound(rate)),
                        Cells.bytes(rate.bytes()));
            }
        }
    }

    private void threads() {
        if (results.threads().isEmpty()) {
            return;
        }
        page.format("%n## A whole scan on more threads%n%nMedians of the iterations.%n%n");
        page.format("| k:N | backend | threads | M n-plets/s | +- | times one thread |%n|---|---|--:|--:|--:|--:|%n");
        for (Rate rate : results.threads()) {
            page.format(
                    "| %s | %s | %s | %.4g | %s | %s |%n",
                    rate.parameter("whole"),
                    rate.parameter("engine"),
                    rate.parameter("threads"),
                    rate.perSecond() / 1e6,
                    Cells.percent(rate.spread()),
                    Cells.times(results.timesOneThread(rate)));
        }
    }

    private void estimates() {
        if (results.estimates().isEmpty()) {
            return;
        }
        page.format("%n## From samples to the correlation matrix%n%n");
        page.format("Bound: multiply-adds of one triangle of the product, at the peak.%n%n");
        page.format("| task | implementation | seconds | +- | times the best peer | share of bound |%n");
        page.format("|---|---|--:|--:|--:|--:|%n");
        for (Comparison comparison : results.estimates()) {
            for (Comparison.Row row : comparison.rows()) {
                page.format(
                        "| %s | %s | %.3f | %s | %s | %s |%n",
                        comparison.task(),
                        row.name(),
                        1 / row.rate().perSecond(),
                        Cells.percent(row.rate().spread()),
                        Cells.times(row.timesBestPeer()),
                        Cells.percent(results.shareOfBound(row.rate())));
            }
        }
    }

    private void jobs() {
        if (results.jobs().isEmpty()) {
            return;
        }
        page.format(
                "%n## Lattice, searches and statistics: whole jobs%n%nWarm: medians of the shots after warm-up.%n%n");
        page.format("| job | of what | seconds | +- |%n|---|---|--:|--:|%n");
        for (Rate rate : results.jobs()) {
            String what = rate.parameters().entrySet().stream()
                    .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                    .collect(Collectors.joining(", "));
            page.format(
                    "| %s | %s | %.4g | %s |%n",
                    rate.benchmark().replace("Benchmark.", ", "),
                    what,
                    1 / rate.perSecond(),
                    Cells.percent(rate.spread()));
        }
    }

    private void losses() {
        page.format("%n## Where a peer is faster than the library's best backend%n%n");
        boolean none = true;
        for (List<Comparison> comparisons :
                List.of(results.measures(), results.scans(), results.estimates(), results.tables())) {
            for (Comparison comparison : comparisons) {
                for (Comparison.Row row : comparison.losses()) {
                    page.format(
                            "- %s: %s, %s times%n", comparison.task(), row.name(), Cells.times(comparison.lead(row)));
                    none = false;
                }
            }
        }
        if (none) {
            page.format("Nowhere in this run.%n");
        }
    }
}
