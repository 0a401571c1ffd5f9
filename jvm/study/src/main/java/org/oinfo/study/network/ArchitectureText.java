package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.LayerShape.Form;
import org.oinfo.study.network.LayerShape.Role;

/** The words of an architecture, and an architecture in words. */
final class ArchitectureText {
    /** Weights of a convolution from one channel to another. */
    private static final int KERNEL = 9;

    private static final String NUMBER = "([1-9][0-9]{0,4})";
    private static final Pattern HIDDEN = Pattern.compile("(c?)" + NUMBER);
    private static final Pattern RESIDUAL = Pattern.compile("r" + NUMBER + "(?:x" + NUMBER + ")?");
    private static final Pattern TRANSFORMER = Pattern.compile("vit-p([1-9][0-9]{0,2})-d" + NUMBER
            + "-h([1-9][0-9]{0,2})-b([1-9][0-9]?)(?:-m(" + NUMBER + "(?:\\+" + NUMBER + ")*))?");
    /** Hidden units of a transformer's MLP, for each feature, where no number is given. */
    private static final int WIDER = 4;

    private final String text;
    private final @Nullable Matcher transformer;
    private final List<LayerShape> layers = new ArrayList<>();

    private ArchitectureText(String text, @Nullable Matcher transformer) {
        this.text = text;
        this.transformer = transformer;
    }

    /**
     * Reads what does not depend on the images.
     *
     * @throws BadInputException see {@link Architecture#parse}
     */
    static ArchitectureText parse(String text) {
        Matcher transformer = TRANSFORMER.matcher(text.strip());
        boolean matches = transformer.matches();
        ArchitectureText parsed = new ArchitectureText(text, matches ? transformer : null);
        if (matches && number(transformer, 2) % number(transformer, 3) != 0) {
            throw new BadInputException("the features of a transformer must be a multiple of its heads: found d"
                    + transformer.group(2) + " and h" + transformer.group(3) + " in \"" + text
                    + "\"; write for example vit-p4-d32-h4-b2");
        }
        if (matches && hidden(transformer).size() != number(transformer, 4)) {
            throw parsed.unreadable();
        }
        return parsed;
    }

    /** Hidden units of the MLP of each block. */
    private static List<Integer> hidden(Matcher transformer) {
        String words = transformer.group(5);
        List<Integer> units = words == null
                ? List.of(WIDER * number(transformer, 2))
                : Arrays.stream(words.split("\\+")).map(Integer::valueOf).toList();
        return units.size() == 1 ? Collections.nCopies(number(transformer, 4), units.getFirst()) : units;
    }

    private static int number(Matcher words, int group) {
        return Integer.parseInt(words.group(group));
    }

    /** Side of the smallest image. */
    int side() {
        return transformer == null ? 2 : number(transformer, 1);
    }

    /** The layers for images and classes. */
    Architecture of(ImageShape image, int classes) {
        layers.clear();
        if (transformer == null) {
            chain(image, classes);
        } else {
            transformer(transformer, image, classes);
        }
        return new Architecture(image, List.copyOf(layers));
    }

    private String name() {
        return "layer" + (layers.size() + 1);
    }

    private void chain(ImageShape image, int classes) {
        for (String word : text.split("-", -1)) {
            Matcher hidden = HIDDEN.matcher(word.strip());
            Matcher residual = RESIDUAL.matcher(word.strip());
            if (residual.matches()) {
                residual(number(residual, 1), number(residual, residual.group(2) == null ? 1 : 2));
            } else if (hidden.matches() && hidden.group(1).isEmpty()) {
                dense(name(), Role.HIDDEN, number(hidden, 2), image);
            } else if (hidden.matches() && (layers.isEmpty() || layers.getLast().convolution())) {
                int inputs =
                        layers.isEmpty() ? image.channels() : layers.getLast().units();
                layers.add(new LayerShape(
                        name(), Form.HALVING_CONVOLUTION, Role.HIDDEN, number(hidden, 2), inputs, KERNEL, 0));
            } else {
                throw unreadable();
            }
        }
        dense(Architecture.OUTPUT, Role.OUTPUT, classes, image);
    }

    private BadInputException unreadable() {
        return new BadInputException("a network must be hidden layers joined by -, convolutions (c and channels)"
                + " before dense layers (neurons), residual blocks (r) among them, or a transformer (vit-p-d-h-b): found \""
                + text + "\"; write for example 200-200-200, c8-c16-64, c8-r8-64, 64-r64 or vit-p4-d32-h4-b2");
    }

    /** A dense layer takes pixels (of each channel) one by one, channels position by position, neurons as they are. */
    private void dense(String name, Role role, int units, ImageShape image) {
        if (layers.isEmpty()) {
            layers.add(LayerShape.dense(name, role, units, image.size(), 1));
            return;
        }
        int positions = new Architecture(image, layers).positions(layers.size() - 1);
        layers.add(LayerShape.dense(name, role, units, layers.getLast().units(), positions));
    }

    /** Of the kind of what it adds to. */
    private void residual(int units, int inner) {
        if (layers.isEmpty() || layers.getLast().units() != units) {
            throw new BadInputException("a residual block must be as wide as the layer that it adds to: found r" + units
                    + (layers.isEmpty()
                            ? " first"
                            : " behind " + layers.getLast().units()) + " in \"" + text
                    + "\"; write for example c8-r8-64 or 64-r64");
        }
        boolean convolution = layers.getLast().convolution();
        Form form = convolution ? Form.CONVOLUTION : Form.DENSE;
        int span = convolution ? KERNEL : 1;
        layers.add(new LayerShape(name(), form, Role.INNER, inner, units, span, 0));
        layers.add(new LayerShape(name(), form, Role.SUM, units, inner, span, 0));
    }

    private void transformer(Matcher words, ImageShape image, int classes) {
        int patch = number(words, 1);
        if (image.height() % patch != 0 || image.width() % patch != 0) {
            throw new BadInputException("the sides of an image must be multiples of the patches': found " + image
                    + " pixels and p" + patch + " in \"" + text + "\"; choose patches that fill the image");
        }
        int features = number(words, 2);
        layers.add(new LayerShape(name(), Form.PATCHES, Role.SUM, features, image.channels(), patch * patch, 0));
        for (int hidden : hidden(words)) {
            layers.add(new LayerShape(name(), Form.ATTENTION, Role.SUM, features, features, 1, number(words, 3)));
            layers.add(new LayerShape(name(), Form.TOKENS, Role.INNER, hidden, features, 1, 0));
            layers.add(new LayerShape(name(), Form.TOKENS, Role.SUM, features, hidden, 1, 0));
        }
        layers.add(new LayerShape(Architecture.OUTPUT, Form.MEAN_TOKEN, Role.OUTPUT, classes, features, 1, 0));
    }

    /** Side of the patches of a layer that makes tokens of them. */
    static int patch(LayerShape layer) {
        return (int) Math.round(Math.sqrt(layer.span()));
    }

    /**
     * An architecture in words, between its pixels and its classes.
     */
    static String text(Architecture architecture) {
        LayerShape first = architecture.layers().getFirst();
        ImageShape image = architecture.image();
        String pixels = first.form() == Form.DENSE
                ? Integer.toString(image.size())
                : image.toString().replace(" ", "");
        return pixels + "-" + hidden(architecture) + "-" + architecture.output().units();
    }

    /** The hidden layers in words that can be read again; of a residual block the inner units where they are others than its own. */
    static String hidden(Architecture architecture) {
        List<String> words = new ArrayList<>();
        if (architecture.layers().getFirst().form() == Form.PATCHES) {
            transformer(architecture, words);
        } else {
            chain(architecture, words);
        }
        return String.join("-", words);
    }

    private static void chain(Architecture architecture, List<String> words) {
        List<LayerShape> hidden = architecture.hidden();
        for (int l = 0; l < hidden.size(); l++) {
            LayerShape layer = hidden.get(l);
            switch (layer.role()) {
                case INNER -> {} // told with its sum
                case SUM -> {
                    int inner = hidden.get(l - 1).units();
                    words.add("r" + layer.units() + (inner == layer.units() ? "" : "x" + inner));
                }
                case HIDDEN, OUTPUT -> words.add((layer.convolution() ? "c" : "") + layer.units());
            }
        }
    }

    private static void transformer(Architecture architecture, List<String> words) {
        LayerShape patches = architecture.layers().getFirst();
        List<LayerShape> inner = architecture.layers().stream()
                .filter(layer -> layer.role() == Role.INNER)
                .toList();
        words.add("vit");
        words.add("p" + patch(patches));
        words.add("d" + patches.units());
        words.add("h" + architecture.layers().get(1).heads());
        words.add("b" + inner.size());
        List<Integer> hidden = inner.stream().map(LayerShape::units).toList();
        if (hidden.stream().distinct().count() > 1) {
            words.add(
                    "m" + String.join("+", hidden.stream().map(String::valueOf).toList()));
        } else if (hidden.getFirst() != WIDER * patches.units()) {
            words.add("m" + hidden.getFirst());
        }
    }
}
