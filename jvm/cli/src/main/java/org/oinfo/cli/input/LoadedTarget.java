package org.oinfo.cli.input;

import java.util.List;

/**
 * Sources and their target.
 *
 * @param sources the data without the target
 * @param values a value for each sample; where they are words, the position of each in {@code words}
 * @param words words of the target, or an empty list where it holds numbers
 * @param name what the target is called
 */
public record LoadedTarget(LoadedData sources, double[] values, List<String> words, String name) {}
