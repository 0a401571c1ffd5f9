package org.oinfo;

import java.util.List;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.local.LocalSummary;
import org.oinfo.scan.Measure;

/**
 * The four measures of given n-plets at every sample, in nats: their means over the samples are the measures of the n-plets.
 *
 * @param nplets 0-based columns of the original data, ascending
 * @param samples number of samples T
 * @param values [T][n][4] row-major: TC, DTC, Omega, S; NaN for singular n-plets
 * @param summaries mean, deviation and range of each n-plet; those know positions of variables, not columns
 */
@SuppressWarnings("ArrayRecordComponent") // results are not compared
public record LocalResult(List<int[]> nplets, int samples, double[] values, List<LocalSummary> summaries) {
    /** A measure of an n-plet at a sample. */
    public double value(int sample, int nplet, Measure measure) {
        return values[(sample * nplets.size() + nplet) * MeasuresKernel.VALUES + measure.index()];
    }
}
