package org.oinfo.targets;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;

/** A class for each sample, in ascending order of numbers or words. */
public final class ClassLabels implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 8;

    private final String[] names;
    private final int[] sizes;
    private final int[] classes;

    private ClassLabels(String[] names, int[] sizes, int[] classes) {
        this.names = names;
        this.sizes = sizes;
        this.classes = classes;
    }

    /**
     * Samples of one value are a class.
     *
     * @param values a number for each sample, or the index of its word
     * @param words words, or an empty list where values are numbers
     * @throws BadInputException there is one class only
     */
    public static ClassLabels of(double[] values, List<String> words) {
        String[] sortedWords = words.stream().sorted().toArray(String[]::new);
        // 0.0 is added because -0.0 is no class of its own.
        double[] keys = Arrays.stream(values)
                .map(v -> words.isEmpty() ? v + 0.0 : Arrays.binarySearch(sortedWords, words.get((int) v)))
                .toArray();
        double[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        String[] names = Arrays.stream(distinct)
                .mapToObj(key -> words.isEmpty() ? number(key) : sortedWords[(int) key])
                .toArray(String[]::new);
        int[] sizes = new int[distinct.length];
        int[] classes = new int[keys.length];
        for (int t = 0; t < keys.length; t++) {
            classes[t] = Arrays.binarySearch(distinct, keys[t]);
            sizes[classes[t]]++;
        }
        if (distinct.length < 2) {
            throw new BadInputException("the target must have at least 2 classes: all " + values.length
                    + " samples are " + names[0] + "; choose another target");
        }
        return new ClassLabels(names, sizes, classes);
    }

    /**
     * Samples of one number are a class.
     *
     * @throws BadInputException there is one class only
     */
    public static ClassLabels of(int[] classes) {
        return of(Arrays.stream(classes).asDoubleStream().toArray(), List.of());
    }

    /**
     * Samples of one name are a class.
     *
     * @throws BadInputException there is one class only
     */
    public static ClassLabels of(String[] classes) {
        List<String> words = Arrays.stream(classes).sorted().distinct().toList();
        double[] values = Arrays.stream(classes)
                .mapToDouble(name -> Collections.binarySearch(words, name))
                .toArray();
        return of(values, words);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    /** The labels in another order: sample t has the class of sample order[t]. */
    public ClassLabels permuted(int[] order) {
        return new ClassLabels(
                names, sizes, Arrays.stream(order).map(t -> classes[t]).toArray());
    }

    /** Number of classes. */
    public int count() {
        return names.length;
    }

    /** Name of a class. */
    public String name(int number) {
        return names[number];
    }

    /** Number of samples of a class. */
    public int size(int number) {
        return sizes[number];
    }

    /** ln (T_c / T) of a class. */
    public double logWeight(int number) {
        return StrictMath.log(sizes[number] / (double) samples());
    }

    /** H(Y), nats. */
    public double entropy() {
        return -IntStream.range(0, count())
                .mapToDouble(c -> sizes[c] / (double) samples() * logWeight(c))
                .sum();
    }

    /** Class of a sample. */
    public int of(int sample) {
        return classes[sample];
    }

    /** Class of every sample [T]. */
    public int[] all() {
        return classes.clone();
    }

    /** Number of samples of all classes. */
    public int samples() {
        return classes.length;
    }

    /** Samples of a class, ascending. */
    public int[] members(int number) {
        return IntStream.range(0, classes.length)
                .filter(t -> classes[t] == number)
                .toArray();
    }

    /**
     * Refuses classes that are too small for n-plets of an order.
     *
     * @throws BadInputException a class has no more samples than an n-plet has sources
     */
    public void requireMoreThan(int order) {
        String small = upTo(order);
        if (!small.isEmpty()) {
            throw new BadInputException(
                    "every class must have more samples than an n-plet has sources, or its model is singular: order="
                            + order + ", too small: " + small,
                    "choose a smaller order, leave those samples out, or see {}",
                    Setting.TARGET_KIND);
        }
    }

    /**
     * Refuses classes in which a sample has too few neighbours.
     *
     * @throws BadInputException a class has no more samples than neighbours are asked for
     */
    public void requireNeighbours(int neighbours) {
        String small = upTo(neighbours);
        if (!small.isEmpty()) {
            throw new BadInputException("every class must have more samples than neighbours: neighbours=" + neighbours
                    + ", too small: " + small + "; ask for fewer neighbours, or leave those samples out");
        }
    }

    /** The first classes of so many samples or fewer; empty where there are none. */
    private String upTo(int size) {
        return IntStream.range(0, count())
                .filter(c -> sizes[c] <= size)
                .limit(NAMED)
                .mapToObj(this::described)
                .collect(Collectors.joining(", "));
    }

    private String described(int number) {
        return "class " + names[number] + " (" + sizes[number] + (sizes[number] == 1 ? " sample)" : " samples)");
    }

    @Override
    public String toString() {
        return IntStream.range(0, count())
                .mapToObj(c -> names[c] + " (" + sizes[c] + ")")
                .collect(Collectors.joining(", "));
    }
}
