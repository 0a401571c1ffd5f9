package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.analysis.Conclusion;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.statistics.surrogate.ExtremeNull;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.TestedNplet;

/** The report of {@code oinfo null}. */
record NullListing(ReportHead head) {
    private static final double LEVEL = 0.05;
    private static final double[] QUANTILES = {0.01, 0.05, 0.50, 0.95, 0.99};
    private static final String[] QUANTILE_NAMES = {"q01", "q05", "q50", "q95", "q99"};

    /** With columns of p and q where n-plets were given. */
    Listing of(NullResult result, boolean given) {
        Listing listing = head.listing("nplets");
        figures(listing, result);
        listing.column("end", Quantity.TEXT).column("o", Quantity.INFORMATION).column("p_fwer", Quantity.NUMBER);
        if (given) {
            listing.column("p", Quantity.NUMBER).column("q", Quantity.NUMBER);
        }
        listing.column("gain", Quantity.INFORMATION)
                .column("p_carry", Quantity.NUMBER)
                .column("nplet", Quantity.NPLET);
        for (TestedNplet tested : result.nplets()) {
            listing.row(row(tested, given));
        }
        return listing.conclusion(conclusion(result));
    }

    /** What came out, and no more. */
    private static String conclusion(NullResult result) {
        NullHypothesis hypothesis = NullHypothesis.of(result.settings().kind());
        List<TestedNplet> beyond = result.nplets().stream()
                .filter(one -> one.pFamily() <= hypothesis.level())
                .toList();
        int tested = result.nplets().size();
        return Conclusion.of(
                "surrogates",
                result.extremes().surrogates(),
                result.settings().surrogates(),
                hypothesis.level(),
                () -> beyond.isEmpty() ? hypothesis.nothing(tested) : hypothesis.found(beyond, tested));
    }

    private void figures(Listing listing, NullResult result) {
        NullSettings settings = result.settings();
        ExtremeNull extremes = result.extremes();
        NullHypothesis hypothesis = NullHypothesis.of(settings.kind());
        listing.figure("order", Quantity.COUNT, settings.order())
                .figure("hypothesis", Quantity.TEXT, hypothesis.text())
                .figure("control", Quantity.TEXT, hypothesis.control())
                .figure("family", Quantity.TEXT, family(settings.family()))
                .figure("surrogate", Quantity.TEXT, LowerCaseEnum.text(settings.kind()))
                .figure("surrogates", Quantity.COUNT, extremes.surrogates())
                .figure("seed", Quantity.COUNT, settings.seed())
                .figure("partial", Quantity.TEXT, result.partial());
        for (int i = 0; i < QUANTILES.length; i++) {
            listing.figure("null_min_" + QUANTILE_NAMES[i], Quantity.INFORMATION, extremes.minQuantile(QUANTILES[i]));
        }
        for (int i = 0; i < QUANTILES.length; i++) {
            listing.figure("null_max_" + QUANTILE_NAMES[i], Quantity.INFORMATION, extremes.maxQuantile(QUANTILES[i]));
        }
        listing.figure("o_below_p05", Quantity.INFORMATION, extremes.synergyThreshold(LEVEL))
                .figure("o_above_p05", Quantity.INFORMATION, extremes.redundancyThreshold(LEVEL))
                .figure("null_min", Quantity.INFORMATION, extremes.min())
                .figure("null_max", Quantity.INFORMATION, extremes.max());
    }

    private static String family(NullSettings.Family family) {
        return switch (family) {
            case ORDER -> "all n-plets of the order";
            case LIST -> "the given n-plets, if chosen without these data";
            case SEARCH -> "what a greedy search comes to at the order, run again on each surrogate";
        };
    }

    private static @Nullable Object[] row(TestedNplet tested, boolean given) {
        List<Object> row = new ArrayList<>();
        row.add(tested.synergy() ? "synergy" : "redundancy");
        row.add(tested.o());
        row.add(tested.pFamily());
        if (given) {
            row.add(tested.p());
            row.add(tested.q());
        }
        row.add(tested.gain());
        row.add(tested.pCarry());
        row.add(tested.variables());
        return row.toArray();
    }
}
