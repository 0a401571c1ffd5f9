package org.oinfo.report.page;

import java.util.List;
import java.util.function.Consumer;

/** The fields of an order of a scan that a page shows. */
final class OrderFields {
    private static final List<String> KINDS = List.of("redundant", "synergistic", "balanced", "singular");
    private static final List<String> BY_OMEGA = List.of("most_synergistic", "most_redundant");
    private static final List<String> BY_ANOTHER = List.of("smallest", "largest");

    private OrderFields() {}

    static void check(Field order) {
        order.at("order").index();
        counts(order);
        order.at("partial").truth();
        Field fraction = order.at("fraction");
        fraction.require(
                "a number from 0 to 1",
                value -> value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1);
        for (String statistic : List.of("mean", "variance", "min", "max")) {
            order.at("o").at(statistic).numberOrNull();
        }
        orNull(order.at("histogram"), OrderFields::histogram);
        orNull(order.at("per_variable"), OrderFields::variables);
        order.at("rank_by").optional(Field::text);
        BY_OMEGA.forEach(name -> orNull(order.at(name), OrderFields::ranking));
        BY_ANOTHER.forEach(name -> order.at(name).optional(ranking -> orNull(ranking, OrderFields::ranking)));
    }

    private static void orNull(Field field, Consumer<Field> check) {
        if (!field.isNull()) {
            check.accept(field);
        }
    }

    private static void ranking(Field nplets) {
        nplets.elements().forEach(ResultFields::scored);
    }

    /** Every n-plet is of one kind, or none is told apart. */
    private static void counts(Field order) {
        long total = order.at("total").count();
        if (KINDS.stream().allMatch(kind -> order.at(kind).isNull())) {
            return;
        }
        long rest = total;
        for (String kind : KINDS) {
            rest -= order.at(kind).count();
            if (rest < 0) {
                break;
            }
        }
        if (rest != 0) {
            throw order.at("total").refused("must be the sum of " + String.join(", ", KINDS));
        }
    }

    private static void histogram(Field histogram) {
        List<Field> edges = histogram.at("edges").elements();
        List<Field> counts = histogram.at("counts").elements();
        counts.forEach(Field::count);
        if (edges.size() != counts.size() + 1 && !(edges.isEmpty() && counts.isEmpty())) {
            throw histogram.at("edges").refused("must be one more than counts");
        }
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < edges.size(); i++) {
            Field edge = edges.get(i);
            boolean infinite = edge.isNull() && (i == 0 || i == edges.size() - 1);
            if (!infinite) {
                double next = edge.number();
                if (next <= last) {
                    throw edge.refused("must be above the edge before it");
                }
                last = next;
            }
        }
    }

    private static void variables(Field variables) {
        for (Field variable : variables.elements()) {
            variable.at("index").index();
            variable.at("count").count();
            variable.at("mean_o").numberOrNull();
        }
    }
}
