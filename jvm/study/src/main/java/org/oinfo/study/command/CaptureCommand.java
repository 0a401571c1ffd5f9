package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.Study;
import org.oinfo.study.StudyProgress;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.GivenActivations;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.capture.OnnxCapture;
import org.oinfo.study.capture.Positions;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.NetworkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo study capture}: activations, of our networks or of a user's model. */
@Command(
        name = "capture",
        description = {
            "Saves what every neuron of every layer answers to images: a .npy file for each layer, images x neurons. With"
                    + " --onnx, those of your own model; with --activations, those that another tool saved; with --weights, those of one saved network; without, those of a study's networks, which must have been"
                    + " trained.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study capture my-study",
            "  oinfo study capture mine --onnx model.onnx --data fashion-mnist --images test",
            "  oinfo study capture mine --onnx model.onnx --data DIR --tensors relu1,relu2,logits",
            "  oinfo study capture mine --onnx model.onnx --inputs inputs.npz --positions last",
            "  oinfo study capture mine --activations layer1.npy,layer2.npy --labels labels.npy",
            "  oinfo study capture mine --activations cache/ --positions last",
            "  oinfo study capture epoch-2 --weights my-study/network-1/epoch-2.npz --data fashion-mnist"
        })
final class CaptureCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private CaptureOptions capture = new CaptureOptions();

    CaptureCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return model.given()
                ? given()
                : new StudyRun(streams, typed, folder)
                        .goOn(settings -> settings.with(capture.applied(settings.capture())), Study.Stage.CAPTURE);
    }

    private int given() throws IOException {
        Path target = folder.folder();
        if (target == null) {
            throw new BadInputException(
                    "a model needs a FOLDER to write to: found none; see oinfo study capture --help");
        }
        Positions positions = model.positions();
        CaptureSettings shown = capture.applied(new CaptureSettings(CaptureSettings.From.TRAIN, 20_000));
        Path weights = model.weights();
        Progress progress = new Progress(streams, folder.quiet());
        streams.interruption().arm();
        try {
            GivenActivations activations = model.activations(capture);
            if (activations != null) {
                tell(saved(activations, positions, target, progress));
                return ExitCode.DONE;
            }
            tell(
                    weights == null
                            ? onnx(model.examples(capture, shown), positions, target, progress)
                            : network(weights, model.images(shown), target, progress));
            return ExitCode.DONE;
        } catch (CancellationException e) {
            streams.err().println("oinfo: stopped; nothing of the capture remains");
            return ExitCode.INTERRUPTED;
        }
    }

    private static Capture saved(GivenActivations activations, Positions positions, Path target, Progress progress)
            throws IOException {
        activations.notes().forEach(progress::say);
        try (StudyProgress.Stage stage = progress.begin("capture", activations.count())) {
            return activations.write(positions, target, stage);
        }
    }

    private Capture onnx(Examples shown, Positions positions, Path target, Progress progress) throws IOException {
        try (shown;
                StudyProgress.Stage stage = progress.begin("capture", shown.count())) {
            OnnxCapture.Result result =
                    OnnxCapture.write(model.model(), model.tensors(), shown, positions, target, stage);
            result.skipped().forEach(progress::say);
            return result.capture();
        }
    }

    private static Capture network(Path weights, Images images, Path target, Progress progress) throws IOException {
        Network network = NetworkFile.read(weights);
        network.architecture().checkReads(images);
        try (StudyProgress.Stage stage = progress.begin("capture", images.count())) {
            return NetworkCapture.write(network, images, target, stage);
        }
    }

    private void tell(Capture captured) {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        text.printf("%d layers x %,d rows in %s%n", captured.layers().size(), captured.images(), captured.folder());
        for (CapturedLayer layer : captured.layers()) {
            text.printf("  %-32s %5d  %s%n", layer.file(), layer.width(), layer.description());
        }
        text.printf("next: oinfo study layers %s%n", captured.folder());
        text.flush();
    }
}
