package org.oinfo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Data files for tests. */
public final class TestData {
    /** Off-diagonals .8 .3 .1 .2 .05 .6: the quadruplet's Omega is .0226232543 nats, known from the definition. */
    public static final String MATRIX = "a,b,c,d\n1,.8,.3,.1\n.8,1,.2,.05\n.3,.2,1,.6\n.1,.05,.6,1\n";

    private TestData() {}

    public static String write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /**
     * Samples without names: column 2 is the sum of 0 and 1 and some noise, column 4 is constant, 5 a multiple of 3.
     *
     * @param samples number of lines
     */
    public static String samples(int samples) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < samples; t++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double d = random.nextGaussian();
            text.append(a).append(',').append(b).append(',').append(a + b + 0.3 * random.nextGaussian());
            text.append(',').append(d).append(",7,").append(2 * d).append('\n');
        }
        return text.toString();
    }
}
