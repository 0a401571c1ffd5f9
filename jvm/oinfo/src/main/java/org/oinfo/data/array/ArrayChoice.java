package org.oinfo.data.array;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Setting;
import org.oinfo.data.Warning;
import org.oinfo.data.options.ReadOptions;

/**
 * The array of a file that is read: the one that is named, or the only one that can be meant.
 *
 * @param entry the array
 * @param warnings that others were left aside, where they were and none was named
 */
public record ArrayChoice(ArrayEntry entry, List<Warning> warnings) {
    /** As many arrays as a message lists. */
    private static final int MOST_LISTED = 20;

    /**
     * Chooses.
     *
     * @param entries what the file holds
     * @param source what messages call the file
     * @throws BadInputException there is no array of that name, or none is named and more than one or none can be meant
     */
    public static ArrayChoice of(List<ArrayEntry> entries, ReadOptions options, String source) {
        String name = options.dataset();
        return name == null ? only(entries, options, source) : new ArrayChoice(named(name, entries, source), List.of());
    }

    private static ArrayEntry named(String name, List<ArrayEntry> entries, String source) {
        ArrayEntry entry = entries.stream()
                .filter(one -> one.name().equals(name) || one.name().equals('/' + name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("the array that is asked for must be there: " + source
                        + " has no " + Excerpt.of(name) + "; it holds " + listed(entries)));
        if (!entry.numeric()) {
            throw new BadInputException("values must be real numbers: " + Excerpt.of(name) + " of " + source + " holds "
                    + Excerpt.oneLine(entry.type()) + "; choose another array, or save numbers");
        }
        return entry;
    }

    private static ArrayChoice only(List<ArrayEntry> entries, ReadOptions options, String source) {
        List<ArrayEntry> numeric = entries.stream().filter(ArrayEntry::numeric).toList();
        if (numeric.isEmpty()) {
            throw new BadInputException("there must be an array of real numbers: " + source
                    + (entries.isEmpty() ? " holds none" : " holds " + listed(entries))
                    + "; save the samples as one array of numbers");
        }
        if (numeric.size() > 1) {
            int axes = options.axes() == null ? 2 : options.axes().parts().size();
            Predicate<ArrayEntry> meant = options.axes() == null
                    ? one -> one.shape().size() <= axes && several(one)
                    : one -> one.shape().size() == axes && several(one);
            numeric = numeric.stream().filter(meant).toList();
        }
        // Of a vector no samples are read: beside an array of three axes it holds their labels.
        boolean labels = numeric.size() == 1
                && entries.size() > 1
                && numeric.getFirst().shape().size() == 1;
        if (numeric.size() != 1 || labels) {
            throw new BadInputException(
                    "it must be clear which array is meant: " + source + " holds " + listed(entries),
                    "name one with {}",
                    Setting.DATASET);
        }
        ArrayEntry only = numeric.getFirst();
        return new ArrayChoice(only, entries.size() == 1 ? List.of() : List.of(leftAside(only, entries.size() - 1)));
    }

    /** Whether it holds more than one value; of a number of them that no file holds reading it says so. */
    private static boolean several(ArrayEntry entry) {
        long elements = NumericArray.elements(entry.shape());
        return elements != 0 && elements != 1;
    }

    private static Warning leftAside(ArrayEntry taken, int others) {
        return new Warning(
                Warning.Name.HOW_READ,
                "read " + taken.shown() + ", the only array that can be samples, of " + (others + 1),
                Map.of("dataset", taken.name(), "shape", taken.shape(), "others", others));
    }

    private static String listed(List<ArrayEntry> entries) {
        String first =
                entries.stream().limit(MOST_LISTED).map(ArrayEntry::shown).collect(Collectors.joining(", "));
        int more = entries.size() - MOST_LISTED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
