package org.oinfo.study.cut;

import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.array.NumericArray;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxFile;
import org.oinfo.study.capture.OnnxModel;
import org.oinfo.study.capture.OnnxSources;
import org.oinfo.study.prune.Choice;
import org.oinfo.study.prune.NeuronChoice;

/**
 * A user's model with narrower layers. Neurons are chosen by what the whole model answers to examples; the layers that they enter are
 * fitted anew, see {@link LayerFit}. No labels are used, but by {@link Choice#LABEL}, and nothing is trained.
 */
public final class OnnxCut {
    /** Layers that take their input and their state by weights of their own. */
    private static final Set<String> RECURRENT = Set.of("RNN", "GRU", "LSTM");

    private static final Set<Choice> BY_EXAMPLE =
            EnumSet.of(Choice.LABEL, Choice.ENTROPY, Choice.MIN_TC, Choice.VARIANCE);

    private final OnnxFile file;
    private final EditedModel whole;
    private final Map<String, long[]> shapes;
    /** Examples that the shapes are for. */
    private final int shown;

    private final List<LinearLayer> layers;
    private final List<Chain> chains;
    private final Examples examples;
    private final Watch watch;

    private OnnxCut(
            OnnxFile file, EditedModel whole, Shapes shapes, ChainFinder finder, Examples examples, Monitor monitor)
            throws IOException {
        this.file = file;
        this.whole = whole;
        this.shapes = shapes.all();
        this.shown = shapes.shown();
        this.layers = finder.layers();
        this.chains = finder.chains();
        this.examples = examples;
        this.watch = new Watch(monitor);
    }

    /**
     * Reads a model.
     *
     * @param examples that its neurons answer to
     * @throws BadInputException it is no model, cannot be run, or does not take these examples
     */
    public static OnnxCut open(Path path, Examples examples, Monitor monitor) throws IOException {
        OnnxFile file = OnnxFile.read(path);
        Shapes shapes = shapes(file, examples);
        EditedModel whole = EditedModel.of(file);
        ChainFinder finder = new ChainFinder(whole, new OnnxSources(file.graph()), shapes.all());
        return new OnnxCut(file, whole, shapes, finder, examples, monitor);
    }

    /** Shapes of the tensors that grow with the examples, for so many examples. */
    private record Shapes(Map<String, long[]> all, int shown) {}

    /** What is as large for more examples is computed without them, so that it is nothing to fit to. */
    private static Shapes shapes(OnnxFile file, Examples examples) throws IOException {
        Map<String, long[]> shapes = new HashMap<>();
        List<String> computed = List.copyOf(file.graph().computed());
        Set<String> names = new LinkedHashSet<>(computed);
        try (OnnxModel model = OnnxModel.open(file.path(), file.with(computed), examples)) {
            int shown = model.batch() == 0 ? 2 : model.batch();
            model.run(0, shown, names, values -> {
                for (String tensor : computed) {
                    if (values.info(tensor) instanceof TensorInfo info && Weights.size(info.getShape()) % shown == 0) {
                        shapes.put(tensor, info.getShape());
                    }
                }
            });
            if (model.batch() == 0) {
                model.run(
                        0,
                        shown + 1,
                        names,
                        values -> shapes.entrySet()
                                .removeIf(one -> !(values.info(one.getKey()) instanceof TensorInfo info)
                                        || Weights.size(info.getShape()) / (shown + 1)
                                                != Weights.size(one.getValue()) / shown));
            }
            shapes.putAll(model.inputs());
            return new Shapes(shapes, shown);
        }
    }

    /**
     * A model as it became.
     *
     * @param lines what became of each layer, in the order they are computed
     * @param whole the model as it was
     * @param cut without the neurons, nothing else changed
     * @param fitted with the next layers fitted; the same as {@code cut} where that was not asked for
     * @param arrays what changed
     */
    public record Result(List<CutLine> lines, Version whole, Version cut, Version fitted, CutArrays arrays) {}

    /**
     * A model.
     *
     * @param bytes the file
     * @param parameters floating-point numbers among its weights
     * @param multiplyAdds of the layers that have weights, for an example
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Version(byte[] bytes, long parameters, long multiplyAdds) {}

    /**
     * Cuts and fits.
     *
     * @throws BadInputException no layer can be cut as asked for
     */
    public Result cut(CutSettings settings) throws IOException {
        Map<Chain, int[]> kept = kept(settings);
        EditedModel cut = whole.copy();
        for (Map.Entry<Chain, int[]> one : kept.entrySet()) {
            one.getKey().cut(cut, one.getValue());
        }
        EditedModel fitted = cut.copy();
        Map<String, String> notes = new HashMap<>();
        if (settings.refit()) {
            LayerFit fit = new LayerFit(file, shapes, kept, examples, watch);
            for (Chain chain : inOrderOfNext(kept)) {
                notes.put(chain.layer().name(), fit.fit(fitted, chain));
            }
        }
        examples.requireUnchanged();
        return new Result(
                lines(kept, settings, notes),
                new Version(file.bytes(), whole.parameters(), multiplyAdds(whole)),
                version(cut),
                version(fitted),
                new CutArrays(fitted, file.graph().nodes(), kept));
    }

    private static List<Chain> inOrderOfNext(Map<Chain, int[]> kept) {
        return kept.keySet().stream()
                .sorted(Comparator.comparingInt(chain -> chain.into().node()))
                .toList();
    }

    private Version version(EditedModel model) throws IOException {
        return new Version(model.bytes(), model.parameters(), multiplyAdds(model));
    }

    /** Every product with a weight, whichever axis the examples are on; those of recurrent layers and transposed convolutions too. */
    private long multiplyAdds(EditedModel model) throws IOException {
        long sum = 0;
        for (LinearLayer layer : layers) {
            long weights = Weights.size(
                    Chain.constant(model, layer.node(), LinearLayer.WEIGHT).dims());
            sum += weights * (Weights.size(shape(layer.output())) / layer.units());
        }
        for (int n = 0; n < model.nodes(); n++) {
            boolean transposed = model.op(n).equals("ConvTranspose");
            boolean steps = RECURRENT.contains(model.op(n));
            long[] shape = transposed || steps ? shape(model.inputs(n).getFirst()) : new long[0];
            for (int slot = 1; slot <= (transposed ? 1 : 2) && shape.length > 0; slot++) {
                Weights weights = model.constant(n, slot);
                long places = Weights.size(shape) / shape[transposed ? 1 : shape.length - 1];
                sum += weights == null ? 0 : Weights.size(weights.dims()) * places;
            }
        }
        return sum / shown;
    }

    private long[] shape(String tensor) {
        return shapes.getOrDefault(tensor, new long[0]);
    }

    /** The neurons that stay in each layer that is cut. */
    private Map<Chain, int[]> kept(CutSettings settings) throws IOException {
        List<String> asked = new ArrayList<>(settings.layers());
        asked.addAll(settings.neurons().keySet());
        for (String name : asked) {
            requireCuttable(name);
        }
        Map<Chain, int[]> kept = new LinkedHashMap<>();
        List<Chain> open = new ArrayList<>();
        for (Chain chain : chains) {
            String name = chain.layer().name();
            boolean meant = settings.layers().isEmpty() || settings.layers().contains(name);
            if (chain.next() == null || !meant) {
                continue;
            }
            CutSettings.Keep keep = settings.keep();
            if (keep == null) {
                settings.named(chain.layer()).ifPresent(units -> kept.put(chain, units));
            } else if (keep.of(chain.layer().units()) < chain.layer().units()) {
                open.add(chain);
            }
        }
        if (chains.stream().allMatch(chain -> chain.next() == null)) {
            throw new BadInputException("some layer of a model must have neurons that enter one other layer alone: "
                    + file.path() + " has none: " + reasons());
        }
        if (kept.isEmpty() && open.isEmpty()) {
            throw new BadInputException("a layer that is cut must have more neurons than are kept: "
                    + chains.stream()
                            .filter(chain -> chain.next() != null)
                            .map(chain -> Excerpt.oneLine(chain.layer().name()) + " has "
                                    + chain.layer().units())
                            .collect(Collectors.joining(", "))
                    + "; keep fewer");
        }
        return open.isEmpty() ? kept : chosen(open, settings);
    }

    private void requireCuttable(String name) {
        for (Chain chain : chains) {
            if (chain.layer().name().equals(name)) {
                if (chain.next() == null) {
                    throw new BadInputException(
                            "a layer that is cut must have neurons that enter one other layer alone: "
                                    + Excerpt.oneLine(name) + " of " + file.path() + " cannot be cut: " + chain.reason()
                                    + "; name others");
                }
                return;
            }
        }
        String names = chains.stream()
                .filter(chain -> chain.next() != null)
                .map(chain -> Excerpt.oneLine(chain.layer().name()))
                .collect(Collectors.joining(", "));
        throw new BadInputException("a layer must be one that the model has: " + file.path() + " has no "
                + Excerpt.of(name) + "; those that can be cut are " + names);
    }

    private String reasons() {
        return chains.isEmpty()
                ? "it has no Gemm, MatMul or Conv with constant weights"
                : chains.stream()
                        .map(chain -> Excerpt.oneLine(chain.layer().name()) + ": " + chain.reason())
                        .collect(Collectors.joining("; "));
    }

    private Map<Chain, int[]> chosen(List<Chain> open, CutSettings settings) throws IOException {
        int[] labels = examples.labels();
        if (settings.choice() == Choice.LABEL && labels.length == 0) {
            throw new BadInputException(
                    "label chooses by the class of each example: found no labels; give them with --labels," + " or as "
                            + Excerpt.of("labels") + " in the file of inputs");
        }
        if (settings.choice() == Choice.LABEL
                && Arrays.stream(labels).distinct().count() < 2) {
            throw new BadInputException(
                    "label chooses by the class of each example, of at least two: found " + labels[0]
                            + " for all that the model is fitted on; give other examples, or choose by reconstruction");
        }
        Map<Chain, int[]> kept = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        open.forEach(
                chain -> seen.addAll(List.of(chain.into().input(), chain.into().output())));
        try (OnnxModel model = OnnxModel.open(file.path(), file.with(List.copyOf(seen)), examples)) {
            for (Chain chain : open) {
                int units = chain.layer().units();
                LinearLayer next = chain.into();
                requireExamplesFirst(settings.choice(), chain);
                LayerRows rows = LayerRows.of(whole, next, shape(next.input()), shape(next.output()));
                LayerData data = LayerData.of(model, model, rows, units, examples, watch);
                double[] weights = CutArrays.rows(whole, next).values();
                CutSettings.Keep keep = settings.keep();
                int size = keep == null ? units : keep.of(units);
                int[] stay = new NeuronChoice(
                                data.moments(),
                                weights,
                                data.means(),
                                labels,
                                chain.layer().node())
                        .keep(settings.choice(), size);
                kept.put(chain, stay);
            }
        }
        return kept;
    }

    /** Some choices look at each example, the others at all rows. */
    private void requireExamplesFirst(Choice choice, Chain chain) {
        long[] shape = shape(chain.into().input());
        if (shape[0] != shown && BY_EXAMPLE.contains(choice)) {
            throw new BadInputException("to choose by " + choice.label() + ", examples must be on the first axis: what "
                    + Excerpt.oneLine(chain.layer().name()) + " of " + file.path() + " makes is "
                    + NumericArray.shown(Arrays.stream(shape).boxed().toList()) + " for " + shown
                    + "; choose by reconstruction, wanda or weight, or name other layers with --cut");
        }
    }

    private List<CutLine> lines(Map<Chain, int[]> kept, CutSettings settings, Map<String, String> notes) {
        List<CutLine> lines = new ArrayList<>();
        for (Chain chain : chains) {
            LinearLayer layer = chain.layer();
            int[] all = IntStream.range(0, layer.units()).toArray();
            int[] stay = kept.getOrDefault(chain, all);
            CutSettings.Keep keep = settings.keep();
            String note = notes.getOrDefault(layer.name(), chain.reason());
            if (keep != null && kept.containsKey(chain) && stay.length < keep.of(layer.units())) {
                note = "no other ever changes" + (note.isEmpty() ? "" : "; " + note);
            }
            LinearLayer next = chain.next();
            lines.add(new CutLine(layer.name(), layer.units(), stay, next == null ? "" : next.name(), note));
        }
        return lines;
    }
}
