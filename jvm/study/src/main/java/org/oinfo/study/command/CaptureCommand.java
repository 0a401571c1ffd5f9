package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.Study;
import org.oinfo.study.StudyProgress;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.capture.OnnxCapture;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.NetworkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo study capture}: activations, of our networks or of a user's model. */
@Command(
        name = "capture",
        description = {
            "Saves what every neuron of every layer answers to images: a .npy file for each layer, images x neurons. With"
                    + " --onnx, those of your own model; with --weights, those of one saved network; without, those of a study's networks, which must have been"
                    + " trained.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study capture my-study",
            "  oinfo study capture mine --onnx model.onnx --data fashion-mnist --images test",
            "  oinfo study capture mine --onnx model.onnx --data DIR --tensors relu1,relu2,logits",
            "  oinfo study capture epoch-2 --weights my-study/network-1/epoch-2.npz --data fashion-mnist"
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
            names = "--weights",
            paramLabel = "NETWORK.npz",
            description = "or the layers of this network, which a study saved or oinfo study cut wrote")
    private @Nullable Path weights;

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
        if (model != null || weights != null) {
            return given();
        }
        if (!tensors.isEmpty() || data != null) {
            throw new BadInputException("--tensors and --data are for a model: found neither --onnx nor --weights; the"
                    + " networks of a study have their own images");
        }
        return new StudyRun(streams, typed, folder)
                .goOn(settings -> settings.with(capture.applied(settings.capture())), Study.Stage.CAPTURE);
    }

    private int given() throws IOException {
        Path target = folder.folder();
        if (target == null || data == null) {
            throw new BadInputException(
                    "a model needs a FOLDER to write to and --data, the images to show it: found no "
                            + (target == null ? "FOLDER" : "--data") + "; see oinfo study capture --help");
        }
        if (weights != null && (model != null || !tensors.isEmpty())) {
            throw new BadInputException("--weights is captured whole, and alone: found "
                    + (model != null ? "--onnx" : "--tensors") + " beside it; leave one of them out");
        }
        CaptureSettings shown = capture.applied(new CaptureSettings(CaptureSettings.From.TRAIN, 20_000));
        Images images = shown.of(DataSets.load(data));
        Progress progress = new Progress(streams, folder.quiet());
        streams.interruption().arm();
        try (StudyProgress.Stage stage = progress.begin("capture", images.count())) {
            tell(weights == null ? onnx(images, target, progress, stage) : network(images, target, stage));
            return ExitCode.DONE;
        } catch (CancellationException e) {
            streams.err().println("oinfo: stopped; nothing of the capture remains");
            return ExitCode.INTERRUPTED;
        }
    }

    private Capture onnx(Images images, Path target, Progress progress, StudyProgress.Stage stage) throws IOException {
        OnnxCapture.Result result = OnnxCapture.write(Objects.requireNonNull(model), tensors, images, target, stage);
        result.skipped().forEach(progress::say);
        return result.capture();
    }

    private Capture network(Images images, Path target, StudyProgress.Stage stage) throws IOException {
        Network network = NetworkFile.read(Objects.requireNonNull(weights));
        network.architecture().checkReads(images);
        return NetworkCapture.write(network, images, target, stage);
    }

    private void tell(Capture captured) {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        text.printf("%d layers x %,d images in %s%n", captured.layers().size(), captured.images(), captured.folder());
        for (CapturedLayer layer : captured.layers()) {
            text.printf("  %-32s %5d  %s%n", layer.file(), layer.width(), layer.description());
        }
        text.printf("next: oinfo study layers %s%n", captured.folder());
        text.flush();
    }
}
