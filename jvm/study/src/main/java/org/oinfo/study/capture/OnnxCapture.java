package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.study.images.Images;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * The values of the tensors inside a user's ONNX model for images, as files. A tensor [N][neurons] is a layer as it is; of a
 * tensor [N][channels][height][width] each channel's mean over its positions is a neuron.
 */
public final class OnnxCapture {
    /** Images at a time, at most. */
    private static final int BATCH = 1000;
    /** Floats that the captured tensors may take at a time: 64 MB. */
    private static final long FLOATS = 1 << 24;

    private final OnnxFile file;
    private final OnnxRoles roles;
    private final OnnxModel model;
    private final Images images;

    private OnnxCapture(OnnxFile file, OnnxModel model, Images images) {
        this.file = file;
        this.roles = new OnnxRoles(file.graph());
        this.model = model;
        this.images = images;
    }

    /**
     * A capture and what it lacks.
     *
     * @param skipped a sentence for each tensor that was left out, with the reason; empty where tensors were named
     */
    public record Result(Capture capture, List<String> skipped) {}

    /**
     * Computes images and writes what tensors hold, in the order they are computed, and the labels. Only one batch of images is in
     * memory at a time.
     *
     * @param path a model with one input of 32-bit floats: [N][pixels], [N][height][width] or [N][1][height][width], for any N or
     *     a certain one
     * @param tensors names; empty for all that can be captured and do more than give values another place
     * @param folder is made if it is not there; an older capture in it stays until this one is complete
     * @param monitor is told the number of images, and may stop the capture
     * @throws BadInputException it is no such model, it does not take these images, or a named tensor is not there or cannot be
     *     captured
     * @throws IOException a file cannot be read or written; nothing of the capture remains
     * @throws CancellationException the monitor wants to stop; nothing of the capture remains
     */
    public static Result write(Path path, List<String> tensors, Images images, Path folder, Monitor monitor)
            throws IOException {
        OnnxFile file = OnnxFile.read(path);
        List<String> wanted = file.tensors(tensors);
        try (OnnxModel model = OnnxModel.open(path, file.with(wanted), images.height(), images.width())) {
            OnnxCapture capture = new OnnxCapture(file, model, images);
            Map<String, OnnxLayer> found = model.layers(wanted);
            List<String> skipped = tensors.isEmpty() ? capture.skipped(found) : capture.requireAll(found);
            List<OnnxLayer> layers = wanted.stream()
                    .filter(name -> !tensors.isEmpty() || capture.reason(name, found) == null)
                    .map(found::get)
                    .toList();
            return new Result(capture.write(layers, folder, monitor), skipped);
        }
    }

    private List<String> requireAll(Map<String, OnnxLayer> found) {
        found.forEach((tensor, layer) -> {
            if (!layer.reason().isEmpty()) {
                throw new BadInputException("a tensor must hold at least 2 neurons for each image: "
                        + Excerpt.of(tensor) + " of " + file.path() + " " + layer.reason() + "; choose another");
            }
        });
        return List.of();
    }

    private List<String> skipped(Map<String, OnnxLayer> found) {
        List<String> skipped = new ArrayList<>();
        found.keySet().forEach(tensor -> {
            String reason = reason(tensor, found);
            if (reason != null) {
                skipped.add("tensor " + Excerpt.of(tensor) + " is left out: it " + reason);
            }
        });
        if (skipped.size() == found.size()) {
            throw new BadInputException("a model must have tensors that can be captured: " + file.path() + " has none; "
                    + skipped.getFirst() + "; export it with its layers inside");
        }
        return skipped;
    }

    /** Why a tensor is left out where none is named, or null. */
    private @Nullable String reason(String tensor, Map<String, OnnxLayer> found) {
        OnnxLayer layer = found.get(tensor);
        if (layer == null || !layer.reason().isEmpty()) {
            return layer == null ? "is not computed" : layer.reason();
        }
        String source = roles.rearranged(tensor);
        if (source == null) {
            return null;
        }
        OnnxLayer before = found.get(source);
        boolean captured = before == null || before.reason().isEmpty();
        return captured ? "holds the values of " + Excerpt.of(source) + " in another place" : null;
    }

    private Capture write(List<OnnxLayer> layers, Path folder, Monitor monitor) throws IOException {
        Watch watch = new Watch(monitor, 0, images.count());
        try (CaptureWriter writer = CaptureWriter.open(folder, images.count())) {
            FileNames names = new FileNames();
            for (OnnxLayer layer : layers) {
                Activation activation = roles.activation(layer.tensor());
                writer.add(names.of(layer.tensor()), activation, layer.neurons(), description(layer));
            }
            long floats = layers.stream().mapToLong(OnnxLayer::floats).sum();
            int fixed = model.batch();
            int batch = fixed > 0 ? fixed : Math.clamp(FLOATS / floats, 1, BATCH);
            Set<String> tensors = new LinkedHashSet<>();
            layers.forEach(layer -> tensors.add(layer.tensor()));
            for (int from = 0; from < images.count(); from += batch) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                int count = Math.min(batch, images.count() - from);
                // A model for a certain number of images computes black ones where there are no more.
                int computed = fixed > 0 ? fixed : count;
                float[] pixels =
                        Arrays.copyOfRange(images.pixels(), from * images.size(), (from + computed) * images.size());
                model.run(pixels, computed, tensors, values -> {
                    for (int l = 0; l < layers.size(); l++) {
                        OnnxLayer layer = layers.get(l);
                        writer.write(l, layer.values(values.floats(layer.tensor()), count), count * layer.neurons());
                    }
                });
                watch.advanced(0, count);
            }
            return writer.commit(images.labels());
        }
    }

    private String description(OnnxLayer layer) {
        String mean = layer.positions() == 1 ? "" : ", each channel its mean over " + layer.positions() + " positions";
        return "tensor " + Excerpt.oneLine(layer.tensor()) + ", computed by "
                + Excerpt.oneLine(roles.op(layer.tensor())) + mean;
    }
}
