package org.oinfo.targets;

import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;

/** Kind of variable that a target is taken for. */
public enum TargetKind {
    /** Classes where the values are words, or whole numbers of which at most 20 are distinct; else continuous. */
    AUTO,
    /** A variable like the sources. */
    CONTINUOUS,
    /** A label for each sample. */
    CLASSES;

    private static final int MOST_CLASSES = 20;

    /**
     * Kind that these values are taken for: CONTINUOUS or CLASSES.
     *
     * @param values [T]
     * @param words words, or an empty list where values are numbers
     * @throws BadInputException continuous is asked for, and the values are words
     */
    public TargetKind of(double[] values, List<String> words) {
        if (this == CONTINUOUS && !words.isEmpty()) {
            throw new BadInputException(
                    "a continuous target must hold numbers: found words, such as \"" + words.getFirst() + '"',
                    "choose {} or another target",
                    Setting.CLASSES);
        }
        if (this != AUTO) {
            return this;
        }
        boolean classes = !words.isEmpty()
                || (Arrays.stream(values).allMatch(v -> v == Math.rint(v))
                        && Arrays.stream(values)
                                        .distinct()
                                        .limit(MOST_CLASSES + 1)
                                        .count()
                                <= MOST_CLASSES);
        return classes ? CLASSES : CONTINUOUS;
    }
}
