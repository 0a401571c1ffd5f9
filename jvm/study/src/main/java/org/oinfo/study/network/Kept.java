package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/**
 * A sub-network: the units that stay in each hidden layer.
 *
 * @param units [hidden layers][units kept], 0-based and ascending
 */
public record Kept(List<int[]> units) {
    /** Every unit of a network. */
    public static Kept all(Architecture architecture) {
        return new Kept(architecture.hidden().stream()
                .map(layer -> IntStream.range(0, layer.units()).toArray())
                .toList());
    }

    /** This, but for one hidden layer. */
    public Kept with(int layer, int... kept) {
        List<int[]> changed = new ArrayList<>(units);
        changed.set(layer, IntStream.of(kept).sorted().toArray());
        return new Kept(List.copyOf(changed));
    }

    /**
     * Refuses what a network does not have.
     *
     * @throws BadInputException a unit is out of range or named twice, none is left in a layer, or one is left out of a layer that stays
     *     whole
     */
    void check(Architecture architecture) {
        List<LayerShape> hidden = architecture.hidden();
        if (units.size() != hidden.size()) {
            throw new BadInputException("a sub-network must name the units of each hidden layer: found " + units.size()
                    + " lists for " + hidden.size() + " layers");
        }
        for (int l = 0; l < units.size(); l++) {
            int[] kept = units.get(l);
            LayerShape layer = hidden.get(l);
            if (kept.length == 0) {
                throw new BadInputException(
                        "a sub-network must keep at least one unit of each layer: none of " + layer.name());
            }
            if (kept.length < layer.units()) {
                architecture.requireCuttable(l);
            }
            for (int i = 0; i < kept.length; i++) {
                if (kept[i] < 0 || kept[i] >= layer.units() || (i > 0 && kept[i] <= kept[i - 1])) {
                    throw new BadInputException("the units kept of " + layer.name() + " must be different and 0 to "
                            + (layer.units() - 1) + ": found " + kept[i]);
                }
            }
        }
    }
}
