package org.oinfo.study.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.study.prune.Choice;
import org.oinfo.study.prune.NeuronChoice;
import picocli.CommandLine.Option;

/** What cutting a user's model takes besides. */
@OptionGroup("Your own model:")
final class OnnxCutOptions {
    @Option(
            names = "--inputs",
            paramLabel = "FILE",
            description =
                    "MODEL.onnx: what it is shown, .npy for one input, .npz or .safetensors by the names of its inputs; every fifth"
                            + " example is kept apart to compare the models on")
    private @Nullable Path inputs;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "MODEL.onnx: a whole number from 0 for each example of --inputs, to tell accuracies")
    private @Nullable Path labels;

    @Option(
            names = "--choose",
            paramLabel = "CHOICE",
            description =
                    "MODEL.onnx: neurons that stay, by reconstruction, entropy, min-tc, label, wanda, weight, variance or random"
                            + " (default: reconstruction)")
    private @Nullable String choice;

    @Option(
            names = "--safetensors",
            paramLabel = "FILE",
            description = "MODEL.onnx: write the new weights here as well, and which neurons stay")
    private @Nullable String arrays;

    /** Whether something was typed that only a user's model has. */
    boolean given() {
        return inputs != null || labels != null || choice != null || arrays != null;
    }

    @Nullable
    Path inputs() {
        return inputs;
    }

    @Nullable
    Path labels() {
        return labels;
    }

    @Nullable
    String arrays() {
        return arrays;
    }

    /** Whether a way to choose neurons was typed. */
    boolean chooses() {
        return choice != null;
    }

    /** How neurons are chosen. */
    Choice choice() {
        String typed = Objects.requireNonNullElse(choice, Choice.RECONSTRUCTION.label());
        return NeuronChoice.CHOICES.stream()
                .filter(one -> one.label().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--choose must be one of "
                        + NeuronChoice.CHOICES.stream().map(Choice::label).collect(Collectors.joining(", "))
                        + ": found " + Excerpt.of(typed)));
    }
}
