package org.oinfo.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Writes {@code results.json} and {@code README.md} beside JMH's raw results. */
public final class ResultsPage {
    private static final String RAN = "# ran ";

    private final Formatter page = new Formatter(Locale.ROOT);
    private final Peak peak;
    private final List<Comparison> measures;
    private final List<Comparison> scans;

    private ResultsPage(Peak peak, List<Rate> rates) {
        this.peak = peak;
        this.measures = Comparison.of("MeasuresBenchmark", rates);
        this.scans = Comparison.of("ScanBenchmark", rates);
    }

    /**
     * Makes the page.
     *
     * @param args the folder with peak-before.json, benchmarks.json, peak-after.json and run.log; the commit; the load average
     *     when the run began
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments must be FOLDER COMMIT LOAD: found " + args.length);
        }
        Path folder = Path.of(args[0]);
        Peak peak = Peak.read(folder.resolve("peak-before.json"), folder.resolve("peak-after.json"));
        List<Rate> rates = Rate.read(folder.resolve("benchmarks.json"));
        Run run = new Run(
                MachineCard.here(), args[1], args[2], folder.getFileName().toString(), ran(folder), rates);
        ResultsPage page = new ResultsPage(peak, rates);
        Files.writeString(folder.resolve("README.md"), page.markdown(run));
        ResultsJson.write(folder.resolve("results.json"), run, peak, page.measures, page.scans);
    }

    /** What states said that really ran; JMH may have begun the line. */
    private static List<String> ran(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("run.log"))) {
            return lines.filter(l -> l.contains(RAN))
                    .map(l -> l.substring(l.indexOf(RAN) + RAN.length()))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private String markdown(Run run) {
        page.format("# Benchmarks: %s%n", run.folder());
        page.format("%n");
        page.format("Made by `bench/run`; the raw results of JMH lie beside this page. One thread everywhere.%n");
        page.format("%n");
        card(run);
        table(
                "Given n-plets: the four measures, N = 100",
                "Share of peak: multiply-adds of Cholesky, inverse factor and diagonal, against the peak.",
                measures,
                Work::measures);
        table(
                "Scans: every n-plet of one order",
                "Share of peak: the fewest vector instructions known for a one-sided comparison (4, 9, 15 for k = 3, 4, 5)"
                        + " against the peak. `scalar` and the plain Java peers scan the 2 million n-plets in the middle.",
                scans,
                Work::scan);
        losses();
        return page.toString();
    }

    private void card(Run run) {
        MachineCard m = run.machine();
        page.format("| | |%n");
        page.format("|---|---|%n");
        page.format("| processor | %s, %d cores, %s |%n", m.cpu(), m.cores(), m.flags());
        page.format("| memory | %d GiB |%n", m.memory());
        page.format("| system | %s |%n", m.system());
        page.format("| JDK | %s |%n", m.jdk());
        page.format("| commit | %s |%n", run.commit());
        page.format("| load average before the run | %s |%n", run.load());
        page.format("| settings | %s |%n", run.settings());
        for (String ran : run.ran()) {
            page.format("| ran | %s |%n", ran);
        }
        page.format(
                "| peak of one core, before | %.3f G vector FMA/s of %d lanes, %.1f GFLOP/s |%n",
                peak.before() / 1e9, peak.lanes(), peak.gigaflops(peak.before()));
        page.format(
                "| peak of one core, after | %.3f G vector FMA/s, %.1f GFLOP/s |%n",
                peak.after() / 1e9, peak.gigaflops(peak.after()));
        if (peak.drift() > 0.1) {
            page.format("%n");
            page.format(
                    "**The peak moved by %.0f %% during the run: the machine was not quiet, and ratios are uncertain by as"
                            + " much.**%n",
                    100 * peak.drift());
        }
    }

    private void table(String title, String note, List<Comparison> comparisons, IntToDoubleFunction work) {
        if (comparisons.isEmpty()) {
            return;
        }
        page.format("%n");
        page.format("## %s%n", title);
        page.format("%n");
        page.format(
                "%s Slots: vector multiply-adds the core could have done while it dealt with one vector of n-plets.%n",
                note);
        page.format("%n");
        page.format("| task | implementation | M n-plets/s | +- | times the best peer | slots | share of peak |%n");
        page.format("|---|---|--:|--:|--:|--:|--:|%n");
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                double rate = row.rate().perSecond();
                page.format(
                        "| %s | %s | %.4g | %s | %.3g | %.1f | %s |%n",
                        comparison.task(),
                        row.name(),
                        rate / 1e6,
                        percent(row.rate().error() / rate),
                        row.timesBestPeer(),
                        peak.scalarFmas() / rate,
                        percent(work.applyAsDouble(comparison.order()) * rate / peak.scalarFmas()));
            }
        }
    }

    private void losses() {
        page.format("%n");
        page.format("## Where a peer is faster than the library's best backend%n");
        page.format("%n");
        boolean none = true;
        for (List<Comparison> comparisons : List.of(measures, scans)) {
            for (Comparison comparison : comparisons) {
                for (Comparison.Row row : comparison.losses()) {
                    page.format(
                            "- %s: %s, %.4g M n-plets/s%n",
                            comparison.task(), row.name(), row.rate().perSecond() / 1e6);
                    none = false;
                }
            }
        }
        if (none) {
            page.format("Nowhere in this run.%n");
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
