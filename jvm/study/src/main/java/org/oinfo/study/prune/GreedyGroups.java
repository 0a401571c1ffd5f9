package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.oinfo.data.Samples;
import org.oinfo.study.network.LayerMoments;

/** Groups that grow neuron by neuron, each the one that adds most to those before it; of equal ones the first. */
final class GreedyGroups {
    /** Neurons are taken to vary by at least this share of their variance within classes: information stays finite. */
    private static final double WITHIN = 1e-6;

    private GreedyGroups() {}

    /**
     * Neurons in the order in which they leave least of what the next layer computes: the sum over its units of the mean square of
     * {@code z - (b + W x_S)}, b and W by least squares. A channel enters with all its weights at once.
     *
     * @param next moments of what enters the next layer and of its values before the ReLU
     * @param among neurons that may be taken, at least {@code size}
     */
    static int[] reconstruction(LayerMoments next, int[] among, int size) {
        int span = next.shape().span();
        int inputs = next.shape().fanIn();
        double[][] covariance = new double[inputs][inputs + next.outputs()];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < inputs; j++) {
                covariance[i][j] = next.covariance(i, j);
            }
            for (int o = 0; o < next.outputs(); o++) {
                covariance[i][inputs + o] = next.crossCovariance(i, o);
            }
        }
        Residual residual = new Residual(covariance);
        return grow(
                among,
                size,
                unit -> {
                    Residual part = residual.part(unit * span, (unit + 1) * span);
                    double explained = 0;
                    for (int i = 0; i < span; i++) {
                        explained += part.explains(i);
                        part.take(i);
                    }
                    return explained;
                },
                unit -> {
                    for (int i = unit * span; i < (unit + 1) * span; i++) {
                        residual.take(i);
                    }
                });
    }

    /**
     * Neurons in the order in which they say most about the class together: {@code -1/2 ln (det W_S / det T_S)}, nats, T their
     * covariance and W that within classes, pooled. It is the information about the class where neurons are Gaussian within classes
     * with one covariance, up to what the mixture's entropy lies below a Gaussian's; as a criterion it is the logarithm of Wilks'
     * lambda.
     *
     * @param labels class of each sample
     * @param among neurons that may be taken, at least {@code size}
     */
    static int[] label(Samples samples, int[] labels, int[] among, int size) {
        Covariances covariances = new Covariances(samples, among);
        Residual total = new Residual(covariances.total());
        Residual within = new Residual(covariances.within(labels));
        int[] positions = new int[among.length];
        Arrays.setAll(positions, i -> i);
        double[] floor = new double[among.length];
        Arrays.setAll(floor, i -> WITHIN * total.variance(i));
        int[] order = grow(
                positions,
                size,
                i -> {
                    double t = total.variance(i);
                    return t == 0 ? 0 : Math.log(t / Math.max(within.variance(i), floor[i])) / 2;
                },
                i -> {
                    total.take(i);
                    within.take(i);
                });
        return Arrays.stream(order).map(i -> among[i]).toArray();
    }

    private interface Take {
        void take(int candidate);
    }

    private static int[] grow(int[] among, int size, IntToDoubleFunction gain, Take take) {
        boolean[] taken = new boolean[among.length];
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < among.length; i++) {
                if (!taken[i]) {
                    double gains = gain.applyAsDouble(among[i]);
                    if (gains > most) {
                        most = gains;
                        best = i;
                    }
                }
            }
            taken[best] = true;
            order[k] = among[best];
            take.take(among[best]);
        }
        return order;
    }
}
