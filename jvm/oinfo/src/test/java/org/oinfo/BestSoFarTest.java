package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.BestSoFar;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.anneal.Optimum;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/**
 * The best n-plet so far while an analysis goes on, in columns of data whose columns 0 and 4 are constant. The collider {1, 2, 3}
 * is the most synergistic triplet, the common cause {5, 6, 7} the most redundant.
 */
class BestSoFarTest {
    private final OInformation info = OInformation.ofSamples(data());
    private final List<Progress> seen = Collections.synchronizedList(new ArrayList<>());

    private static double[][] data() {
        return Arrays.stream(Fixture.samples())
                .map(x -> new double[] {7, x[0], x[1], x[2], 7, x[3], x[4], x[5]})
                .toArray(double[][]::new);
    }

    private boolean watch(Progress progress) {
        seen.add(progress);
        return true;
    }

    private List<BestSoFar> lowest() {
        return seen.stream().map(Progress::lowest).filter(Objects::nonNull).toList();
    }

    private List<BestSoFar> highest() {
        return seen.stream().map(Progress::highest).filter(Objects::nonNull).toList();
    }

    /** Every best is the n-plet's own O-information, and the last ones are what was sought. */
    private void colliderAndCauseWereFound() {
        for (BestSoFar best : lowest()) {
            assertThat(best.value()).isCloseTo(omega(best), within(1e-12));
        }
        for (BestSoFar best : highest()) {
            assertThat(best.value()).isCloseTo(omega(best), within(1e-12));
        }
        assertThat(lowest().getLast().nplet()).containsExactly(1, 2, 3);
        assertThat(highest().getLast().nplet()).containsExactly(5, 6, 7);
    }

    private double omega(BestSoFar best) {
        return info.measures(best.nplet()).getFirst().o();
    }

    @Test
    void whileChainsAnneal() {
        AnnealSettings settings = AnnealSettings.of(3).withChains(8, 5, 0);
        AnnealResult watched = info.search().anneal(settings, this::watch);
        colliderAndCauseWereFound();
        // Chains have proposed, and know what is best: one run of the watch, before the descents.
        long proposals = watched.scored();
        assertThat(seen)
                .anyMatch(progress ->
                        progress.done() == proposals && progress.lowest() != null && progress.highest() != null);
        AnnealResult unseen = info.search().anneal(settings, Monitor.NONE);
        assertThat(watched.synergistic().stream().map(Optimum::o))
                .containsExactlyElementsOf(
                        unseen.synergistic().stream().map(Optimum::o).toList());
    }

    @Test
    void ofEachOrderThatChainsVisit() {
        AnnealSettings settings = AnnealSettings.of(3, 5).withChains(8, 5, 0).withEnds(Ends.SYNERGISTIC);
        info.search().anneal(settings, this::watch);
        assertThat(seen).filteredOn(progress -> progress.lowest() != null).allSatisfy(progress -> {
            BestSoFar best = Objects.requireNonNull(progress.lowest());
            assertThat(best.nplet()).hasSize(progress.order());
            assertThat(best.value()).isCloseTo(omega(best), within(1e-12));
        });
        assertThat(lowest().stream().map(best -> best.nplet().length)).contains(3, 4, 5);
        assertThat(highest()).isEmpty();
    }

    @Test
    void whileDescentsGoOn() {
        info.search().refine(List.of(new int[] {1, 2, 5}), DescentSettings.swaps(Ends.BOTH), this::watch);
        colliderAndCauseWereFound();
        assertThat(lowest().getFirst().nplet()).containsExactly(1, 2, 5);
    }

    @Test
    void ofTheSourcesOfATarget() {
        int[] classes =
                Arrays.stream(data()).mapToInt(row -> row[3] > 0 ? 1 : 0).toArray();
        TargetAnalysis target = info.target(classes);
        TargetResult found = target.scan(2, TargetMeasure.DOMEGA, this::watch);
        isTold(lowest().getLast(), found.smallest().getFirst());
        isTold(highest().getLast(), found.largest().getFirst());
        seen.clear();
        TargetPaths paths = target.greedy(2, 4, this::watch);
        isTold(lowest().getLast(), paths.synergistic().nplets().getLast());
        isTold(highest().getLast(), paths.redundant().nplets().getLast());
    }

    @Test
    void ofSeriesThatTellTheNextValueOfAnother() {
        TargetResult found = info.dynamic(1).target(5).scan(2, TargetMeasure.DOMEGA, this::watch);
        isTold(lowest().getLast(), found.smallest().getFirst());
        isTold(highest().getLast(), found.largest().getFirst());
        assertThat(found.smallest().getFirst().sources()).doesNotContain(0, 4, 5);
    }

    private static void isTold(BestSoFar told, TargetNplet nplet) {
        assertThat(told.nplet()).isEqualTo(nplet.sources());
        assertThat(told.value()).isEqualTo(nplet.domega());
    }
}
