package org.oinfo;

/** Samples that need no file: 200 of 6 variables, the first three synergistic, the last three redundant. */
public final class Fixture {
    private static final int SAMPLES = 200;
    private static final int DRAWS = 12;

    private long state = 12345;

    private Fixture() {}

    /** The samples [200][6]. */
    public static double[][] samples() {
        Fixture fixture = new Fixture();
        double[][] x = new double[SAMPLES][];
        for (int t = 0; t < SAMPLES; t++) {
            double[] z = new double[6];
            for (int j = 0; j < z.length; j++) {
                z[j] = fixture.normal();
            }
            x[t] = new double[] {z[0], z[1], z[0] + z[1] + 0.3 * z[2], z[3], z[3] + 0.5 * z[4], z[3] + 0.5 * z[5]};
        }
        return x;
    }

    private double normal() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            state = (1103515245 * state + 12345) & 0x7fffffffL;
            sum += (state + 0.5) / 0x1p31;
        }
        return sum - 6;
    }
}
