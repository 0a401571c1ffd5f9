package org.oinfo.study.result;

import java.util.List;

/**
 * How one network was trained.
 *
 * @param seed of its initial weights and of the order of its images
 * @param epochs after each pass over the training images
 * @param initialAccuracy on the test images, before any training
 * @param testAccuracy on the test images, after the last epoch
 */
public record Training(long seed, List<Epoch> epochs, double initialAccuracy, double testAccuracy) {
    /**
     * One pass over the training images.
     *
     * @param epoch counted from 1
     * @param loss mean cross-entropy of the training images while the weights changed, nats
     * @param testAccuracy on the test images, at the end of the epoch
     */
    public record Epoch(int epoch, double loss, double testAccuracy) {}
}
