package org.oinfo.cli.input;

import java.util.List;

/**
 * Sources and their targets.
 *
 * @param sources the data without the targets
 * @param targets at least one
 */
public record LoadedTarget(LoadedData sources, List<Target> targets) {
    /**
     * A target.
     *
     * @param values a value for each sample; where they are words, the position of each in {@code words}
     * @param words words of the target, or an empty list where it holds numbers
     * @param name what the target is called
     */
    public record Target(double[] values, List<String> words, String name) {}
}
