package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;
import org.oinfo.study.WholeFile;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.cut.CutSettings;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.network.Evaluation;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.NetworkFile;
import org.oinfo.study.network.Refit;
import org.oinfo.study.prune.NetworkPruner;
import org.oinfo.study.prune.PruneSettings;
import org.oinfo.study.prune.PrunedNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code oinfo study cut}: one sub-network of a saved network, as a file. */
@Command(
        name = "cut",
        description = {
            "Cuts one sub-network out of a saved network and writes it: a smaller network of the neurons that stay. Or makes"
                    + " layers of your own ONNX model narrower, fits what they enter, and compares the models on examples kept"
                    + " apart.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study cut my-study/network-1/trained.npz --keep 20 --out small.npz --data digits",
            "  oinfo study cut my-study/network-1/trained.npz --keep 20 --out small.npz --data digits --refit yes",
            "  oinfo study cut trained.npz --neurons \"layer1=0;4;7\" --neurons \"layer2=1;2\" --out small.npz",
            "  oinfo study cut model.onnx --keep 0.5 --inputs inputs.npz --out small.onnx",
            "  oinfo study cut model.onnx --keep 64 --cut fc1,fc2 --choose wanda --inputs x.npy --out small.onnx"
        })
final class CutCommand implements Callable<Integer> {
    private static final String ACTIVATIONS = "activations";

    private final Streams streams;

    @Parameters(
            paramLabel = "NETWORK.npz|MODEL.onnx",
            description = "a network that a study saved, or a model of your own")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "write the sub-network here, as .npz; of a model, as .onnx")
    private String out = "";

    @Option(
            names = "--keep",
            paramLabel = "n",
            description =
                    "neurons that stay in each layer that is cut, or best: the order where Omega, less its bias, is most"
                            + " extreme; of a model, their number or a share such as 0.5")
    private @Nullable String keep;

    @Option(
            names = "--ends",
            paramLabel = "synergistic|redundant",
            description = "NETWORK.npz: which neurons stay (default: synergistic)")
    private @Nullable Ends end;

    @Option(
            names = "--cut",
            paramLabel = "LAYER",
            description =
                    "hidden: every hidden layer; or one by its name; of a model, names with commas between (default:"
                            + " ${DEFAULT-VALUE})")
    private String scope = PruneSettings.HIDDEN;

    @Option(
            names = "--activations",
            paramLabel = "FOLDER",
            description =
                    "NETWORK.npz: what its neurons answer, as a study saved it (default: activations beside the network)")
    private @Nullable Path activations;

    @Option(
            names = "--neurons",
            paramLabel = "LAYER=i;j;..",
            description = "or these neurons, 0-based; once for each layer that is cut")
    private Map<String, String> neurons = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "IMAGES",
            description =
                    "tell the accuracy on the test images of these, too; a model is fitted to the training images")
    private @Nullable String data;

    @Option(
            names = "--refit",
            paramLabel = "yes|no",
            description =
                    "fit the layer behind each cut one to the whole network, by least squares on the training images of --data,"
                            + " or on the --inputs of a model, without labels (default: no; of a model yes)")
    private @Nullable YesOrNo refit;

    @Mixin
    private OnnxCutOptions more = new OnnxCutOptions();

    CutCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (neurons.isEmpty() == (keep == null)) {
            throw new BadInputException("what stays must be said once: found " + (keep == null ? "neither" : "both")
                    + " --keep and --neurons; give one of them");
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            return model();
        }
        if (more.given()) {
            throw new BadInputException(
                    "--inputs, --labels, --choose and --safetensors are for a model: found one of them with " + file
                            + ", which does not end with .onnx; leave it out");
        }
        Path target = OutputFile.target(out, List.of());
        Network network = NetworkFile.read(file);
        @Nullable ImageSets images = data == null ? null : DataSets.load(data);
        if (images != null) {
            network.architecture().checkReads(images.test());
        }
        try {
            streams.interruption().arm();
            PrunedNetwork pruned = keep == null ? NetworkPruner.keeping(network, named()) : byOmega(network, keep);
            if (refit == YesOrNo.YES) {
                pruned = refitted(network, pruned, images);
            }
            PrunedNetwork written = pruned;
            WholeFile.write(target, bytes -> NetworkFile.write(written.network(), bytes));
            tell(network, written, images);
            return ExitCode.DONE;
        } catch (CancellationException e) {
            streams.err().println("oinfo: stopped; nothing was written");
            return ExitCode.INTERRUPTED;
        }
    }

    private int model() throws IOException {
        if (end != null || activations != null) {
            throw new BadInputException("--ends and --activations are for a network of a study: found one of them with "
                    + file + "; choose with --choose");
        }
        if (!neurons.isEmpty() && (more.chooses() || !scope.equals(PruneSettings.HIDDEN))) {
            throw new BadInputException("--neurons says which layers are cut and what stays: found "
                    + (more.chooses() ? "--choose" : "--cut") + " beside it; leave it out");
        }
        CutSettings settings = new CutSettings(
                more.choice(),
                keep == null ? null : CutSettings.Keep.parse(keep),
                scope.equals(PruneSettings.HIDDEN) ? List.of() : List.of(scope.split(",", -1)),
                named(),
                refit != YesOrNo.NO);
        streams.interruption().arm();
        try {
            new OnnxCutRun(file, data, more, settings).write(out, text(), new Progress(streams, true));
            return ExitCode.DONE;
        } catch (CancellationException e) {
            streams.err().println("oinfo: stopped; nothing was written");
            return ExitCode.INTERRUPTED;
        }
    }

    private PrintWriter text() {
        return new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
    }

    private static PrunedNetwork refitted(Network network, PrunedNetwork pruned, @Nullable ImageSets images) {
        if (images == null) {
            throw new BadInputException(
                    "--refit needs images to fit on: found no --data; give those the network was trained on");
        }
        return new PrunedNetwork(
                Refit.of(network, List.of(pruned.kept()), images.train()).getFirst(), pruned.kept());
    }

    private PrunedNetwork byOmega(Network network, String size) throws IOException {
        Path folder = activations == null ? file.toAbsolutePath().resolveSibling(ACTIVATIONS) : activations;
        if (activations == null && !Files.isDirectory(folder)) {
            throw new BadInputException("the activations of the network must be known: there is no folder " + folder
                    + "; name it with --activations, or choose with --neurons");
        }
        boolean best = size.equals("best");
        PruneSettings settings = PruneSettings.defaults()
                .withScopes(List.of(scope))
                .withSizes(best ? List.of() : List.of(PruneOptions.size(size)), best);
        Progress progress = new Progress(streams, true);
        return NetworkPruner.byOmega(
                network,
                Capture.open(folder),
                Objects.requireNonNullElse(end, Ends.SYNERGISTIC),
                settings,
                OInformationOptions.defaults(),
                1,
                progress.begin("", 0));
    }

    private Map<String, List<Integer>> named() {
        Map<String, List<Integer>> named = new LinkedHashMap<>();
        neurons.forEach((layer, list) -> named.put(
                layer,
                Arrays.stream(list.split("[;,]", -1)).map(CutCommand::neuron).toList()));
        return named;
    }

    private static Integer neuron(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    "--neurons must be a layer, = and numbers joined by ;: found \"" + text + "\" for a number");
        }
    }

    private void tell(Network network, PrunedNetwork pruned, @Nullable ImageSets images) {
        PrintWriter text = text();
        text.printf(
                "%s (%,d parameters) -> %s (%,d parameters) in %s%n",
                network.architecture(),
                network.architecture().parameters(),
                pruned.network().architecture(),
                pruned.network().architecture().parameters(),
                out);
        List<LayerShape> hidden = network.architecture().hidden();
        for (int l = 0; l < hidden.size(); l++) {
            int[] kept = pruned.kept().units().get(l);
            String list = kept.length == hidden.get(l).units()
                    ? "all " + kept.length
                            + network.architecture()
                                    .staysWhole(l)
                                    .map(why -> ", " + why)
                                    .orElse("")
                    : Arrays.stream(kept).mapToObj(Integer::toString).collect(Collectors.joining(";"));
            text.printf("  %s: %s%n", hidden.get(l).name(), list);
        }
        if (images != null) {
            text.printf(
                    "test accuracy: %.2f %% whole, %.2f %% cut, %s%n",
                    100 * Evaluation.accuracies(List.of(network), images.test())[0],
                    100 * Evaluation.accuracies(List.of(pruned.network()), images.test())[0],
                    refit == YesOrNo.YES ? "refitted" : "nothing trained again");
        }
        text.flush();
    }
}
