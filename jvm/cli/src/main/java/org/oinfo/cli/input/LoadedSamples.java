package org.oinfo.cli.input;

import org.oinfo.estimate.SampleScores;

/**
 * Data whose single samples are needed too.
 *
 * @param data the correlations, and what there is to say about them
 * @param scores of the variables of {@code data.info()}, by position
 */
public record LoadedSamples(LoadedData data, SampleScores scores) {}
