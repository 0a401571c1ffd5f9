package org.oinfo.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Fair bits. In each group of k the last is the parity of the others, but for a share (1 - strength) / 2 of errors. With h the entropy of an error
 * and I = ln 2 - h: TC = I, DTC = (k-1) I, Omega = -(k-2) I. Any k-1 of them are independent.
 */
final class ParitySystem implements SimulatedSystem {
    private final SimulationSettings settings;

    ParitySystem(SimulationSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<PlantedGroup> groups() {
        double error = (1 - settings.strength()) / 2;
        double information = Math.log(2) + product(error) + product(1 - error);
        int k = settings.order();
        List<PlantedGroup> groups = new ArrayList<>();
        for (int g = 0; g < settings.groups(); g++) {
            int[] nplet = IntStream.range(g * k, (g + 1) * k).toArray();
            groups.add(new PlantedGroup(Structure.XOR, nplet, information, (k - 1) * information));
        }
        return groups;
    }

    /** p ln p. */
    private static double product(double p) {
        return p == 0 ? 0 : p * Math.log(p);
    }

    @Override
    public Draws draws(UniformRandomProvider random) {
        int k = settings.order();
        int planted = settings.groups() * k;
        double error = (1 - settings.strength()) / 2;
        return row -> {
            int parity = 0;
            for (int v = 0; v < row.length; v++) {
                boolean last = v < planted && v % k == k - 1;
                int bit = last ? parity ^ (random.nextDouble() < error ? 1 : 0) : random.nextInt() & 1;
                parity = last ? 0 : parity ^ bit;
                row[v] = bit;
            }
        };
    }
}
