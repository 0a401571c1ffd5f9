package org.oinfo.targets.mixture;

import java.util.Arrays;
import org.oinfo.kernels.posterior.PosteriorKernel;

/**
 * I(X;Y) of an n-plet where every sample is scored by Gaussians of the folds that it is not in. Weights of classes are those of all
 * samples, so that it is at most H(Y) too. Belongs to one thread at a time.
 *
 * <p>Sums of a fold are about the mean of the class in all samples; those of four folds are added for each that is left out, and their
 * own mean removed. A source that is constant within a class has exactly no variance there.
 */
final class HeldOutValue implements AutoCloseable {
    private static final int FOLDS = ClassOrder.FOLDS;

    private final ClassMixture model;
    private final ClassOrder samples;
    private final PosteriorKernel kernel;
    private final ClassNumbers numbers = new ClassNumbers();

    private int order;
    private int[] nplet = new int[0];
    /** Of each class and fold: sums [C*FOLDS][k], products by rows [C*FOLDS][k*(k+1)/2]. */
    private double[][] sums = new double[0][];

    private double[][] products = new double[0][];

    /** Of four folds: means [C][k], sums of squares about them [C][k*(k+1)/2]. */
    private double[][] means = new double[0][];

    private double[][] scatter = new double[0][];
    private double[] within = new double[0];
    private double[] covariance = new double[0];

    HeldOutValue(ClassMixture model) {
        this.model = model;
        this.samples = model.order();
        this.kernel = model.kernel();
    }

    /** Takes an n-plet: ascending positions among the sound sources. */
    void take(int... chosen) {
        int classes = samples.classes();
        int triangle = chosen.length * (chosen.length + 1) / 2;
        nplet = chosen.clone();
        order = chosen.length;
        sums = new double[classes * FOLDS][order];
        products = new double[classes * FOLDS][triangle];
        means = new double[classes][order];
        scatter = new double[classes][triangle];
        within = new double[triangle];
        covariance = new double[triangle];
        numbers.resize(classes, order);
        for (int c = 0; c < classes; c++) {
            for (int fold = 0; fold < FOLDS; fold++) {
                addUp(c, fold);
            }
        }
    }

    private void addUp(int c, int fold) {
        double[] sum = sums[c * FOLDS + fold];
        double[] product = products[c * FOLDS + fold];
        for (int i = 0; i < order; i++) {
            double[] x = model.column(nplet[i]);
            double centreX = centre(c, i);
            for (int j = 0; j <= i; j++) {
                double[] y = model.column(nplet[j]);
                double centreY = centre(c, j);
                double all = 0;
                for (int t = samples.start(c, fold); t < samples.start(c, fold + 1); t++) {
                    all = Math.fma(x[t] - centreX, y[t] - centreY, all);
                }
                product[i * (i + 1) / 2 + j] = all;
            }
            for (int t = samples.start(c, fold); t < samples.start(c, fold + 1); t++) {
                sum[i] += x[t] - centreX;
            }
        }
    }

    private double centre(int c, int member) {
        return model.covariances().mean(c, model.source(nplet[member]));
    }

    /** I(X;Y) of the n-plet that was taken, nats; NaN where it is singular in some four folds. */
    double information(double shrinkage) {
        double sum = 0;
        for (int out = 0; out < FOLDS; out++) {
            train(out);
            for (int c = 0; c < samples.classes(); c++) {
                if (!put(c, out, shrinkage)) {
                    return Double.NaN;
                }
            }
            for (int c = 0; c < samples.classes(); c++) {
                sum += kernel.sum(
                        nplet,
                        0,
                        order,
                        numbers.array(),
                        samples.classes(),
                        c,
                        samples.start(c, out),
                        samples.start(c, out + 1));
            }
        }
        return model.information(sum);
    }

    private int size(int c, int out) {
        int all = samples.start(c + 1) - samples.start(c);
        return all - (samples.start(c, out + 1) - samples.start(c, out));
    }

    /** Means and scatter of all folds but one. */
    private void train(int out) {
        Arrays.fill(within, 0);
        int degrees = 0;
        for (int c = 0; c < samples.classes(); c++) {
            double[] mean = means[c];
            double[] square = scatter[c];
            Arrays.fill(mean, 0);
            Arrays.fill(square, 0);
            for (int fold = 0; fold < FOLDS; fold++) {
                if (fold != out) {
                    add(sums[c * FOLDS + fold], mean);
                    add(products[c * FOLDS + fold], square);
                }
            }
            int size = size(c, out);
            for (int i = 0; i < order; i++) {
                mean[i] /= size;
            }
            for (int i = 0; i < order; i++) {
                for (int j = 0; j <= i; j++) {
                    square[i * (i + 1) / 2 + j] -= size * mean[i] * mean[j];
                }
            }
            for (int i = 0; i < order; i++) {
                mean[i] += centre(c, i);
            }
            add(square, within);
            degrees += size - 1;
        }
        for (int i = 0; i < within.length; i++) {
            within[i] /= degrees;
        }
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private boolean put(int c, int out, double shrinkage) {
        int own = size(c, out) - 1;
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = (1 - shrinkage) * scatter[c][i] / own + shrinkage * within[i];
        }
        return numbers.put(c, order, model.logWeight(c), means[c], covariance);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
