package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.files.OneColumn;
import org.oinfo.data.files.OpenArrays;
import org.oinfo.study.images.Images;

/** What a model is shown: arrays whose first axis is the examples, and the class of each example where that is known. */
public final class Examples implements AutoCloseable {
    /** An array of this name holds the classes, and is shown to nobody. */
    static final String LABELS = "labels";

    private final List<Shown> arrays;
    private final int count;
    private final int[] labels;
    private final String source;
    private final @Nullable OpenArrays file;

    private Examples(List<Shown> arrays, int count, int[] labels, String source, @Nullable OpenArrays file) {
        this.arrays = arrays;
        this.count = count;
        this.labels = labels;
        this.source = source;
        this.file = file;
    }

    /** Reads what examples hold. */
    @FunctionalInterface
    interface Rows {
        /** Converts examples from .. from+count-1, row-major. */
        void read(int from, int count, double[] out);
    }

    /**
     * An array.
     *
     * @param name of the input that it is for; empty for the only one
     * @param forms shapes that an example has; a model may take it in any of them
     * @param type of its numbers
     */
    record Shown(String name, List<List<Long>> forms, NumberType type, Rows rows) {
        /** Whether its type is one of whole numbers. */
        boolean whole() {
            return !type.isFloating();
        }

        /** Whether it has so few bits that its numbers may stand for others by a scale. */
        boolean isCode() {
            return type == NumberType.I1 || type == NumberType.U1;
        }

        /** Numbers of an example. */
        int size() {
            return Math.toIntExact(NumericArray.elements(forms.getFirst()));
        }

        /** As a message shows it: {@code ids [N][7]}. */
        String text() {
            String axes = forms.stream()
                    .map(form -> form.stream().map(axis -> "[" + axis + "]").collect(Collectors.joining("", "[N]", "")))
                    .collect(Collectors.joining(" or "));
            return (name.isEmpty() ? "" : Excerpt.oneLine(name) + ' ') + axes + (whole() ? " whole numbers" : "");
        }
    }

    /**
     * Images, as the one input of a model: [N][numbers] or [N][channels][height][width]; grey ones also [N][height][width] or
     * [N][height][width][1].
     */
    public static Examples of(Images images) {
        long channels = images.shape().channels();
        long height = images.shape().height();
        long width = images.shape().width();
        List<List<Long>> forms =
                new ArrayList<>(List.of(List.of((long) images.size()), List.of(channels, height, width)));
        if (channels == 1) {
            forms.add(1, List.of(height, width));
            forms.add(List.of(height, width, 1L));
        }
        Shown shown = new Shown("", List.copyOf(forms), NumberType.F4, (from, count, out) -> {
            for (int i = 0; i < count * images.size(); i++) {
                out[i] = images.pixels()[from * images.size() + i];
            }
        });
        String source = "images of " + images.shape() + " pixels";
        return new Examples(List.of(shown), images.count(), images.labels(), source, null);
    }

    /**
     * The arrays of a file.
     *
     * @param path .npy for the one input of a model; .npz or .safetensors for inputs by their names, and {@code labels}
     * @param labels a file with a whole number from 0 for each example, or null
     * @param first how many examples are taken, 0 for all
     * @throws BadInputException it is no such file, its arrays are not of the same examples, or the labels do not fit
     */
    public static Examples open(Path path, @Nullable Path labels, int first) {
        OpenArrays file = OpenArrays.open(path.toString());
        boolean sound = false;
        try {
            List<Shown> arrays = new ArrayList<>();
            int[] classes = {};
            int count = count(file);
            int taken = first == 0 ? count : Math.min(first, count);
            for (ArrayEntry entry : file.entries()) {
                if (entry.name().equals(LABELS)) {
                    classes = classes(file.read(entry), file.source());
                } else {
                    arrays.add(shown(file, entry));
                }
            }
            if (labels != null) {
                classes =
                        Capture.classes(OneColumn.read(labels.toString(), count).values(), labels.toString());
            }
            if (arrays.isEmpty()) {
                throw new BadInputException("inputs must hold what a model takes: " + file.source() + " holds only "
                        + LABELS + "; save the inputs beside them");
            }
            Examples examples = new Examples(
                    arrays, taken, Arrays.copyOf(classes, classes.length == 0 ? 0 : taken), file.source(), file);
            sound = true;
            return examples;
        } finally {
            if (!sound) {
                file.close();
            }
        }
    }

    /**
     * Some of these, in an order of their own; to be closed with these, not before.
     *
     * @param rows which
     */
    public Examples chosen(int... rows) {
        List<Shown> some = arrays.stream()
                .map(array -> new Shown(array.name(), array.forms(), array.type(), (from, count, out) -> {
                    double[] one = new double[array.size()];
                    for (int i = 0; i < count; i++) {
                        array.rows().read(rows[from + i], 1, one);
                        System.arraycopy(one, 0, out, i * one.length, one.length);
                    }
                }))
                .toList();
        int[] classes = labels.length == 0
                ? labels
                : Arrays.stream(rows).map(row -> labels[row]).toArray();
        return new Examples(some, rows.length, classes, source, null);
    }

    private static int count(OpenArrays file) {
        ArrayEntry first = null;
        for (ArrayEntry entry : file.entries()) {
            if (!entry.numeric() || entry.shape().isEmpty() || entry.shape().contains(0L)) {
                throw new BadInputException("inputs must be arrays of numbers whose first axis is the examples: "
                        + file.source() + " has " + shown(entry) + "; leave it out or save it so");
            }
            first = first == null ? entry : first;
            if (!entry.shape().getFirst().equals(first.shape().getFirst())) {
                throw new BadInputException("inputs must be of the same examples: " + file.source() + " has "
                        + shown(first) + " and " + shown(entry) + "; the first axis must be as long in all");
            }
        }
        if (first == null || first.shape().getFirst() > Integer.MAX_VALUE) {
            throw new BadInputException("inputs must be of 1 to 2147483647 examples: " + file.source() + " has "
                    + (first == null ? "no array" : shown(first)) + "; save it again");
        }
        return first.shape().getFirst().intValue();
    }

    private static String shown(ArrayEntry entry) {
        return Excerpt.of(entry.name()) + ' ' + NumericArray.shown(entry.shape()) + ' ' + Excerpt.oneLine(entry.type());
    }

    private static Shown shown(OpenArrays file, ArrayEntry entry) {
        List<Long> form = entry.shape().subList(1, entry.shape().size());
        NumberType said = NumberType.of(entry.type());
        if (said != null) {
            return new Shown(entry.name(), List.of(form), said, new LaterRows(file, entry));
        }
        NumericArray array = file.read(entry);
        return new Shown(entry.name(), List.of(form), array.type(), array::decodeRows);
    }

    /** An array that is read when its first rows are wanted: a file may hold more than fits into memory at a time. */
    private static final class LaterRows implements Rows {
        private final OpenArrays file;
        private final ArrayEntry entry;
        private @Nullable NumericArray array;

        LaterRows(OpenArrays file, ArrayEntry entry) {
            this.file = file;
            this.entry = entry;
        }

        @Override
        public synchronized void read(int from, int count, double[] out) {
            NumericArray of = array == null ? file.read(entry) : array;
            array = of;
            of.decodeRows(from, count, out);
        }
    }

    private static int[] classes(NumericArray array, String source) {
        int count = array.shape().getFirst().intValue();
        if (NumericArray.elements(array.shape()) != count) {
            throw new BadInputException("labels must be one number for each example: those of " + source
                    + " have shape " + NumericArray.shown(array.shape()) + "; save a column");
        }
        double[] values = new double[count];
        array.decodeRows(0, count, values);
        return Capture.classes(values, source);
    }

    /** The arrays that are shown. */
    List<Shown> arrays() {
        return arrays;
    }

    /** Number of examples. */
    public int count() {
        return count;
    }

    /** The class of each, or empty where that is not known. */
    public int[] labels() {
        return labels.clone();
    }

    /** The same of rows, of which each example has so many. */
    int[] labels(int rows) {
        int[] all = new int[labels.length * rows];
        Arrays.setAll(all, i -> labels[i / rows]);
        return all;
    }

    /** What the file holds besides, a sentence each. */
    List<String> notes() {
        return file == null
                ? List.of()
                : file.warnings().stream().map(Warning::message).toList();
    }

    /** What messages call them. */
    public String source() {
        return source;
    }

    /** Refuses a file that has been written to since it was opened. */
    public void requireUnchanged() {
        if (file != null) {
            file.requireUnchanged();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
