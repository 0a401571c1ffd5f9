package org.oinfo.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** Writes {@code results.json} and {@code README.md} beside JMH's raw results. */
public final class ResultsPage {
    private static final String RAN = "# ran ";

    private final Formatter page = new Formatter(Locale.ROOT);
    private final Run run;
    private final Results results;
    private final Peak peak;

    private ResultsPage(Run run, Results results) {
        this.run = run;
        this.results = results;
        this.peak = results.peak();
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
        List<Rate> rates = Rate.read(folder.resolve("benchmarks.json"));
        Run run = new Run(
                MachineCard.here(), args[1], args[2], folder.getFileName().toString(), ran(folder), rates);
        Peak peak = Peak.read(folder.resolve("peak-before.json"), folder.resolve("peak-after.json"));
        Results results = Results.of(peak, rates);
        Files.writeString(folder.resolve("README.md"), new ResultsPage(run, results).markdown());
        ResultsJson.write(folder.resolve("results.json"), run, results);
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

    private String markdown() {
        page.format("# Benchmarks: %s%n%n", run.folder());
        page.format(
                "Made by `bench/run`; the raw results of JMH are written beside this page. One thread, where not told");
        page.format(" otherwise.%n%n");
        card();
        rates(
                "Given n-plets: the four measures, N = 100",
                "Share of peak: multiply-adds of Cholesky, inverse factor and diagonal, against the peak.",
                results.measures());
        rates(
                "Scans: every n-plet of one order",
                "Share of peak: the fewest vector instructions known for a one-sided comparison (4, 9, 15 for k = 3, 4, 5)"
                        + " against the peak. `scalar` and the plain Java peers scan the 2 million n-plets in the middle.",
                results.scans());
        threads();
        estimates();
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
        page.format(
                "| peak of one core, before | %.3f G vector FMA/s of %d lanes, %.1f GFLOP/s |%n",
                peak.before() / 1e9, peak.lanes(), peak.gigaflops(peak.before()));
        page.format(
                "| peak of one core, after | %.3f G vector FMA/s, %.1f GFLOP/s |%n",
                peak.after() / 1e9, peak.gigaflops(peak.after()));
        if (peak.drift() > 0.1) {
            page.format(
                    "%n**The peak moved by %.0f %% during the run: the machine was not quiet, and ratios are uncertain by as"
                            + " much.**%n",
                    100 * peak.drift());
        }
    }

    private void rates(String title, String note, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return;
        }
        page.format("%n## %s%n%n%s", title, note);
        page.format(
                " Slots: vector multiply-adds the core could have done while it dealt with one vector of n-plets.%n%n");
        page.format("| task | implementation | M n-plets/s | +- | times the best peer | slots | share of peak |%n");
        page.format("|---|---|--:|--:|--:|--:|--:|%n");
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                Rate rate = row.rate();
                page.format(
                        "| %s | %s | %.4g | %s | %s | %.1f | %s |%n",
                        comparison.task(),
                        row.name(),
                        rate.perSecond() / 1e6,
                        percent(rate.error() / rate.perSecond()),
                        times(row.timesBestPeer()),
                        peak.scalarFmas() / rate.perSecond(),
                        percent(results.shareOfPeak(rate)));
            }
        }
    }

    private void threads() {
        if (results.threads().isEmpty()) {
            return;
        }
        page.format("%n## A whole scan on more threads%n%nMedians of the iterations.%n%n");
        page.format("| k:N | backend | threads | M n-plets/s | times one thread |%n|---|---|--:|--:|--:|%n");
        for (Rate rate : results.threads()) {
            page.format(
                    "| %s | %s | %s | %.4g | %s |%n",
                    rate.parameter("whole"),
                    rate.parameter("engine"),
                    rate.parameter("threads"),
                    rate.median() / 1e6,
                    times(results.timesOneThread(rate)));
        }
    }

    private void estimates() {
        if (results.estimates().isEmpty()) {
            return;
        }
        page.format("%n## From samples to the correlation matrix%n%n");
        page.format("Share of peak: multiply-adds of one triangle of the product, against the peak.%n%n");
        page.format("| task | implementation | seconds | +- | times the best peer | share of peak |%n");
        page.format("|---|---|--:|--:|--:|--:|%n");
        for (Comparison comparison : results.estimates()) {
            for (Comparison.Row row : comparison.rows()) {
                page.format(
                        "| %s | %s | %.3f | %s | %s | %s |%n",
                        comparison.task(),
                        row.name(),
                        1 / row.rate().perSecond(),
                        percent(row.rate().error() / row.rate().perSecond()),
                        times(row.timesBestPeer()),
                        percent(results.shareOfPeak(row.rate())));
            }
        }
    }

    private void losses() {
        page.format("%n## Where a peer is faster than the library's best backend%n%n");
        boolean none = true;
        for (List<Comparison> comparisons : List.of(results.measures(), results.scans(), results.estimates())) {
            for (Comparison comparison : comparisons) {
                for (Comparison.Row row : comparison.losses()) {
                    page.format("- %s: %s, %s times%n", comparison.task(), row.name(), times(comparison.lead(row)));
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

    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.3g", ratio);
    }
}
