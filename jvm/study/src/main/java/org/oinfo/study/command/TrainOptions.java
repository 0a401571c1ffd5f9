package org.oinfo.study.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.study.TrainSettings;
import picocli.CommandLine.Option;

/** Which networks. */
@OptionGroup("Images and training:")
final class TrainOptions {
    /** Which images. */
    @Option(
            names = "--data",
            paramLabel = "IMAGES",
            description =
                    "fashion-mnist (Debian's package dataset-fashion-mnist), digits (1,797, ship with oinfo), or a folder"
                            + " of MNIST (IDX files) or CIFAR-10 (binary version) (default: fashion-mnist where it is installed, else"
                            + " digits)")
    private @Nullable String data;

    @Option(names = "--train-images", paramLabel = "n", description = "train on the first n images (default: all)")
    private @Nullable Integer images;

    @Option(
            names = "--network",
            paramLabel = "LAYERS",
            description =
                    "hidden layers joined by -, convolutions first: 200-200-200, c8-c16-64; with residual blocks: 64-r64,"
                            + " c8-r8-64; or a transformer: vit-p4-d32-h4-b2 (default: 200-200-200)")
    private @Nullable String network;

    @Option(names = "--networks", paramLabel = "n", description = "how many, from seeds that count on (default: 10)")
    private @Nullable Integer networks;

    @Option(names = "--seed", paramLabel = "n", description = "seed of the first network (default: 1)")
    private @Nullable Long seed;

    @Option(names = "--epochs", paramLabel = "n", description = "passes over the images (default: 10; digits: 40)")
    private @Nullable Integer epochs;

    @Option(names = "--batch", paramLabel = "n", description = "images in a mini-batch (default: 128; digits: 32)")
    private @Nullable Integer batch;

    @Option(names = "--rate", paramLabel = "x", description = "rate of learning, Adam (default: 0.001)")
    private @Nullable Float rate;

    @Option(
            names = "--dropout",
            paramLabel = "p",
            description =
                    "silence each neuron of the dense hidden layers with this probability in each step (default: 0)")
    private @Nullable Float dropout;

    @Option(
            names = "--weight-decay",
            paramLabel = "x",
            description = "add x/2 times the squared weights and biases to the loss (default: 0)")
    private @Nullable Float weightDecay;

    @Option(
            names = "--random-labels",
            paramLabel = "yes|no",
            description = "shuffle the labels of the training images: networks that learn by heart (default: no)")
    private @Nullable YesOrNo randomLabels;

    @Option(
            names = "--checkpoint",
            paramLabel = "n",
            description = "save each network after every n epochs, too (default: before and after training only)")
    private @Nullable Integer checkpoint;

    /** The images that were asked for. */
    @Nullable
    String data() {
        return data;
    }

    /** Settings with what was typed. */
    TrainSettings applied(TrainSettings to) {
        return new TrainSettings(
                Objects.requireNonNullElse(data, to.data()),
                Objects.requireNonNullElse(images, to.images()),
                Objects.requireNonNullElse(network, to.network()),
                Objects.requireNonNullElse(networks, to.networks()),
                Objects.requireNonNullElse(seed, to.seed()),
                Objects.requireNonNullElse(epochs, to.epochs()),
                Objects.requireNonNullElse(batch, to.batch()),
                Objects.requireNonNullElse(rate, to.rate()),
                Objects.requireNonNullElse(dropout, to.dropout()),
                Objects.requireNonNullElse(weightDecay, to.weightDecay()),
                randomLabels == null ? to.randomLabels() : randomLabels == YesOrNo.YES,
                to.duplicates(),
                Objects.requireNonNullElse(checkpoint, to.checkpoint()));
    }
}
