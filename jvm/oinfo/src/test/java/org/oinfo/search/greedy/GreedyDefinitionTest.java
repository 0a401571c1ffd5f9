package org.oinfo.search.greedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.oinfo.search.greedy.GreedySearchTest.run;
import static org.oinfo.search.greedy.GreedySearchTest.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.scan.TestMatrices;
import org.oinfo.search.Definition;

class GreedyDefinitionTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstPathIsThatOfTheDefinition(long seed) {
        CorrelationMatrix r = TestMatrices.measured(12, seed);
        GreedyResult result = run(r, settings(3, 2, 1, 12, Ends.BOTH));
        for (GreedyPath path : result.paths()) {
            boolean redundant = path.end().redundant();
            int[] nplet = path.steps().getFirst().found().nplet();
            if (path.start() == 0) {
                assertThat(nplet).isEqualTo(bestTriplet(r, redundant));
            }
            for (GreedyStep step : path.steps().subList(1, path.steps().size())) {
                int best = bestVariable(r, nplet, redundant);
                assertThat(step.added()).isEqualTo(best);
                nplet = Definition.with(nplet, best);
                assertThat(step.found().nplet()).isEqualTo(nplet);
                assertThat(step.found().o())
                        .isCloseTo(
                                Definition.omega(r, nplet),
                                within(1e-12 * (1 + step.found().s())));
            }
            assertThat(nplet).hasSize(12);
        }
    }

    private static int[] bestTriplet(CorrelationMatrix r, boolean redundant) {
        int[] best = {0, 1, 2};
        for (int a = 0; a < r.variables(); a++) {
            for (int b = a + 1; b < r.variables(); b++) {
                for (int c = b + 1; c < r.variables(); c++) {
                    if (better(Definition.omega(r, a, b, c), Definition.omega(r, best), redundant)) {
                        best = new int[] {a, b, c};
                    }
                }
            }
        }
        return best;
    }

    private static int bestVariable(CorrelationMatrix r, int[] nplet, boolean redundant) {
        int best = -1;
        for (int v = 0; v < r.variables(); v++) {
            if (Arrays.binarySearch(nplet, v) < 0
                    && (best < 0
                            || better(
                                    Definition.omega(r, Definition.with(nplet, v)),
                                    Definition.omega(r, Definition.with(nplet, best)),
                                    redundant))) {
                best = v;
            }
        }
        return best;
    }

    private static boolean better(double a, double b, boolean redundant) {
        return redundant ? a > b : a < b;
    }

    @Test
    void everyStartAndAnEndlessBeamAreExhaustive() {
        CorrelationMatrix r = TestMatrices.measured(9, 4);
        GreedyResult result = run(r, settings(2, 36, 1000, 9, Ends.BOTH));
        assertThat(result.paths()).hasSize(72);
        OInformation info = OInformation.ofCovariance(rows(r));
        for (int order = 3; order <= 9; order++) {
            int at = order - 2;
            double min = info.scan(order).min();
            double max = info.scan(order).max();
            assertThat(omegas(result, Ends.SYNERGISTIC, at).min().orElseThrow()).isEqualTo(min);
            assertThat(omegas(result, Ends.REDUNDANT, at).max().orElseThrow()).isEqualTo(max);
        }
    }

    private static DoubleStream omegas(GreedyResult result, Ends end, int at) {
        return result.paths().stream()
                .filter(path -> path.end() == end)
                .mapToDouble(path -> path.steps().get(at).found().o());
    }

    private static double[][] rows(CorrelationMatrix r) {
        double[][] rows = new double[r.variables()][r.variables()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = r.get(i, j);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40})
    void aBeamHoldsTheBestOfAllItsCandidates(int width) {
        CorrelationMatrix r = TestMatrices.measured(11, 8);
        GreedyPath path =
                run(r, settings(3, 1, width, 9, Ends.SYNERGISTIC)).paths().getFirst();
        List<int[]> held = List.of(path.steps().getFirst().found().nplet());
        for (GreedyStep step : path.steps().subList(1, path.steps().size())) {
            var larger = new TreeSet<int[]>(Arrays::compare);
            for (int[] nplet : held) {
                for (int v = 0; v < 11; v++) {
                    if (Arrays.binarySearch(nplet, v) < 0) {
                        larger.add(Definition.with(nplet, v));
                    }
                }
            }
            held = larger.stream()
                    .sorted(Comparator.comparingDouble(nplet -> Definition.omega(r, nplet)))
                    .limit(width)
                    .toList();
            assertThat(step.found().nplet()).isEqualTo(held.getFirst());
            assertThat(held.getFirst()).contains(step.added());
        }
    }
}
