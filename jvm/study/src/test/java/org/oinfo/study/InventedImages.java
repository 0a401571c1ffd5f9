package org.oinfo.study;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;

/** Small images whose class can be learnt: a bright row of pixels that says it, in noise. */
public final class InventedImages {
    private InventedImages() {}

    /** As many classes as rows. */
    public static ImageSets of(int train, int test, int side, long seed) {
        return new ImageSets("invented", "invented", "", images(train, side, seed), images(test, side, seed + 1));
    }

    private static Images images(int count, int side, long seed) {
        UniformRandomProvider random = RandomStreams.of(seed, 0);
        float[] pixels = new float[count * side * side];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(side);
            for (int p = 0; p < side * side; p++) {
                float bright = p / side == labels[i] ? 0.5f : 0;
                pixels[i * side * side + p] = bright + 0.5f * random.nextFloat();
            }
        }
        return new Images(side, side, side, pixels, labels);
    }
}
