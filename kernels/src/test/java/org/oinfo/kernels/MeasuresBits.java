package org.oinfo.kernels;

/** The bits of the measures of many n-plets of orders 2 to 66, of a matrix that takes no library function whose last bit might differ. */
public final class MeasuresBits {
    /** What every backend with vectors, at every lane width, comes to. */
    public static final long EXPECTED = -7149115241156906239L;

    private MeasuresBits() {}

    /** A hash of them all. */
    public static long of(Backend backend) {
        int n = 70;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scale = i == j ? 1 : (1 - i % 7 / 16.0) * (1 - j % 7 / 16.0);
                r[i * n + j] = scale / (1 + Math.abs(i - j));
            }
        }
        long hash = 1;
        try (MeasuresKernel kernel = backend.measures(CorrelationMatrix.wrap(n, r))) {
            for (int order = 2; order <= 66; order++) {
                int count = 4;
                int[] nplets = new int[count * order];
                for (int i = 0; i < nplets.length; i++) {
                    nplets[i] = i / order + i % order;
                }
                double[] out = new double[count * 4];
                kernel.measures(nplets, count, order, out);
                for (double value : out) {
                    hash = 31 * hash + Double.doubleToRawLongBits(value);
                }
            }
        }
        return hash;
    }
}
