package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;

/**
 * Networks as .npz files, which {@code numpy.load} reads: for each layer {@code NAME.weight} ([units][inputs], or
 * [channels][inputs][3][3] of a convolution, as PyTorch lays them out) and {@code NAME.bias} [units]; {@code image} holds height
 * and width.
 */
public final class NetworkFile {
    private static final String IMAGE = "image";
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private NetworkFile() {}

    /** Writes a network. */
    public static void write(Network network, OutputStream out) throws IOException {
        Architecture architecture = network.architecture();
        try (NDManager manager = Torch.newManager()) {
            NDList arrays = new NDList();
            arrays.add(named(
                    IMAGE, manager.create(new float[] {architecture.height(), architecture.width()}, new Shape(2))));
            for (int l = 0; l < architecture.layers().size(); l++) {
                LayerShape layer = architecture.layers().get(l);
                Shape shape = layer.convolution()
                        ? new Shape(layer.units(), layer.inputs(), 3, 3)
                        : new Shape(layer.units(), layer.fanIn());
                arrays.add(named(
                        layer.name() + WEIGHT, manager.create(network.weights().get(l), shape)));
                arrays.add(named(
                        layer.name() + BIAS, manager.create(network.biases().get(l), new Shape(layer.units()))));
            }
            arrays.encode(out, NDList.Encoding.NPZ);
        }
    }

    private static NDArray named(String name, NDArray array) {
        array.setName(name);
        return array;
    }

    /**
     * Reads a network.
     *
     * @throws BadInputException it is no file, no .npz, or its arrays do not fit together
     */
    public static Network read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInputException(
                    "a network must be a file that can be read: " + file + " is not; check the path");
        }
        try (NDManager manager = Torch.newManager();
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Map<String, NDArray> arrays = new HashMap<>();
            for (NDArray array : decode(manager, in, file)) {
                arrays.put(String.valueOf(array.getName()), array);
            }
            return network(arrays, file);
        }
    }

    private static NDList decode(NDManager manager, InputStream in, Path file) {
        try {
            return NDList.decode(manager, in);
        } catch (RuntimeException e) {
            throw refused(file, "it cannot be read as .npz");
        }
    }

    private static Network network(Map<String, NDArray> arrays, Path file) {
        List<LayerShape> shapes = new ArrayList<>();
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        int hidden = 0;
        while (arrays.containsKey("layer" + (hidden + 1) + WEIGHT)) {
            hidden++;
        }
        int[] image = sides(array(arrays, IMAGE, 1, file), file);
        int inputs = 1;
        for (int l = 0; l <= hidden; l++) {
            String name = l == hidden ? Architecture.OUTPUT : "layer" + (l + 1);
            boolean convolution =
                    array(arrays, name + WEIGHT, 0, file).getShape().dimension() == 4;
            NDArray weight = array(arrays, name + WEIGHT, convolution ? 4 : 2, file);
            NDArray bias = array(arrays, name + BIAS, 1, file);
            int units = (int) weight.getShape().get(0);
            long fanIn = weight.size() / Math.max(units, 1);
            boolean first = l == 0 && !convolution;
            if (units < 1 || bias.size() != units || fanIn % inputs != 0 || (first && fanIn != image[0] * image[1])) {
                throw refused(
                        file,
                        name + WEIGHT + " of shape " + weight.getShape() + " does not fit " + name + BIAS
                                + " or what comes before it");
            }
            int from = first ? (int) fanIn : inputs;
            shapes.add(new LayerShape(name, convolution, units, from, (int) (fanIn / from)));
            weights.add(weight.toFloatArray());
            biases.add(bias.toFloatArray());
            inputs = units;
        }
        return new Network(
                new Architecture(image[0], image[1], List.copyOf(shapes)), List.copyOf(weights), List.copyOf(biases));
    }

    private static int[] sides(NDArray image, Path file) {
        float[] sides = image.toFloatArray();
        if (sides.length != 2 || sides[0] < 1 || sides[1] < 1) {
            throw refused(file, "its array " + IMAGE + " is not a height and a width");
        }
        return new int[] {(int) sides[0], (int) sides[1]};
    }

    private static NDArray array(Map<String, NDArray> arrays, String name, int dimensions, Path file) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw refused(file, "it has no array " + name);
        }
        if (dimensions > 0 && array.getShape().dimension() != dimensions) {
            throw refused(file, "its array " + name + " has shape " + array.getShape());
        }
        return array;
    }

    private static BadInputException refused(Path file, String why) {
        return new BadInputException("a network must be a .npz file that oinfo study wrote: " + file + ": " + why
                + "; give one that a study or oinfo study prune wrote");
    }
}
