package org.oinfo.study.images;

/**
 * The shape of an image.
 *
 * @param channels 1 of grey images, 3 of coloured ones
 * @param height pixels
 * @param width pixels
 */
public record ImageShape(int channels, int height, int width) {
    /** That of a grey image. */
    public static ImageShape grey(int height, int width) {
        return new ImageShape(1, height, width);
    }

    /** Numbers of an image: its pixels, times the channels. */
    public int size() {
        return channels * height * width;
    }

    /** Sides as people write them: {@code 28 x 28}, of colours {@code 3 x 32 x 32}. */
    @Override
    public String toString() {
        String sides = height + " x " + width;
        return channels == 1 ? sides : channels + " x " + sides;
    }
}
