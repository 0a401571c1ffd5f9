package org.oinfo.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.RankBy;

/**
 * Comma-separated values: lines that begin with # say how it was made, then {@code order,tc,dtc,o,s[,more measures],nplet[,names]}. For each
 * order the n-plets with the smallest values, smallest first, then those with the largest, largest first, without those already
 * printed. What
 * was not computed is left out. A listing has columns of its own.
 */
final class CsvReport {
    private final Report report;
    private final Writer out;
    private final CsvWriter csv;
    private final Variables variables;
    private final Unit unit;

    /** Whether rows end with the names of an n-plet. */
    private final boolean named;

    /** Measures that n-plets have beside the four. */
    private final List<RankBy> more;

    /** What the first field of each row says, of several reports, or null of one. */
    private final @Nullable String data;

    private CsvReport(Report report, Writer out, boolean named, @Nullable String data) {
        this.report = report;
        this.out = out;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.variables = report.variables();
        this.unit = report.unit();
        this.more = MoreColumns.of(report);
        this.named = named;
        this.data = data;
    }

    static CsvReport of(Report report, Writer out) {
        return new CsvReport(report, out, report.variables().named(), null);
    }

    /** Several reports of one command as one table. */
    static void write(List<Report> reports, Writer out) throws IOException {
        boolean named = reports.stream().anyMatch(report -> report.variables().named());
        List<CsvReport> all = reports.stream()
                .map(report -> new CsvReport(report, out, named, report.run().text("input")))
                .toList();
        for (CsvReport each : all) {
            each.comments();
        }
        all.getFirst().header();
        for (CsvReport each : all) {
            each.rows();
        }
    }

    /** The rows of one of several listings with the same columns, which come one after another; what is above them once. */
    static void append(Listing listing, boolean first, Writer out) throws IOException {
        CsvReport report = CsvReport.of(listing, out);
        if (first) {
            report.comments();
            report.header();
        } else {
            report.warnings(listing.run());
        }
        report.rows();
    }

    void write() throws IOException {
        comments();
        header();
        rows();
    }

    /** Lines that begin with #: how it was made, then the landscape of each order, or figures. */
    private void comments() throws IOException {
        comments(report.run());
        switch (report) {
            case ScanReport scan -> {
                for (ScanResult result : scan.orders()) {
                    comment("order " + result.order(), landscape(result));
                    if (result.smallestAboveZero() + result.largestBelowZero() > 0) {
                        comment("signs of order " + result.order(), signs(result));
                    }
                    if (result.verification() != null) {
                        comment(
                                "verification of order " + result.order(),
                                result.verification().text());
                    }
                }
            }
            case Listing listing -> {
                for (Listing.Figure figure : listing.figures()) {
                    comment(figure.column().name(), field(figure.column(), figure.value()));
                }
            }
            case MeasuresReport measures -> {}
        }
    }

    private void header() throws IOException {
        List<String> header = new ArrayList<>();
        if (data != null) {
            header.add("data");
        }
        if (report instanceof Listing listing) {
            // The columns of the rows and, behind them, the names of each n-plet.
            listing.columns().forEach(column -> header.add(column.name()));
            listing.columns().stream().filter(this::hasNames).forEach(column -> header.add(column.nameOfNames()));
        } else {
            header.addAll(List.of("order", "tc", "dtc", "o", "s"));
            more.forEach(each -> header.add(each.text()));
            header.add("nplet");
            if (named) {
                header.add("names");
            }
        }
        csv.writeRecord(header);
        csv.flush();
    }

    private void rows() throws IOException {
        switch (report) {
            case ScanReport scan -> {
                for (ScanResult result : scan.orders()) {
                    rankings(result, scan.threads());
                }
            }
            case MeasuresReport measures -> rows(measures.nplets(), measures.threads());
            case Listing listing -> {
                for (@Nullable Object[] row : listing.rows()) {
                    record(fields(listing.columns(), row));
                }
            }
        }
        csv.flush();
    }

    private void rows(List<ScoredNplet> nplets, int threads) throws IOException {
        if (data == null && more.isEmpty()) {
            new MeasureRows(variables, unit, named, this::quoted).write(nplets, threads, out);
            return;
        }
        for (ScoredNplet nplet : nplets) {
            record(fields(nplet, nplet.key()));
        }
    }

    private void record(List<String> fields) {
        if (data != null) {
            fields.addFirst(CellText.of(data));
        }
        csv.writeRecord(fields);
    }

    private List<String> fields(List<Listing.Column> columns, @Nullable Object[] row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            fields.add(field(columns.get(i), row[i]));
        }
        for (int i = 0; i < row.length; i++) {
            if (hasNames(columns.get(i))) {
                fields.add(row[i] == null ? "" : names((int[]) row[i]));
            }
        }
        return fields;
    }

    private boolean hasNames(Listing.Column column) {
        return named && column.quantity() == Quantity.NPLET;
    }

    private String field(Listing.Column column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (column.quantity()) {
            case TEXT -> CellText.of(value.toString());
            case COUNT -> value.toString();
            case NPLET -> key((int[]) value);
            case NUMBER -> numbers(value, Unit.NATS);
            case INFORMATION -> numbers(value, unit);
        };
    }

    private static String numbers(Object value, Unit in) {
        return value instanceof double[] many
                ? Arrays.stream(many).mapToObj(x -> number(x, in)).collect(Collectors.joining(";"))
                : number(((Number) value).doubleValue(), in);
    }

    private static String key(int[] nplet) {
        return Arrays.stream(nplet).mapToObj(Integer::toString).collect(Collectors.joining(";"));
    }

    private String names(int[] nplet) {
        if (!variables.named()) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < nplet.length; i++) {
            (i == 0 ? names : names.append(';')).append(variables.label(nplet[i]));
        }
        return CellText.of(names.toString());
    }

    private void rankings(ScanResult result, int threads) throws IOException {
        boolean all = result.smallest().size()
                == result.landscape().total() - result.landscape().singular();
        rows(result.smallest(), threads);
        if (all) {
            return;
        }
        Set<String> printed = new HashSet<>();
        result.smallest().forEach(nplet -> printed.add(nplet.key()));
        rows(
                result.largest().stream()
                        .filter(nplet -> !printed.contains(nplet.key()))
                        .toList(),
                threads);
    }

    private String landscape(ScanResult result) {
        Landscape l = result.landscape();
        String counts = l.settings().level().counts()
                ? " redundant=" + l.redundant() + " synergistic=" + l.synergistic() + " balanced=" + l.balanced()
                        + " singular=" + l.singular() + " mean_o=" + number(l.mean())
                : "";
        return "total=" + l.total() + counts + " partial=" + result.partial() + " fraction=" + result.fraction();
    }

    private static String signs(ScanResult result) {
        return "smallest_above_0=" + result.smallestAboveZero() + " of "
                + result.smallest().size() + " largest_below_0=" + result.largestBelowZero() + " of "
                + result.largest().size();
    }

    private void comments(Provenance run) throws IOException {
        for (Map.Entry<String, @Nullable Object> entry : run.entries().entrySet()) {
            Object value = entry.getValue();
            if (entry.getKey().equals(Provenance.WARNINGS) && !run.warnings().isEmpty()) {
                warnings(run);
            } else if (value instanceof List<?> list) {
                for (Object item : list) {
                    comment(entry.getKey(), String.valueOf(item));
                }
            } else if (value != null) {
                comment(entry.getKey(), value.toString());
            }
        }
    }

    private void warnings(Provenance run) throws IOException {
        for (Warning warning : run.warnings()) {
            comment(Provenance.WARNINGS, warning.name().text() + ": " + warning.message());
        }
    }

    private void comment(String name, String value) throws IOException {
        out.write("# " + name + ": " + Excerpt.oneLine(value.replaceAll("\\R", " ")) + '\n');
    }

    /** A row by itself, whose names may need quotes. */
    private void quoted(ScoredNplet nplet, StringBuilder text) {
        StringWriter row = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(row)
                .writeRecord(fields(nplet, nplet.key()));
        text.append(row.getBuffer());
    }

    private List<String> fields(ScoredNplet nplet, String key) {
        List<String> row = new ArrayList<>(7);
        row.add(Integer.toString(nplet.variables().length));
        row.add(number(nplet.tc()));
        row.add(number(nplet.dtc()));
        row.add(number(nplet.o()));
        row.add(number(nplet.s()));
        more.forEach(each -> row.add(number(MoreColumns.value(each, nplet))));
        row.add(key);
        if (named) {
            row.add(names(nplet.variables()));
        }
        return row;
    }

    private String number(double nats) {
        return number(nats, unit);
    }

    /** The shortest form that reads back the same; empty when there is no value. */
    private static String number(double nats, Unit in) {
        return Double.isFinite(nats) ? Double.toString(in.of(nats)) : "";
    }
}
