package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.Optimum;

/** Runs the annealing benchmark once, with short chains, and compares its answer with the definition by Commons Math. */
class AnnealAnswersTest {
    @Test
    void optimaAreLocalByTheDefinition() {
        AnnealBenchmark.Problem problem = new AnnealBenchmark.Problem();
        problem.backend = "scalar";
        problem.k = 4;
        problem.sweeps = 1;
        problem.open();

        AnnealResult result = new AnnealBenchmark().oinfo(problem);

        // 256 chains of 4 * 96 proposals and at least a neighbourhood each for what they found.
        assertThat(result.scored()).isBetween(256L * 384, 256L * 390);
        assertThat(problem.scored).isGreaterThan(result.scored() + 20 * 384);
        assertThat(result.synergistic()).hasSize(20);
        Optimum best = result.synergistic().getFirst();
        double least = Definition.measures(problem.r, best.nplet())[2];
        assertThat(best.o()).isCloseTo(least, within(1e-12));
        for (int position = 0; position < problem.k; position++) {
            for (int j = 0; j < AnnealBenchmark.VARIABLES; j++) {
                int[] swapped = best.nplet().clone();
                swapped[position] = j;
                if (Arrays.stream(swapped).distinct().count() == problem.k) {
                    assertThat(Definition.measures(problem.r, swapped)[2]).isGreaterThanOrEqualTo(least - 1e-12);
                }
            }
        }
    }
}
