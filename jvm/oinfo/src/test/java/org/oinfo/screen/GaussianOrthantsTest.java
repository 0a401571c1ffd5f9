package org.oinfo.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianOrthantsTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Variables with one common factor u: x_i = l_i u + e_i, so that r_ij = l_i l_j; Simpson's rule over u. */
    private static double byFactor(double[] thresholds, double[] loadings) {
        int steps = 4000;
        double step = 20.0 / steps;
        double sum = 0;
        for (int s = 0; s <= steps; s++) {
            double u = -10 + s * step;
            double value = NORMAL.density(u);
            for (int i = 0; i < loadings.length; i++) {
                double rest = Math.sqrt(1 - loadings[i] * loadings[i]);
                value *= NORMAL.survivalProbability((thresholds[i] - loadings[i] * u) / rest);
            }
            sum += value * (s == 0 || s == steps ? 1 : s % 2 == 1 ? 4 : 2);
        }
        return sum * step / 3;
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,.5,.6,.7", "0.3,-0.2,0.5,.5,.6,.7", "-0.5,0.5,0.1,-.8,.7,.6", "1,0.8,0.4,.95,.9,-.9"})
    void integralsOverAFactorAgree(double a, double b, double c, double la, double lb, double lc) {
        double three = byFactor(new double[] {a, b, c}, new double[] {la, lb, lc});
        assertThat(GaussianOrthants.three(a, b, c, la * lb, la * lc, lb * lc)).isCloseTo(three, within(1e-8));
        double two = byFactor(new double[] {a, b}, new double[] {la, lb});
        assertThat(GaussianOrthants.two(a, b, la * lb)).isCloseTo(two, within(1e-9));
        assertThat(GaussianOrthants.correlation(a, b, two)).isCloseTo(la * lb, within(1e-6));
    }

    /** At the medians there is a closed form, for correlations that no factor has, too. */
    @ParameterizedTest
    @CsvSource({".5,.3,.2", "-.4,-.4,-.4", ".9,.8,.75", ".7,-.6,-.1"})
    void mediansHaveAClosedForm(double r12, double r13, double r23) {
        double exact = 0.125 + (Math.asin(r12) + Math.asin(r13) + Math.asin(r23)) / (4 * Math.PI);
        assertThat(GaussianOrthants.three(0, 0, 0, r12, r13, r23)).isCloseTo(exact, within(1e-8));
    }

    @Test
    void correlationsOfNoVariablesHaveNoProbability() {
        assertThat(GaussianOrthants.three(0, 0, 0, .9, .9, -.9)).isNaN();
    }

    @Test
    void probabilitiesThatNoCorrelationHasStopAtTheLast() {
        assertThat(GaussianOrthants.correlation(0, 0, 0.5)).isCloseTo(0.995, within(1e-6));
        assertThat(GaussianOrthants.correlation(0, 0, 0)).isCloseTo(-0.995, within(1e-6));
    }
}
