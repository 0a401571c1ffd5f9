package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.estimate.options.Ties;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;

/**
 * One landscape that is taken of a layer's values.
 *
 * @param orders ascending, at least one
 * @param controlled whether it is held against its spectrum and its tree, and scored about the class
 */
record Variant(Condition condition, Ties ties, List<Integer> orders, boolean controlled) {
    /** The landscapes of the trained network's values: the one that counts, and what shows what it owes to the method. */
    static List<Variant> ofTrained(Activation activation, LandscapeSettings settings) {
        List<Integer> controls = settings.controlOrders();
        List<Variant> variants = new ArrayList<>();
        // Values before the ReLU are a control themselves. An image has pixels too many for groups of four.
        List<Integer> orders = switch (activation) {
            case PRE -> controls;
            case PIXELS -> controls.stream().limit(1).toList();
            case POST, SUM, LOGITS, SOFTMAX -> settings.orders();
        };
        variants.add(new Variant(
                Condition.TRAINED, Ties.AVERAGE, orders, compared(activation) || activation == Activation.PIXELS));
        if (activation == Activation.POST) {
            for (Ties ties : settings.otherTies()) {
                variants.add(new Variant(Condition.TRAINED, ties, controls, false));
            }
        }
        if (compared(activation)) {
            variants.add(new Variant(Condition.SHUFFLED, Ties.AVERAGE, controls, false));
            variants.add(new Variant(Condition.WITHIN_CLASS, Ties.AVERAGE, controls, false));
        }
        return withOrders(variants);
    }

    /** The landscapes of the untrained network's values. */
    static List<Variant> ofUntrained(Activation activation, LandscapeSettings settings) {
        return compared(activation)
                ? withOrders(List.of(new Variant(Condition.UNTRAINED, Ties.AVERAGE, settings.controlOrders(), true)))
                : List.of();
    }

    /** Orders of the random matrices with its eigenvalues. */
    List<Integer> spectrumOrders(LandscapeSettings settings) {
        return orders.stream()
                .filter(order -> controlled && settings.controlOrders().contains(order))
                .toList();
    }

    /** Whether n-plets of its first order are held against a tree. */
    boolean hasTree(LandscapeSettings settings) {
        return controlled
                && condition == Condition.TRAINED
                && settings.controls().trees() > 0
                && settings.controlOrders().contains(orders.getFirst());
    }

    /** How many times all n-plets of an order are scored: of the data, of matrices with its eigenvalues, of its tree. */
    int scans(int order, LandscapeSettings settings) {
        return 1
                + (spectrumOrders(settings).contains(order)
                        ? settings.controls().matched()
                        : 0)
                + (hasTree(settings) && order == orders.getFirst()
                        ? settings.controls().trees()
                        : 0);
    }

    /** Whether these values are what a layer hands on, so that they are held against an untrained network and chance. */
    private static boolean compared(Activation activation) {
        return activation == Activation.POST || activation == Activation.SUM || activation == Activation.LOGITS;
    }

    private static List<Variant> withOrders(List<Variant> variants) {
        return variants.stream().filter(variant -> !variant.orders.isEmpty()).toList();
    }
}
