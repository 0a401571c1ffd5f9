package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.PerVariable;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON of schema {@code oinfo/1}, streamed. What was not computed, or has no finite value, is null. */
final class JsonReport implements AutoCloseable {
    static final String SCHEMA = "oinfo/1";
    /** Rows of an array that is written in its place. */
    static final int MOST_ROWS = 10_000;

    /** One for all reports: what it has found out about a record it keeps. */
    private static final ObjectWriter JSON = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new JsonEscapes()).build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writerWithDefaultPrettyPrinter();

    private final JsonGenerator json;
    private final Variables variables;
    private final Unit unit;
    private final @Nullable Path arrays;

    /**
     * A report.
     *
     * @param arrays folder for the rows of long arrays; null where they are written in their place
     */
    JsonReport(Writer out, Report report, @Nullable Path arrays) {
        this.json = JSON.createGenerator(out);
        this.variables = report.variables();
        this.unit = report.unit();
        this.arrays = arrays;
    }

    void write(ScanReport report) {
        begin(report.run());
        json.writeArrayPropertyStart("orders");
        report.orders().forEach(this::order);
        json.writeEndArray();
        if (report.correlations() != null) {
            correlations(report.correlations());
        }
        json.writeEndObject();
    }

    void write(MeasuresReport report) {
        begin(report.run());
        nplets("measures", report.nplets(), OmegaSign.ANY, report.more());
        json.writeEndObject();
    }

    void write(Listing listing) {
        begin(listing.run());
        json.writeObjectPropertyStart("figures");
        for (Listing.Figure figure : listing.figures()) {
            value(figure.column(), figure.value());
        }
        json.writeEndObject();
        List<String> names =
                listing.columns().stream().map(Listing.Column::name).toList();
        if (elsewhere(
                listing.name(),
                names,
                row -> inUnit(listing, row),
                listing.rows().size())) {
            json.writeEndObject();
            return;
        }
        json.writeArrayPropertyStart(listing.name());
        for (@Nullable Object[] row : listing.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.length; i++) {
                value(listing.columns().get(i), row[i]);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A row whose information is in the unit of the output. */
    private @Nullable Object[] inUnit(Listing listing, int row) {
        @Nullable Object[] values = listing.rows().get(row).clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Double nats && listing.columns().get(i).quantity() == Quantity.INFORMATION) {
                values[i] = unit.of(nats);
            }
        }
        return values;
    }

    /** Writes long arrays to a file, and where it is; false where they are to be written in their place. */
    private boolean elsewhere(String name, List<String> columns, RecordFile.Rows rows, int count) {
        if (arrays == null || count <= MOST_ROWS) {
            return false;
        }
        try {
            Path file = RecordFile.write(arrays, columns, rows, count);
            if (file == null) {
                return false;
            }
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("npy", file.toString());
            json.writeEndObject();
            return true;
        } catch (IOException e) {
            // A full disk, for instance: it takes longer this way.
            return false;
        }
    }

    private void value(Listing.Column column, @Nullable Object value) {
        json.writeName(column.name());
        Unit in = column.quantity() == Quantity.INFORMATION ? unit : Unit.NATS;
        switch (value) {
            case null -> json.writeNull();
            case int[] nplet -> json.writeArray(nplet, 0, nplet.length);
            case double[] many -> {
                json.writeStartArray();
                for (double each : many) {
                    number(in.of(each));
                }
                json.writeEndArray();
            }
            case Double number -> number(in.of(number));
            default -> json.writePOJO(value);
        }
    }

    @Override
    public void close() {
        json.close();
    }

    private void begin(Provenance run) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeObjectPropertyStart("run");
        for (Map.Entry<String, @Nullable Object> entry : run.entries().entrySet()) {
            json.writePOJOProperty(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("variables");
        for (int column : variables.columns()) {
            variable(column, null);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("dropped");
        for (int column : variables.dead()) {
            variable(column, "constant");
        }
        for (int column : variables.notChosen()) {
            variable(column, "not chosen");
        }
        json.writeEndArray();
        warnings(run.warnings());
    }

    private void warnings(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("warnings");
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringProperty("name", warning.name().text());
            json.writeStringProperty("message", warning.message());
            json.writePOJOProperty("data", new TreeMap<>(warning.data()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void variable(int column, @Nullable String reason) {
        json.writeStartObject();
        json.writeNumberProperty("index", column);
        json.writeStringProperty("name", variables.named() ? variables.label(column) : null);
        if (reason != null) {
            json.writeStringProperty("reason", reason);
        }
        json.writeEndObject();
    }

    private void order(ScanResult result) {
        Landscape landscape = result.landscape();
        Distribution distribution = landscape.distribution();
        Ends ends = landscape.settings().ends();
        json.writeStartObject();
        json.writeNumberProperty("order", result.order());
        json.writeNumberProperty("total", landscape.total());
        boolean counts = landscape.settings().level().counts();
        count("redundant", counts, landscape.redundant());
        count("synergistic", counts, landscape.synergistic());
        count("balanced", counts, landscape.balanced());
        count("singular", counts, landscape.singular());
        json.writeBooleanProperty("partial", result.partial());
        json.writeNumberProperty("fraction", result.fraction());
        if (result.verification() != null) {
            json.writePOJOProperty("verification", result.verification().fields());
        }
        json.writeObjectPropertyStart("o");
        number("mean", unit.of(landscape.mean()));
        number("variance", distribution == null ? Double.NaN : unit.ofSquare(distribution.variance()));
        number("min", unit.of(result.min()));
        number("max", unit.of(result.max()));
        json.writeEndObject();
        histogram(distribution);
        perVariable(landscape.perVariable());
        boolean byOmega = result.rankedBy() == Measure.O;
        List<RankBy> more = MoreColumns.of(result);
        ranking("most_synergistic", byOmega && ends.synergistic(), result.smallest(), OmegaSign.NOT_ABOVE_ZERO, more);
        ranking("most_redundant", byOmega && ends.redundant(), result.largest(), OmegaSign.NOT_BELOW_ZERO, more);
        if (!byOmega) {
            json.writeStringProperty("rank_by", result.rankedBy().text());
            ranking("smallest", ends.synergistic(), result.smallest(), OmegaSign.ANY, more);
            ranking("largest", ends.redundant(), result.largest(), OmegaSign.ANY, more);
        }
        json.writeEndObject();
    }

    /** Only the bins from the first that is not empty to the last; an overflow bin ends at null, for infinity. */
    private void histogram(@Nullable Distribution distribution) {
        if (distribution == null) {
            json.writeNullProperty("histogram");
            return;
        }
        FilledBins bins = FilledBins.of(distribution);
        json.writeObjectPropertyStart("histogram");
        json.writeArrayPropertyStart("edges");
        for (double edge : bins.edges()) {
            number(unit.of(edge));
        }
        json.writeEndArray();
        json.writeName("counts");
        json.writeArray(bins.counts(), 0, bins.counts().length);
        json.writeEndObject();
    }

    private void perVariable(@Nullable PerVariable perVariable) {
        if (perVariable == null) {
            json.writeNullProperty("per_variable");
            return;
        }
        json.writeArrayPropertyStart("per_variable");
        for (int i = 0; i < variables.count(); i++) {
            json.writeStartObject();
            json.writeNumberProperty("index", variables.column(i));
            json.writeNumberProperty("count", perVariable.count(i));
            number("mean_o", unit.of(perVariable.mean(i)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void correlations(Correlations correlations) {
        json.writeObjectPropertyStart("correlations");
        json.writeName("columns");
        json.writeArray(correlations.columns(), 0, correlations.columns().length);
        json.writeArrayPropertyStart("r");
        for (double[] row : correlations.r()) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void ranking(String name, boolean kept, List<ScoredNplet> nplets, OmegaSign sign, List<RankBy> more) {
        if (kept) {
            nplets(name, nplets, sign, more);
        } else {
            json.writeNullProperty(name);
        }
    }

    private void nplets(String name, List<ScoredNplet> nplets, OmegaSign sign, List<RankBy> more) {
        if (elsewhere(name, columns(sign, more), row -> values(nplets.get(row), sign, more), nplets.size())) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (ScoredNplet nplet : nplets) {
            json.writeStartObject();
            json.writeName("nplet");
            json.writeArray(nplet.variables(), 0, nplet.variables().length);
            number("tc", unit.of(nplet.tc()));
            number("dtc", unit.of(nplet.dtc()));
            number("o", unit.of(nplet.o()));
            number("s", unit.of(nplet.s()));
            more.forEach(each -> number(each.text(), unit.of(MoreColumns.value(each, nplet))));
            if (sign != OmegaSign.ANY) {
                json.writeBooleanProperty("sign_matches_end", sign.holds(nplet.o()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> columns(OmegaSign sign, List<RankBy> more) {
        List<String> columns = new ArrayList<>(List.of("nplet", "tc", "dtc", "o", "s"));
        more.forEach(each -> columns.add(each.text()));
        if (sign != OmegaSign.ANY) {
            columns.add("sign_matches_end");
        }
        return columns;
    }

    private @Nullable Object[] values(ScoredNplet nplet, OmegaSign sign, List<RankBy> more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(nplet.variables());
        for (double nats : nplet.measures().values()) {
            values.add(unit.of(nats));
        }
        more.forEach(each -> values.add(unit.of(MoreColumns.value(each, nplet))));
        if (sign != OmegaSign.ANY) {
            values.add(sign.holds(nplet.o()));
        }
        return values.toArray();
    }

    private void count(String name, boolean counted, long value) {
        if (counted) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private void number(String name, double value) {
        json.writeName(name);
        number(value);
    }

    private void number(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
