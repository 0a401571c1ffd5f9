package org.oinfo.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines, and a frame without any. */
class LinesChartTest {
    private static String drawn(double... values) {
        List<LinesChart.Point> points = IntStream.range(0, values.length)
                .mapToObj(i -> new LinesChart.Point(i + 3, values[i], "tip " + i))
                .toList();
        Svg svg = new Svg(Ink::onPage, true);
        new LinesChart("", "", "order", "nats", false, List.of(new LinesChart.Line("mean", Ink.MIDDLE, 1, points)))
                .draw(svg, 600);
        return svg.toString();
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        assertThat(drawn(-0.5, Double.NaN, 0.5)).contains("tip 0", "tip 2").doesNotContain("tip 1", "NaN");
        assertThat(drawn(0.25, 0.25)).contains("tip 0").doesNotContain("NaN");
    }

    @Test
    void withoutAnyTheFrameStaysEmpty() {
        assertThat(drawn(Double.NaN, Double.NEGATIVE_INFINITY))
                .contains("nats")
                .doesNotContain("tip", "NaN", "Infinity");
    }
}
