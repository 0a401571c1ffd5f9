package org.oinfo.cli.command;

import java.util.List;
import java.util.stream.Stream;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.statistics.interval.BootstrapResult;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.IntervalMethod;
import org.oinfo.statistics.interval.MeasureInterval;
import org.oinfo.statistics.interval.NpletIntervals;

/** The report of {@code oinfo bootstrap}: a row for each measure of each n-plet. */
final class IntervalListing {
    private static final List<String> MEASURES = List.of("tc", "dtc", "o", "s");

    private IntervalListing() {}

    static Listing of(ReportHead head, BootstrapSettings settings, BootstrapResult result) {
        Listing listing = head.listing("intervals")
                .figure("interval", Quantity.TEXT, LowerCaseEnum.text(settings.method()))
                .figure("confidence", Quantity.NUMBER, settings.confidence())
                .figure("resamples", Quantity.COUNT, settings.resamples())
                .figure("block", Quantity.COUNT, settings.block())
                .figure("jackknife", Quantity.TEXT, jackknife(settings, result))
                .figure(
                        "without_interval",
                        Quantity.COUNT,
                        measures(result).filter(m -> !m.defined()).count())
                .figure(
                        "at_the_last_resample",
                        Quantity.COUNT,
                        measures(result).filter(MeasureInterval::clamped).count())
                .column("nplet", Quantity.NPLET)
                .column("order", Quantity.COUNT)
                .column("measure", Quantity.TEXT)
                .column("value", Quantity.INFORMATION)
                .column("low", Quantity.INFORMATION)
                .column("high", Quantity.INFORMATION)
                .column("bootstrap_bias", Quantity.INFORMATION)
                .column("standard_error", Quantity.INFORMATION)
                .column("resamples", Quantity.COUNT)
                .column("singular", Quantity.COUNT);
        result.nplets().forEach(nplet -> rows(listing, nplet));
        return listing;
    }

    private static void rows(Listing listing, NpletIntervals nplet) {
        List<MeasureInterval> measures = nplet.measures();
        for (int m = 0; m < measures.size(); m++) {
            MeasureInterval measure = measures.get(m);
            listing.row(
                    nplet.nplet(),
                    nplet.nplet().length,
                    MEASURES.get(m),
                    measure.value(),
                    measure.low(),
                    measure.high(),
                    measure.bias(),
                    measure.error(),
                    nplet.resamples(),
                    nplet.singular());
        }
    }

    private static Stream<MeasureInterval> measures(BootstrapResult result) {
        return result.nplets().stream().flatMap(nplet -> nplet.measures().stream());
    }

    private static String jackknife(BootstrapSettings settings, BootstrapResult result) {
        if (settings.method() == IntervalMethod.PERCENTILE) {
            return "none";
        }
        String groups = result.groups() + (settings.block() > 1 ? " groups of consecutive samples" : " groups");
        return result.singleSamples() ? "single samples" : groups;
    }
}
