package org.oinfo.statistics.comparison;

import org.apache.commons.rng.UniformRandomProvider;

/** How samples are dealt out to two data sets anew; each data set keeps its size. */
enum Relabelling {
    /** Every way to take as many of all samples for the first data set alike. Source: Knuth, TAOCP 2, 3.4.2, algorithm S. */
    ANY {
        @Override
        void draw(UniformRandomProvider random, int samples, int[] first, int[] second) {
            int wanted = samples;
            for (int t = 0; t < first.length; t++) {
                first[t] = random.nextInt(first.length - t) < wanted ? 1 : 0;
                second[t] = 1 - first[t];
                wanted -= first[t];
            }
        }
    },
    /** Sample t of the first data set changes places with sample t of the second, or not, with equal chances. */
    WITHIN_PAIRS {
        @Override
        void draw(UniformRandomProvider random, int samples, int[] first, int[] second) {
            for (int t = 0; t < samples; t++) {
                first[t] = random.nextBoolean() ? 1 : 0;
                second[t] = 1 - first[t];
                first[samples + t] = second[t];
                second[samples + t] = first[t];
            }
        }
    };

    /**
     * Draws who gets which sample.
     *
     * @param samples of the first data set, which come first among all
     * @param first 1 for each sample that the first data set gets, else 0 [T of both]
     * @param second the same of the second
     */
    abstract void draw(UniformRandomProvider random, int samples, int[] first, int[] second);
}
