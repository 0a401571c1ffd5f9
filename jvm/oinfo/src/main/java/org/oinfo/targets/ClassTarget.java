package org.oinfo.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * A target that is a class label: a Gaussian model of the sources for each class, I(X;Y) = H(X) - sum_y (T_y/T) H(X|y).
 *
 * <p>Covariances of a class are taken after its means are removed, with divisor T_y - 1, that of all samples with T - 1; the
 * scores, one copula where that is the estimator, are those of all samples. Source: Ince et al. 2017, doi 10.1002/hbm.23471.
 *
 * <p>With variances v and correlations apart, H(X) = const + 1/2 sum_i ln v_i - TC(X), so that
 * I(X_i;Y) = 1/2 (ln v_i - sum_y w_y ln v_iy), w_y = T_y/T, and the rest are TC and DTC of correlation matrices.
 *
 * <p>Bias: b(k,T) - sum_y w_y b(k,T_y) with the b of {@link BiasCorrection#ofEntropy}.
 */
public final class ClassTarget {
    private ClassTarget() {}

    /**
     * The model of sources and classes.
     *
     * @param sources scores of the sources
     * @param labels class of each sample
     * @param largestOrder the most sources in an n-plet
     * @throws BadInputException a class has no more samples than that, or fewer than two sources vary in every class
     */
    public static TargetModel model(
            SampleScores sources, ClassLabels labels, int largestOrder, TargetSettings settings) {
        labels.requireMoreThan(largestOrder);
        double[][] all = sources.columns(IntStream.range(0, sources.variables()).toArray());
        double[] variances = variances(all);
        List<double[][]> classes = new ArrayList<>();
        for (int c = 0; c < labels.count(); c++) {
            classes.add(centred(all, labels.members(c)));
        }
        List<double[]> classVariances =
                classes.stream().map(ClassTarget::variances).toList();
        int[] sound = IntStream.range(0, all.length)
                .filter(i -> classVariances.stream().allMatch(v -> v[i] >= Canonical.SINGULAR * variances[i]))
                .toArray();
        TargetModel.requireTwo(sound.length, all.length, "are constant within a class");
        double[] weights = IntStream.range(0, labels.count())
                .mapToDouble(c -> labels.size(c) / (double) labels.samples())
                .toArray();
        List<TargetModel.Part> parts = new ArrayList<>();
        SourceModel before;
        try (Workers workers = new Workers(settings.threads())) {
            before = model(all, sound, workers, settings);
            for (int c = 0; c < weights.length; c++) {
                parts.add(new TargetModel.Part(weights[c], model(classes.get(c), sound, workers, settings)));
            }
        }
        return new TargetModel(
                new TargetModel.Sources(all.length, sound, singles(sound, variances, classVariances, weights)),
                before,
                parts,
                bias(labels, weights),
                settings.biasCorrect(),
                false);
    }

    private static SourceModel model(double[][] columns, int[] sound, Workers workers, TargetSettings settings) {
        double[][] chosen = Arrays.stream(sound).mapToObj(i -> columns[i]).toArray(double[][]::new);
        CorrelationMatrix matrix = SampleScores.correlation(chosen, workers);
        return new ColumnSources(settings.backend(), matrix);
    }

    private static double[] singles(int[] sound, double[] variances, List<double[]> classVariances, double[] weights) {
        return Arrays.stream(sound)
                .mapToDouble(i -> {
                    double sum = StrictMath.log(variances[i]);
                    for (int c = 0; c < weights.length; c++) {
                        sum -= weights[c] * StrictMath.log(classVariances.get(c)[i]);
                    }
                    return sum / 2;
                })
                .toArray();
    }

    private static TargetModel.Bias bias(ClassLabels labels, double[] weights) {
        return TargetModel.Bias.of(order -> {
            double sum = BiasCorrection.ofEntropy(order, labels.samples());
            for (int c = 0; c < weights.length; c++) {
                sum -= weights[c] * BiasCorrection.ofEntropy(order, labels.size(c));
            }
            return sum;
        });
    }

    /** Columns at some samples, their means there removed; exactly 0 where all values are the same. */
    private static double[][] centred(double[][] columns, int[] members) {
        double[][] part = new double[columns.length][members.length];
        for (int i = 0; i < columns.length; i++) {
            // Differences to the first value, so that equal values leave no rounding.
            double first = columns[i][members[0]];
            double sum = 0;
            for (int t = 0; t < members.length; t++) {
                part[i][t] = columns[i][members[t]] - first;
                sum += part[i][t];
            }
            double mean = sum / members.length;
            for (int t = 0; t < members.length; t++) {
                part[i][t] -= mean;
            }
        }
        return part;
    }

    /** Variance of centred columns, divisor T - 1. */
    private static double[] variances(double[][] centred) {
        return Arrays.stream(centred)
                .mapToDouble(column -> {
                    double sum = 0;
                    for (double z : column) {
                        sum = Math.fma(z, z, sum);
                    }
                    return sum / (column.length - 1);
                })
                .toArray();
    }
}
