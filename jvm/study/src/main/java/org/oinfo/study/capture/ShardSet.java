package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/**
 * Files that hold the examples of the same layers one after the other, as their names say; any other file is a set of its own.
 *
 * @param name what it is called without the numbers; where that says nothing, its folder
 * @param files in the order of their numbers
 */
record ShardSet(String name, List<Path> files) {
    /** Names that say nothing of a layer. */
    private static final List<String> SILENT = List.of("", "data", "train", "test", "validation");

    private static final int MOST_NAMED = 5;

    ShardSet {
        files = List.copyOf(files);
    }

    /**
     * Puts files together, in the order in which the first of each set was given.
     *
     * @throws BadInputException one of a set is missing, or there twice
     */
    static List<ShardSet> of(List<Path> files) {
        Map<String, List<ShardName>> sets = new LinkedHashMap<>();
        for (Path file : files) {
            ShardName name = ShardName.of(file);
            sets.computeIfAbsent(name.set(), set -> new ArrayList<>()).add(name);
        }
        return sets.values().stream().map(ShardSet::together).toList();
    }

    private static ShardSet together(List<ShardName> given) {
        ShardName first = given.getFirst();
        TreeMap<Integer, ShardName> byNumber = new TreeMap<>();
        for (ShardName one : given) {
            ShardName other = byNumber.put(one.number(), one);
            if (other != null) {
                throw new BadInputException("each file of activations must be given once: found " + other.file()
                        + " and " + one.file() + "; leave one out");
            }
        }
        if (given.size() > 1 || first.total() > 0) {
            requireComplete(first, byNumber);
        }
        boolean alone = given.size() == 1 && first.total() <= 0;
        String stem = alone ? base(first.file()) : first.stem();
        String name = !alone && SILENT.contains(stem) ? folder(first.file()) : stem;
        return new ShardSet(
                name, byNumber.values().stream().map(ShardName::file).toList());
    }

    private static String folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? "activations" : String.valueOf(folder.getFileName());
    }

    private static String base(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /** They are numbered from 0 or from 1; where the names do not say how many there are, to the last that is there. */
    private static void requireComplete(ShardName first, TreeMap<Integer, ShardName> byNumber) {
        int last = byNumber.lastKey();
        boolean said = first.total() > 0;
        int begin = said ? (last == first.total() ? 1 : 0) : Math.min(1, byNumber.firstKey());
        int end = said ? begin + first.total() : last + 1;
        if (byNumber.firstKey() < begin || last >= end) {
            throw new BadInputException("shards must be numbered from 0 or from 1 to their number: found "
                    + byNumber.firstEntry().getValue().file() + " and "
                    + byNumber.lastEntry().getValue().file()
                    + "; name those that belong together");
        }
        List<Integer> missing = IntStream.range(begin, end)
                .filter(number -> !byNumber.containsKey(number))
                .limit(MOST_NAMED)
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            int count = end - begin - byNumber.size();
            throw new BadInputException("shards must be complete: of the " + (end - begin) + " that "
                    + first.file() + " belongs to, "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (count > missing.size() ? " and " + (count - missing.size()) + " more" : "")
                    + (count == 1 ? " is" : " are") + " missing (numbered " + begin + " to " + (end - 1)
                    + "); give all of them, or their folder");
        }
    }
}
