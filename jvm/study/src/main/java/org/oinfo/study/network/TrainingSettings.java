package org.oinfo.study.network;

/**
 * How networks are trained: Adam (Kingma and Ba 2015, arXiv 1412.6980) on the mean cross-entropy of mini-batches.
 *
 * @param epochs passes over the images
 * @param batch images in a mini-batch; the last one of an epoch takes what is left
 * @param rate of learning
 * @param seed decides the order of the images, and which neurons are dropped
 * @param dropout probability that a neuron of a dense hidden layer answers 0 to an image of a step, the others then 1 / (1 - p) times
 *     as much (Srivastava et al. 2014, J. Mach. Learn. Res. 15, 1929); 0 for none
 * @param weightDecay half of this times the sum of squared weights and biases is added to the loss; 0 for none
 */
public record TrainingSettings(int epochs, int batch, float rate, long seed, float dropout, float weightDecay) {
    /** Nothing dropped, nothing decays. */
    public TrainingSettings(int epochs, int batch, float rate, long seed) {
        this(epochs, batch, rate, seed, 0, 0);
    }

    /** The same, so many passes over the images. */
    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(newEpochs, batch, rate, seed, dropout, weightDecay);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(epochs, batch, rate, newSeed, dropout, weightDecay);
    }
}
