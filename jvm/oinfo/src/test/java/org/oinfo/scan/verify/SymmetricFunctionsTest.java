package org.oinfo.scan.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.scan.ExactMinors;
import org.oinfo.scan.TestMatrices;

/** Sums of all principal minors, against those minors in 60 digits; and of ranges, by plain elimination. */
class SymmetricFunctionsTest {
    static Stream<CorrelationMatrix> matrices() {
        return Stream.of(
                TestMatrices.factors(11, 3),
                TestMatrices.measured(11, 4),
                TestMatrices.duplicate(11, 5),
                TestMatrices.equicorrelated(11, 0),
                TestMatrices.equicorrelated(11, 0.999),
                TestMatrices.equicorrelated(11, 0.9999999));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void allOrders(CorrelationMatrix r) {
        SymmetricFunctions found = new SymmetricFunctions(r, 11);
        for (int order = 1; order <= 11; order++) {
            double exact = ExactMinors.sum(r, order);
            assertThat(found.error(order)).as("order %d", order).isLessThan(1e-15 * (1 + exact));
            assertThat(found.value(order)).as("order %d", order).isCloseTo(exact, within(found.error(order)));
        }
    }

    /** e_k of equal correlations has a closed form: (1-rho)^(k-1) (1 + (k-1) rho) C(N,k). */
    @Test
    void whereDoublesLoseEightDigits() {
        int n = 300;
        double rho = 0.999;
        for (int order = 2; order <= 8; order++) {
            double exact = new Combinations(n, order).total() * Math.pow(1 - rho, order - 1) * (1 + (order - 1) * rho);
            SymmetricFunctions found = new SymmetricFunctions(TestMatrices.equicorrelated(n, rho), order);
            // 1 - .999 in doubles is what the matrix holds; its powers round.
            assertThat(found.value(order)).isCloseTo(exact, within(1e-12 * exact + found.error(order)));
            // A bound worth having up to order 6; beyond, so many powers of 300 cancel that few digits are left.
            assertThat(found.error(order)).isLessThan((order <= 6 ? 1e-6 : 1) * exact);
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void rangesByPlainElimination(CorrelationMatrix r) {
        for (int order = 2; order <= 8; order++) {
            Combinations combinations = new Combinations(11, order);
            long total = combinations.total();
            int[] middle = new int[order];
            combinations.unrank(total / 2, middle);
            long cut = combinations.firstRank(middle, order - 2);
            PlainDeterminants plain = new PlainDeterminants(r, order);
            for (long[] range : new long[][] {{0, total}, {cut, total}, {0, cut}, {cut, cut}}) {
                double exact = ExactMinors.sum(r, order, range[0], range[1]);
                assertThat(plain.sum(range[0], range[1]))
                        .as("order %d, %d to %d", order, range[0], range[1])
                        .isCloseTo(exact, within(Verifier.rangeBound(11, order, range[1] - range[0], exact)));
            }
        }
    }
}
