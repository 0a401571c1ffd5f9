package org.oinfo.targets;

import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;

/** Kind of variable that a target is taken for. */
public enum TargetKind {
    /**
     * Classes where the values are words, or whole numbers of which at most 20 are distinct; else continuous. Whole numbers with more
     * distinct values than that, each of which comes back some times, may be either, and are refused.
     */
    AUTO,
    /** A variable like the sources. */
    CONTINUOUS,
    /** A label for each sample. */
    CLASSES;

    private static final int MOST_CLASSES = 20;
    /** Samples of a value, on average, from which on it may be a label. */
    private static final int OFTEN = 3;

    /**
     * Kind that these values are taken for: CONTINUOUS or CLASSES.
     *
     * @param values [T]
     * @param words words, or an empty list where values are numbers
     * @throws BadInputException continuous is asked for, and the values are words; or nothing is, and they may be either
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
        if (!words.isEmpty()) {
            return CLASSES;
        }
        if (!Arrays.stream(values).allMatch(v -> v == Math.rint(v))) {
            return CONTINUOUS;
        }
        long distinct = Arrays.stream(values).distinct().count();
        if (distinct > MOST_CLASSES && distinct * OFTEN <= values.length) {
            throw new BadInputException(
                    "a target of whole numbers must have at most " + MOST_CLASSES
                            + " distinct values to be taken for classes unasked: found " + distinct + " in "
                            + values.length
                            + " samples, which may be labels or amounts",
                    "say which by {}: class or continuous",
                    Setting.TARGET_KIND);
        }
        return distinct <= MOST_CLASSES ? CLASSES : CONTINUOUS;
    }
}
