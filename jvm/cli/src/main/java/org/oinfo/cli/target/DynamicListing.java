package org.oinfo.cli.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.TargetPaths;
import org.oinfo.TargetResult;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.Top;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/** The outcome of {@code oinfo dynamic}: the extremes of every target, or the paths to them. */
final class DynamicListing implements Outcome {
    private final DynamicMethod method;
    private final int lag;
    private final int points;
    private final TargetMeasure rankBy;
    private final Top top;
    private final List<Row> rows = new ArrayList<>();
    private boolean partial;

    /**
     * An outcome without targets.
     *
     * @param points number of points in time that have a past
     */
    DynamicListing(DynamicMethod method, int lag, int points, TargetMeasure rankBy, Top top) {
        this.method = method;
        this.lag = lag;
        this.points = points;
        this.rankBy = rankBy;
        this.top = top;
    }

    /**
     * An n-plet of sources of a target.
     *
     * @param best whether it is the best of its path; null without paths
     */
    private record Row(
            int target,
            String end,
            TargetNplet nplet,
            @Nullable Boolean best) {}

    void add(int target, TargetResult result) {
        partial |= result.partial();
        result.smallestOnly().forEach(nplet -> rows.add(new Row(target, end(nplet, false), nplet, null)));
        result.largestOnly().forEach(nplet -> rows.add(new Row(target, end(nplet, true), nplet, null)));
    }

    private String end(TargetNplet nplet, boolean large) {
        return rankBy.end(nplet.value(rankBy), large);
    }

    void add(int target, TargetPaths paths) {
        partial |= paths.partial();
        add(target, rankBy.lowest(), paths.synergistic());
        add(target, rankBy.highest(), paths.redundant());
    }

    private void add(int target, String end, TargetPaths.Path path) {
        for (int i = 0; i < path.nplets().size(); i++) {
            rows.add(new Row(target, end, path.nplets().get(i), i == path.best()));
        }
    }

    @Override
    public boolean partial() {
        return partial;
    }

    @Override
    public void describe(Provenance run) {
        run.put("rank_by", LowerCaseEnum.text(rankBy)).put("top", top.described());
    }

    @Override
    public Report report(ReportHead head) {
        Listing listing = head.listing("nplets")
                .figure("method", Quantity.TEXT, LowerCaseEnum.text(method))
                .figure("lag", Quantity.COUNT, lag)
                .figure("points", Quantity.COUNT, points)
                .column("target", Quantity.NPLET);
        TargetListing nplets = new TargetListing(listing, false, false);
        nplets.columns();
        if (method == DynamicMethod.GREEDY) {
            listing.column("best", Quantity.TEXT);
        }
        for (Row row : rows) {
            int[] target = {row.target()};
            List<Boolean> best = row.best() == null ? List.of() : List.of(row.best());
            nplets.add(List.of(target), row.end(), row.nplet(), best);
        }
        return listing;
    }
}
