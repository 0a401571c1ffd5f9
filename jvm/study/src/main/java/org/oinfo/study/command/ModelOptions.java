package org.oinfo.study.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.GivenActivations;
import org.oinfo.study.capture.Positions;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.Images;
import picocli.CommandLine.Option;

/** A user's model or saved network, and what it is shown. */
@OptionGroup("Your own model:")
final class ModelOptions {
    @Option(
            names = "--onnx",
            paramLabel = "MODEL",
            description = "the tensors of this model instead of a study's networks")
    private @Nullable Path model;

    @Option(
            names = "--weights",
            paramLabel = "NETWORK.npz",
            description = "or the layers of this network, which a study saved or oinfo study cut wrote")
    private @Nullable Path weights;

    @Option(
            names = "--tensors",
            paramLabel = "NAMES",
            split = ",",
            description = "of these inner tensors (default: all that hold 2 or more neurons for each example)")
    private List<String> tensors = List.of();

    @Option(
            names = "--data",
            paramLabel = "IMAGES",
            description =
                    "show the model these images: fashion-mnist, digits or a folder of MNIST (IDX files) or CIFAR-10 (binary)")
    private @Nullable String data;

    @Option(
            names = "--inputs",
            paramLabel = "FILE",
            description =
                    "or show it what this file holds, of any shape and type: .npy for a model of one input, .npz or"
                            + " .safetensors by the names of the inputs, and labels")
    private @Nullable Path inputs;

    @Option(
            names = "--activations",
            paramLabel = "FILES",
            split = ",",
            description =
                    "no model: the activations in these files, or in folders of shards, which another tool saved; each array,"
                            + " or column of lists, is a layer: examples x neurons, examples x tokens x neurons, or examples x"
                            + " channels x height x width")
    private List<Path> activations = List.of();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "of the examples of --inputs or --activations: a whole number from 0 for each, one column")
    private @Nullable Path labels;

    @Option(
            names = "--positions",
            paramLabel = "WHICH",
            description =
                    "of a tensor in which an example has several (tokens, places of a map): their mean, all of them as"
                            + " samples, the first, the last, or the one of an index from 0 (default: mean)")
    private @Nullable String positions;

    /** Whether there is a model, a network or activations to capture. */
    boolean given() {
        if (!activations.isEmpty()) {
            if (model != null || weights != null || data != null || inputs != null || !tensors.isEmpty()) {
                throw new BadInputException(
                        "--activations is what a model answered already: found a model or what to show"
                                + " it beside it; leave one of them out");
            }
            return true;
        }
        if (model == null && weights == null) {
            boolean more = !tensors.isEmpty() || data != null || inputs != null || labels != null || positions != null;
            if (more) {
                throw new BadInputException(
                        "--tensors, --data, --inputs, --labels and --positions are for a model: found"
                                + " none of --onnx, --weights and --activations; the networks of a study have their own images");
            }
            return false;
        }
        requireOfModel();
        return true;
    }

    private void requireOfModel() {
        if (weights != null && (model != null || !tensors.isEmpty() || inputs != null || positions != null)) {
            String beside = model != null
                    ? "--onnx"
                    : !tensors.isEmpty() ? "--tensors" : inputs != null ? "--inputs" : "--positions";
            throw new BadInputException(
                    "--weights is captured whole, and alone: found " + beside + " beside it; leave one of them out");
        }
        if ((data == null) == (inputs == null)) {
            throw new BadInputException("a model needs --data, the images to show it, or --inputs: found "
                    + (data == null ? "neither" : "both") + "; see oinfo study capture --help");
        }
        if (labels != null && inputs == null) {
            throw new BadInputException("--labels is for --inputs: found --data, which has its own; leave it out");
        }
    }

    /** The network that a study saved, or null where it is a model. */
    @Nullable
    Path weights() {
        return weights;
    }

    /** The activations, if no model is to compute them; to be closed. */
    @Nullable
    GivenActivations activations(CaptureOptions capture) {
        return activations.isEmpty() ? null : GivenActivations.open(activations, labels, capture.first());
    }

    /** The model. */
    Path model() {
        return Objects.requireNonNull(model);
    }

    List<String> tensors() {
        return tensors;
    }

    Positions positions() {
        return positions == null ? Positions.MEAN : Positions.parse(positions);
    }

    /** The images that are shown. */
    Images images(CaptureSettings settings) {
        return settings.of(DataSets.load(Objects.requireNonNull(data)));
    }

    /** What a model is shown; to be closed. */
    Examples examples(CaptureOptions capture, CaptureSettings settings) {
        if (inputs == null) {
            return Examples.of(images(settings));
        }
        return Examples.open(inputs, labels, capture.first());
    }
}
