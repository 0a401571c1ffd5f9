package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Landscape;

/** Runs the benchmark of the lattice once and compares its answer with the definition by Commons Math. */
class LatticeAnswersTest {
    private static final double ACCURACY = 1e-12;

    /** Counts, extremes and mean of every order of a walk over all subsets. */
    @ParameterizedTest
    @ValueSource(strings = {"native", "simd"})
    void latticeOfAllOrders(String backend) {
        assumeThat(AnswersTest.backends()).contains(backend);
        LatticeBenchmark.Problem problem = new LatticeBenchmark.Problem();
        problem.backend = backend;
        problem.variables = 11;
        problem.open();

        List<Landscape> walked = new LatticeBenchmark().walk(problem);

        assertThat(walked).hasSize(9);
        for (int i = 0; i < walked.size(); i++) {
            int order = 3 + i;
            Landscape found = walked.get(i);
            Reference expected = Reference.of(problem.r, order);
            assertThat(found.total()).isEqualTo(expected.size());
            assertThat(found.redundant()).isEqualTo(expected.redundant());
            assertThat(found.synergistic()).isEqualTo(expected.synergistic());
            assertThat(found.mean()).isCloseTo(expected.mean(), within(ACCURACY * order));
            assertThat(found.mostSynergistic().sortedRanks()).isEqualTo(expected.lowest(ScanMode.TOP));
            assertThat(found.mostRedundant().sortedRanks()).isEqualTo(expected.highest(ScanMode.TOP));
        }
    }
}
