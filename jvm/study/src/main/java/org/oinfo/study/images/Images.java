package org.oinfo.study.images;

import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * Images and their classes.
 *
 * @param shape of each
 * @param classes number of classes; labels are 0 .. classes-1
 * @param pixels [images*channels*height*width], 0 to 1, image after image, channel after channel, row after row
 * @param labels [images]
 */
@SuppressWarnings("ArrayRecordComponent") // images are not compared
public record Images(ImageShape shape, int classes, float[] pixels, int[] labels) {
    private static final float WHITE = 255;

    /** How bright a pixel of eight bits is, 0 to 1. */
    static float bright(byte pixel) {
        return Byte.toUnsignedInt(pixel) / WHITE;
    }

    /** Number of images. */
    public int count() {
        return labels.length;
    }

    /** Numbers of an image: its pixels, times the channels. */
    public int size() {
        return shape.size();
    }

    /** The same images with the labels shuffled among them: as many of each class, and nothing to be learnt but by heart. */
    public Images withShuffledLabels(long seed) {
        int[] order = PermutationSampler.natural(count());
        PermutationSampler.shuffle(RandomStreams.of(seed, 0), order);
        return new Images(
                shape, classes, pixels, Arrays.stream(order).map(i -> labels[i]).toArray());
    }

    /** The first images, or all where there are no more. */
    public Images first(int count) {
        int n = Math.min(count, count());
        return n == count()
                ? this
                : new Images(shape, classes, Arrays.copyOf(pixels, n * size()), Arrays.copyOf(labels, n));
    }
}
