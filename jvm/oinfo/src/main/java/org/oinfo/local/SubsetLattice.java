package org.oinfo.local;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;

/**
 * Co-information and TSE complexity of given n-plets of Gaussian variables, from all 2^k subsets of each.
 *
 * <p>Co-information is a sum of 2^k entropies that all but cancel, so its rounding is bounded and told: every ln det R_A is exact for a
 * matrix within (k+1) u of R_A, which moves it by {@code (k+1) u sum |P_ij| <= (k+1) k u tr P} at most, P = R_S^-1 (conditional
 * variances fall as members are added, so tr P of S bounds those of all A); logarithms and their sums add (k+2) u |ln det R_S|. Half of that,
 * for each of the 2^k subsets, is the bound; sums are compensated and add next to nothing. u = 2^-53.
 *
 * <p>Sources: McGill 1954 (doi 10.1007/BF02289159) and Bell 2003 for co-information; Tononi, Sporns, Edelman 1994 (doi
 * 10.1073/pnas.91.11.5033) for the complexity. Results have the same bits for any number of threads.
 */
public final class SubsetLattice {
    /** A thousand million subsets: half a minute of a processor. */
    public static final int MOST_VARIABLES = 30;

    /** Subsets of so many variables are summed by one thread. */
    private static final int TAIL = 16;

    private static final double U = 0x1p-53;

    private final CorrelationMatrix matrix;
    private final int samples;

    /**
     * Of variables with these correlations.
     *
     * @param samples number of samples T whose bias is subtracted, above every order asked for; 0 for raw values
     */
    public SubsetLattice(CorrelationMatrix matrix, int samples) {
        this.matrix = matrix;
        this.samples = samples;
    }

    /**
     * The measures of each n-plet.
     *
     * @param nplets each ascending without repeats, of 2 to 30 variables
     * @throws BadInputException an n-plet is larger
     * @throws CancellationException the watch stopped it
     */
    public List<SubsetMeasures> of(List<int[]> nplets, int threads, Watch watch) {
        for (int i = 0; i < nplets.size(); i++) {
            int order = nplets.get(i).length;
            if (order > MOST_VARIABLES) {
                throw new BadInputException("all subsets are for n-plets of at most " + MOST_VARIABLES
                        + " variables: n-plet " + i + " (from 0) has " + order + ", which are 2^" + order
                        + " subsets; choose fewer columns");
            }
            watch.expect(order, 1);
        }
        return nplets.stream().map(nplet -> of(nplet, threads, watch)).toList();
    }

    private SubsetMeasures of(int[] nplet, int threads, Watch watch) {
        int k = nplet.length;
        double trace = precisionTrace(nplet);
        if (Double.isNaN(trace)) {
            watch.advanced(k, 1);
            return SubsetMeasures.SINGULAR;
        }
        double[] r = correlations(nplet);
        int head = Math.max(0, k - TAIL);
        CompensatedSums sums = new CompensatedSums(SubsetWalk.sums(k));
        OrderedFold.<CompensatedSums>run(
                1 << head,
                threads,
                watch,
                () -> {
                    SubsetWalk walk = new SubsetWalk(r, k);
                    return part -> walk.of(part, head);
                },
                (found, part) -> sums.merge(found));
        if (watch.stopped() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped before all subsets were summed");
        }
        watch.advanced(k, 1);
        return measures(k, sums, trace);
    }

    private SubsetMeasures measures(int k, CompensatedSums sums, double trace) {
        double coInformation = sums.value(k + 1) / 2;
        double whole = -sums.value(k) / 2;
        double perSubset = U * (k * (k + 1) * trace + (k + 2) * 2 * whole);
        double bound = Math.scalb(perSubset, k - 1) + U * Math.abs(coInformation);
        double wholeBias = 0;
        if (samples > 0) {
            wholeBias = tcBias(k);
            coInformation -= coInformationBias(k);
        }
        double tse = 0;
        Combinations subsets = new Combinations(k, k);
        for (int j = 1; j < k; j++) {
            double mean = -sums.value(j) / 2 / subsets.choose(k, j);
            double bias = samples > 0 ? tcBias(j) : 0;
            tse += (double) j / k * (whole - wholeBias) - (mean - bias);
        }
        return new SubsetMeasures(coInformation, bound, tse);
    }

    /** Bias of the total correlation of j variables. */
    private double tcBias(int j) {
        return j * BiasCorrection.ofEntropy(1, samples) - BiasCorrection.ofEntropy(j, samples);
    }

    private double coInformationBias(int k) {
        CompensatedSums sum = new CompensatedSums(1);
        Combinations subsets = new Combinations(k, k);
        for (int j = 1; j <= k; j++) {
            double biases = subsets.choose(k, j) * BiasCorrection.ofEntropy(j, samples);
            sum.add(0, j % 2 == 0 ? -biases : biases);
        }
        return sum.value(0);
    }

    private double[] correlations(int[] nplet) {
        int k = nplet.length;
        double[] r = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                r[i * k + j] = matrix.array()[nplet[i] * matrix.variables() + nplet[j]];
            }
        }
        return r;
    }

    /** tr R_S^-1: sum of 1 over the conditional variance of each member given the others; NaN of a singular n-plet. */
    private double precisionTrace(int[] nplet) {
        if (!new Canonical(matrix).score(nplet, 0, nplet.length)) {
            return Double.NaN;
        }
        int k = nplet.length;
        double trace = 0;
        for (int last = 0; last < k; last++) {
            double[] r = correlations(withLast(nplet, last));
            for (int p = 0; p < k - 1; p++) {
                for (int i = p + 1; i < k; i++) {
                    double factor = r[i * k + p] / r[p * k + p];
                    for (int j = p; j < k; j++) {
                        r[i * k + j] -= factor * r[p * k + j];
                    }
                }
            }
            trace += 1 / r[k * k - 1];
        }
        return trace;
    }

    /** The same with one member moved to the end. */
    private static int[] withLast(int[] nplet, int last) {
        int[] moved = nplet.clone();
        System.arraycopy(nplet, last + 1, moved, last, nplet.length - last - 1);
        moved[nplet.length - 1] = nplet[last];
        return moved;
    }
}
