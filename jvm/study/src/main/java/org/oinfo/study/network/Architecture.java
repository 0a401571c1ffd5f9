package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.Images;

/**
 * The layers of a classifier of images: convolutions, then dense layers, each followed by a ReLU but the last.
 *
 * @param height of an image
 * @param width of an image
 * @param layers hidden layers in order, then the output layer
 */
public record Architecture(int height, int width, List<LayerShape> layers) {
    /** Name of the last layer. */
    public static final String OUTPUT = "output";

    /** Weights of a convolution from one channel to another. */
    private static final int KERNEL = 9;

    private static final Pattern HIDDEN = Pattern.compile("(c?)([1-9][0-9]{0,4})");

    /**
     * Hidden layers as people write them: {@code 200-200-200} for three dense layers, {@code c8-c16-64} for convolutions of 8
     * and 16 channels and a dense layer of 64.
     *
     * @throws BadInputException it is written in another way, or a convolution comes after a dense layer
     */
    public static Architecture parse(String text, int height, int width, int classes) {
        List<LayerShape> layers = new ArrayList<>();
        int inputs = 1;
        int rows = height;
        int columns = width;
        boolean dense = false;
        for (String part : text.split("-", -1)) {
            Matcher hidden = HIDDEN.matcher(part.strip());
            if (!hidden.matches() || (dense && !hidden.group(1).isEmpty())) {
                throw new BadInputException("a network must be hidden layers joined by -, convolutions (c and channels)"
                        + " before dense layers (neurons): found \"" + text
                        + "\"; write for example 200-200-200 or c8-c16-64");
            }
            int units = Integer.parseInt(hidden.group(2));
            String name = "layer" + (layers.size() + 1);
            if (hidden.group(1).isEmpty()) {
                layers.add(dense(name, units, layers, inputs, rows * columns));
                dense = true;
            } else {
                layers.add(new LayerShape(name, true, units, inputs, KERNEL));
                rows = halved(rows);
                columns = halved(columns);
            }
            inputs = units;
        }
        layers.add(dense(OUTPUT, classes, layers, inputs, dense ? 1 : rows * columns));
        return new Architecture(height, width, List.copyOf(layers));
    }

    /**
     * Checks that a network of this shape can read images.
     *
     * @throws BadInputException they are of another size, or of more classes
     */
    public void checkReads(Images images) {
        int classes = layers.getLast().units();
        if (images.height() != height || images.width() != width || images.classes() > classes) {
            throw new BadInputException(
                    "images must fit the network: it reads %d x %d pixels, at most %d classes; found %d x %d, %d classes; give the images that it was trained on"
                            .formatted(height, width, classes, images.height(), images.width(), images.classes()));
        }
    }

    /** A dense layer takes pixels one by one, channels position by position, neurons as they are. */
    private static LayerShape dense(String name, int units, List<LayerShape> before, int inputs, int positions) {
        if (before.isEmpty()) {
            return new LayerShape(name, false, units, positions, 1);
        }
        return new LayerShape(name, false, units, inputs, before.getLast().convolution() ? positions : 1);
    }

    /** Length of a side after a convolution of stride 2 with a border of one. */
    static int halved(int side) {
        return (side + 1) / 2;
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

    /** Weights and biases of all layers. */
    public long parameters() {
        return layers.stream()
                .mapToLong(layer -> layer.weights() + layer.units())
                .sum();
    }

    /** Products that are summed for one image: weights times the positions they are used at. */
    public long multiplyAdds() {
        long sum = 0;
        int rows = height;
        int columns = width;
        for (LayerShape layer : layers) {
            rows = layer.convolution() ? halved(rows) : 1;
            columns = layer.convolution() ? halved(columns) : 1;
            sum += (long) layer.weights() * rows * columns;
        }
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(layers.getFirst().convolution() ? height + "x" + width : Integer.toString(height * width));
        for (LayerShape layer : layers) {
            text.append('-').append(layer.convolution() ? "c" : "").append(layer.units());
        }
        return text.toString();
    }
}
