package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A result as lines of JSON, each an object: first how it is made, then a row each, those of a scan as soon as their order is finished,
 * those of given n-plets as they are scored, last that it is done. What has no finite value is null.
 */
public final class LineReport {
    private static final ObjectWriter JSON = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new JsonEscapes()).build())
            .build()
            .writer();

    private final Writer out;
    private final Variables variables;
    private final Unit unit;
    private int orders;
    private int nplets;

    /**
     * The beginning of a report.
     *
     * @param run how it is made, as far as that is known
     */
    public LineReport(Provenance run, Variables variables, Unit unit, Writer out) throws IOException {
        this.out = out;
        this.variables = variables;
        this.unit = unit;
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("schema", JsonReport.SCHEMA);
        line.put("run", run.entries());
        line.put("variables", described(variables.columns(), null));
        List<Map<String, @Nullable Object>> dropped = described(variables.dead(), "constant");
        dropped.addAll(described(variables.notChosen(), "not chosen"));
        line.put("dropped", dropped);
        line(line);
        out.flush();
    }

    /** A whole report. */
    static void write(Report report, Writer out) throws IOException {
        new LineReport(report.run(), report.variables(), report.unit(), out).end(report);
    }

    /** The rows of an order of a scan. */
    public void order(ScanResult result) throws IOException {
        orders++;
        boolean byOmega = result.rankedBy() == Measure.O;
        Ends ends = result.landscape().settings().ends();
        List<RankBy> more = MoreColumns.of(result);
        if (ends.synergistic()) {
            nplets(result.smallest(), byOmega ? "synergistic" : "smallest", more);
        }
        if (ends.redundant()) {
            nplets(result.largest(), byOmega ? "redundant" : "largest", more);
        }
        out.flush();
    }

    /** The next rows of given n-plets, with measures of their own columns beside the four. */
    public void nplets(List<ScoredNplet> next, List<RankBy> more) throws IOException {
        nplets += next.size();
        nplets(next, null, more);
        out.flush();
    }

    /** The rows that are not written yet, and the end. */
    public void end(Report report) throws IOException {
        Map<String, @Nullable Object> done = new LinkedHashMap<>();
        done.put("done", true);
        switch (report) {
            case ScanReport scan -> {
                for (ScanResult result :
                        scan.orders().subList(orders, scan.orders().size())) {
                    order(result);
                }
                done.put("orders", scan.orders().stream().map(this::counts).toList());
            }
            case MeasuresReport measures ->
                nplets(measures.nplets().subList(nplets, measures.nplets().size()), measures.more());
            case Listing listing -> {
                for (@Nullable Object[] row : listing.rows()) {
                    line(row(listing, row));
                }
                Map<String, @Nullable Object> figures = new LinkedHashMap<>();
                listing.figures()
                        .forEach(figure -> figures.put(figure.column().name(), value(figure.column(), figure.value())));
                done.put("figures", figures);
            }
        }
        done.put("run", report.run().entries());
        done.put(
                "warnings",
                report.run().warnings().stream().map(LineReport::warning).toList());
        line(done);
        out.flush();
    }

    private void nplets(List<ScoredNplet> nplets, @Nullable String end, List<RankBy> more) throws IOException {
        for (ScoredNplet nplet : nplets) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("order", nplet.variables().length);
            line.put("end", end);
            line.put("nplet", nplet.variables());
            line.put("names", names(nplet.variables()));
            line.put("tc", information(nplet.tc()));
            line.put("dtc", information(nplet.dtc()));
            line.put("o", information(nplet.o()));
            line.put("s", information(nplet.s()));
            more.forEach(each -> line.put(each.text(), information(MoreColumns.value(each, nplet))));
            line(line);
        }
    }

    /** The n-plets of an order that are dominated by what, and the extremes of their O-information. */
    private Map<String, @Nullable Object> counts(ScanResult result) {
        Landscape landscape = result.landscape();
        boolean counted = landscape.settings().level().counts();
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        counts.put("order", result.order());
        counts.put("total", landscape.total());
        counts.put("redundant", counted ? landscape.redundant() : null);
        counts.put("synergistic", counted ? landscape.synergistic() : null);
        counts.put("balanced", counted ? landscape.balanced() : null);
        counts.put("singular", counted ? landscape.singular() : null);
        counts.put("partial", result.partial());
        counts.put("fraction", result.fraction());
        if (result.verification() != null) {
            counts.put("verification", result.verification().fields());
        }
        counts.put("mean_o", information(landscape.mean()));
        counts.put("min_o", information(result.min()));
        counts.put("max_o", information(result.max()));
        return counts;
    }

    private Map<String, @Nullable Object> row(Listing listing, @Nullable Object[] row) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Listing.Column column = listing.columns().get(i);
            line.put(column.name(), value(column, row[i]));
            if (column.quantity() == Quantity.NPLET) {
                line.put(column.nameOfNames(), row[i] instanceof int[] nplet ? names(nplet) : null);
            }
        }
        return line;
    }

    private @Nullable Object value(Listing.Column column, @Nullable Object value) {
        Unit in = column.quantity() == Quantity.INFORMATION ? unit : Unit.NATS;
        return switch (value) {
            case null -> null;
            case Double number -> finite(in.of(number));
            case double[] many -> {
                List<@Nullable Double> all = new ArrayList<>();
                for (double each : many) {
                    all.add(finite(in.of(each)));
                }
                yield all;
            }
            default -> value;
        };
    }

    private @Nullable Double information(double nats) {
        return finite(unit.of(nats));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private @Nullable List<String> names(int[] nplet) {
        return variables.named()
                ? IntStream.of(nplet).mapToObj(variables::label).toList()
                : null;
    }

    private List<Map<String, @Nullable Object>> described(int[] columns, @Nullable String reason) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (int column : columns) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("index", column);
            one.put("name", variables.named() ? variables.label(column) : null);
            if (reason != null) {
                one.put("reason", reason);
            }
            all.add(one);
        }
        return all;
    }

    private static Map<String, Object> warning(Warning warning) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", warning.name().text());
        one.put("message", warning.message());
        one.put("data", new TreeMap<>(warning.data()));
        return one;
    }

    private void line(Map<String, @Nullable Object> object) throws IOException {
        out.write(JSON.writeValueAsString(object) + '\n');
    }
}
