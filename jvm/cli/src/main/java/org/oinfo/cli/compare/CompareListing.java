package org.oinfo.cli.compare;

import java.util.List;
import java.util.Locale;
import org.oinfo.cli.analysis.Conclusion;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.scan.Differences;
import org.oinfo.scan.Measure;
import org.oinfo.statistics.comparison.ComparedNplet;
import org.oinfo.statistics.comparison.ComparisonResult;
import org.oinfo.statistics.comparison.ComparisonSettings;
import org.oinfo.statistics.surrogate.ExtremeNull;

/** The report of {@code oinfo compare}. */
record CompareListing(ReportHead head, List<LoadedData> both) {
    private static final double LEVEL = 0.05;

    Listing of(ComparisonResult result) {
        Listing listing = head.listing("nplets");
        figures(listing, result);
        listing.column("end", Quantity.TEXT).column("p_fwer", Quantity.NUMBER);
        for (Measure measure : Measure.values()) {
            listing.column("difference_" + measure.text(), Quantity.INFORMATION);
        }
        Measure ranked = result.settings().measure();
        listing.column("first_" + ranked.text(), Quantity.INFORMATION)
                .column("second_" + ranked.text(), Quantity.INFORMATION)
                .column("nplet", Quantity.NPLET);
        for (ComparedNplet one : result.nplets()) {
            listing.row(
                    one.below() ? "smallest" : "largest",
                    one.pFamily(),
                    one.difference(Measure.TC),
                    one.difference(Measure.DTC),
                    one.difference(Measure.O),
                    one.difference(Measure.S),
                    one.first().values()[ranked.index()],
                    one.second().values()[ranked.index()],
                    one.variables());
        }
        return listing.conclusion(conclusion(result));
    }

    private void figures(Listing listing, ComparisonResult result) {
        ComparisonSettings settings = result.settings();
        Differences all = result.differences();
        ExtremeNull extremes = result.extremes();
        listing.figure("order", Quantity.COUNT, settings.order())
                .figure("first", Quantity.TEXT, both.getFirst().origin().source())
                .figure("second", Quantity.TEXT, both.getLast().origin().source())
                .figure("first_samples", Quantity.COUNT, result.firstSamples())
                .figure("second_samples", Quantity.COUNT, result.secondSamples())
                .figure(
                        "hypothesis",
                        Quantity.TEXT,
                        "columns depend on each other in the same way in both data sets, whatever their margins")
                .figure(
                        "family",
                        Quantity.TEXT,
                        "all n-plets of the order: largest and smallest difference of "
                                + settings.measure().title())
                .figure(
                        "exchanged",
                        Quantity.TEXT,
                        settings.paired()
                                ? "rows of a pair"
                                : "any rows, after each data set was brought to the same margins")
                .figure("permutations", Quantity.COUNT, extremes.surrogates())
                .figure("seed", Quantity.COUNT, settings.seed())
                .figure("partial", Quantity.TEXT, result.partial())
                .figure("nplets", Quantity.COUNT, all.total())
                .figure("more_in_first", Quantity.COUNT, all.above())
                .figure("more_in_second", Quantity.COUNT, all.below())
                .figure("singular", Quantity.COUNT, all.singular())
                .figure("mean_difference", Quantity.INFORMATION, all.mean() - result.bias())
                .figure("difference_below_p05", Quantity.INFORMATION, extremes.synergyThreshold(LEVEL))
                .figure("difference_above_p05", Quantity.INFORMATION, extremes.redundancyThreshold(LEVEL))
                .figure("null_min", Quantity.INFORMATION, extremes.min())
                .figure("null_max", Quantity.INFORMATION, extremes.max());
    }

    /** What came out, and no more: one statement about both ends, so each has half of the level. */
    private static String conclusion(ComparisonResult result) {
        double level = LEVEL / 2;
        return Conclusion.of(
                "permutations",
                result.extremes().surrogates(),
                result.settings().permutations(),
                level,
                () -> found(result, level));
    }

    private static String found(ComparisonResult result, double level) {
        long below = count(result.nplets(), true, level);
        long above = count(result.nplets(), false, level);
        String p = "(p_fwer at most " + level + " at either end, " + LEVEL + " together)";
        if (below + above == 0) {
            return "None of the " + result.nplets().size() + " listed n-plets differs by more than chance " + p + ".";
        }
        return String.format(
                Locale.ROOT,
                "Of the %d listed n-plets %d with less %s in the first data set and %d with more are beyond chance %s:"
                        + " columns depend on each other in another way there.",
                result.nplets().size(),
                below,
                result.settings().measure().title(),
                above,
                p);
    }

    private static long count(List<ComparedNplet> nplets, boolean below, double level) {
        return nplets.stream()
                .filter(one -> one.below() == below && one.pFamily() <= level)
                .count();
    }
}
