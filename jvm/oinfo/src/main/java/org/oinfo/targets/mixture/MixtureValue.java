package org.oinfo.targets.mixture;

import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.targets.ClassCovariances;
import org.oinfo.targets.subsets.SubsetInformation;

/** Information of subsets whose Gaussians are those of all samples. Belongs to one thread at a time. */
final class MixtureValue implements SubsetInformation {
    private final ClassMixture model;
    private final double shrinkage;
    private final ClassCovariances covariances;
    private final PosteriorKernel kernel;
    private final ClassNumbers numbers = new ClassNumbers();
    private double[] mean = new double[0];
    private double[] covariance = new double[0];

    /**
     * A routine.
     *
     * @param shrinkage g
     */
    MixtureValue(ClassMixture model, double shrinkage) {
        this.model = model;
        this.shrinkage = shrinkage;
        this.covariances = model.covariances();
        this.kernel = model.kernel();
    }

    @Override
    public double of(int[] nplet, int order) {
        int classes = model.order().classes();
        resize(classes, order);
        for (int c = 0; c < classes; c++) {
            if (!put(c, nplet, order)) {
                return Double.NaN;
            }
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += kernel.sum(
                    nplet,
                    0,
                    order,
                    numbers.array(),
                    classes,
                    c,
                    model.order().start(c),
                    model.order().start(c + 1));
        }
        return model.information(sum);
    }

    private void resize(int classes, int order) {
        numbers.resize(classes, order);
        if (mean.length < order) {
            mean = new double[order];
            covariance = new double[order * (order + 1) / 2];
        }
    }

    private boolean put(int c, int[] nplet, int order) {
        int at = 0;
        for (int i = 0; i < order; i++) {
            int one = model.source(nplet[i]);
            mean[i] = covariances.mean(c, one);
            for (int j = 0; j <= i; j++) {
                covariance[at++] = covariances.covariance(c, model.source(nplet[j]), one, shrinkage);
            }
        }
        return numbers.put(c, order, model.logWeight(c), mean, covariance);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
