package org.oinfo.data.options;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;

/**
 * The parts that the axes of an array have; positions of several axes of samples follow one another as the file has them, the last axis
 * fastest.
 *
 * @param parts one for each axis, exactly one of them variables and at least one samples
 * @param where what is taken of axes that are dropped; null when there is none
 */
public record Axes(List<Axis> parts, @Nullable Where where) {
    /** An array of two axes: rows are samples, columns variables. */
    public static final Axes ROWS = of(Axis.SAMPLES, Axis.VARIABLES);

    /**
     * The parts.
     *
     * @throws BadInputException not exactly one is variables, none is samples, or {@code where} is missing or superfluous
     */
    public Axes {
        parts = List.copyOf(parts);
        if (Collections.frequency(parts, Axis.VARIABLES) != 1 || !parts.contains(Axis.SAMPLES)) {
            throw new BadInputException(
                    "one axis must be variables and at least one samples: found "
                            + String.join(
                                    ",",
                                    parts.stream()
                                            .map(part -> part.name().toLowerCase(Locale.ROOT))
                                            .toList()),
                    "give {} one word for each axis, such as samples,variables,samples",
                    Setting.AXES);
        }
        if (parts.contains(Axis.DROP) != (where != null)) {
            throw new BadInputException(
                    where == null
                            ? "an axis that is dropped must say what is taken of it: found nothing"
                            : "what is taken of a dropped axis goes with an axis that is dropped: found none",
                    where == null ? "give {} last, first, mean or a number from 0" : "leave {} out",
                    Setting.WHERE);
        }
    }

    public static Axes of(Axis... parts) {
        return new Axes(List.of(parts), null);
    }
}
