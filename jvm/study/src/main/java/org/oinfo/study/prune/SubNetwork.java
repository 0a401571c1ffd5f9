package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Kept;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Treatment;

/** A sub-network that is to be tested, and its accuracies as they become known. */
final class SubNetwork {
    private final String scope;
    private final int size;
    private final Choice choice;
    private final int draw;
    private final Kept kept;
    private final List<String> layers;
    private final List<int[]> cut;
    private final List<@Nullable Double> o;
    private final List<Pruning.Group> groups;
    private final long parameters;
    private final long multiplyAdds;
    private List<@Nullable Double> classes = List.of();
    private final Map<Treatment, Double> accuracies = new EnumMap<>(Treatment.class);

    /**
     * A sub-network.
     *
     * @param size as results show it
     * @param kept units of all hidden layers
     * @param layers that were cut
     * @param cut units kept of each layer that was cut
     * @param o Omega of each of those, or null
     * @param groups what each of those matter together, or empty
     * @param smaller shape of what is left
     */
    SubNetwork(
            String scope,
            int size,
            Choice choice,
            int draw,
            Kept kept,
            List<String> layers,
            List<int[]> cut,
            List<@Nullable Double> o,
            List<Pruning.Group> groups,
            Architecture smaller) {
        this.scope = scope;
        this.size = size;
        this.choice = choice;
        this.draw = draw;
        this.kept = kept;
        this.layers = List.copyOf(layers);
        this.cut = cut;
        this.o = o;
        this.groups = List.copyOf(groups);
        this.parameters = smaller.parameters();
        this.multiplyAdds = smaller.multiplyAdds();
    }

    /** Units that stay in each hidden layer. */
    Kept kept() {
        return kept;
    }

    /** Neurons kept in each hidden layer: sub-networks that agree in them can be trained together. */
    List<Integer> widths() {
        return kept.units().stream().map(units -> units.length).toList();
    }

    /** Notes the accuracy after a treatment. Several threads may note different treatments. */
    synchronized void note(Treatment treatment, double accuracy) {
        accuracies.put(treatment, accuracy);
    }

    /** Notes the accuracy for each class; NaN for one without images. */
    synchronized void noteClasses(double[] byClass) {
        classes = Arrays.stream(byClass)
                .mapToObj(share -> Double.isNaN(share) ? null : (Double) share)
                .toList();
    }

    /** As it is saved, after it was tested. */
    synchronized Pruning pruning(long seed) {
        Double ablated = accuracies.get(Treatment.ABLATED);
        if (ablated == null) {
            throw new IllegalStateException("a sub-network must be tested before it is saved");
        }
        return new Pruning(
                seed,
                scope,
                size,
                choice.label(),
                draw,
                layers,
                cut.stream().map(units -> Arrays.stream(units).boxed().toList()).toList(),
                o,
                groups,
                parameters,
                multiplyAdds,
                ablated,
                accuracies.get(Treatment.REFITTED),
                accuracies.get(Treatment.RETRAINED),
                accuracies.get(Treatment.TUNED),
                classes);
    }
}
