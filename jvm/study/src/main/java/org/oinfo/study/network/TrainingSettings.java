package org.oinfo.study.network;

/**
 * How networks are trained: Adam (Kingma and Ba 2015, arXiv 1412.6980) on the mean cross-entropy of mini-batches.
 *
 * @param epochs passes over the images
 * @param batch images in a mini-batch; the last one of an epoch takes what is left
 * @param rate of learning
 * @param seed decides the order of the images
 */
public record TrainingSettings(int epochs, int batch, float rate, long seed) {
    /** The same with another seed. */
    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(epochs, batch, rate, newSeed);
    }
}
