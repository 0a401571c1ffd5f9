package org.oinfo.parallel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent sources of random numbers, numbered: what a surrogate, a resample or a chain draws depends on the seed and its
 * own number, never on the thread that runs it.
 */
public final class RandomStreams {
    private RandomStreams() {}

    /** The source with a number, under a seed: xoshiro256++ (Blackman and Vigna 2021, doi 10.1145/3460772). */
    public static UniformRandomProvider of(long seed, long number) {
        // Hashed twice, so that neither neighbouring numbers nor neighbouring seeds share a state.
        long mixed = RandomSource.SPLIT_MIX_64.create(seed).nextLong();
        long state = RandomSource.SPLIT_MIX_64.create(mixed ^ number).nextLong();
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }
}
