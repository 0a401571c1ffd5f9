package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.Variables;
import org.oinfo.estimate.Collinear;
import org.oinfo.kernels.FullLandscape;
import org.oinfo.kernels.Landscape;

/** Aligned text for people: how it was made, then for each order its landscape and its extremes. */
final class TableReport {
    private static final int NAMED_SINGULAR = 5;

    private final Writer out;
    private final Variables variables;
    private final Unit unit;

    TableReport(Writer out, Variables variables, Unit unit) {
        this.out = out;
        this.variables = variables;
        this.unit = unit;
    }

    void write(ScanReport report) throws IOException {
        heading(report.run());
        for (ScanResult result : report.orders()) {
            landscape(result, report.collinear());
            ranking("most synergistic (smallest O-information)", result.mostSynergistic());
            ranking("most redundant (largest O-information)", result.mostRedundant());
        }
    }

    void write(MeasuresReport report) throws IOException {
        heading(report.run());
        ranking("given n-plets", report.nplets());
    }

    private void heading(Provenance run) throws IOException {
        line("oinfo %s   %s", run.text("version"), run.text("input"));
        line("%s variables, %s samples, %s", run.text("variables"), run.text("samples"), run.text("method"));
        line("%s, %s threads, %s s; values in %s", run.text("backend"), run.text("threads"), run.text("seconds"), unit.text());
    }

    private void landscape(ScanResult result, List<Collinear> collinear) throws IOException {
        Landscape l = result.landscape();
        line("");
        line("order %d: %,d n-plets%s", result.order(), l.total(), partial(result));
        share("redundancy-dominated", l.redundant(), l.total());
        share("synergy-dominated", l.synergistic(), l.total());
        share("balanced", l.balanced(), l.total());
        share("singular", l.singular(), l.total());
        if (l.total() > l.singular()) {
            line("  O-information  mean %s  min %s  max %s%s", value(l.mean()), value(result.min()), value(result.max()),
                    deviation(l.full()));
            line("  %s", verdict(l));
        }
        if (l.singular() > 0) {
            singular(l, collinear);
        }
    }

    private static String partial(ScanResult result) {
        return result.partial()
                ? String.format(
                        Locale.ROOT, " of %,d: PARTIAL, %.1f %% done", result.nplets(), 100 * result.fraction())
                : "";
    }

    private String deviation(@Nullable FullLandscape full) {
        return full == null ? "" : "  standard deviation " + value(Math.sqrt(full.variance()));
    }

    private void share(String name, long count, long total) throws IOException {
        line("  %-21s %,15d  %5.1f %%", name, count, total == 0 ? 0 : 100.0 * count / total);
    }

    private static String verdict(Landscape l) {
        if (l.redundant() == l.synergistic()) {
            return "neither redundancy nor synergy dominates";
        }
        boolean redundancy = l.redundant() > l.synergistic();
        return (redundancy ? "redundancy" : "synergy") + " dominates in most n-plets";
    }

    /** Names what makes n-plets singular: pairs that are copies of each other, or the variables that are there most often. */
    private void singular(Landscape l, List<Collinear> collinear) throws IOException {
        for (Collinear pair : collinear) {
            line("  collinear: %s and %s", variables.label(pair.first()), variables.label(pair.second()));
        }
        long[] counts = l.singularPerVariable();
        String most = IntStream.range(0, counts.length)
                .boxed()
                .filter(i -> counts[i] > 0)
                .sorted(Comparator.comparing((Integer i) -> -counts[i]).thenComparing(i -> i))
                .limit(NAMED_SINGULAR)
                .map(i -> String.format(Locale.ROOT, "%s (%,d)", label(i), counts[i]))
                .collect(Collectors.joining(", "));
        line("  variables in most singular n-plets: %s", most);
    }

    private String label(int position) {
        return variables.label(variables.column(position));
    }

    private void ranking(String title, List<ScoredNplet> nplets) throws IOException {
        line("");
        line("  %s", title);
        int width = Math.max(1, Integer.toString(nplets.size()).length());
        line("  %" + width + "s  %12s  %12s  %12s  %12s  %s", "#", "o", "tc", "dtc", "s", "nplet");
        for (int i = 0; i < nplets.size(); i++) {
            ScoredNplet n = nplets.get(i);
            line("  %" + width + "d  %12s  %12s  %12s  %12s  %s%s", i + 1, value(n.o()), value(n.tc()), value(n.dtc()),
                    value(n.s()), n.key(), names(n));
        }
    }

    private String names(ScoredNplet nplet) {
        if (!variables.named()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        Arrays.stream(nplet.variables()).forEach(c -> names.add(variables.label(c)));
        return "  " + String.join(", ", names);
    }

    /** Six decimals, or four significant digits when that would hide them. */
    private String value(double nats) {
        double x = unit.of(nats);
        if (!Double.isFinite(x)) {
            return "singular";
        }
        boolean tiny = x != 0 && Math.abs(x) < 1e-3;
        return String.format(Locale.ROOT, tiny ? "%.3e" : "%.6f", x);
    }

    private void line(String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values).stripTrailing());
        out.write('\n');
    }
}
