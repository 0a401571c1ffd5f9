package org.oinfo.study.prune;

import org.oinfo.parallel.RandomStreams;

/**
 * Random numbers of sub-networks: numbers of streams under the seed of a network, far from those of its weights and its
 * images.
 */
final class Streams {
    private static final long DRAWS = 2_000_000_000L;
    private static final long TUNING = 3_000_000_000L;
    private static final long RIVALS = 5_000_000_000L;
    private static final long MATCHED = 6_000_000_000L;
    private static final long ANNEALING = 4_000_000_000L;

    /** Layers are this many streams apart. */
    private static final long LAYER = 1_000_000;

    private Streams() {}

    /** The stream of a random choice in a layer. */
    static long draw(int layer, int draw) {
        return DRAWS + layer * LAYER + draw;
    }

    /** The seed of the order of images in further training. */
    static long tuningSeed(long seed) {
        return RandomStreams.of(seed, TUNING).nextLong();
    }

    /** The seed of random groups that groups of a layer are compared with. */
    static long rivalSeed(long seed, int layer) {
        return RandomStreams.of(seed, RIVALS + layer).nextLong();
    }

    /** The seed of random groups of a layer that measures are compared over. */
    static long matchedSeed(long seed, int layer) {
        return RandomStreams.of(seed, MATCHED + layer).nextLong();
    }

    /** The seed of annealing in a layer. */
    static long annealingSeed(long seed, int layer) {
        return RandomStreams.of(seed, ANNEALING + layer).nextLong();
    }
}
