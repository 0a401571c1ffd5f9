package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/** The layers that a set of shards holds, and how many examples each shard has; found without reading their values. */
final class GivenLayers {
    private static final int MAP_AXES = 3;

    private final ShardSet set;
    private final List<Layer> layers;
    private final List<Integer> counts;
    private final int[] labels;
    private final List<String> notes;

    /**
     * A layer.
     *
     * @param name empty where the file has one array without a name
     * @param shape neurons and positions
     * @param text as messages show it
     */
    record Layer(String name, OnnxLayer shape, String text) {}

    private GivenLayers(ShardSet set, List<Layer> layers, List<Integer> counts, int[] labels, List<String> notes) {
        this.set = set;
        this.layers = layers;
        this.counts = counts;
        this.labels = labels;
        this.notes = notes;
    }

    /**
     * Looks into each shard.
     *
     * @throws BadInputException one is no file of activations, or they do not hold the same layers
     */
    static GivenLayers of(ShardSet set) {
        List<Layer> layers = List.of();
        List<Integer> counts = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path path : set.files()) {
            try (Examples shard = Examples.open(path, null, 0)) {
                List<Layer> here = shard.arrays().stream()
                        .map(array -> layer(set, array, shard.source()))
                        .toList();
                if (counts.isEmpty()) {
                    layers = here;
                    notes.addAll(shard.notes());
                }
                requireSame(set, layers, here, shard.source());
                counts.add(shard.count());
                labels.add(shard.labels());
            }
        }
        requireLabels(set, labels);
        int[] classes = labels.stream().flatMapToInt(Arrays::stream).toArray();
        return new GivenLayers(set, layers, counts, classes, notes);
    }

    private static Layer layer(ShardSet set, Examples.Shown array, String source) {
        List<Long> form = array.forms().getFirst();
        boolean map = form.size() == MAP_AXES;
        int last = form.size() - 1;
        if (form.isEmpty() || form.size() > MAP_AXES || form.get(map ? 0 : last) < 2) {
            throw new BadInputException("a layer must be [N][neurons], [N][positions][neurons] or"
                    + " [N][channels][height][width] with 2 neurons or more: found " + array.text() + " of " + source
                    + "; leave it out, or reshape it");
        }
        if (array.isCode()) {
            throw new BadInputException("activations must be what neurons answer: found " + array.text()
                    + " of 8 bits in " + source + ", whose scale no format states; multiply by it and save as float16");
        }
        int neurons = Math.toIntExact(form.get(map ? 0 : last));
        int positions = array.size() / neurons;
        String name = array.name().isEmpty() ? set.name() : array.name();
        return new Layer(name, new OnnxLayer(name, map ? neurons : 1, positions, map ? 1 : neurons, ""), array.text());
    }

    private static void requireSame(ShardSet set, List<Layer> first, List<Layer> here, String source) {
        List<String> expected = first.stream().map(Layer::text).toList();
        List<String> found = here.stream().map(Layer::text).toList();
        if (!found.equals(expected)) {
            int at = IntStream.range(0, Math.min(found.size(), expected.size()))
                    .filter(i -> !found.get(i).equals(expected.get(i)))
                    .findFirst()
                    .orElse(Math.min(found.size(), expected.size()));
            throw new BadInputException("shards must hold the same layers: "
                    + set.files().getFirst() + " has " + (at < expected.size() ? expected.get(at) : "no more") + ", "
                    + source + " has " + (at < found.size() ? found.get(at) : "no more")
                    + " in its place; save them alike");
        }
    }

    private static void requireLabels(ShardSet set, List<int[]> labels) {
        for (int i = 1; i < labels.size(); i++) {
            if ((labels.get(i).length == 0) != (labels.getFirst().length == 0)) {
                throw new BadInputException(
                        "all shards must have labels, or none: " + set.files().getFirst() + " and "
                                + set.files().get(i) + " differ; save them alike, or give --labels");
            }
        }
    }

    /** Number of examples of all shards. */
    long count() {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }

    List<Path> files() {
        return set.files();
    }

    /** What the set is called. */
    String name() {
        return set.name();
    }

    /** Number of examples of a shard. */
    int count(int shard) {
        return counts.get(shard);
    }

    List<Layer> layers() {
        return layers;
    }

    /** The class of each example, or none. */
    int[] labels() {
        return labels;
    }

    /** What was left out of the files. */
    List<String> notes() {
        return notes;
    }
}
