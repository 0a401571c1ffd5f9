package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.BadInputException;
import org.oinfo.cli.ExitCode;
import org.oinfo.cli.Streams;
import org.oinfo.cli.Version;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.StoppedException;
import org.oinfo.study.Study;
import org.oinfo.study.StudyProgress;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.capture.OnnxCapture;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.Images;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo study capture}: activations, of our networks or of a user's model. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Saves what every neuron of every layer answers to images: a .npy file for each layer, images x neurons. With"
                    + " --onnx, those of your own model; without, those of a study's networks, which must have been"
                    + " trained.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study capture my-study",
            "  oinfo study capture mine --onnx model.onnx --data fashion-mnist --images test",
            "  oinfo study capture mine --onnx model.onnx --data DIR --tensors relu1,relu2,logits"
        })
final class CaptureCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--onnx",
            paramLabel = "MODEL",
            description = "the tensors of this model instead of a study's networks")
    private @Nullable Path model;

    @Option(
            names = "--tensors",
            paramLabel = "NAMES",
            split = ",",
            description = "of these inner tensors (default: all that hold 2 or more numbers for each image)")
    private List<String> tensors = List.of();

    @Option(
            names = "--data",
            paramLabel = "IMAGES",
            description =
                    "show the model these images: fashion-mnist, digits or a folder of IDX files in MNIST's layout")
    private @Nullable String data;

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    CaptureCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if (model != null) {
            return onnx(model);
        }
        if (!tensors.isEmpty() || data != null) {
            throw new BadInputException("--tensors and --data are for a model: found no --onnx; the networks of a study"
                    + " have their own images");
        }
        return new StudyRun(streams, typed, folder)
                .goOn(settings -> settings.with(capture.applied(settings.capture())), Study.Stage.CAPTURE);
    }

    private int onnx(Path file) throws IOException {
        Path target = folder.folder();
        if (target == null || data == null) {
            throw new BadInputException(
                    "a model needs a FOLDER to write to and --data, the images to show it: found no "
                            + (target == null ? "FOLDER" : "--data") + "; see oinfo study capture --help");
        }
        CaptureSettings shown = capture.applied(new CaptureSettings(CaptureSettings.From.TRAIN, 20_000));
        Images images = shown.of(DataSets.load(data));
        Progress progress = new Progress(streams, folder.quiet());
        streams.interruption().arm();
        try (StudyProgress.Stage stage = progress.begin("capture", images.count())) {
            OnnxCapture.Result result = OnnxCapture.write(file, tensors, images, target, stage);
            result.skipped().forEach(progress::say);
            tell(result, target, images.count());
            return ExitCode.DONE;
        } catch (StoppedException e) {
            streams.err().println("oinfo: stopped; nothing of the capture remains");
            return ExitCode.INTERRUPTED;
        }
    }

    private void tell(OnnxCapture.Result result, Path target, int images) {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        text.printf("%d layers x %,d images in %s%n", result.capture().layers().size(), images, target);
        for (CapturedLayer layer : result.capture().layers()) {
            text.printf("  %-32s %5d  %s%n", layer.file(), layer.width(), layer.description());
        }
        text.printf("next: oinfo study layers %s%n", Objects.requireNonNull(target));
        text.flush();
    }
}
