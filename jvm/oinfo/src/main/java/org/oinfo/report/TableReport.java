package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Variables;
import org.oinfo.estimate.Collinear;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;

/** Aligned text for people: how it was made, then for each order its landscape and its extremes. */
final class TableReport {
    private static final int NAMED_SINGULAR = 5;
    private static final int NAMED_PAIRS = 10;
    /** Characters of a column of numbers. */
    private static final int NUMBER = 12;

    private final Writer out;
    private final Variables variables;
    private final Unit unit;
    /** Lines that are not written yet: a formatter on the writer itself would swallow its errors. */
    private final StringBuilder text = new StringBuilder();

    private final Formatter lines = new Formatter(text, Locale.ROOT);

    TableReport(Writer out, Report report) {
        this.out = out;
        this.variables = report.variables();
        this.unit = report.unit();
    }

    void write(ScanReport report) throws IOException {
        heading(report.run());
        for (ScanResult result : report.orders()) {
            landscape(result, report.collinear());
            Ends ends = result.landscape().settings().ends();
            List<RankBy> more = MoreColumns.of(result);
            if (ends.synergistic()) {
                int against = result.smallestAboveZero();
                String title = title(result.rankedBy(), against, "synergistic", "smallest");
                ranking(title + against(against, result.smallest().size(), "above"), result.smallest(), more);
            }
            if (ends.redundant()) {
                int against = result.largestBelowZero();
                String title = title(result.rankedBy(), against, "redundant", "largest");
                ranking(title + against(against, result.largest().size(), "below"), result.largest(), more);
            }
        }
    }

    /** Says what it means only of a list whose signs bear it out. */
    private static String title(RankBy rankedBy, int against, String meaning, String end) {
        boolean told = rankedBy == Measure.O && against == 0;
        return (told ? "most " + meaning + ": " : "") + end + " " + rankedBy.title();
    }

    private static String against(int against, int listed, String side) {
        return against == 0 ? "" : ", " + against + " of " + listed + " " + side + " 0";
    }

    void write(MeasuresReport report) throws IOException {
        heading(report.run());
        ranking("given n-plets", report.nplets(), report.more());
    }

    private void heading(Provenance run) throws IOException {
        TableHeading.write(run, unit, lines);
        flush();
    }

    private void landscape(ScanResult result, List<Collinear> collinear) throws IOException {
        Landscape l = result.landscape();
        lines.format("\norder %d: %,d n-plet%s", result.order(), l.total(), l.total() == 1 ? "" : "s");
        if (result.partial()) {
            lines.format(" of %,d: PARTIAL, %.1f %% done", result.nplets(), 100 * result.fraction());
        }
        lines.format("\n");
        if (l.settings().level().counts()) {
            counts(result, collinear);
        }
        if (result.verification() != null) {
            lines.format("  %s\n", result.verification().text());
        }
        flush();
    }

    private void counts(ScanResult result, List<Collinear> collinear) {
        Landscape l = result.landscape();
        share("redundancy-dominated", l.redundant(), l.total());
        share("synergy-dominated", l.synergistic(), l.total());
        share("balanced", l.balanced(), l.total());
        share("singular", l.singular(), l.total());
        if (l.total() > l.singular()) {
            moments(result);
        }
        if (l.singular() > 0) {
            singular(l, collinear);
        }
    }

    private void share(String name, long count, long total) {
        lines.format("  %-21s %,15d  %5.1f %%\n", name, count, total == 0 ? 0 : 100.0 * count / total);
    }

    private void moments(ScanResult result) {
        Landscape l = result.landscape();
        Ends ends = l.settings().ends();
        lines.format("  O-information: mean %s", value(l.mean()));
        if (ends.synergistic()) {
            lines.format(", min %s", value(result.min()));
        }
        if (ends.redundant()) {
            lines.format(", max %s", value(result.max()));
        }
        Distribution distribution = l.distribution();
        if (distribution != null) {
            lines.format(", standard deviation %s", value(Math.sqrt(distribution.variance())));
        }
        lines.format("\n  %s\n", verdict(l));
    }

    private static String verdict(Landscape l) {
        if (l.redundant() == l.synergistic()) {
            return "neither redundancy nor synergy dominates more n-plets";
        }
        return (l.redundant() > l.synergistic() ? "redundancy" : "synergy") + " dominates more n-plets";
    }

    /** Names what makes n-plets singular: pairs that determine each other, and the variables that are there most often. */
    private void singular(Landscape l, List<Collinear> collinear) {
        collinear.stream()
                .limit(NAMED_PAIRS)
                .forEach(pair ->
                        lines.format("  determine each other: %s and %s\n", label(pair.first()), label(pair.second())));
        if (collinear.size() > NAMED_PAIRS) {
            int more = collinear.size() - NAMED_PAIRS;
            lines.format("  and %,d more pair%s\n", more, more == 1 ? "" : "s");
        }
        long[] counts = l.singularPerVariable();
        String most = IntStream.range(0, counts.length)
                .boxed()
                .filter(i -> counts[i] > 0)
                .sorted(Comparator.comparingLong((Integer i) -> -counts[i]).thenComparingInt(i -> i))
                .limit(NAMED_SINGULAR)
                .map(i -> label(variables.column(i)) + " (" + counts[i] + ")")
                .collect(Collectors.joining(", "));
        lines.format("  in most singular n-plets: %s\n", most);
    }

    private void ranking(String title, List<ScoredNplet> nplets, List<RankBy> more) throws IOException {
        int width = Integer.toString(nplets.size()).length();
        lines.format("\n  %s\n", title);
        lines.format("  %s  %12s  %12s  %12s  %12s  ", " ".repeat(width), "o", "tc", "dtc", "s");
        more.forEach(each -> cell(each.text(), NUMBER));
        text.append("n-plet\n");
        int row = 0;
        for (ScoredNplet n : nplets) {
            text.append("  ");
            cell(Integer.toString(++row), width);
            cell(value(n.o()), NUMBER);
            cell(value(n.tc()), NUMBER);
            cell(value(n.dtc()), NUMBER);
            cell(value(n.s()), NUMBER);
            more.forEach(each -> cell(
                    value(MoreColumns.value(each, n)),
                    Math.max(NUMBER, each.text().length())));
            text.append(n.key()).append(names(n)).append('\n');
            flush();
        }
        flush();
    }

    /** Numbers end below each other; two blanks follow. */
    private void cell(String number, int width) {
        text.repeat(' ', Math.max(0, width - number.length())).append(number).append("  ");
    }

    private String names(ScoredNplet nplet) {
        return variables.named()
                ? Arrays.stream(nplet.variables()).mapToObj(this::label).collect(Collectors.joining(", ", "  ", ""))
                : "";
    }

    private String label(int column) {
        return Excerpt.oneLine(variables.label(column));
    }

    /** Six decimals, or four significant digits when that would hide them; 0 for what counts as balanced. */
    private String value(double nats) {
        double x = unit.of(nats);
        if (!Double.isFinite(x)) {
            return "singular";
        }
        if (Math.abs(nats) <= OmegaHistogram.BALANCED) {
            return "0";
        }
        return Math.abs(x) < NumberText.SMALL ? String.format(Locale.ROOT, "%.3e", x) : NumberText.sixDecimals(x);
    }

    private void flush() throws IOException {
        out.append(text);
        text.setLength(0);
    }
}
