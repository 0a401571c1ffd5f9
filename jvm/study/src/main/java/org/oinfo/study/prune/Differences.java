package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;

/**
 * Compares the accuracies of choices, paired by network.
 *
 * <p>An interval says how far the mean difference would move with other initial weights and other orders of the images, on the
 * same data: networks differ in nothing else. It does not speak of other data or other test images. The random choices of a network
 * enter as their mean, so their scatter is in the interval only by what is left after averaging. Every interval is at 95 % by
 * itself: of many intervals, one in twenty may miss by chance, and no correction is made for their number.
 */
public final class Differences {
    /** The comparison of a choice that is no other choice: the whole network. */
    public static final String WHOLE = "whole";

    private static final String RANDOM = Choice.RANDOM.label();

    private Differences() {}

    /** Sub-networks that can be compared. */
    private record Cell(String scope, int size) {}

    /**
     * The synergistic choice less every other one; every choice of its size less the random one and less the whole network, for each
     * scope, size and treatment. A pair needs both accuracies of a network; comparisons without any pair are left out.
     *
     * @param prunings of all networks
     * @param trainings of all networks: the accuracies of whole networks
     */
    public static List<Difference> of(List<Pruning> prunings, List<Training> trainings) {
        Map<Cell, List<Pruning>> cells = new LinkedHashMap<>();
        for (Pruning pruning : prunings) {
            cells.computeIfAbsent(new Cell(pruning.scope(), pruning.size()), c -> new ArrayList<>())
                    .add(pruning);
        }
        Map<Long, Double> whole = new TreeMap<>();
        trainings.forEach(training -> whole.put(training.seed(), training.testAccuracy()));
        List<Difference> differences = new ArrayList<>();
        cells.forEach((cell, ofCell) -> {
            for (Treatment treatment : Treatment.values()) {
                Comparison comparison = new Comparison(cell, treatment, accuracies(ofCell, treatment), whole);
                String synergistic = Choice.SYNERGISTIC.label();
                for (Choice other : Choice.values()) {
                    if (other != Choice.SYNERGISTIC) {
                        comparison.add(synergistic, other.label(), differences);
                    }
                }
                for (Choice choice : Choice.values()) {
                    if (choice != Choice.COMPLEMENT) {
                        comparison.add(choice.label(), WHOLE, differences);
                        if (choice != Choice.RANDOM && choice != Choice.SYNERGISTIC) {
                            comparison.add(choice.label(), RANDOM, differences);
                        }
                    }
                }
            }
        });
        return differences;
    }

    /** Accuracies of each choice, by network. */
    private static Map<String, Map<Long, List<Double>>> accuracies(List<Pruning> prunings, Treatment treatment) {
        Map<String, Map<Long, List<Double>>> all = new TreeMap<>();
        for (Pruning pruning : prunings) {
            Double accuracy = treatment.accuracy(pruning);
            if (accuracy != null) {
                all.computeIfAbsent(pruning.choice(), c -> new TreeMap<>())
                        .computeIfAbsent(pruning.seed(), s -> new ArrayList<>())
                        .add(accuracy);
            }
        }
        return all;
    }

    /** Compares choices of one scope and size after one treatment. */
    private record Comparison(
            Cell cell, Treatment treatment, Map<String, Map<Long, List<Double>>> accuracies, Map<Long, Double> whole) {

        void add(String choice, String against, List<Difference> differences) {
            List<Double> paired = new ArrayList<>();
            List<Double> ranks = new ArrayList<>();
            accuracies.getOrDefault(choice, Map.of()).forEach((seed, ours) -> {
                OptionalDouble theirs = mean(against, seed);
                if (theirs.isPresent()) {
                    // Random choices enter as their mean on either side.
                    paired.add(Arrays.stream(values(ours)).average().orElseThrow() - theirs.getAsDouble());
                    if (against.equals(RANDOM)) {
                        ranks.add(shareAtLeast(of(RANDOM, seed), ours.getFirst()));
                    }
                }
            });
            if (!paired.isEmpty()) {
                differences.add(difference(choice, against, values(paired), values(ranks)));
            }
        }

        private List<Double> of(String choice, long seed) {
            return accuracies.getOrDefault(choice, Map.of()).getOrDefault(seed, List.of());
        }

        private OptionalDouble mean(String against, long seed) {
            if (against.equals(WHOLE)) {
                Double accuracy = whole.get(seed);
                return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
            }
            return Arrays.stream(values(of(against, seed))).average();
        }

        private Difference difference(String choice, String against, double[] paired, double[] ranks) {
            Interval interval = Interval.of(Arrays.stream(paired).boxed().toList());
            return new Difference(
                    cell.scope(),
                    cell.size(),
                    treatment.field(),
                    choice,
                    against,
                    paired.length,
                    interval.mean(),
                    finite(interval.low()),
                    finite(interval.high()),
                    finite(Arrays.stream(ranks).average().orElse(Double.NaN)));
        }
    }

    /** Share of accuracies that are at least another, equal ones counted half. */
    private static double shareAtLeast(List<Double> accuracies, double other) {
        double halves = 0;
        for (double accuracy : accuracies) {
            halves += accuracy > other ? 2 : accuracy == other ? 1 : 0;
        }
        return halves / 2 / accuracies.size();
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(value -> value).toArray();
    }

    private static @Nullable Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
