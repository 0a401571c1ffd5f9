package org.oinfo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.ExactGaussian;
import org.oinfo.scan.TestMatrices;

/** Co-information and complexity against their definitions, every entropy from 60 decimal digits. */
class SubsetLatticeTest {
    private static List<SubsetMeasures> of(CorrelationMatrix matrix, int samples, int threads, int[]... nplets) {
        return new SubsetLattice(matrix, samples).of(List.of(nplets), threads, new Watch(Monitor.NONE));
    }

    private static int[] first(int k) {
        return IntStream.range(0, k).toArray();
    }

    private static List<int[]> subsets(int[] nplet) {
        List<int[]> subsets = new ArrayList<>();
        for (int bits = 1; bits < 1 << nplet.length; bits++) {
            int chosen = bits;
            subsets.add(IntStream.range(0, nplet.length)
                    .filter(i -> (chosen >> i & 1) != 0)
                    .map(i -> nplet[i])
                    .toArray());
        }
        return subsets;
    }

    private static double coInformation(ExactGaussian exact, int[] nplet, int samples) {
        double sum = 0;
        for (int[] subset : subsets(nplet)) {
            double h = exact.logDet(subset) / 2 - (samples > 0 ? BiasCorrection.ofEntropy(subset.length, samples) : 0);
            sum += subset.length % 2 == 0 ? -h : h;
        }
        return sum;
    }

    /** sum_j (j/k I(X) - mean I(X_j)), Tononi, Sporns, Edelman 1994, I the total correlation. */
    private static double tse(ExactGaussian exact, int[] nplet) {
        int k = nplet.length;
        double sum = 0;
        for (int j = 1; j <= k; j++) {
            int size = j;
            double mean = subsets(nplet).stream()
                    .filter(subset -> subset.length == size)
                    .mapToDouble(exact::tc)
                    .average()
                    .orElseThrow();
            sum += (double) j / k * exact.tc(nplet) - mean;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothAreThoseOfTheDefinition(long seed) {
        for (CorrelationMatrix matrix : List.of(TestMatrices.factors(10, seed), TestMatrices.measured(10, seed))) {
            ExactGaussian exact = new ExactGaussian(matrix);
            for (int[] nplet : new int[][] {{3, 7}, {0, 4, 9}, {1, 2, 5, 8}, {0, 1, 2, 3, 4, 5, 6, 7}}) {
                SubsetMeasures found = of(matrix, 0, 1, nplet).getFirst();
                // What the oracle itself sums in doubles rounds too: 2^k u ln det.
                double slack = Math.scalb(1 + exact.tc(nplet), nplet.length - 52);
                assertThat(found.coInformation())
                        .as("seed %d, %d variables", seed, nplet.length)
                        .isCloseTo(coInformation(exact, nplet, 0), offset(found.bound() + slack));
                assertThat(found.bound()).isBetween(0.0, 1e-9);
                assertThat(found.tse()).isCloseTo(tse(exact, nplet), offset(1e-12 * (1 + exact.tc(nplet))));
            }
        }
    }

    @Test
    void aPairHasItsMutualInformationAndATripletItsOInformation() {
        CorrelationMatrix matrix = CorrelationMatrix.wrap(3, new double[] {1, .4, .3, .4, 1, .2, .3, .2, 1});
        List<SubsetMeasures> found = of(matrix, 0, 1, new int[] {0, 1}, new int[] {0, 1, 2});
        assertThat(found.get(0).coInformation()).isCloseTo(-Math.log1p(-.16) / 2, offset(1e-15));
        assertThat(found.get(0).tse()).isCloseTo(-Math.log1p(-.16) / 4, offset(1e-15));
        assertThat(found.get(1).coInformation()).isCloseTo(.0162070839, offset(1e-10));
    }

    @Test
    void theComplexityOfEquallyCorrelatedVariablesIsKnown() {
        int k = 12;
        double rho = .3;
        double expected = 0;
        for (int j = 1; j <= k; j++) {
            expected += (double) j / k * tcOfEqual(k, rho) - tcOfEqual(j, rho);
        }
        SubsetMeasures found =
                of(TestMatrices.equicorrelated(k, rho), 0, 2, first(k)).getFirst();
        assertThat(found.tse()).isCloseTo(expected, offset(1e-12));
        SubsetMeasures none =
                of(TestMatrices.equicorrelated(k, 0), 0, 2, first(k)).getFirst();
        assertThat(none.tse()).isZero();
        assertThat(none.coInformation()).isZero();
    }

    private static double tcOfEqual(int j, double rho) {
        return -((j - 1) * Math.log1p(-rho) + Math.log1p((j - 1) * rho)) / 2;
    }

    @Test
    void manyVariablesInPartsHaveTheSameBitsForAnyNumberOfThreads() {
        CorrelationMatrix matrix = TestMatrices.factors(18, 4);
        SubsetMeasures one = of(matrix, 0, 1, first(18)).getFirst();
        assertThat(of(matrix, 0, 3, first(18)).getFirst()).isEqualTo(one);
        // Equal correlations: sum_j (-1)^(j+1) C(k,j) ln det of j, known in closed form.
        SubsetMeasures equal =
                of(TestMatrices.equicorrelated(18, .2), 0, 2, first(18)).getFirst();
        assertThat(equal.coInformation()).isCloseTo(coInformationOfEqual(18, .2), offset(equal.bound()));
        assertThat(equal.bound()).isLessThan(1e-6);
    }

    private static double coInformationOfEqual(int k, double rho) {
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int j = 1; j <= k; j++) {
            choose = choose.multiply(BigInteger.valueOf(k - j + 1)).divide(BigInteger.valueOf(j));
            BigDecimal term = new BigDecimal(choose).multiply(new BigDecimal(-tcOfEqual(j, rho)));
            sum = j % 2 == 0 ? sum.subtract(term) : sum.add(term);
        }
        return sum.doubleValue();
    }

    @Test
    void biasIsThatOfEveryEntropy() {
        CorrelationMatrix matrix = TestMatrices.factors(8, 6);
        ExactGaussian exact = new ExactGaussian(matrix);
        int[] nplet = {0, 2, 3, 5, 7};
        SubsetMeasures raw = of(matrix, 0, 1, nplet).getFirst();
        SubsetMeasures corrected = of(matrix, 60, 1, nplet).getFirst();
        assertThat(corrected.coInformation()).isCloseTo(coInformation(exact, nplet, 60), offset(1e-12));
        double bias = 0;
        double whole = new BiasCorrection(5, 60).tc();
        for (int j = 1; j <= 5; j++) {
            bias += j / 5.0 * whole - (j == 1 ? 0 : new BiasCorrection(j, 60).tc());
        }
        assertThat(corrected.tse()).isCloseTo(raw.tse() - bias, offset(1e-13));
        // A triplet's is the correction of Omega.
        SubsetMeasures triplet = of(matrix, 60, 1, new int[] {1, 4, 6}).getFirst();
        Canonical canonical = new Canonical(matrix);
        canonical.score(new int[] {1, 4, 6}, 0, 3);
        assertThat(triplet.coInformation()).isCloseTo(canonical.o() - new BiasCorrection(3, 60).o(), offset(1e-14));
    }

    @Test
    void singularOrTooManyVariablesAreToldApart() {
        CorrelationMatrix matrix = TestMatrices.duplicate(6, 2);
        SubsetMeasures singular = of(matrix, 0, 1, new int[] {0, 1, 3}).getFirst();
        assertThat(singular.coInformation()).isNaN();
        assertThat(singular.bound()).isNaN();
        assertThat(singular.tse()).isNaN();
        assertThatThrownBy(() -> of(TestMatrices.equicorrelated(31, .1), 0, 1, first(31)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("all subsets are for n-plets of at most 30 variables: n-plet 0 (from 0) has 31, which are"
                        + " 2^31 subsets; choose fewer columns");
    }

    @Test
    void aStopIsACancellation() {
        Watch stopped = new Watch(progress -> false);
        stopped.stop();
        assertThatThrownBy(() ->
                        new SubsetLattice(TestMatrices.factors(6, 1), 0).of(List.of(new int[] {0, 1, 2}), 2, stopped))
                .isInstanceOf(CancellationException.class);
    }
}
