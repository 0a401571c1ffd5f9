package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * An ONNX model as it was read.
 *
 * @param path where it was read
 * @param bytes the whole file
 * @param graph what was understood of it
 */
@SuppressWarnings("ArrayRecordComponent") // models are not compared
public record OnnxFile(Path path, byte[] bytes, OnnxGraph graph) {
    /** The longest protobuf message, less some room for outputs. */
    private static final int LARGEST = Integer.MAX_VALUE - (1 << 24);
    /** As many names as a message lists. */
    private static final int LISTED = 30;

    /**
     * Reads a model.
     *
     * @throws BadInputException it is no file, no ONNX, or too large
     */
    public static OnnxFile read(Path path) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new BadInputException("a model must be a file that can be read: " + path + " is not; check the path");
        }
        if (Files.size(path) > LARGEST) {
            throw new BadInputException("a model must be smaller than 2 GB: " + path + " has " + Files.size(path)
                    + " bytes; export it with its weights in a file of their own");
        }
        OnnxFile file = of(path, Files.readAllBytes(path));
        OnnxGraph graph = file.graph();
        if (graph.nodes().isEmpty()) {
            throw new BadInputException("a model must be a complete file in ONNX format: " + path
                    + " is not; export it, in PyTorch with torch.onnx.export");
        }
        if (!graph.training().isEmpty()) {
            throw new BadInputException("a model must be exported as it is used: what " + Excerpt.of(graph.training())
                    + " of " + path
                    + " holds is as in training, by dropout or statistics of the batch; call model.eval()"
                    + " before the export");
        }
        graph.files().forEach(weights -> requireBeside(path, weights));
        return file;
    }

    /** A model whose bytes are known, without nodes where they are none. */
    public static OnnxFile of(Path path, byte[] bytes) {
        return new OnnxFile(path, bytes, graph(bytes));
    }

    /** Weights of their own file must lie in the model's folder: a model that came from elsewhere reads nothing else. */
    private static void requireBeside(Path path, String weights) {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().normalize().getParent(), "a file has a folder");
        boolean beside;
        try {
            Path file = folder.resolve(weights).normalize();
            beside = file.startsWith(folder)
                    && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()));
        } catch (InvalidPathException | IOException e) {
            beside = false;
        }
        if (!beside) {
            throw new BadInputException("weights outside a model must lie in its folder: " + path + " names "
                    + Excerpt.of(weights) + "; put them there, and export or save the model again");
        }
    }

    /** The graph, without nodes where the bytes are none. */
    private static OnnxGraph graph(byte[] bytes) {
        try {
            return OnnxGraph.read(bytes);
        } catch (IOException e) {
            return new OnnxGraph(List.of(), List.of(), List.of(), List.of(), "");
        }
    }

    /**
     * The tensors of these names in the order they are computed, or all of them where none is named.
     *
     * @throws BadInputException the model computes no tensor of such a name from what it is shown
     */
    List<String> tensors(Collection<String> names) {
        Set<String> computed = graph.computed();
        for (String name : names) {
            if (!computed.contains(name)) {
                throw new BadInputException("a tensor must be one that the model computes from what it is shown: "
                        + path + " has no " + Excerpt.of(name) + "; it has " + listed(computed));
            }
        }
        return computed.stream()
                .filter(name -> names.isEmpty() || names.contains(name))
                .toList();
    }

    private static String listed(Collection<String> names) {
        String some = String.join(
                ", ", names.stream().limit(LISTED).map(Excerpt::oneLine).toList());
        return names.size() <= LISTED ? some : some + " and " + (names.size() - LISTED) + " more";
    }

    /** The model with these tensors among its outputs. */
    public byte[] with(List<String> tensors) {
        return OnnxGraph.withOutputs(
                bytes,
                tensors.stream().filter(name -> !graph.outputs().contains(name)).toList());
    }
}
