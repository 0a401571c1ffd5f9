package org.oinfo.study;

import org.oinfo.BadInputException;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.TrainingSettings;

/**
 * Which networks a study trains, and on what.
 *
 * @param data {@code fashion-mnist}, {@code digits} or a folder of IDX files
 * @param images training images used, the first ones; 0 for all
 * @param network hidden layers, as {@code Architecture.parse} reads them
 * @param networks how many, each from its own seed
 * @param seed of the first network; the others count on
 * @param epochs passes over the training images
 * @param batch images in a mini-batch
 * @param rate of learning
 */
public record TrainSettings(
        String data, int images, String network, int networks, long seed, int epochs, int batch, float rate) {
    /** Checks what does not depend on the data. */
    public TrainSettings {
        atLeastOne("networks", networks);
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        if (images < 0) {
            throw new BadInputException("the number of training images must be 1 or more, or 0 for all: " + images);
        }
        if (!(rate > 0 && rate < 1)) {
            throw new BadInputException("the rate of learning must be between 0 and 1: rate=" + rate);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new BadInputException("the number of " + name + " must be at least 1: " + name + "=" + value);
        }
    }

    /** Seed of a network, counted from 0. */
    public long seed(int network) {
        return seed + network;
    }

    /** How one network is trained. */
    public TrainingSettings training(long networkSeed) {
        return new TrainingSettings(epochs, batch, rate, networkSeed);
    }

    /** The shape of the networks for these images. */
    Architecture architecture(Images shown) {
        return Architecture.parse(network, shown.height(), shown.width(), shown.classes());
    }

    /** Neurons of the narrowest hidden layer. */
    public int narrowest() {
        // The images do not matter to hidden layers.
        return Architecture.parse(network, 2, 2, 2).hidden().stream()
                .mapToInt(LayerShape::units)
                .min()
                .orElseThrow();
    }

    /** What decides one network: the same however many there are. */
    TrainSettings ofOne(long networkSeed) {
        return new TrainSettings(data, images, network, 1, networkSeed, epochs, batch, rate);
    }
}
