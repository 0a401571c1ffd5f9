package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
import org.oinfo.data.InputFile;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.npz.NpzFile;

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
        InputFile input = InputFile.open(file.toString(), InputStream.nullInputStream());
        if (!NpzFile.isZip(input.head(Integer.BYTES))) {
            throw refused(file, "it cannot be read as .npz");
        }
        try (MappedFile mapped = MappedFile.open(input)) {
            Map<String, NumericArray> arrays = new HashMap<>();
            NpzFile npz = new NpzFile(mapped);
            for (ArrayEntry entry : npz.entries()) {
                if (entry.numeric()) {
                    arrays.put(entry.name(), npz.read(entry));
                }
            }
            return network(arrays, file);
        }
    }

    private static Network network(Map<String, NumericArray> arrays, Path file) {
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
            boolean convolution = array(arrays, name + WEIGHT, 0, file).shape().size() == 4;
            NumericArray weight = array(arrays, name + WEIGHT, convolution ? 4 : 2, file);
            NumericArray bias = array(arrays, name + BIAS, 1, file);
            int units = (int) Math.min(weight.shape().getFirst(), Integer.MAX_VALUE);
            long fanIn = size(weight) / Math.max(units, 1);
            boolean first = l == 0 && !convolution;
            if (units < 1 || size(bias) != units || fanIn % inputs != 0 || (first && fanIn != image[0] * image[1])) {
                throw refused(
                        file,
                        name + WEIGHT + " of shape " + NumericArray.shown(weight.shape()) + " does not fit " + name
                                + BIAS + " or what comes before it");
            }
            int from = first ? (int) fanIn : inputs;
            shapes.add(new LayerShape(name, convolution, units, from, (int) (fanIn / from)));
            weights.add(floats(weight));
            biases.add(floats(bias));
            inputs = units;
        }
        return new Network(
                new Architecture(image[0], image[1], List.copyOf(shapes)), List.copyOf(weights), List.copyOf(biases));
    }

    private static long size(NumericArray array) {
        return NumericArray.elements(array.shape());
    }

    /** The values, the last axis fastest. */
    private static float[] floats(NumericArray array) {
        double[] values = new double[Math.toIntExact(size(array))];
        array.decode(0, values, 0, values.length);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static int[] sides(NumericArray image, Path file) {
        float[] sides = floats(image);
        if (sides.length != 2 || sides[0] < 1 || sides[1] < 1) {
            throw refused(file, "its array " + IMAGE + " is not a height and a width");
        }
        return new int[] {(int) sides[0], (int) sides[1]};
    }

    private static NumericArray array(Map<String, NumericArray> arrays, String name, int dimensions, Path file) {
        NumericArray array = arrays.get(name);
        if (array == null) {
            throw refused(file, "it has no array " + name);
        }
        if ((dimensions > 0 && array.shape().size() != dimensions) || array.fortranOrder()) {
            throw refused(
                    file,
                    "its array " + name + " has shape " + NumericArray.shown(array.shape())
                            + (array.fortranOrder() ? " in Fortran order" : ""));
        }
        return array;
    }

    private static BadInputException refused(Path file, String why) {
        return new BadInputException("a network must be a .npz file that oinfo study wrote: " + file + ": " + why
                + "; give one that a study or oinfo study prune wrote");
    }
}
