package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.network.MeanAblation;
import org.oinfo.study.result.Pruning;

/**
 * What groups of a layer's neurons matter beyond what their neurons matter one by one: the interaction of ablations
 * {@code L(all) - L(none) - sum_i [L(i) - L(none)]}, L the mean cross-entropy of test images, a neuron ablated to its mean.
 *
 * <p>Its rivals are random groups of living neurons of the same size whose summed single gains lie within 5 % of the group's. With r of
 * n rivals at least as large and s at most as large, {@code p = min(1, 2 min(r + 1, s + 1) / (n + 1))}.
 */
final class GroupImportance {
    /** Random groups that a group is compared with, at most. */
    static final int RIVALS = 200;
    /** With fewer no p can be small: it is not told. */
    static final int FEWEST = 40;

    private static final double ALIKE = 0.05;
    private static final int TRIES = 50_000;

    private final MeanAblation ablation;
    private final int[] alive;
    private final double[] single;
    private final Map<String, Pruning.Group> known = new LinkedHashMap<>();

    /**
     * Ablates every neuron by itself.
     *
     * @param units of the layer
     * @param alive those of which rivals are drawn
     */
    GroupImportance(MeanAblation ablation, int units, int[] alive) {
        this.ablation = ablation;
        this.alive = alive.clone();
        this.single = ablation.lossGains(
                IntStream.range(0, units).mapToObj(i -> new int[] {i}).toList());
    }

    /**
     * The interaction of a group.
     *
     * @param tc its total correlation, nats; null where it has none
     * @param domega about the class, nats; null where it has none
     * @param seed of the rivals
     */
    Pruning.Group of(int[] group, @Nullable Double tc, @Nullable Double domega, long seed) {
        return known.computeIfAbsent(Arrays.toString(group), key -> measured(group, tc, domega, seed));
    }

    private Pruning.Group measured(int[] group, @Nullable Double tc, @Nullable Double domega, long seed) {
        double sum = sum(group);
        List<int[]> groups = new ArrayList<>(List.of(group));
        groups.addAll(rivals(group.length, sum, RandomStreams.of(seed, group.length)));
        double[] gains = ablation.lossGains(groups);
        double interaction = gains[0] - sum;
        int rivals = groups.size() - 1;
        int larger = 0;
        int smaller = 0;
        for (int g = 1; g <= rivals; g++) {
            double rival = gains[g] - sum(groups.get(g));
            larger += rival >= interaction ? 1 : 0;
            smaller += rival <= interaction ? 1 : 0;
        }
        Double p = rivals < FEWEST ? null : (Double) Math.min(1, 2.0 * (Math.min(larger, smaller) + 1) / (rivals + 1));
        return new Pruning.Group(tc, domega, gains[0], sum, interaction, rivals, p);
    }

    private double sum(int[] group) {
        return Arrays.stream(group).mapToDouble(i -> single[i]).sum();
    }

    private List<int[]> rivals(int size, double sum, UniformRandomProvider random) {
        List<int[]> rivals = new ArrayList<>();
        int[] neurons = alive.clone();
        for (int t = 0; t < TRIES && rivals.size() < RIVALS; t++) {
            for (int i = 0; i < size; i++) {
                int j = i + random.nextInt(neurons.length - i);
                int drawn = neurons[j];
                neurons[j] = neurons[i];
                neurons[i] = drawn;
            }
            int[] some = Arrays.copyOf(neurons, size);
            if (Math.abs(sum(some) - sum) <= ALIKE * Math.abs(sum)) {
                rivals.add(some);
            }
        }
        return rivals;
    }
}
