package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Group;
import org.oinfo.study.result.LayerLandscape.Histogram;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.TreeNull;

/** Landscapes of an invented study: means that fall from layer to layer, more so without the network. */
final class InventedLandscapes {
    private static final int SAMPLES = 10_000;

    private final InventedNumbers numbers;

    InventedLandscapes(InventedNumbers numbers) {
        this.numbers = numbers;
    }

    /** Every condition of a layer of a network. */
    void landscapes(List<LayerLandscape> all, long seed, int depth) {
        String layer = InventedStudy.LAYERS.get(depth);
        Activation main = depth == 3 ? Activation.LOGITS : Activation.POST;
        all.add(landscape(seed, layer, depth, main, Condition.TRAINED, "average", 5));
        all.add(landscape(seed, layer, depth, main, Condition.UNTRAINED, "average", 4));
        all.add(landscape(seed, layer, depth, main, Condition.SHUFFLED, "average", 4));
        all.add(landscape(seed, layer, depth, main, Condition.WITHIN_CLASS, "average", 4));
        if (depth == 3) {
            all.add(landscape(seed, layer, depth, Activation.SOFTMAX, Condition.TRAINED, "average", 4));
        } else {
            all.add(landscape(seed, layer, depth, Activation.PRE, Condition.TRAINED, "average", 4));
            all.add(landscape(seed, layer, depth, Activation.POST, Condition.TRAINED, "random", 4));
            all.add(landscape(seed, layer, depth, Activation.POST, Condition.TRAINED, "ordinal", 4));
        }
    }

    /** A layer where every neuron is silent. */
    LayerLandscape dead(String layer) {
        return new LayerLandscape(
                0,
                layer,
                Activation.POST,
                Condition.TRAINED,
                "average",
                3,
                SAMPLES,
                List.of(0, 1, 2),
                0,
                0,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Orders from 3 on. */
    LayerLandscape landscape(
            long seed, String layer, int depth, Activation activation, Condition condition, String ties, int most) {
        int width = depth == 3 ? 10 : InventedStudy.WIDTH;
        List<Integer> dead = depth == 0 ? List.of(3, (int) (10 + seed)) : List.of();
        List<Order> orders = new ArrayList<>();
        List<Subsets> subsets = new ArrayList<>();
        for (int order = 3; order <= most; order++) {
            double mean =
                    mean(depth, order, condition, ties) + (condition == Condition.SHUFFLED ? 0 : numbers.noise(0.0004));
            double spread = condition == Condition.SHUFFLED ? 1e-5 : 0.01 * (order - 2);
            orders.add(order(order, width - dead.size(), mean, spread, width == InventedStudy.WIDTH && order < 5));
            double reach = width == InventedStudy.WIDTH ? 2 * spread : 1.5 * spread;
            subsets.add(new Subsets(
                    order, 10, width == 10 ? 1 : 100, mean - reach, 0.002, mean, 0.001, mean + 1.5 * reach, 0.004));
        }
        double zeros = activation == Activation.POST ? 0.4 + 0.1 * depth : 0;
        return new LayerLandscape(
                seed,
                layer,
                activation,
                condition,
                ties,
                width,
                SAMPLES,
                dead,
                zeros,
                zeros,
                orders,
                subsets,
                condition == Condition.SHUFFLED || !ties.equals("average") ? null : spectrum(depth, condition, subsets),
                condition == Condition.TRAINED ? new TreeNull(3, 20, -0.02, 100 + 10 * depth, 1000) : null,
                condition == Condition.SHUFFLED ? null : about(depth, condition));
    }

    /** Matrices whose extremes go a little less far than the data's. */
    private static Spectrum spectrum(int depth, Condition condition, List<Subsets> subsets) {
        List<Spectrum.Matched> matched = new ArrayList<>();
        for (Subsets each : subsets.subList(0, Math.min(2, subsets.size()))) {
            List<Spectrum.Extremes> draws = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                double shrunk = 0.7 + 0.01 * i;
                draws.add(new Spectrum.Extremes(each.min() * shrunk, each.mean() * shrunk, each.max() * shrunk));
            }
            matched.add(new Spectrum.Matched(each.order(), draws, draws));
        }
        return new Spectrum((condition == Condition.UNTRAINED ? 90 : 60) - 10 * depth, matched);
    }

    private static AboutClass about(int depth, Condition condition) {
        double r = condition == Condition.UNTRAINED ? 1 : 1.1 + 0.05 * depth;
        AboutClass.Values values = new AboutClass.Values(1.2, 0.1 * depth - 0.05, -0.1, r, 2 - r);
        return new AboutClass(100, 2.3, values, values);
    }

    private static double mean(int depth, int order, Condition condition, String ties) {
        double scale = Math.pow(2.2, order - 3);
        double trained = scale * new double[] {0.012, 0.006, 0.002, -0.03}[depth];
        return switch (condition) {
            case TRAINED -> ties.equals("ordinal") ? trained + scale * 0.02 : trained;
            case UNTRAINED -> scale * 0.016;
            case SHUFFLED -> -5e-8 * scale;
            case WITHIN_CLASS -> trained / 3;
        };
    }

    private Order order(int order, int alive, double mean, double spread, boolean full) {
        long total = 1;
        for (int i = 0; i < order; i++) {
            total = total * (alive - i) / (i + 1);
        }
        double share = 1 / (1 + Math.exp(-2 * mean / spread));
        long redundant = Math.round(total * share);
        List<Group> low = new ArrayList<>();
        List<Group> high = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            low.add(new Group(numbers.draw(order, alive), mean - spread * (4 - 0.2 * i)));
            high.add(new Group(numbers.draw(order, alive), mean + spread * (6 - 0.3 * i)));
        }
        return new Order(
                order,
                total,
                redundant,
                total - redundant,
                0,
                0,
                mean,
                3 * Math.abs(mean) + 1e-3,
                full ? spread * spread : null,
                mean - 4 * spread,
                mean + 6 * spread,
                low,
                high,
                full ? histogram(mean, spread, total) : null,
                1.5);
    }

    private static Histogram histogram(double mean, double spread, long total) {
        List<@Nullable Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        edges.add(null);
        for (int i = 24; i >= 0; i--) {
            edges.add(-1e-4 * Math.pow(1.4, i));
        }
        for (int i = 0; i <= 24; i++) {
            edges.add(1e-4 * Math.pow(1.4, i));
        }
        edges.add(null);
        for (int i = 0; i + 1 < edges.size(); i++) {
            Double from = edges.get(i);
            Double to = edges.get(i + 1);
            double share = from == null || to == null
                    ? 0
                    : 1 / (1 + Math.exp(-2 * (to - mean) / spread)) - 1 / (1 + Math.exp(-2 * (from - mean) / spread));
            counts.add(Math.round(share * total));
        }
        return new Histogram(edges, counts);
    }
}
