package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.estimate.Ties;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;

/**
 * One landscape that is taken of a layer's values.
 *
 * @param orders ascending, at least one
 */
record Variant(Condition condition, Ties ties, List<Integer> orders) {
    /** The landscapes of the trained network's values: the one that counts, and what shows what it owes to the method. */
    static List<Variant> ofTrained(Activation activation, LandscapeSettings settings) {
        List<Integer> controls = settings.controlOrders();
        List<Variant> variants = new ArrayList<>();
        // Values before the ReLU are a control themselves.
        variants.add(new Variant(
                Condition.TRAINED, Ties.AVERAGE, activation == Activation.PRE ? controls : settings.orders()));
        if (activation == Activation.POST) {
            for (Ties ties : settings.otherTies()) {
                variants.add(new Variant(Condition.TRAINED, ties, controls));
            }
        }
        if (compared(activation)) {
            variants.add(new Variant(Condition.SHUFFLED, Ties.AVERAGE, controls));
        }
        return withOrders(variants);
    }

    /** The landscapes of the untrained network's values. */
    static List<Variant> ofUntrained(Activation activation, LandscapeSettings settings) {
        return compared(activation)
                ? withOrders(List.of(new Variant(Condition.UNTRAINED, Ties.AVERAGE, settings.controlOrders())))
                : List.of();
    }

    /** Whether these values are what a layer hands on, so that they are held against an untrained network and chance. */
    private static boolean compared(Activation activation) {
        return activation == Activation.POST || activation == Activation.SUM || activation == Activation.LOGITS;
    }

    private static List<Variant> withOrders(List<Variant> variants) {
        return variants.stream().filter(variant -> !variant.orders.isEmpty()).toList();
    }
}
