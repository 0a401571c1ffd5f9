package org.oinfo.study.images;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * The digits that ship with the project: 1,797 images of 8 x 8 pixels in ten classes (E. Alpaydin and C. Kaynak 1998, doi
 * 10.24432/C50P49), 1,297 of them to train on and 500 to test with.
 */
final class Digits {
    /** Their name on the command line. */
    static final String NAME = "digits";

    private static final String RESOURCE = "digits.csv.gz";
    private static final int SIDE = 8;
    private static final int CLASSES = 10;
    private static final int TRAIN = 1297;
    /** The largest pixel. */
    private static final float WHITE = 16;
    /** Decides which images are test images: the same ones in every study, whatever its seed. */
    private static final long SPLIT_SEED = 1;

    private Digits() {}

    /** Reads the images; the checksum is over the packed file. */
    static ImageSets read() {
        byte[] packed = packed();
        List<String> lines = lines(packed);
        int[] order = PermutationSampler.natural(lines.size());
        PermutationSampler.shuffle(RandomStreams.of(SPLIT_SEED, 0), order);
        return new ImageSets(
                NAME,
                "E. Alpaydin and C. Kaynak 1998, doi:10.24432/C50P49",
                HexFormat.of().formatHex(IdxFolder.sha256().digest(packed)),
                images(lines, Arrays.copyOf(order, TRAIN)),
                images(lines, Arrays.copyOfRange(order, TRAIN, order.length)));
    }

    private static byte[] packed() {
        try (InputStream in = Digits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the digits must be in the jar: " + RESOURCE + " is not");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static List<String> lines(byte[] packed) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.US_ASCII))) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** Images of lines: 64 pixels and the class, joined by commas. */
    private static Images images(List<String> lines, int[] chosen) {
        int size = SIDE * SIDE;
        float[] pixels = new float[chosen.length * size];
        int[] labels = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            String[] fields = lines.get(chosen[i]).split(",", -1);
            for (int p = 0; p < size; p++) {
                pixels[i * size + p] = Integer.parseInt(fields[p]) / WHITE;
            }
            labels[i] = Integer.parseInt(fields[size]);
        }
        return new Images(ImageShape.grey(SIDE, SIDE), CLASSES, pixels, labels);
    }
}
