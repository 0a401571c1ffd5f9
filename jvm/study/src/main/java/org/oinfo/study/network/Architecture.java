package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.LayerShape.Form;
import org.oinfo.study.network.LayerShape.Role;

/**
 * The layers of a classifier of images: convolutions, then dense layers, residual blocks of either among them; or a vision transformer.
 *
 * <p>A residual block (He et al. 2016, arXiv 1512.03385) is two layers: {@code relu(x + W' relu(W x + b) + b')}. A vision transformer
 * (Dosovitskiy et al. 2021, arXiv 2010.11929) is a layer of patches, then for each block attention, {@code x + attention(norm(x))}, and an
 * MLP of two layers, {@code x + W' gelu(W norm(x) + b) + b'}; the output reads the mean of the normalised tokens.
 *
 * @param image what it reads
 * @param layers hidden layers in order, then the output layer
 */
public record Architecture(ImageShape image, List<LayerShape> layers) {
    /** Name of the last layer. */
    public static final String OUTPUT = "output";

    /** Numbers computed for some images at a time, at most: 32 MiB, which is held several times over until all is done. */
    private static final long ANSWERS = 1L << 23;

    /**
     * Hidden layers as people write them: {@code 200-200-200} for three dense layers, {@code c8-c16-64} for convolutions of 8
     * and 16 channels and a dense layer of 64, {@code c8-r8-64} and {@code 64-r64} with a residual block ({@code r64x20} with 20 inner units), {@code vit-p4-d32-h4-b2} for a
     * transformer of patches of 4 x 4 pixels, 32 features, 4 heads, 2 blocks, with MLPs of 4 times as many (or {@code -m64},
     * {@code -m64+20} of the blocks).
     *
     * @throws BadInputException it is written in another way, a convolution comes after a dense layer, a residual block is not as wide as
     *     what it adds to, or patches do not fill the image
     */
    public static Architecture parse(String text, ImageShape image, int classes) {
        return ArchitectureText.parse(text).of(image, classes);
    }

    /** The same for the smallest image that it can be shown: its hidden layers have the units that any other has. */
    public static Architecture smallest(String text) {
        ArchitectureText parsed = ArchitectureText.parse(text);
        return parsed.of(ImageShape.grey(parsed.side(), parsed.side()), 2);
    }

    /**
     * Checks that a network of this shape can read images.
     *
     * @throws BadInputException they are of another size, or of more classes
     */
    public void checkReads(Images images) {
        int classes = layers.getLast().units();
        if (!images.shape().equals(image) || images.classes() > classes) {
            throw new BadInputException(
                    "images must fit the network: it reads %s pixels, at most %d classes; found %s, %d classes; give the images that it was trained on"
                            .formatted(image, classes, images.shape(), images.classes()));
        }
    }

    /** Length of a side after a convolution of stride 2 with a border of one. */
    static int halved(int side) {
        return (side + 1) / 2;
    }

    /** Rows and columns of the positions at which a layer's units are: 1 and 1 of neurons, those of a map or of patches. */
    int[] sides(int layer) {
        int rows = image.height();
        int columns = image.width();
        for (LayerShape shape : layers.subList(0, layer + 1)) {
            switch (shape.form()) {
                case HALVING_CONVOLUTION -> {
                    rows = halved(rows);
                    columns = halved(columns);
                }
                case PATCHES -> {
                    rows /= ArchitectureText.patch(shape);
                    columns /= ArchitectureText.patch(shape);
                }
                case DENSE, MEAN_TOKEN -> {
                    rows = 1;
                    columns = 1;
                }
                case CONVOLUTION, ATTENTION, TOKENS -> {}
            }
        }
        return new int[] {rows, columns};
    }

    /** Positions at which each unit of a layer is. */
    int positions(int layer) {
        int[] sides = sides(layer);
        return sides[0] * sides[1];
    }

    /** The layers but the output. */
    public List<LayerShape> hidden() {
        return layers.subList(0, layers.size() - 1);
    }

    /** The output layer. */
    public LayerShape output() {
        return layers.getLast();
    }

    /** Position of a layer of this name. */
    public int indexOf(String name) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new BadInputException("a layer must be one of "
                + String.join(", ", layers.stream().map(LayerShape::name).toList()) + ": found " + name);
    }

    /**
     * Why units of a hidden layer cannot be left out: only the weights of the next layer may read them.
     *
     * @return nothing where they can
     */
    public Optional<String> staysWhole(int layer) {
        if (layers.get(layer).role() == Role.SUM) {
            return Optional.of("its values are sums, and what is added has the same units");
        }
        return weighted(layer)
                ? Optional.empty()
                : Optional.of("its values are added to what the block behind it computes");
    }

    /** Whether the values of a hidden layer meet the next layer's weights as they are, and nothing else. */
    public boolean weighted(int layer) {
        LayerShape next = layers.get(layer + 1);
        return switch (next.form()) {
            case ATTENTION, MEAN_TOKEN -> false;
            case DENSE, HALVING_CONVOLUTION, CONVOLUTION, PATCHES, TOKENS -> next.role() != Role.INNER;
        };
    }

    /**
     * Refuses a hidden layer whose units cannot be left out.
     *
     * @throws BadInputException it is one
     */
    public void requireCuttable(int layer) {
        staysWhole(layer).ifPresent(why -> {
            throw new BadInputException("the layer that is cut must be read by the weights of the next one alone: "
                    + layers.get(layer).name() + " is not, " + why + "; cut "
                    + String.join(
                            " or ",
                            cuttable().stream()
                                    .map(each -> layers.get(each).name())
                                    .toList()));
        });
    }

    /** Positions of the hidden layers whose units can be left out. */
    public List<Integer> cuttable() {
        return IntStream.range(0, layers.size() - 1)
                .filter(layer -> staysWhole(layer).isEmpty())
                .boxed()
                .toList();
    }

    /** What a layer has besides weights and biases. */
    List<Parameter> others(int layer) {
        LayerShape shape = layers.get(layer);
        return switch (shape.form()) {
            case DENSE, HALVING_CONVOLUTION, CONVOLUTION -> List.of();
            case PATCHES -> List.of(new Parameter("positions", List.of(positions(layer), shape.units()), 0, 0.02));
            case ATTENTION -> {
                int features = shape.inputs();
                List<Parameter> all = new ArrayList<>(Parameter.norm(features));
                all.add(new Parameter("qkv.weight", List.of(3 * features, features), 0, Math.sqrt(1.0 / features)));
                all.add(new Parameter("qkv.bias", List.of(3 * features), 0, 0));
                yield List.copyOf(all);
            }
            case TOKENS -> shape.role() == Role.INNER ? Parameter.norm(shape.inputs()) : List.of();
            case MEAN_TOKEN -> Parameter.norm(shape.inputs());
        };
    }

    /** Numbers that training changes: weights, biases, and what else layers have. */
    public long parameters() {
        long sum = 0;
        for (int l = 0; l < layers.size(); l++) {
            sum += layers.get(l).weights() + layers.get(l).units();
            sum += others(l).stream().mapToLong(Parameter::size).sum();
        }
        return sum;
    }

    /** Products that are summed for one image: weights times the positions they are used at, and those of tokens with tokens. */
    public long multiplyAdds() {
        long sum = 0;
        for (int l = 0; l < layers.size(); l++) {
            LayerShape layer = layers.get(l);
            long positions = positions(l);
            sum += layer.weights() * positions;
            if (layer.form() == Form.ATTENTION) {
                sum += positions * (3L * layer.inputs() * layer.inputs() + 2 * positions * layer.inputs());
            }
        }
        return sum;
    }

    /** Images that so many networks compute at a time: as many as asked for, fewer where answers to them would take too much memory. */
    int images(int networks, int most) {
        return Math.clamp(ANSWERS / (networks * answers()), 1, most);
    }

    /** Numbers that the network computes for one image, those of all layers together. */
    private long answers() {
        long sum = 0;
        for (int l = 0; l < layers.size(); l++) {
            LayerShape layer = layers.get(l);
            long positions = positions(l);
            sum += layer.units() * positions;
            if (layer.form() == Form.ATTENTION) {
                sum += positions * (3L * layer.inputs() + layer.heads() * positions);
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return ArchitectureText.text(this);
    }
}
