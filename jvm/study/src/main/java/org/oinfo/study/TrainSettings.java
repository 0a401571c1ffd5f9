package org.oinfo.study;

import java.util.function.Consumer;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Copies;
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
 * @param dropout probability that a hidden neuron is silent in a step; 0 for none
 * @param weightDecay of all weights and biases; 0 for none
 * @param randomLabels whether the labels of the training images are shuffled, for all networks alike
 * @param duplicates share of the neurons of each hidden layer that get a copy after training, as {@link Copies} says; 0 for none
 * @param checkpoint epochs after which a network is saved again and again; 0 for not
 */
public record TrainSettings(
        String data,
        int images,
        String network,
        int networks,
        long seed,
        int epochs,
        int batch,
        float rate,
        float dropout,
        float weightDecay,
        boolean randomLabels,
        float duplicates,
        int checkpoint) {
    private static final long LABEL_SEED = 0x6c6162656cL;

    /** Checks what does not depend on the data. */
    public TrainSettings {
        atLeastOne("networks", networks);
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        if (images < 0) {
            throw new BadInputException("the number of training images must be 1 or more, or 0 for all: " + images);
        }
        if (checkpoint < 0) {
            throw new BadInputException(
                    "a network must be saved after every 1 epoch or more, or 0 for not: " + checkpoint);
        }
        if (!(rate > 0 && rate < 1)) {
            throw new BadInputException("the rate of learning must be between 0 and 1: rate=" + rate);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new BadInputException("the share of neurons dropped must be from 0 to below 1: dropout=" + dropout);
        }
        if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new BadInputException("the decay of weights must be from 0 to below 1: weight-decay=" + weightDecay);
        }
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw new BadInputException(
                    "the share of neurons that get a copy must be from 0 to 1: duplicates=" + duplicates);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new BadInputException("the number of " + name + " must be at least 1: " + name + "=" + value);
        }
    }

    /** These settings for networks of another shape, and another number of them. */
    TrainSettings withNetworks(String shape, int count) {
        return with(draft -> {
            draft.network = shape;
            draft.networks = count;
        });
    }

    /** These settings with neurons silenced in training. */
    TrainSettings withDropout(float value) {
        return with(draft -> draft.dropout = value);
    }

    /** These settings with weights that decay. */
    TrainSettings withWeightDecay(float value) {
        return with(draft -> draft.weightDecay = value);
    }

    /** These settings for the first images only. */
    TrainSettings withImages(int value) {
        return with(draft -> draft.images = value);
    }

    /** These settings with other passes over the images. */
    TrainSettings withEpochs(int value) {
        return with(draft -> draft.epochs = value);
    }

    /** These settings with shuffled labels. */
    TrainSettings withRandomLabels() {
        return with(draft -> draft.randomLabels = true);
    }

    /** These settings with neurons copied after training. */
    TrainSettings withDuplicates(float value) {
        return with(draft -> draft.duplicates = value);
    }

    private TrainSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The images that networks are trained on: the first of them, with the labels that these settings say. */
    ImageSets shown(ImageSets all) {
        Images train = images == 0 ? all.train() : all.train().first(images);
        return new ImageSets(
                all.name(),
                all.source(),
                all.checksum(),
                randomLabels ? train.withShuffledLabels(LABEL_SEED) : train,
                all.test());
    }

    /** Seed of a network, counted from 0. */
    public long seed(int network) {
        return seed + network;
    }

    /** How one network is trained. */
    public TrainingSettings training(long networkSeed) {
        return new TrainingSettings(epochs, batch, rate, networkSeed, dropout, weightDecay);
    }

    /** The shape of the networks for these images, with copies. */
    Architecture architecture(Images shown) {
        Architecture trained = trained(shown);
        return duplicates == 0 ? trained : copies(trained, seed).architecture();
    }

    /** The shape that is trained. */
    Architecture trained(Images shown) {
        return Architecture.parse(network, shown.shape(), shown.classes());
    }

    /** The neurons of a network that get a copy. */
    Copies copies(Architecture trained, long networkSeed) {
        return Copies.of(trained, duplicates, networkSeed);
    }

    /** Neurons of the narrowest hidden layer that can be cut. */
    public int narrowest() {
        Architecture any = anyImages();
        return any.cuttable().stream()
                .mapToInt(layer -> any.layers().get(layer).units())
                .min()
                .orElseThrow();
    }

    /** Neurons of the widest hidden layer. */
    int widest() {
        return anyImages().hidden().stream().mapToInt(LayerShape::units).max().orElseThrow();
    }

    /** The images do not matter to the units of hidden layers. */
    private Architecture anyImages() {
        Architecture trained = Architecture.smallest(network);
        return duplicates == 0 ? trained : copies(trained, seed).architecture();
    }

    /** Whether a network is saved after an epoch, besides the last. */
    boolean savesAfter(int epoch) {
        return checkpoint > 0 && epoch % checkpoint == 0 && epoch < epochs;
    }

    /** The settings that decide one network: the same however many there are, and however often it is saved. */
    TrainSettings ofOne(long networkSeed) {
        return with(draft -> {
            draft.networks = 1;
            draft.seed = networkSeed;
            draft.checkpoint = 0;
        });
    }

    /** Settings of which some can be changed. */
    private static final class Draft {
        private final TrainSettings from;
        private int images;
        private String network;
        private int networks;
        private long seed;
        private int epochs;
        private float dropout;
        private float weightDecay;
        private boolean randomLabels;
        private float duplicates;
        private int checkpoint;

        Draft(TrainSettings from) {
            this.from = from;
            this.images = from.images;
            this.network = from.network;
            this.networks = from.networks;
            this.seed = from.seed;
            this.epochs = from.epochs;
            this.dropout = from.dropout;
            this.weightDecay = from.weightDecay;
            this.randomLabels = from.randomLabels;
            this.duplicates = from.duplicates;
            this.checkpoint = from.checkpoint;
        }

        TrainSettings settings() {
            return new TrainSettings(
                    from.data,
                    images,
                    network,
                    networks,
                    seed,
                    epochs,
                    from.batch,
                    from.rate,
                    dropout,
                    weightDecay,
                    randomLabels,
                    duplicates,
                    checkpoint);
        }
    }
}
