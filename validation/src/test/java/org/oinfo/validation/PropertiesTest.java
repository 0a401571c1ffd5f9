package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;

/** The laws that O-information obeys whatever the numbers are, on random systems. A failure names the seed that replays it. */
class PropertiesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(101, 140);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoVariablesHaveNoOmega(long seed) {
        double rho = 2 * new Random(seed).nextDouble() - 1;
        CorrelationMatrix r = Covariances.upper(2, rho);
        double mutualInformation = -0.5 * Math.log1p(-rho * rho);
        for (Backend backend : InstalledBackends.all()) {
            double[] found = InstalledBackends.measures(backend, r, 0, 1);
            assertThat(found[0]).isCloseTo(mutualInformation, within(1e-14 * (1 + mutualInformation)));
            assertThat(found[1]).isCloseTo(mutualInformation, within(1e-14 * (1 + mutualInformation)));
            assertThat(found[2]).isCloseTo(0, within(1e-14 * (1 + mutualInformation)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderAndSignsOfTheVariablesDoNotMatter(long seed) {
        Random random = new Random(seed);
        RealMatrix covariance = randomCovariance(random);
        int n = covariance.getRowDimension();
        int[] order = Nplets.first(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        double[] signs = random.doubles(n).map(u -> u < 0.5 ? -1 : 1).toArray();
        RealMatrix flips = MatrixUtils.createRealDiagonalMatrix(signs);
        RealMatrix moved = flips.multiply(covariance.getSubMatrix(order, order)).multiply(flips);
        assertSameMeasures(covariance, moved, Nplets.first(n));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void monotoneMapsOfAVariableDoNotMatterToTheCopula(long seed) {
        Random random = new Random(seed);
        double[][] x = RandomMatrices.normal(random, 60, 5);
        double[][] mapped = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            x[t][4] += x[t][0] - x[t][1];
            double[] v = x[t];
            mapped[t] =
                    new double[] {Math.exp(v[0]), v[1] * v[1] * v[1], 3 * v[2] - 7, Math.atan(v[3]), Math.sinh(v[4])};
        }
        assertSameMeasures(
                Covariances.ofSamples(IndependentCopula.transform(x)),
                Covariances.ofSamples(IndependentCopula.transform(mapped)),
                Nplets.first(5));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void independentBlocksAdd(long seed) {
        Random random = new Random(seed);
        RealMatrix first = randomCovariance(random);
        RealMatrix second = randomCovariance(random);
        CorrelationMatrix both = Covariances.correlation(Covariances.independent(first, second));
        for (Backend backend : InstalledBackends.all()) {
            double[] whole = InstalledBackends.measures(backend, both, Nplets.first(both.variables()));
            double[] a = measuresOfAll(backend, first);
            double[] b = measuresOfAll(backend, second);
            for (int m = 0; m < 4; m++) {
                assertThat(whole[m]).as(backend.name()).isCloseTo(a[m] + b[m], within(1e-12 * (1 + whole[3])));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totalAndDualTotalCorrelationBoundEachOther(long seed) {
        RealMatrix covariance = randomCovariance(new Random(seed));
        int k = covariance.getRowDimension();
        for (Backend backend : InstalledBackends.all()) {
            double[] found = measuresOfAll(backend, covariance);
            assertThat(found[3]).as(backend.name()).isPositive();
            assertThat(found[1]).as(backend.name()).isBetween(found[0] / (k - 1) - 1e-12, found[0] * (k - 1) + 1e-12);
        }
    }

    /** Omega(X,Y) - Omega(X) = (1-k) I(Y;X) + sum_j I(Y;X_-j) for k variables X. */
    @ParameterizedTest
    @MethodSource("seeds")
    void omegaGrowsByItsGradient(long seed) {
        RealMatrix covariance = randomCovariance(new Random(seed));
        int k = covariance.getRowDimension() - 1;
        int[] x = Nplets.first(k);
        int[] y = {k};
        double gradient = (1 - k) * DefinitionReference.mutualInformation(covariance, y, x);
        for (int j = 0; j < k; j++) {
            gradient += DefinitionReference.mutualInformation(covariance, y, DefinitionReference.without(x, j));
        }
        CorrelationMatrix r = Covariances.correlation(covariance);
        for (Backend backend : InstalledBackends.all()) {
            double[] with = InstalledBackends.measures(backend, r, Nplets.first(k + 1));
            double[] before = InstalledBackends.measures(backend, r, x);
            assertThat(with[2] - before[2]).as(backend.name()).isCloseTo(gradient, within(1e-12 * (1 + with[3])));
        }
    }

    /** The mean over the samples of (k-2) h(x) + sum_i [h(x_i) - h(x_-i)], h = -ln p of the Gaussian fitted to them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void meanLocalOmegaIsOmega(long seed) {
        Random random = new Random(seed);
        double[][] samples = RandomMatrices.normal(random, 50, 5);
        for (double[] row : samples) {
            row[2] += row[0] + row[1];
            row[4] -= row[3];
        }
        RealMatrix covariance = Covariances.ofSamples(samples);
        int[] all = Nplets.first(5);
        double mean = 3 * meanSurprise(samples, covariance, all);
        for (int i = 0; i < 5; i++) {
            mean += meanSurprise(samples, covariance, i)
                    - meanSurprise(samples, covariance, DefinitionReference.without(all, i));
        }
        for (Backend backend : InstalledBackends.all()) {
            double[] found = measuresOfAll(backend, covariance);
            assertThat(found[2]).as(backend.name()).isCloseTo(mean, within(1e-12 * (1 + found[3])));
        }
    }

    private static double meanSurprise(double[][] samples, RealMatrix covariance, int... set) {
        RealMatrix sub = covariance.getSubMatrix(set, set);
        RealMatrix precision = new LUDecomposition(sub).getSolver().getInverse();
        double constant = set.length * Math.log(2 * Math.PI) + Math.log(new LUDecomposition(sub).getDeterminant());
        double[] means = new double[set.length];
        for (double[] row : samples) {
            for (int i = 0; i < set.length; i++) {
                means[i] += row[set[i]] / samples.length;
            }
        }
        double sum = 0;
        for (double[] row : samples) {
            double[] centred = new double[set.length];
            for (int i = 0; i < set.length; i++) {
                centred[i] = row[set[i]] - means[i];
            }
            double distance = MatrixUtils.createRealVector(centred)
                    .dotProduct(precision.operate(MatrixUtils.createRealVector(centred)));
            sum += 0.5 * (constant + distance);
        }
        return sum / samples.length;
    }

    private static void assertSameMeasures(RealMatrix a, RealMatrix b, int[] nplet) {
        for (Backend backend : InstalledBackends.all()) {
            double[] ofA = InstalledBackends.measures(backend, Covariances.correlation(a), nplet);
            double[] ofB = InstalledBackends.measures(backend, Covariances.correlation(b), nplet);
            for (int m = 0; m < 4; m++) {
                assertThat(ofB[m]).as(backend.name()).isCloseTo(ofA[m], within(1e-12 * (1 + ofA[3])));
            }
        }
    }

    private static double[] measuresOfAll(Backend backend, RealMatrix covariance) {
        return InstalledBackends.measures(
                backend, Covariances.correlation(covariance), Nplets.first(covariance.getRowDimension()));
    }

    /** 3 to 10 variables. */
    private static RealMatrix randomCovariance(Random random) {
        return RandomMatrices.factorModel(random, 3 + random.nextInt(8), 2, 0.3);
    }
}
