package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Bars of a histogram of Omega for an axis that is linear within +-0.001 and logarithmic beyond (Vega's {@code symlog}). The
 * area of a bar on that axis is its share: bins double in width with distance from 0, so their counts alone would show steps
 * that are not in the data.
 */
public final class HistogramRows {
    /** The constant of the charts' scale. */
    static final double LINEAR_WITHIN = 1e-3;

    /** The axis holds about so many bars: the bins next to 0 are far narrower than a pixel. */
    private static final int BARS = 150;

    private HistogramRows() {}

    /**
     * A row for each bar that is not empty: {@code from}, {@code to}, {@code zero}, {@code count}, {@code share} of all counts,
     * {@code density} (share by width on the axis), and {@code kind}: what dominates there. Bins that end at infinity and the
     * balanced one have no width to be drawn with.
     *
     * @param histogram {@code edges}, one more than {@code counts}; an edge at infinity is null
     */
    public static ArrayNode of(JsonNode histogram) {
        JsonNode edges = histogram.path("edges");
        JsonNode counts = histogram.path("counts");
        List<Bar> synergy = new ArrayList<>();
        List<Bar> redundancy = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < counts.size(); i++) {
            long count = counts.get(i).asLong();
            total += count;
            if (edges.get(i).isNumber() && edges.get(i + 1).isNumber()) {
                Bar bin = new Bar(edges.get(i).doubleValue(), edges.get(i + 1).doubleValue(), count);
                if (bin.from >= 0) {
                    redundancy.add(bin);
                } else if (bin.to <= 0) {
                    synergy.addFirst(bin);
                }
            }
        }
        double least = (length(synergy) + length(redundancy)) / BARS;
        ArrayNode rows = new JsonMapper().createArrayNode();
        addTo(rows, joined(synergy, least), "synergy-dominated", total);
        addTo(rows, joined(redundancy, least), "redundancy-dominated", total);
        return rows;
    }

    /** One bin, or some that lie side by side. */
    private record Bar(double from, double to, long count) {
        Bar and(Bar next) {
            return new Bar(Math.min(from, next.from), Math.max(to, next.to), count + next.count);
        }

        double width() {
            return onAxis(to) - onAxis(from);
        }

        private static double onAxis(double omega) {
            return Math.copySign(Math.log1p(Math.abs(omega) / LINEAR_WITHIN), omega);
        }
    }

    private static double length(List<Bar> bars) {
        return bars.stream().mapToDouble(Bar::width).sum();
    }

    /**
     * Bars wide enough to be seen; one n-plet in a bin of no width would tower over all.
     *
     * @param outward from the one next to 0
     */
    private static List<Bar> joined(List<Bar> outward, double least) {
        List<Bar> joined = new ArrayList<>();
        @Nullable Bar open = null;
        for (Bar bin : outward) {
            open = open == null ? bin : open.and(bin);
            if (open.width() >= least) {
                joined.add(open);
                open = null;
            }
        }
        if (open != null) {
            joined.add(open);
        }
        return joined;
    }

    private static void addTo(ArrayNode rows, List<Bar> bars, String kind, double total) {
        for (Bar bar : bars) {
            if (bar.count > 0) {
                double share = bar.count / total;
                rows.addObject()
                        .put("from", bar.from)
                        .put("to", bar.to)
                        .put("zero", 0)
                        .put("count", bar.count)
                        .put("share", share)
                        .put("density", share / bar.width())
                        .put("kind", kind);
            }
        }
    }
}
