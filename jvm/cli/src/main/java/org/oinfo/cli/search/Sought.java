package org.oinfo.cli.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.EndsName;
import org.oinfo.estimate.Measured;
import org.oinfo.kernels.Ends;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;

/**
 * What annealing and refinement seek the extremes of, and the columns of the measures that are printed: the four, and it where it is
 * none of them.
 */
record Sought(RankBy measure) {
    /** Adds it to how a result was made. */
    void describe(Provenance run) {
        run.put("rank_by", measure.text());
    }

    /** The name of an end. */
    String end(Ends end) {
        return EndsName.text(end, measure);
    }

    /** Its value of an n-plet; NaN of a singular one. */
    double value(Measured nplet) {
        return nplet.singular() ? Double.NaN : measure.of(nplet.tc(), nplet.dtc(), nplet.o(), nplet.s());
    }

    private boolean isOwnColumn() {
        return !(measure instanceof Measure);
    }

    /** Adds the columns of measures. */
    Listing columns(Listing listing) {
        listing.measures();
        return isOwnColumn() ? listing.column(measure.text(), Quantity.INFORMATION) : listing;
    }

    /** Adds a row: some values, the measures, more values. */
    void row(Listing listing, List<@Nullable Object> before, Measured nplet, @Nullable Object... after) {
        List<@Nullable Object> row = new ArrayList<>(before);
        row.addAll(List.of(nplet.tc(), nplet.dtc(), nplet.o(), nplet.s()));
        if (isOwnColumn()) {
            row.add(value(nplet));
        }
        Collections.addAll(row, after);
        listing.row(row.toArray());
    }
}
