package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.files.OpenArrays;

/** Logits and gradients are those of networks made of PyTorch's own modules: torch/make_torch_networks.py. */
class TorchNetworksTest {
    private static final int COUNT = 7;

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(TorchNetworksTest.class.getResource("torch/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] seen(String network, String name) {
        try (OpenArrays file = OpenArrays.open(resource(network + "-seen.npz").toString())) {
            ArrayEntry entry = file.entries().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            NumericArray array = file.read(entry);
            double[] values = new double[(int) NumericArray.elements(array.shape())];
            array.decode(0, values, 0, values.length);
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }
    }

    @ParameterizedTest
    @CsvSource({"residual-mlp, 64-6-r6x4-5-5", "residual-cnn, 8x8-c4-r4-5-5", "vit, 8x8-vit-p4-d12-h3-b2-m9-5"})
    void logitsAreTheSame(String name, String told) throws IOException {
        Network network = NetworkFile.read(resource(name + ".npz"));
        assertThat(network.architecture()).hasToString(told);
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            NDArray images = manager.create(seen(name, "images"), new Shape(COUNT, 64));
            float[] logits = batched.forward(images, BatchedNetwork.LayerObserver.NOTHING)
                    .toFloatArray();
            assertThat(logits).containsExactly(seen(name, "logits"), within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual-mlp", "residual-cnn", "vit"})
    void gradientsAreTheSame(String name) throws IOException {
        Network network = NetworkFile.read(resource(name + ".npz"));
        float[] labels = seen(name, "labels");
        float[] oneHot = new float[COUNT * 5];
        for (int i = 0; i < COUNT; i++) {
            oneHot[i * 5 + (int) labels[i]] = 1;
        }
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            JniUtils.setGradMode(true);
            batched.requireGradients();
            batched.backward(
                    manager.create(seen(name, "images"), new Shape(COUNT, 64)),
                    manager.create(oneHot, new Shape(COUNT, 5)),
                    BatchedNetwork.HiddenValues.AS_THEY_ARE);
            List<String> names = names(network.architecture());
            assertThat(batched.parameters()).hasSameSizeAs(names);
            for (int p = 0; p < names.size(); p++) {
                assertThat(batched.parameters().get(p).getGradient().toFloatArray())
                        .as(names.get(p))
                        .containsExactly(seen(name, names.get(p)), within(1e-6f));
            }
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** As a network lists its parameters. */
    private static List<String> names(Architecture architecture) {
        List<String> names = new ArrayList<>();
        architecture.layers().forEach(layer -> names.add(layer.name() + ".weight"));
        architecture.layers().forEach(layer -> names.add(layer.name() + ".bias"));
        for (int l = 0; l < architecture.layers().size(); l++) {
            String layer = architecture.layers().get(l).name();
            architecture.others(l).forEach(other -> names.add(layer + "." + other.name()));
        }
        return names;
    }
}
