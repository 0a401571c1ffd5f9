package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.scan.BlockGrid;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;

/**
 * The landscapes to take of one file of activations.
 *
 * @param number of the layer in the trained network's capture, from 0: its random streams follow from it
 */
record LayerPlan(Capture capture, CapturedLayer layer, int number, List<Variant> variants) {
    /**
     * All of a study, layer by layer, the untrained network's after the trained one's. A layer of a single neuron has no groups
     * and is left out.
     *
     * @throws BadInputException the untrained network lacks a layer
     */
    static List<LayerPlan> of(Capture trained, @Nullable Capture untrained, LandscapeSettings settings) {
        List<LayerPlan> plans = new ArrayList<>();
        for (int i = 0; i < trained.layers().size(); i++) {
            CapturedLayer layer = trained.layers().get(i);
            plans.add(new LayerPlan(trained, layer, i, Variant.ofTrained(layer.activation(), settings)));
            List<Variant> before = Variant.ofUntrained(layer.activation(), settings);
            if (untrained != null && !before.isEmpty()) {
                plans.add(new LayerPlan(untrained, counterpart(untrained, layer), i, before));
            }
        }
        return plans.stream()
                .filter(plan -> plan.layer.width() > 1 && !plan.variants.isEmpty())
                .toList();
    }

    private static CapturedLayer counterpart(Capture untrained, CapturedLayer layer) {
        return untrained.layers().stream()
                .filter(other -> other.layer().equals(layer.layer()) && other.activation() == layer.activation())
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException("the untrained network must have the layers of the trained one: "
                                + untrained.folder() + " has no " + layer.layer() + " of kind " + layer.activation()
                                + "; capture both in the same way"));
    }

    /** The activations of the first images; to be closed. */
    Samples open(LandscapeSettings settings) {
        return FirstSamples.of(capture.samples(layer), settings.images());
    }

    /**
     * Refuses activations that cannot be used, before any work.
     *
     * @throws BadInputException a value is not finite, or there are no more images than the largest order of the layer
     */
    void check(LandscapeSettings settings) {
        try (Samples samples = open(settings)) {
            int largest = variants.stream()
                    .flatMap(variant -> variant.orders().stream())
                    .mapToInt(Integer::intValue)
                    .filter(order -> order <= layer.width())
                    .max()
                    .orElse(0);
            if (samples.samples() <= largest) {
                throw new BadInputException(
                        "there must be more images than the largest order, or every group is singular: T="
                                + samples.samples() + " of " + samples.source() + ", order=" + largest
                                + "; take more images or smaller orders");
            }
        }
    }

    /** Groups to score if no neuron is dead. */
    long nplets(LandscapeSettings settings) {
        return variants.stream()
                .mapToLong(variant -> nplets(variant, layer.width(), settings))
                .sum();
    }

    /**
     * Groups to score of so many neurons.
     *
     * @throws BadInputException C(N,k) is beyond 2^63-1
     */
    static long nplets(Variant variant, int neurons, LandscapeSettings settings) {
        return variant.orders().stream()
                .filter(order -> order <= neurons)
                .mapToLong(order ->
                        Math.multiplyExact(BlockGrid.total(neurons, order), (long) variant.scans(order, settings)))
                .sum();
    }
}
