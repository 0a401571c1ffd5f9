package org.oinfo.estimate;

import java.io.Serializable;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/**
 * How the gaussian estimator makes z of a value: z = (x - shift - mean) scale, shift the value of the first sample, mean that of the
 * differences to it, scale the power of two that brings the variable's range to about 1, so that no square leaves the range of doubles.
 *
 * @param shift first sample [N]
 * @param mean mean of the differences to it [N], of variables that vary
 * @param scale power of two [N], of variables that vary
 * @param live positions of the variables that vary, ascending
 * @param dead positions of the constant variables, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Centring(double[] shift, double[] mean, double[] scale, int[] live, int[] dead) implements Serializable {
    /**
     * The centring of all samples.
     *
     * @param shift first sample [N], from which {@code sums} are
     * @param samples T
     * @param described names a variable in messages
     * @param source names the samples in messages
     * @throws BadInputException a variable spans more than the largest double
     */
    public static Centring of(
            ColumnSums sums, double[] shift, int samples, IntFunction<String> described, String source) {
        int n = shift.length;
        IntPredicate varies = v -> sums.min(v) < sums.max(v);
        int[] live = IntStream.range(0, n).filter(varies).toArray();
        int[] dead = IntStream.range(0, n).filter(varies.negate()).toArray();
        double[] mean = new double[n];
        double[] scale = new double[n];
        double[] sum = live.length == 0 ? mean : sums.sums();
        for (int v : live) {
            mean[v] = sum[v] / samples;
            double range = sums.max(v) - sums.min(v);
            if (!Double.isFinite(range) || !Double.isFinite(mean[v])) {
                throw new BadInputException("the values of a variable must span less than the largest double: "
                        + described.apply(v) + " spans " + sums.min(v) + " to " + sums.max(v) + " in " + source
                        + "; rescale it");
            }
            scale[v] = Math.scalb(1.0, -Math.getExponent(range));
        }
        return new Centring(shift, mean, scale, live, dead);
    }
}
