package org.oinfo.study.landscape;

import java.util.List;
import java.util.function.Consumer;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.Backends;

/**
 * How the landscapes of layers are taken. Immutable: {@code defaults().withTop(50)}.
 *
 * @param orders k of the landscapes of the trained network, ascending, each at least 3; at least one
 * @param controlOrders k of the landscapes that it is compared with: the untrained network, shuffled images, values before the
 *     ReLU, other tie rules; ascending, none for no controls
 * @param otherTies tie rules beside average ranks, for values after the ReLU
 * @param top groups listed at each end, at least 1
 * @param fullUpTo largest order with variance and histogram, which cost a scan 3 to 6 times its time
 * @param subsetSize neurons in a random subset, at least 3
 * @param subsetDraws random subsets of a layer; 0 for none
 * @param images most images T, the first of a capture; 0 for all
 * @param backend {@code auto} or the name of a backend
 * @param controls what is drawn to hold them against, and the margin of verdicts
 * @param seed of all that is random
 */
public record LandscapeSettings(
        List<Integer> orders,
        List<Integer> controlOrders,
        List<Ties> otherTies,
        int top,
        int fullUpTo,
        int subsetSize,
        int subsetDraws,
        int images,
        String backend,
        ControlSettings controls,
        long seed) {
    /** Omega of two neurons is 0. */
    private static final int LEAST_ORDER = 3;

    /** Sorts the orders and checks the rest. */
    public LandscapeSettings {
        orders = checked(orders);
        controlOrders = checked(controlOrders);
        otherTies = List.copyOf(otherTies);
        if (orders.isEmpty()) {
            throw new BadInputException("there must be at least one order: found none; give for example 3, 4 and 5");
        }
        if (otherTies.contains(Ties.AVERAGE) || otherTies.stream().distinct().count() < otherTies.size()) {
            throw new BadInputException(
                    "tie rules beside average must be random and ordinal, each once: found " + otherTies);
        }
        requireAtLeast("the number of groups listed at each end", "top", top, 1);
        requireAtLeast("the number of neurons in a random subset", "size", subsetSize, LEAST_ORDER);
        requireAtLeast("the number of random subsets", "draws", subsetDraws, 0);
        requireAtLeast("the number of images", "images", images, 0);
    }

    private static List<Integer> checked(List<Integer> orders) {
        for (int order : orders) {
            requireAtLeast("an order", "order", order, LEAST_ORDER);
        }
        return orders.stream().sorted().distinct().toList();
    }

    private static void requireAtLeast(String what, String name, int value, int least) {
        if (value < least) {
            throw new BadInputException(what + " must be at least " + least + ": " + name + "=" + value);
        }
    }

    /** Orders 3 to 5, controls at 3 and 4, top 20, histograms up to order 4, 100 subsets of 10 neurons, all images. */
    public static LandscapeSettings defaults() {
        return new LandscapeSettings(
                List.of(3, 4, 5),
                List.of(3, 4),
                List.of(Ties.RANDOM, Ties.ORDINAL),
                20,
                4,
                10,
                100,
                0,
                Backends.AUTO,
                ControlSettings.defaults(),
                1);
    }

    /** These settings with other orders of the trained network. */
    public LandscapeSettings withOrders(Integer... values) {
        return with(draft -> draft.orders = List.of(values));
    }

    /** These settings with other orders of the controls, or with no controls. */
    public LandscapeSettings withControlOrders(Integer... values) {
        return with(draft -> draft.controlOrders = List.of(values));
    }

    /** These settings with other tie rules beside average ranks. */
    public LandscapeSettings withOtherTies(Ties... values) {
        return with(draft -> draft.otherTies = List.of(values));
    }

    /** These settings with another number of groups listed. */
    public LandscapeSettings withTop(int value) {
        return with(draft -> draft.top = value);
    }

    /** These settings with variance and histogram up to another order. */
    public LandscapeSettings withFullUpTo(int value) {
        return with(draft -> draft.fullUpTo = value);
    }

    /** These settings with other subsets. */
    public LandscapeSettings withSubsets(int size, int draws) {
        return with(draft -> {
            draft.subsetSize = size;
            draft.subsetDraws = draws;
        });
    }

    /** These settings with at most so many images; all for 0. */
    public LandscapeSettings withImages(int value) {
        return with(draft -> draft.images = value);
    }

    /** These settings on another backend. */
    public LandscapeSettings withBackend(String value) {
        return with(draft -> draft.backend = value);
    }

    /** These settings with other controls. */
    public LandscapeSettings withControls(ControlSettings value) {
        return with(draft -> draft.controls = value);
    }

    /** What decides the numbers: the margin of verdicts left out. */
    public LandscapeSettings computed() {
        return withControls(controls.computed());
    }

    /** These settings with another seed. */
    public LandscapeSettings withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    private LandscapeSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings that can be changed one by one. */
    private static final class Draft {
        private List<Integer> orders;
        private List<Integer> controlOrders;
        private List<Ties> otherTies;
        private int top;
        private int fullUpTo;
        private int subsetSize;
        private int subsetDraws;
        private int images;
        private String backend;
        private ControlSettings controls;
        private long seed;

        Draft(LandscapeSettings from) {
            this.orders = from.orders;
            this.controlOrders = from.controlOrders;
            this.otherTies = from.otherTies;
            this.top = from.top;
            this.fullUpTo = from.fullUpTo;
            this.subsetSize = from.subsetSize;
            this.subsetDraws = from.subsetDraws;
            this.images = from.images;
            this.backend = from.backend;
            this.controls = from.controls;
            this.seed = from.seed;
        }

        LandscapeSettings settings() {
            return new LandscapeSettings(
                    orders,
                    controlOrders,
                    otherTies,
                    top,
                    fullUpTo,
                    subsetSize,
                    subsetDraws,
                    images,
                    backend,
                    controls,
                    seed);
        }
    }
}
