package org.oinfo.report.page;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oinfo.report.NumberText;
import org.oinfo.report.Provenance;
import org.oinfo.report.chart.Lettering;
import tools.jackson.databind.JsonNode;

/** Tables and lists of what a result holds. */
final class Tables {
    /** Rows of a table; the file that the page is made from has them all. */
    private static final int MOST_ROWS = 500;

    private static final String NPLET = "nplet";
    private static final String NUMBER = "number";
    private static final String TEXT = "text";

    private final Names names;

    Tables(Names names) {
        this.names = names;
    }

    /** A table of an array of objects with the same fields. */
    Section.Table of(String title, JsonNode rows) {
        List<String> fields = rows.isEmpty() ? List.of() : columns(rows.get(0).propertyNames());
        List<String> kinds = fields.stream().map(field -> kind(rows, field)).toList();
        List<Section.Head> head = IntStream.range(0, fields.size())
                .mapToObj(i -> new Section.Head(words(fields.get(i)), kinds.get(i)))
                .toList();
        List<Section.Row> body = rows.valueStream()
                .limit(MOST_ROWS)
                .map(row -> new Section.Row(IntStream.range(0, fields.size())
                        .mapToObj(i -> new Section.Cell(text(row.path(fields.get(i))), kinds.get(i)))
                        .toList()))
                .toList();
        List<String> note = rows.size() > MOST_ROWS
                ? List.of("The first " + MOST_ROWS + " of " + rows.size() + " rows; the result file has them all.")
                : List.of();
        return new Section.Table(title, head, body, note, false);
    }

    /** The n-plet first: on a narrow screen the others may lie beside it. */
    private static List<String> columns(Collection<String> fields) {
        return Stream.concat(
                        fields.stream().filter(NPLET::equals), fields.stream().filter(field -> !field.equals(NPLET)))
                .toList();
    }

    /** Names and values of an object; arrays and what is null are left out. */
    List<Section.Entry> entries(JsonNode object) {
        return object.properties().stream()
                .filter(field -> !field.getValue().isNull() && !field.getValue().isArray())
                .map(field -> new Section.Entry(words(field.getKey()), text(field.getValue())))
                .toList();
    }

    private String text(JsonNode value) {
        if (value.isNull()) {
            return Provenance.NONE;
        }
        if (value.isArray()) {
            boolean columns = value.valueStream().allMatch(JsonNode::isInt);
            return columns
                    ? names.nplet(value)
                    : value.valueStream().map(this::text).collect(Collectors.joining(", "));
        }
        return value.isNumber() ? NumberText.of(value.doubleValue()) : Lettering.shown(value.asString());
    }

    /** Columns of numbers end below each other. */
    private static String kind(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field)).allMatch(value -> value.isNumber() || value.isNull())
                ? NUMBER
                : TEXT;
    }

    private static String words(String field) {
        return field.equals(NPLET) ? "n-plet" : field.replace('_', ' ');
    }
}
