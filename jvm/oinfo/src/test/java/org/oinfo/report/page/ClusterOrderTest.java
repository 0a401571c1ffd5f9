package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is alike stands side by side. */
class ClusterOrderTest {
    /** Points of a line, in any order, come in the order of the line, from one of its ends. */
    @Test
    void pointsOfALineAreInItsOrder() {
        double[] points = {7, 1, 4, 9, 2.5, 0};
        double[][] distance = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                distance[i][j] = Math.abs(points[i] - points[j]);
            }
        }
        List<Integer> order = ClusterOrder.of(distance);
        List<Integer> line = IntStream.range(0, points.length)
                .boxed()
                .sorted((i, j) -> Double.compare(points[i], points[j]))
                .toList();
        assertThat(order).isIn(line, line.reversed());
    }

    @Test
    void fewHaveAnOrderToo() {
        assertThat(ClusterOrder.of(new double[0][0])).isEmpty();
        assertThat(ClusterOrder.of(new double[1][1])).containsExactly(0);
    }
}
