package org.oinfo.study.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.data.damaged.Contract;
import org.oinfo.fuzz.Scratch;
import org.oinfo.fuzz.Target;
import org.oinfo.fuzz.Targets;

/** Graphs of ONNX files as far as they are read here; running them is the runtime's business. */
public final class OnnxTarget implements Target {
    private static final Path MODELS =
            Targets.REPOSITORY.resolve("jvm/study/src/test/resources/org/oinfo/study/capture");

    @Override
    public boolean read(byte[] input) throws IOException {
        Path file = Scratch.file("model.onnx", input);
        try {
            return Contract.isRead(
                    input.length,
                    () -> {
                        OnnxFile read = OnnxFile.read(file);
                        List<String> tensors = read.tensors(List.of());
                        return (length, random) -> check(read, tensors);
                    },
                    new SplittableRandom(input.length));
        } finally {
            Files.delete(file);
        }
    }

    private static void check(OnnxFile read, List<String> tensors) {
        OnnxGraph more;
        try {
            more = OnnxGraph.read(read.with(tensors));
        } catch (IOException e) {
            throw new AssertionError("must be read with more outputs", e);
        }
        Contract.require(more.outputs().containsAll(tensors), "all tensors among the outputs", more.outputs());
        OnnxSources sources = new OnnxSources(read.graph());
        OnnxRoles roles = new OnnxRoles(sources);
        OnnxLayout layout = new OnnxLayout(sources);
        for (String tensor : tensors) {
            roles.activation(tensor);
            roles.within(tensor);
            layout.of(tensor, 4);
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("colour", "convolution", "fixed", "one-at-a-time", "rows", "two-inputs")) {
            seeds.add(Files.readAllBytes(MODELS.resolve("onnx/" + name + ".onnx")));
        }
        for (String name : List.of("gelu-legacy", "tokens-dynamo", "lstm-legacy")) {
            seeds.add(Files.readAllBytes(MODELS.resolve("torch/" + name + ".onnx")));
        }
        return seeds;
    }
}
