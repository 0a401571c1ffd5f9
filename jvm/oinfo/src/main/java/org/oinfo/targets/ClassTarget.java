package org.oinfo.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * The class model of a target that is a class label, the fast screen of scans that are too large for {@link
 * org.oinfo.targets.mixture.ClassMixture}: the entropy of one Gaussian less that of the Gaussians of the classes,
 * I(X;Y) = H(X) - sum_y (T_y/T) H(X|y). Source: Ince et al. 2017, doi 10.1002/hbm.23471.
 *
 * <p>It takes the sources for one Gaussian and for several at once, so it is the information of no joint distribution and may exceed
 * H(Y); what it ranks highest is usually what the mixture does.
 *
 * <p>With variances v and correlations apart, H(X) = const + 1/2 sum_i ln v_i - TC(X), so that
 * I(X_i;Y) = 1/2 (ln v_i - sum_y w_y ln v_iy), w_y = T_y/T, and the rest are TC and DTC of correlation matrices.
 */
public final class ClassTarget {
    private ClassTarget() {}

    /**
     * The model of sources and classes; nothing of its bias is corrected.
     *
     * @param scores scores of the sources
     * @param labels class of each sample
     * @param covariances theirs
     * @param shrinkage share g of the covariance within all classes in that of each class; above 0 where a source is constant within
     *     one
     */
    public static TargetModel model(
            SampleScores scores,
            ClassLabels labels,
            ClassCovariances covariances,
            double shrinkage,
            TargetSettings settings) {
        int[] sound = covariances.sound();
        TargetModel.requireTwo(sound.length, covariances.variables(), "are constant within every class");
        CorrelationMatrix before;
        try (Workers workers = new Workers(settings.threads())) {
            before = SampleScores.correlation(scores.columns(sound), workers);
        }
        double[] single = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            single[i] = StrictMath.log(covariances.variance(sound[i])) / 2;
        }
        List<TargetModel.Part> parts = new ArrayList<>();
        for (int c = 0; c < labels.count(); c++) {
            double weight = labels.size(c) / (double) labels.samples();
            for (int i = 0; i < sound.length; i++) {
                single[i] -= weight * StrictMath.log(covariances.covariance(c, sound[i], sound[i], shrinkage)) / 2;
            }
            CorrelationMatrix own = correlation(covariances, c, sound, shrinkage);
            parts.add(new TargetModel.Part(weight, new ColumnSources(settings.backend(), own)));
        }
        return new TargetModel(
                new TargetModel.Sources(covariances.variables(), sound, single),
                new ColumnSources(settings.backend(), before),
                parts,
                TargetModel.Bias.NONE,
                false,
                false);
    }

    private static CorrelationMatrix correlation(ClassCovariances covariances, int c, int[] sound, double shrinkage) {
        int n = sound.length;
        double[] scale = IntStream.of(sound)
                .mapToDouble(i -> 1 / Math.sqrt(covariances.covariance(c, i, i, shrinkage)))
                .toArray();
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            for (int j = i + 1; j < n; j++) {
                double one = covariances.covariance(c, sound[i], sound[j], shrinkage) * (scale[i] * scale[j]);
                r[i * n + j] = r[j * n + i] = Math.clamp(one, -1.0, 1.0);
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }
}
