package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Scorer;

/** Annealing from random starts against greedy search from the ten best triplets, both ends of random systems. */
class AnnealAndGreedyTest {
    private static final int N = 30;
    private static final int STARTS = 10;

    @Test
    void annealingIsAtLeastAsGoodInFiveSystems() {
        // A quarter of the usual chains and sweeps.
        assertThat(wins(5, AnnealSettings.of(6).withChains(64, 8, 0))).isEqualTo(5);
    }

    @Test
    @Tag("slow")
    void annealingIsAtLeastAsGoodInFiftySystems() {
        assertThat(wins(50, AnnealSettings.of(6))).isGreaterThanOrEqualTo(45);
        assertThat(wins(50, AnnealSettings.of(8))).isGreaterThanOrEqualTo(45);
    }

    /** Systems at both of whose ends annealing is at least as good; prints each one's seed. */
    private static int wins(int systems, AnnealSettings settings) {
        int order = settings.largestOrder();
        int wins = 0;
        int better = 0;
        for (int seed = 0; seed < systems; seed++) {
            CorrelationMatrix r = TestSystems.noisyFactors(N, 3 + seed % 5, 100, seed);
            AnnealResult annealed =
                    new Annealing(Scorer.gaussian(Backends.open("auto"), r), settings).run(1, Monitor.NONE);
            double synergy = annealed.synergistic().getFirst().o() - greedy(r, order, 1);
            double redundancy = -annealed.redundant().getFirst().o() - greedy(r, order, -1);
            System.out.printf(
                    "order=%d seed=%d, annealed less greedy: synergistic %.6f, redundant %.6f nats%n",
                    order, seed, synergy, redundancy);
            wins += synergy <= 1e-10 && redundancy <= 1e-10 ? 1 : 0;
            better += synergy < -1e-10 || redundancy < -1e-10 ? 1 : 0;
        }
        System.out.printf(
                "order=%d: as good at both ends in %d of %d systems, better at an end in %d%n",
                order, wins, systems, better);
        return wins;
    }

    /** The smallest sign * Omega that greedy search from the best triplets reaches, by the definition. */
    private static double greedy(CorrelationMatrix r, int order, int sign) {
        List<int[]> triplets = new ArrayList<>();
        for (int a = 0; a < N; a++) {
            for (int b = a + 1; b < N; b++) {
                for (int c = b + 1; c < N; c++) {
                    triplets.add(new int[] {a, b, c});
                }
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (int[] start : best(r, triplets, sign, STARTS)) {
            int[] grown = start;
            while (grown.length < order) {
                grown = best(r, withOneMore(grown), sign, 1).getFirst();
            }
            least = Math.min(least, sign * Defined.omega(r, grown));
        }
        return least;
    }

    private static List<int[]> withOneMore(int[] nplet) {
        List<int[]> grown = new ArrayList<>();
        for (int j = 0; j < N; j++) {
            if (Arrays.binarySearch(nplet, j) < 0) {
                int[] more = Arrays.copyOf(nplet, nplet.length + 1);
                more[nplet.length] = j;
                Arrays.sort(more);
                grown.add(more);
            }
        }
        return grown;
    }

    private static List<int[]> best(CorrelationMatrix r, List<int[]> nplets, int sign, int count) {
        record Scored(int[] nplet, double value) {}
        return nplets.stream()
                .map(nplet -> new Scored(nplet, sign * Defined.omega(r, nplet)))
                .sorted(Comparator.comparingDouble(Scored::value))
                .limit(count)
                .map(Scored::nplet)
                .toList();
    }
}
