package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;

/**
 * The sum of Omega over all n-plets of an order, from sums of log-determinants alone:
 *
 * <pre>  sum_S Omega = (k/2 - 1) sum_{|S|=k} ln D_S - (N-k+1)/2 sum_{|A|=k-1} ln D_A</pre>
 */
class WholeOrderIdentityTest {
    static Stream<CorrelationSystem> systems() {
        return Stream.concat(CorrelationSystem.regular().stream(), CorrelationSystem.tied().stream());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void sumOfOmegaFollowsFromLogDeterminants(CorrelationSystem system) {
        RealMatrix covariance = DefinitionReference.covariance(system.matrix());
        int n = system.matrix().variables();
        for (int k = 2; k <= n; k++) {
            double ofOrder = sumOfLogDeterminants(covariance, k);
            double ofOrderBelow = sumOfLogDeterminants(covariance, k - 1);
            double expected = (k / 2.0 - 1) * ofOrder - (n - k + 1) / 2.0 * ofOrderBelow;
            double scale = Nplets.all(n, k).size() + Math.abs(ofOrder) * k / 2 + Math.abs(ofOrderBelow) * n / 2;
            for (Backend backend : InstalledBackends.all()) {
                double found = LandscapeAgreementTest.scan(backend, system, new ScanSettings(k, Level.PLAIN, 1), 2)
                        .sum();
                assertThat(found)
                        .as("%s, %s, order %d", backend.name(), system, k)
                        .isCloseTo(expected, within(1e-12 * scale));
            }
        }
    }

    private static double sumOfLogDeterminants(RealMatrix covariance, int size) {
        return Nplets.all(covariance.getRowDimension(), size).stream()
                .mapToDouble(set -> DefinitionReference.logDeterminant(covariance, set))
                .sum();
    }
}
