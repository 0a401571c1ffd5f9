package org.oinfo.cli.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.TargetAnalysis;
import org.oinfo.data.Warning;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.targets.TargetNplet;

/** Rows of the commands about targets, one for an n-plet of sources. */
final class TargetListing {
    /** A bias of the information that is worth a word, nats. */
    private static final double NOTICEABLE_BIAS = 0.01;

    private final Listing listing;
    private final boolean omega;
    private final boolean heldOut;

    /**
     * Rows of a listing.
     *
     * @param omega whether n-plets have an O-information together with the target
     * @param heldOut whether they have a held-out information
     */
    TargetListing(Listing listing, boolean omega, boolean heldOut) {
        this.listing = listing;
        this.omega = omega;
        this.heldOut = heldOut;
    }

    /** Adds the columns that all rows have. */
    void columns() {
        listing.column("order", Quantity.COUNT).column("end", Quantity.TEXT).column("i", Quantity.INFORMATION);
        if (heldOut) {
            listing.column("held_out_i", Quantity.INFORMATION);
        }
        listing.column("domega", Quantity.INFORMATION);
        if (omega) {
            listing.column("o_with", Quantity.INFORMATION);
        }
        listing.column("rsi", Quantity.INFORMATION)
                .column("red_mmi", Quantity.INFORMATION)
                .column("syn_mmi", Quantity.INFORMATION)
                .column("redundancy_degree", Quantity.NUMBER)
                .column("vulnerability_degree", Quantity.NUMBER)
                .column("nplet", Quantity.NPLET);
    }

    /**
     * Adds a row.
     *
     * @param before values of columns before these
     * @param after values of columns behind these
     */
    void add(List<?> before, String end, TargetNplet nplet, List<?> after) {
        List<@Nullable Object> row = new ArrayList<>(before);
        row.add(nplet.sources().length);
        row.add(end);
        row.add(nplet.i());
        if (heldOut) {
            row.add(nplet.heldOut());
        }
        row.add(nplet.domega());
        if (omega) {
            row.add(nplet.o());
        }
        row.add(nplet.rsi());
        row.add(nplet.redMmi());
        row.add(nplet.synMmi());
        row.add(nplet.redundancyDegree());
        row.add(nplet.vulnerabilityDegree());
        row.add(nplet.sources());
        row.addAll(after);
        listing.row(row.toArray());
    }

    /** Warns where I(X;Y) of few samples is noticeably too high. */
    static void warnOfBias(TargetAnalysis sources, List<Integer> orders, List<Warning> warnings) {
        for (int order : orders) {
            double bias = sources.remainingBias(order);
            if (bias >= NOTICEABLE_BIAS) {
                String message = String.format(
                        Locale.ROOT,
                        "few samples for %d sources: their information comes out %.2g nats too high; see --bias-correct",
                        order,
                        bias);
                warnings.add(new Warning(
                        Warning.Name.FEW_SAMPLES, message, Map.of("sources", order, "bias_information", bias)));
            }
        }
    }
}
