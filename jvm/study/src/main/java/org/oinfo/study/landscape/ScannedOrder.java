package org.oinfo.study.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.report.FilledBins;
import org.oinfo.study.result.LayerLandscape.Group;
import org.oinfo.study.result.LayerLandscape.Histogram;
import org.oinfo.study.result.LayerLandscape.Order;

/** A scan as results keep it: what is not finite is null. */
final class ScannedOrder {
    private ScannedOrder() {}

    /** Of a whole scan with counts, whose columns are neurons; with its mean S. */
    static Order of(ScanResult scan, @Nullable Double s) {
        Landscape landscape = scan.landscape();
        Distribution distribution = landscape.distribution();
        return new Order(
                scan.order(),
                landscape.total(),
                landscape.redundant(),
                landscape.synergistic(),
                landscape.balanced(),
                landscape.singular(),
                finite(landscape.mean()),
                s,
                distribution == null ? null : finite(distribution.variance()),
                finite(scan.min()),
                finite(scan.max()),
                groups(scan.mostSynergistic()),
                groups(scan.mostRedundant()),
                histogram(distribution),
                scan.seconds());
    }

    private static List<Group> groups(List<ScoredNplet> nplets) {
        return nplets.stream()
                .map(nplet -> new Group(IntStream.of(nplet.variables()).boxed().toList(), nplet.o()))
                .toList();
    }

    /** None where every group is singular. */
    private static @Nullable Histogram histogram(@Nullable Distribution distribution) {
        if (distribution == null) {
            return null;
        }
        FilledBins bins = FilledBins.of(distribution);
        if (bins.counts().length == 0) {
            return null;
        }
        // Not List.of: an overflow bin ends at null.
        @Nullable
        Double[] edges =
                Arrays.stream(bins.edges()).mapToObj(ScannedOrder::finite).toArray(Double[]::new);
        return new Histogram(
                Arrays.asList(edges), Arrays.stream(bins.counts()).boxed().toList());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
