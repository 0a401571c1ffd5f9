package org.oinfo.study.images;

import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * Grey images and their classes.
 *
 * @param height pixels
 * @param width pixels
 * @param classes number of classes; labels are 0 .. classes-1
 * @param pixels [images*height*width], 0 to 1, image after image, row after row
 * @param labels [images]
 */
@SuppressWarnings("ArrayRecordComponent") // images are not compared
public record Images(int height, int width, int classes, float[] pixels, int[] labels) {
    /** Number of images. */
    public int count() {
        return labels.length;
    }

    /** Pixels of an image. */
    public int size() {
        return height * width;
    }

    /** The same images with the labels shuffled among them: as many of each class, and nothing to be learnt but by heart. */
    public Images withShuffledLabels(long seed) {
        int[] order = PermutationSampler.natural(count());
        PermutationSampler.shuffle(RandomStreams.of(seed, 0), order);
        return new Images(
                height,
                width,
                classes,
                pixels,
                Arrays.stream(order).map(i -> labels[i]).toArray());
    }

    /** The first images, or all where there are no more. */
    public Images first(int count) {
        int n = Math.min(count, count());
        return n == count()
                ? this
                : new Images(height, width, classes, Arrays.copyOf(pixels, n * size()), Arrays.copyOf(labels, n));
    }
}
