package org.oinfo.data.array;

import java.util.List;
import java.util.Locale;
import org.oinfo.data.Excerpt;

/**
 * An array that a file lists.
 *
 * @param name its name in the file
 * @param shape length of each axis
 * @param type the type of its elements, as the format calls it
 * @param numeric whether these are real numbers that can be read
 */
public record ArrayEntry(String name, List<Long> shape, String type, boolean numeric) {
    public ArrayEntry {
        shape = List.copyOf(shape);
    }

    /** An array that can be read. */
    public static ArrayEntry of(String name, List<Long> shape, NumberType type) {
        return new ArrayEntry(name, shape, type.name().toLowerCase(Locale.ROOT), true);
    }

    /** As lists show it: {@code "x" (100, 5) f8}. */
    String shown() {
        return Excerpt.of(name) + ' ' + NumericArray.shown(shape) + ' ' + Excerpt.oneLine(type);
    }
}
