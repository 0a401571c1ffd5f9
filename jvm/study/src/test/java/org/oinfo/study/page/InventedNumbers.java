package org.oinfo.study.page;

import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Numbers of an invented study, drawn from a fixed seed. */
final class InventedNumbers {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    /** Normal, of this standard deviation. */
    double noise(double scale) {
        return scale * random.nextGaussian();
    }

    /** So many different neurons of a layer, ascending. */
    List<Integer> draw(int size, int width) {
        TreeSet<Integer> drawn = new TreeSet<>();
        while (drawn.size() < size) {
            drawn.add(random.nextInt(width));
        }
        return List.copyOf(drawn);
    }
}
