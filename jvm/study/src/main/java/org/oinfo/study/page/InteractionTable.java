package org.oinfo.study.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.Provenance;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.InteractionClaims;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.Interval;

/** Which measure tells what groups of neurons matter together: a row for each layer and size. */
final class InteractionTable {
    private InteractionTable() {}

    static Grid of(List<Interaction> all) {
        Grid table = new Grid(
                "Which measure tells what groups matter together: Spearman's correlation with the interaction of ablations over"
                        + " random groups of about the same sum of single gains, means over networks with 95 % intervals; that with"
                        + " the sum itself is what was left to match",
                List.of(
                        "layer",
                        "size",
                        "networks",
                        "groups",
                        "interaction, nats",
                        "Omega",
                        "TC",
                        "dOmega",
                        "sum of singles"));
        new InteractionClaims(all)
                .each((layer, size, some) -> table.row(List.of(
                        layer,
                        Integer.toString(size),
                        Integer.toString(some.size()),
                        Integer.toString(some.stream()
                                .mapToInt(Interaction::groups)
                                .min()
                                .orElse(0)),
                        words(some, Interaction::interaction),
                        words(some, Interaction::omega),
                        words(some, Interaction::tc),
                        words(some, Interaction::domega),
                        words(some, Interaction::sum))));
        return table;
    }

    private static String words(List<Interaction> some, Function<Interaction, @Nullable Double> value) {
        Interval interval = InteractionClaims.interval(some, value);
        return interval.networks() == 0 ? Provenance.NONE : Digits.of(interval);
    }
}
