package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * The values of the tensors inside a user's ONNX model for examples, as files. A tensor [N][neurons] is a layer as it is; where an example
 * has several positions in it, {@link Positions} says what becomes of them, and {@link OnnxLayout} which axis has the neurons.
 */
public final class OnnxCapture {
    /** Examples at a time, at most. */
    private static final int BATCH = 1000;
    /** Floats that the captured tensors may take at a time: 64 MB. */
    private static final long FLOATS = 1 << 24;

    private final OnnxSources sources;
    private final OnnxRoles roles;
    private final OnnxModel model;
    private final Examples examples;
    private final Positions positions;

    private OnnxCapture(OnnxSources sources, OnnxModel model, Examples examples, Positions positions) {
        this.sources = sources;
        this.roles = new OnnxRoles(sources);
        this.model = model;
        this.examples = examples;
        this.positions = positions;
    }

    /**
     * A capture and what it lacks.
     *
     * @param skipped a sentence for each reason for which tensors were left out; empty where tensors were named
     */
    public record Result(Capture capture, List<String> skipped) {}

    /**
     * Shows a model examples and writes what its tensors hold, in the order they are computed, and the labels. Only one batch of examples
     * is in memory at a time.
     *
     * @param path the model
     * @param tensors names; empty for all that can be captured and do more than give values another place
     * @param examples for each of its inputs
     * @param positions what becomes of the positions of a tensor
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @param monitor is told the number of examples, and may stop the capture
     * @throws BadInputException it is no such model, it does not take these examples, or a named tensor is not there or cannot be
     *     captured
     * @throws IOException a file cannot be read or written; nothing of the capture remains
     * @throws CancellationException the monitor wants to stop; nothing of the capture remains
     */
    public static Result write(
            Path path, List<String> tensors, Examples examples, Positions positions, Path folder, Monitor monitor)
            throws IOException {
        OnnxFile file = OnnxFile.read(path);
        List<String> wanted = file.tensors(tensors);
        OnnxSources sources = new OnnxSources(file.graph());
        try (OnnxModel model = OnnxModel.open(path, file.with(wanted), examples)) {
            OnnxCapture capture = new OnnxCapture(sources, model, examples, positions);
            Map<String, OnnxLayer> found = model.layers(wanted, new OnnxLayout(sources));
            OnnxChoice choice = new OnnxChoice(path, found, capture.roles, positions);
            return tensors.isEmpty()
                    ? new Result(capture.write(choice.all(), folder, monitor), choice.leftOut())
                    : new Result(capture.write(choice.named(), folder, monitor), List.of());
        }
    }

    private Capture write(List<OnnxLayer> layers, Path folder, Monitor monitor) throws IOException {
        Watch watch = new Watch(monitor, 0, examples.count());
        int places = layers.getFirst().positions();
        int samples = positions.rows(examples.count(), places);
        try (CaptureWriter writer = CaptureWriter.open(folder, samples)) {
            FileNames names = new FileNames();
            for (OnnxLayer layer : layers) {
                Activation activation = roles.activation(layer.tensor());
                writer.add(names.of(name(layer)), activation, layer.neurons(), description(layer));
            }
            long floats = layers.stream().mapToLong(OnnxLayer::floats).sum();
            int fixed = model.batch();
            int batch = fixed > 0 ? fixed : Math.clamp(FLOATS / floats, 1, BATCH);
            Set<String> tensors = new LinkedHashSet<>();
            layers.forEach(layer -> tensors.add(layer.tensor()));
            for (int from = 0; from < examples.count(); from += batch) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                int count = Math.min(batch, examples.count() - from);
                model.run(from, fixed > 0 ? fixed : count, tensors, values -> {
                    for (int l = 0; l < layers.size(); l++) {
                        OnnxLayer layer = layers.get(l);
                        float[] of = layer.values(values.floats(layer.tensor()), count, positions);
                        writer.write(l, of, of.length);
                    }
                });
                watch.advanced(0, count);
            }
            examples.requireUnchanged();
            return writer.commit(examples.labels(positions.rows(places)));
        }
    }

    /** The tensor, and before it the module it belongs to where its own name does not say. */
    private String name(OnnxLayer layer) {
        OnnxGraph.Node source = sources.of(layer.tensor());
        String module = source == null ? "" : source.module();
        return module.isEmpty() ? layer.tensor() : module + "." + layer.tensor();
    }

    private String description(OnnxLayer layer) {
        String places = layer.positions() == 1 ? "" : ", " + positions.text(layer.positions());
        return "tensor " + Excerpt.oneLine(layer.tensor()) + ", computed by "
                + Excerpt.oneLine(roles.op(layer.tensor())) + places;
    }
}
