package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.OmegaHistogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Bars whose areas are shares. */
class HistogramRowsTest {
    private static final double SPREAD = 0.02;
    private static final double MANY = 1e7;

    /** Counts of a normal Omega in the engine's own bins. */
    private static JsonNode normal() {
        NormalDistribution distribution = NormalDistribution.of(0, SPREAD);
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 1; i < OmegaHistogram.size() - 1; i++) {
            double from = OmegaHistogram.edge(i);
            double to = OmegaHistogram.edge(i + 1);
            if (from > -0.2 && to < 0.2) {
                edges.add(from);
                counts.add(Math.round(MANY * distribution.probability(from, to)));
                if (OmegaHistogram.edge(i + 2) >= 0.2) {
                    edges.add(to);
                }
            }
        }
        return new JsonMapper().valueToTree(Map.of("edges", edges, "counts", counts));
    }

    private static double onAxis(double omega) {
        return Math.signum(omega) * Math.log(1 + Math.abs(omega) / 0.001);
    }

    @Test
    void theAreaOfABarIsItsShare() {
        ArrayNode rows = HistogramRows.of(normal());
        double area = 0;
        for (JsonNode row : rows) {
            double width =
                    onAxis(row.path("to").asDouble()) - onAxis(row.path("from").asDouble());
            assertThat(row.path("density").asDouble() * width)
                    .isCloseTo(row.path("share").asDouble(), within(1e-12));
            area += row.path("share").asDouble();
        }
        assertThat(area).isCloseTo(1, within(1e-9));
        assertThat(rows.size()).isBetween(80, 300);
    }

    /** The height is the density of Omega on the axis, exp(-o^2 / 2 s^2) (c + |o|) / s sqrt(2 pi), without steps. */
    @Test
    void theHeightsAreThoseOfTheDensity() {
        NormalDistribution distribution = NormalDistribution.of(0, SPREAD);
        for (JsonNode row : HistogramRows.of(normal())) {
            double middle = (row.path("from").asDouble() + row.path("to").asDouble()) / 2;
            double expected = distribution.density(middle) * (0.001 + Math.abs(middle));
            assertThat(row.path("density").asDouble()).isCloseTo(expected, within(0.004));
        }
    }

    @Test
    void oneNpletBesideZeroDoesNotTowerOverAll() {
        JsonNode histogram = new JsonMapper().readTree("""
                {"edges": [-0.2, -0.1, -2e-9, -1e-9, -1e-10, 1e-10, 1e-9, 2e-9, 0.1, 0.2], "counts": [9, 90, 0, 1, 50, 1, 0, 90, 9]}
                """);
        for (JsonNode row : HistogramRows.of(histogram)) {
            assertThat(row.path("density").asDouble()).isLessThan(0.1);
        }
    }

    @Test
    void nothingCountedIsNothingDrawn() {
        assertThat(HistogramRows.of(new JsonMapper().readTree("{\"edges\": [], \"counts\": []}")))
                .isEmpty();
    }
}
