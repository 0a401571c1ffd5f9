package org.oinfo.study.cut;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.parallel.Watch;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.capture.OnnxFile;
import org.oinfo.study.capture.OnnxModel;
import org.oinfo.study.network.LeastSquares;

/**
 * Fits the layers that cut ones enter: weights and biases that bring what they make, before any activation function, nearest to what the
 * whole model has there, by least squares; layer after layer, each on what the cut model gives it by then. A convolution is fitted by its
 * patches.
 */
final class LayerFit {
    private final OnnxFile file;
    private final Map<String, long[]> shapes;
    private final Map<Chain, int[]> kept;
    private final Examples examples;
    private final Watch watch;

    LayerFit(OnnxFile file, Map<String, long[]> shapes, Map<Chain, int[]> kept, Examples examples, Watch watch) {
        this.file = file;
        this.shapes = shapes;
        this.kept = kept;
        this.examples = examples;
        this.watch = watch;
    }

    /** Fits what a layer enters; says what is to be known of the fit, or nothing. */
    String fit(EditedModel model, Chain chain) throws IOException {
        LinearLayer next = chain.into();
        int units = units(chain).length;
        LayerRows rows = LayerRows.of(model, next, shape(next.input()), shape(next.output()))
                .entering(units * chain.span());
        byte[] small = OnnxFile.of(file.path(), model.bytes()).with(List.of(next.input()));
        try (OnnxModel given = OnnxModel.open(file.path(), small, examples);
                OnnxModel wanted = OnnxModel.open(file.path(), file.with(List.of(next.output())), examples)) {
            LayerData data = LayerData.of(given, wanted, rows, units, examples, watch);
            LeastSquares fit = LeastSquares.of(data.moments(), outputs(next));
            exchange(model, next, fit);
            int weights = data.moments().shape().fanIn() + 1;
            long seen = (long) examples.count() * rows.positions();
            if (seen <= weights) {
                return "fitted to " + seen + " rows, no more than the " + weights
                        + " numbers of a neuron: give more examples";
            }
            return fit.ridge() ? "what stays is collinear, so the fit took a ridge" : "";
        }
    }

    private int[] units(Chain chain) {
        int[] units = kept.get(chain);
        if (units == null) {
            throw new IllegalArgumentException("a layer that is fitted must be behind a cut one: "
                    + chain.layer().name());
        }
        return units;
    }

    /** Those that stay of a layer that may be cut itself. */
    private int[] outputs(LinearLayer layer) {
        return kept.entrySet().stream()
                .filter(one -> one.getKey().layer().node() == layer.node())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, layer.units()).toArray());
    }

    private long[] shape(String tensor) {
        return shapes.getOrDefault(tensor, new long[0]);
    }

    private static void exchange(EditedModel model, LinearLayer layer, LeastSquares fit) throws IOException {
        Weights old = Chain.constant(model, layer.node(), LinearLayer.WEIGHT);
        int outputs = fit.biases().length;
        int inputs = fit.weights().length / outputs;
        double[] weights = new double[fit.weights().length];
        boolean turned = layer.kind().outAxis() == 1;
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                weights[turned ? i * outputs + o : o * inputs + i] = fit.weights()[o * inputs + i];
            }
        }
        model.exchange(layer.node(), LinearLayer.WEIGHT, old.with(weights, old.dims()));
        double[] biases =
                IntStream.range(0, outputs).mapToDouble(o -> fit.biases()[o]).toArray();
        Weights bias = old.with(biases, outputs);
        if (layer.bias() < 0) {
            model.bias(layer.node(), bias);
        } else {
            model.exchange(layer.bias(), layer.biasSlot(), bias);
        }
    }
}
