package org.oinfo.study.landscape;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.parallel.RandomStreams;

/**
 * Seeds of what is random about a layer of a network: the same for all its conditions, so that these differ by nothing else.
 *
 * @param ties of random ties
 * @param shuffle of shuffled images
 * @param subsets of random subsets
 * @param spectrum of random matrices with its eigenvalues
 * @param tree of samples of its tree
 * @param nplets of random n-plets
 */
record Seeds(long ties, long shuffle, long subsets, long spectrum, long tree, long nplets) {
    /** Of a layer. */
    static Seeds of(long study, long network, int layer) {
        UniformRandomProvider random =
                RandomStreams.of(RandomStreams.of(study, network).nextLong(), layer);
        return new Seeds(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong());
    }
}
