package org.oinfo.report.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oinfo.data.BadInputException;
import tools.jackson.databind.JsonNode;

/** Refuses a result that lacks what a page shows, field by field, so that no page is empty or shows what cannot be. */
final class ResultFields {
    /** Arrays of every result; any other is what it is about. */
    static final List<String> COMMON = List.of("warnings", "variables", "dropped");

    private static final List<String> MEASURES = List.of("tc", "dtc", "o", "s");

    private ResultFields() {}

    /**
     * Checks a result of schema {@code oinfo/1}.
     *
     * @param source what it is read from, for messages
     * @throws BadInputException a field is missing or cannot be shown
     */
    static void check(JsonNode result, String source) {
        Field top = new Field(result, "", source);
        run(top.at("run"));
        warnings(top.at("warnings"));
        variables(top.at("variables"));
        List<Field> kinds = top.fields().stream()
                .filter(field -> field.node().isArray() && !COMMON.contains(field.name()))
                .toList();
        if (kinds.size() != 1) {
            String names = String.join(", ", kinds.stream().map(Field::name).toList());
            throw top.refused(
                    "must hold one array of what was computed (orders, measures, or the rows of a command), not "
                            + (kinds.isEmpty() ? "none" : names));
        }
        Field rows = kinds.getFirst();
        switch (rows.name()) {
            case "orders" -> {
                filled(rows).forEach(OrderFields::check);
                top.at("correlations").optional(ResultFields::correlations);
            }
            case "measures" -> filled(rows).forEach(ResultFields::scored);
            default -> listing(top.at("figures"), rows);
        }
    }

    private static void run(Field run) {
        run.fields().stream().filter(field -> !field.node().isArray()).forEach(Field::scalar);
        run.at("unit").oneOf(List.of("nats", "bits"));
        run.at("input").optional(Field::text);
        run.at("version").optional(Field::text);
        run.at("variables").optional(Field::count);
        run.at("samples")
                .optional(samples -> samples.require(
                        "a whole number of 1 or more, or null",
                        value -> value.isNull() || (Field.isCount(value) && value.longValue() >= 1)));
        run.at("warnings").optional(warnings -> warnings.elements().forEach(Field::text));
    }

    private static void warnings(Field warnings) {
        warnings.optional(
                all -> all.elements().forEach(warning -> warning.at("message").text()));
    }

    private static void variables(Field variables) {
        Set<Integer> seen = new HashSet<>();
        for (Field variable : variables.elements()) {
            if (!seen.add(variable.at("index").index())) {
                throw variable.at("index").refused("must differ from those before it");
            }
            variable.at("name").require("a text or null", name -> name.isString() || name.isNull());
        }
    }

    private static List<Field> filled(Field rows) {
        List<Field> elements = rows.elements();
        if (elements.isEmpty()) {
            throw rows.refused("must hold something to show");
        }
        return elements;
    }

    /** Columns, and the lower triangle of their correlations. */
    private static void correlations(Field correlations) {
        List<Field> columns = correlations.at("columns").elements();
        columns.forEach(Field::index);
        List<Field> rows = correlations.at("r").elements();
        if (rows.size() != columns.size()) {
            throw correlations.at("r").refused("must be as many as columns");
        }
        for (int i = 0; i < rows.size(); i++) {
            List<Field> row = rows.get(i).elements();
            row.forEach(Field::number);
            if (row.size() != i) {
                throw rows.get(i).refused("must hold a number for each column before");
            }
        }
    }

    /** An n-plet and its measures. */
    static void scored(Field nplet) {
        nplet(nplet.at("nplet"));
        MEASURES.forEach(measure -> nplet.at(measure).numberOrNull());
        nplet.at("sign_matches_end").optional(Field::truth);
    }

    private static void nplet(Field nplet) {
        filled(nplet).forEach(Field::index);
    }

    private static void listing(Field figures, Field rows) {
        if (!rows.name().matches("[a-z][a-z_]*")) {
            throw rows.refused("must have a name of small letters");
        }
        figures.fields().forEach(ResultFields::value);
        List<Field> elements = rows.elements();
        if (elements.isEmpty() && figures.node().isEmpty()) {
            throw rows.refused("must hold something to show");
        }
        for (Field row : elements) {
            row.fields().forEach(ResultFields::value);
            Set<String> columns = Set.copyOf(row.node().propertyNames());
            if (columns.isEmpty()
                    || !columns.equals(Set.copyOf(rows.node().get(0).propertyNames()))) {
                throw row.refused("must have fields, those of the first row");
            }
        }
    }

    /** What a cell of a table holds; n-plets are columns of the data. */
    private static void value(Field value) {
        if (value.name().endsWith(".nplet")) {
            nplet(value);
        } else if (value.node().isArray()) {
            value.elements().forEach(Field::numberOrNull);
        } else {
            value.scalar();
        }
    }
}
