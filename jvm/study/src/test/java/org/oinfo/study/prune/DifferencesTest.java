package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;

class DifferencesTest {
    private static Pruning pruning(
            long seed, String choice, int draw, double ablated, @Nullable Double retrained, @Nullable Double tuned) {
        return new Pruning(
                seed, "hidden", 5, choice, draw, List.of(), List.of(), List.of(), List.of(), 0, 0, ablated, null,
                retrained, tuned, List.of());
    }

    private static Difference find(List<Difference> all, String treatment, String choice, String against) {
        return all.stream()
                .filter(d -> d.treatment().equals(treatment)
                        && d.choice().equals(choice)
                        && d.against().equals(against))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void choicesAreComparedNetworkByNetwork() {
        List<Pruning> prunings = List.of(
                pruning(1, "synergistic", 0, 0.50, 0.80, null),
                pruning(1, "redundant", 0, 0.40, 0.82, null),
                pruning(2, "synergistic", 0, 0.70, 0.90, null),
                pruning(2, "redundant", 0, 0.50, null, null));
        List<Training> trainings =
                List.of(new Training(1, List.of(), 0.1, 0.95), new Training(2, List.of(), 0.1, 0.97));
        List<Difference> all = Differences.of(prunings, trainings);

        Difference ablated = find(all, "ablated", "synergistic", "redundant");
        assertThat(ablated.networks()).isEqualTo(2);
        assertThat(ablated.mean()).isCloseTo(0.15, within(1e-12));
        // Differences 0.1 and 0.2: standard error 0.05.
        assertThat(ablated.low()).isCloseTo(0.15 - 12.7062047 * 0.05, within(1e-7));
        assertThat(ablated.high()).isCloseTo(0.15 + 12.7062047 * 0.05, within(1e-7));
        assertThat(ablated.rank()).isNull();

        Difference retrained = find(all, "retrained", "synergistic", "redundant");
        assertThat(retrained.networks()).isEqualTo(1);
        assertThat(retrained.mean()).isCloseTo(-0.02, within(1e-12));
        assertThat(retrained.low()).isNull();
        assertThat(retrained.high()).isNull();

        Difference whole = find(all, "retrained", "synergistic", "whole");
        assertThat(whole.networks()).isEqualTo(2);
        assertThat(whole.mean()).isCloseTo(-0.11, within(1e-12));

        assertThat(all).extracting(Difference::treatment).doesNotContain("tuned");
        assertThat(all).extracting(Difference::against).doesNotContain("random", "complement", "weight");
        assertThat(find(all, "ablated", "redundant", "whole").mean()).isCloseTo(-0.51, within(1e-12));
        assertThat(all).hasSize(6);
    }

    @Test
    void randomChoicesEnterAsTheirMeanAndRankCountsTiesHalf() {
        List<Pruning> prunings = new ArrayList<>();
        prunings.add(pruning(1, "synergistic", 0, 0.6, null, 0.9));
        prunings.add(pruning(1, "redundant", 0, 0.2, null, 0.9));
        double[] ones = {0.5, 0.6, 0.7, 0.4};
        double[] twos = {0.1, 0.1, 0.1, 0.3};
        prunings.add(pruning(2, "synergistic", 0, 0.4, null, 0.9));
        prunings.add(pruning(2, "redundant", 0, 0.1, null, 0.9));
        for (int draw = 1; draw <= 4; draw++) {
            prunings.add(pruning(1, "random", draw, ones[draw - 1], null, 0.9));
            prunings.add(pruning(2, "random", draw, twos[draw - 1], null, 0.9));
        }
        List<Difference> all = Differences.of(prunings, List.of());

        Difference synergistic = find(all, "ablated", "synergistic", "random");
        assertThat(synergistic.mean()).isCloseTo((0.05 + 0.25) / 2, within(1e-12));
        // Network 1: 0.7 is better, 0.6 ties: 1.5 of 4. Network 2: none.
        assertThat(synergistic.rank()).isCloseTo(1.5 / 4 / 2, within(1e-12));

        Difference redundant = find(all, "ablated", "redundant", "random");
        assertThat(redundant.mean()).isCloseTo((-0.35 - 0.05) / 2, within(1e-12));
        // Network 1: all 4. Network 2: one better, three ties: 2.5 of 4.
        assertThat(redundant.rank()).isCloseTo((1 + 2.5 / 4) / 2, within(1e-12));

        assertThat(find(all, "tuned", "synergistic", "random").rank()).isEqualTo(0.5);
        assertThat(find(all, "tuned", "synergistic", "random").low()).isCloseTo(0, within(1e-12));
        assertThat(all).extracting(Difference::against).doesNotContain("whole");
    }

    @Test
    void sizesAndScopesAreComparedApart() {
        List<Pruning> prunings = List.of(
                new Pruning(
                        1,
                        "hidden",
                        5,
                        "synergistic",
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0.5,
                        null,
                        null,
                        null,
                        List.of()),
                new Pruning(
                        1,
                        "layer1",
                        5,
                        "synergistic",
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0.6,
                        null,
                        null,
                        null,
                        List.of()),
                new Pruning(
                        1,
                        "hidden",
                        9,
                        "synergistic",
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0.7,
                        null,
                        null,
                        null,
                        List.of()));
        List<Difference> all = Differences.of(prunings, List.of(new Training(1, List.of(), 0.1, 0.9)));
        assertThat(all)
                .extracting(d -> d.scope() + " " + d.size() + " " + Math.round(100 * d.mean()))
                .containsExactly("hidden 5 -40", "layer1 5 -30", "hidden 9 -20");
        assertThat(Differences.of(List.of(), List.of())).isEmpty();
    }
}
