package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.InputFile;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.npz.NpzFile;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.LayerShape.Form;
import org.oinfo.study.network.LayerShape.Role;

/**
 * Networks as .npz files, which {@code numpy.load} reads: for each layer {@code NAME.weight} ([units][inputs], or
 * [channels][inputs][3][3] of a convolution, as PyTorch lays them out) and {@code NAME.bias} [units]; {@code image} holds height
 * and width, of coloured images the number of channels before them.
 *
 * <p>Networks with residual blocks and transformers hold the words of their hidden layers, as {@link Architecture#parse} reads them, too:
 * {@code layers}, bytes of ASCII. Of transformers also {@code NAME.positions} [tokens][features], {@code NAME.norm.weight},
 * {@code NAME.norm.bias}, {@code NAME.qkv.weight} [3 features][features] and {@code NAME.qkv.bias}, laid out as PyTorch's {@code in_proj}.
 */
public final class NetworkFile {
    private static final String IMAGE = "image";
    private static final String LAYERS = "layers";
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private NetworkFile() {}

    /** Writes a network. */
    public static void write(Network network, OutputStream out) throws IOException {
        Architecture architecture = network.architecture();
        try (NDManager manager = Torch.newManager()) {
            NDList arrays = new NDList();
            arrays.add(named(IMAGE, manager.create(sides(architecture.image()))));
            if (!plain(architecture)) {
                byte[] words = ArchitectureText.hidden(architecture).getBytes(StandardCharsets.US_ASCII);
                arrays.add(
                        named(LAYERS, manager.create(ByteBuffer.wrap(words), new Shape(words.length), DataType.UINT8)));
            }
            for (int l = 0; l < architecture.layers().size(); l++) {
                LayerShape layer = architecture.layers().get(l);
                arrays.add(named(
                        layer.name() + WEIGHT, manager.create(network.weights().get(l), shape(weightShape(layer)))));
                arrays.add(named(
                        layer.name() + BIAS, manager.create(network.biases().get(l), new Shape(layer.units()))));
                List<Parameter> others = architecture.others(l);
                for (int i = 0; i < others.size(); i++) {
                    Parameter other = others.get(i);
                    float[] values = network.others().get(l).get(i);
                    arrays.add(named(layer.name() + "." + other.name(), manager.create(values, shape(other.shape()))));
                }
            }
            arrays.encode(out, NDList.Encoding.NPZ);
        }
    }

    /** Whether the axes of the weights say what the layers are. */
    private static boolean plain(Architecture architecture) {
        return architecture.layers().stream().allMatch(layer -> layer.role() != Role.SUM && layer.role() != Role.INNER);
    }

    private static Shape shape(List<Integer> sides) {
        return new Shape(sides.stream().mapToLong(side -> side).toArray());
    }

    private static List<Integer> weightShape(LayerShape layer) {
        return switch (layer.form()) {
            case HALVING_CONVOLUTION, CONVOLUTION -> List.of(layer.units(), layer.inputs(), 3, 3);
            case PATCHES -> {
                int side = ArchitectureText.patch(layer);
                yield List.of(layer.units(), layer.inputs(), side, side);
            }
            case DENSE, ATTENTION, TOKENS, MEAN_TOKEN -> List.of(layer.units(), layer.fanIn());
        };
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
            return arrays.containsKey(LAYERS) ? inWords(arrays, file) : network(arrays, file);
        }
    }

    /** A network whose file says in words what its layers are. */
    private static Network inWords(Map<String, NumericArray> arrays, Path file) {
        ImageShape image = image(array(arrays, IMAGE, 1, file), file);
        NumericArray classes = array(arrays, Architecture.OUTPUT + BIAS, 1, file);
        Architecture architecture = architecture(words(array(arrays, LAYERS, 1, file)), image, classes, file);
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        List<List<float[]>> others = new ArrayList<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            weights.add(floats(arrays, layer.name() + WEIGHT, weightShape(layer), file));
            biases.add(floats(arrays, layer.name() + BIAS, List.of(layer.units()), file));
            others.add(architecture.others(l).stream()
                    .map(other -> floats(arrays, layer.name() + "." + other.name(), other.shape(), file))
                    .toList());
        }
        return new Network(architecture, List.copyOf(weights), List.copyOf(biases), List.copyOf(others));
    }

    private static String words(NumericArray bytes) {
        StringBuilder words = new StringBuilder();
        for (float value : floats(bytes)) {
            words.append((char) value);
        }
        return words.toString();
    }

    private static Architecture architecture(String words, ImageShape image, NumericArray classes, Path file) {
        try {
            return Architecture.parse(words, image, Math.toIntExact(size(classes)));
        } catch (BadInputException e) {
            throw refused(file, "its array " + LAYERS + " says " + Excerpt.of(words));
        }
    }

    private static float[] floats(Map<String, NumericArray> arrays, String name, List<Integer> shape, Path file) {
        NumericArray array = array(arrays, name, shape.size(), file);
        if (!array.shape().equals(shape.stream().map(Integer::longValue).toList())) {
            throw refused(
                    file,
                    "its array " + name + " has shape " + NumericArray.shown(array.shape()) + ", its layers need "
                            + shape);
        }
        return floats(array);
    }

    private static Network network(Map<String, NumericArray> arrays, Path file) {
        List<LayerShape> shapes = new ArrayList<>();
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        int hidden = 0;
        while (arrays.containsKey("layer" + (hidden + 1) + WEIGHT)) {
            hidden++;
        }
        ImageShape image = image(array(arrays, IMAGE, 1, file), file);
        int inputs = image.channels();
        for (int l = 0; l <= hidden; l++) {
            String name = l == hidden ? Architecture.OUTPUT : "layer" + (l + 1);
            boolean convolution = array(arrays, name + WEIGHT, 0, file).shape().size() == 4;
            NumericArray weight = array(arrays, name + WEIGHT, convolution ? 4 : 2, file);
            NumericArray bias = array(arrays, name + BIAS, 1, file);
            int units = (int) Math.min(weight.shape().getFirst(), Integer.MAX_VALUE);
            long fanIn = size(weight) / Math.max(units, 1);
            boolean first = l == 0 && !convolution;
            if (units < 1 || size(bias) != units || fanIn % inputs != 0 || (first && fanIn != image.size())) {
                throw refused(
                        file,
                        name + WEIGHT + " of shape " + NumericArray.shown(weight.shape()) + " does not fit " + name
                                + BIAS + " or what comes before it");
            }
            int from = first ? (int) fanIn : inputs;
            Role role = l == hidden ? Role.OUTPUT : Role.HIDDEN;
            Form form = convolution ? Form.HALVING_CONVOLUTION : Form.DENSE;
            shapes.add(new LayerShape(name, form, role, units, from, (int) (fanIn / from), 0));
            weights.add(floats(weight));
            biases.add(floats(bias));
            inputs = units;
        }
        return new Network(new Architecture(image, List.copyOf(shapes)), List.copyOf(weights), List.copyOf(biases));
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

    /** Height and width; of coloured images the number of channels first. */
    private static float[] sides(ImageShape image) {
        return image.channels() == 1
                ? new float[] {image.height(), image.width()}
                : new float[] {image.channels(), image.height(), image.width()};
    }

    private static ImageShape image(NumericArray array, Path file) {
        float[] sides = floats(array);
        boolean whole = sides.length == 2 || sides.length == 3;
        double size = 1;
        for (float side : sides) {
            whole &= side >= 1 && side == (int) side;
            size *= side;
        }
        if (!whole || size > Integer.MAX_VALUE) {
            throw refused(file, "its array " + IMAGE + " is not a height and a width");
        }
        int first = sides.length - 2;
        return new ImageShape(first == 0 ? 1 : (int) sides[0], (int) sides[first], (int) sides[first + 1]);
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
