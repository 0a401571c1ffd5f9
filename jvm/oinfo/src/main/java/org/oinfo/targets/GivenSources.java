package org.oinfo.targets;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores given sources of one target. Belongs to one thread at a time. */
public final class GivenSources {
    private final TargetModel model;
    private final TargetScore score;

    /** Of the sources of a model. */
    public GivenSources(TargetModel model) {
        this.model = model;
        this.score = new TargetScore(model);
    }

    /**
     * The values of some sources; NaN where they are singular.
     *
     * @param sources their numbers among all sources, ascending, at least two
     */
    public TargetNplet of(int... sources) {
        int[] sound = IntStream.range(0, model.sound())
                .filter(i -> Arrays.binarySearch(sources, model.source(i)) >= 0)
                .toArray();
        return sound.length < sources.length ? TargetNplet.singular(sources) : score.values(sound);
    }
}
