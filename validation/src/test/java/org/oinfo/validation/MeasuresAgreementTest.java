package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.MeasuresKernel;

/** Batches of n-plets on every backend against 50 digits and, where doubles suffice, against Commons Math. */
class MeasuresAgreementTest {
    static Stream<CorrelationSystem> systems() {
        return CorrelationSystem.all().stream();
    }

    static Stream<CorrelationSystem> regular() {
        return CorrelationSystem.regular().stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void measuresAreThoseOfTheOracle(CorrelationSystem system) {
        for (int order = 2; order <= system.matrix().variables(); order++) {
            List<OracleLandscape.Entry> entries = new OracleLandscape(system.matrix(), order, 0).all();
            for (Backend backend : InstalledBackends.all()) {
                double[] found = measures(backend, system, order);
                for (int i = 0; i < entries.size(); i++) {
                    assertMeasures(backend.name() + ", " + system, entries.get(i), found, i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("regular")
    void measuresAreThoseOfCommonsMath(CorrelationSystem system) {
        for (int order = 2; order <= system.matrix().variables(); order++) {
            List<int[]> nplets = Nplets.all(system.matrix().variables(), order);
            for (Backend backend : InstalledBackends.all()) {
                double[] found = measures(backend, system, order);
                for (int i = 0; i < nplets.size(); i++) {
                    double[] expected = DefinitionReference.of(system.matrix(), nplets.get(i))
                            .all();
                    for (int m = 0; m < MeasuresKernel.VALUES; m++) {
                        double error = Math.abs(found[i * MeasuresKernel.VALUES + m] - expected[m]);
                        assertThat(error / (1 + expected[3]))
                                .as("%s, %s, %s, measure %d", backend.name(), system, nplets.get(i), m)
                                .isLessThan(1e-11);
                    }
                }
            }
        }
    }

    private static double[] measures(Backend backend, CorrelationSystem system, int order) {
        List<int[]> nplets = Nplets.all(system.matrix().variables(), order);
        int[] batch = nplets.stream().flatMapToInt(Arrays::stream).toArray();
        double[] out = new double[nplets.size() * MeasuresKernel.VALUES];
        try (MeasuresKernel kernel = backend.measures(system.matrix())) {
            kernel.measures(batch, nplets.size(), order, out);
        }
        return out;
    }

    private static void assertMeasures(String who, OracleLandscape.Entry entry, double[] found, int i) {
        for (int m = 0; m < MeasuresKernel.VALUES; m++) {
            double value = found[i * MeasuresKernel.VALUES + m];
            if (entry.singular(1)) {
                assertThat(value).as("%s, %s, measure %d", who, entry, m).isNaN();
            } else {
                double error = entry.exact().scaledError(value, entry.exact().all()[m]);
                assertThat(error * (1 + entry.exact().sInformation()))
                        .as("%s, %s, measure %d", who, entry, m)
                        .isLessThanOrEqualTo(entry.tolerance());
            }
        }
    }
}
