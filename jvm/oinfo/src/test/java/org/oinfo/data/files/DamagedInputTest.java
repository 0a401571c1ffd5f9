package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Missing;
import org.oinfo.data.ReadOptions;
import org.oinfo.data.Samples;
import org.oinfo.data.npy.NpyBytes;

/** Whatever happens to a file, it is refused with one line or read as finite numbers; it never ends in another way. */
class DamagedInputTest {
    private static final int TRIALS = 500;

    private static final String CSV = """
            # made by hand
            hip,"knee, left",toe
            1.5,-2e3,3
            4,"5",6

            7,nan,9
            10,11,12
            0.1,0.2,0.3
            """;

    @Test
    void damagedNpyFiles() {
        double[][] x = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}, {1e300, -1e-300, 0}};
        damaged(NpyBytes.doubles(x), 20261);
    }

    @Test
    void damagedCsvFiles() {
        damaged(CSV.getBytes(StandardCharsets.UTF_8), 20262);
    }

    private static void damaged(byte[] sound, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] bytes = damage(sound, random);
            Missing missing = random.nextBoolean() ? Missing.DROP_ROWS : Missing.REFUSE;
            String what = "seed " + seed + ", trial " + trial;
            try (Samples samples =
                    DataFiles.open("-", ReadOptions.defaults().withMissing(missing), new ByteArrayInputStream(bytes))) {
                read++;
                assertThat(samples.samples()).as(what).isGreaterThanOrEqualTo(3);
                assertThat(samples.variables()).as(what).isGreaterThanOrEqualTo(2);
                double[] all = Opened.all(samples);
                assertThat(Arrays.stream(all).allMatch(Double::isFinite))
                        .as(what)
                        .isTrue();
            } catch (BadInputException e) {
                assertThat(e.getMessage()).as(what).isNotBlank().doesNotContain("\n", "\r");
            }
        }
        // Neither everything nor nothing was refused, so both ways were tried.
        assertThat(read).as("seed %d", seed).isBetween(TRIALS / 50, TRIALS * 49 / 50);
    }

    private static byte[] damage(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        int kind = random.nextInt(4);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        int start = random.nextInt(3) == 0 ? 0 : random.nextInt(bytes.length);
        int reach = Math.min(bytes.length - start, kind == 1 ? bytes.length : 128);
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[start + random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
