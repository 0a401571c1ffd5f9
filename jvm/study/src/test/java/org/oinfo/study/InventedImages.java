package org.oinfo.study;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

/** Small images whose class can be learnt: a bright row of pixels that says it, in noise. */
public final class InventedImages {
    private InventedImages() {}

    /** As many classes as rows. */
    public static ImageSets of(int train, int test, int side, long seed) {
        return of(train, test, ImageShape.grey(side, side), seed);
    }

    /** The same in any shape. */
    public static ImageSets of(int train, int test, ImageShape shape, long seed) {
        return new ImageSets("invented", "invented", "", images(train, shape, seed), images(test, shape, seed + 1));
    }

    private static Images images(int count, ImageShape shape, long seed) {
        UniformRandomProvider random = RandomStreams.of(seed, 0);
        int side = shape.height();
        float[] pixels = new float[count * shape.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(side);
            for (int p = 0; p < shape.size(); p++) {
                float bright = p / shape.width() % side == labels[i] ? 0.5f : 0;
                pixels[i * shape.size() + p] = bright + 0.5f * random.nextFloat();
            }
        }
        return new Images(shape, side, pixels, labels);
    }
}
