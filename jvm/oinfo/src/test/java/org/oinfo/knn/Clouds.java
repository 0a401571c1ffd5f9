package org.oinfo.knn;

import java.util.Random;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnOptions;
import org.oinfo.estimate.options.KnnScale;

/** Samples of distributions whose information is known, and their estimates. */
final class Clouds {
    private Clouds() {}

    static OInformationOptions options(KnnScale scale) {
        EstimateOptions estimate = EstimateOptions.defaults()
                .withEstimator(Estimator.KNN)
                .withKnn(KnnOptions.defaults().withScale(scale));
        return OInformationOptions.defaults().withEstimate(estimate).withThreads(2);
    }

    static ScoredNplet triplet(double[][] x, KnnScale scale) {
        return OInformation.ofSamples(x, options(scale))
                .measures(new int[] {0, 1, 2})
                .getFirst();
    }

    /** Normal, with correlations r01, r02, r12. */
    static double[][] gaussian(int samples, double r01, double r02, double r12, Random random) {
        double l11 = Math.sqrt(1 - r01 * r01);
        double l21 = (r12 - r01 * r02) / l11;
        double l22 = Math.sqrt(1 - r02 * r02 - l21 * l21);
        double[][] x = new double[samples][];
        for (int t = 0; t < samples; t++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            x[t] = new double[] {a, r01 * a + l11 * b, r02 * a + l21 * b + l22 * c};
        }
        return x;
    }

    /** x, y normal, z = |n| sign(x y): any two are independent. */
    static double[][] signs(int samples, Random random) {
        double[][] x = new double[samples][];
        for (int t = 0; t < samples; t++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            x[t] = new double[] {a, b, Math.abs(random.nextGaussian()) * Math.signum(a * b)};
        }
        return x;
    }

    /** u uniform, v = u + w, w uniform of the given width and independent; a third that is independent of both. */
    static double[][] uniformNoise(int samples, double width, Random random) {
        double[][] x = new double[samples][];
        for (int t = 0; t < samples; t++) {
            double u = random.nextDouble();
            x[t] = new double[] {u, u + width * random.nextDouble(), random.nextDouble()};
        }
        return x;
    }
}
