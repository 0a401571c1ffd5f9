package org.oinfo.cli.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.kernels.Landscape;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.report.ScanReport;

/** The rows of one window: one for each order, its mean and its extremes. */
final class WindowRows {
    private WindowRows() {}

    /**
     * Of a window.
     *
     * @param first its first row
     * @param last its last row
     */
    static Listing of(ScanReport scan, int first, int last) {
        Listing listing = new Listing(scan.run(), scan.variables(), scan.unit(), "windows")
                .column("first_row", Quantity.COUNT)
                .column("last_row", Quantity.COUNT)
                .column("order", Quantity.COUNT)
                .column("nplets", Quantity.COUNT)
                .column("redundant", Quantity.COUNT)
                .column("synergistic", Quantity.COUNT)
                .column("balanced", Quantity.COUNT)
                .column("singular", Quantity.COUNT)
                .column("mean_o", Quantity.INFORMATION)
                .column("min_o", Quantity.INFORMATION)
                .column("max_o", Quantity.INFORMATION)
                .column("smallest", Quantity.NPLET)
                .column("largest", Quantity.NPLET);
        scan.orders().forEach(result -> listing.row(row(result, first, last)));
        return listing;
    }

    private static @Nullable Object[] row(ScanResult result, int first, int last) {
        Landscape landscape = result.landscape();
        boolean counts = landscape.settings().level().counts();
        return new @Nullable Object[] {
            first,
            last,
            result.order(),
            landscape.total(),
            counts ? landscape.redundant() : null,
            counts ? landscape.synergistic() : null,
            counts ? landscape.balanced() : null,
            counts ? landscape.singular() : null,
            counts ? landscape.mean() : Double.NaN,
            result.min(),
            result.max(),
            best(result.smallest()),
            best(result.largest())
        };
    }

    private static int @Nullable [] best(List<ScoredNplet> ranked) {
        return ranked.isEmpty() ? null : ranked.getFirst().variables();
    }
}
