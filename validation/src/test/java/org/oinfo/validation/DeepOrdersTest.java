package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/**
 * Large orders, where products of conditional variances leave the range of doubles although no n-plet is near singular. The
 * canonical routine is the reference: it splits exponents off, and the accuracy table shows what it is worth.
 */
@Tag("long")
class DeepOrdersTest {
    /** A system, and how many variables fewer than all an n-plet has. */
    record Deep(CorrelationSystem system, int fewer) {
        int order() {
            return system.matrix().variables() - fewer;
        }

        @Override
        public String toString() {
            return system + ", order " + order();
        }
    }

    static Stream<Deep> systems() {
        return Stream.of(20, 50, 78, 125)
                .flatMap(n -> Stream.of(
                        deep("factors, seed " + n, RandomMatrices.factorModel(new Random(n), n, 4, 0.5)),
                        deep("equicorrelated 0.99", Covariances.equicorrelated(n, 0.99)),
                        deep("equicorrelated 0.999", Covariances.equicorrelated(n, 0.999)),
                        deep("the last nearly repeats the first", nearlyRepeated(n, 0.9999)),
                        deep("a sum of the others", Covariances.collider(n - 1, 0.5)),
                        deep("sums of five each, others on their own", sumsOfFive(n)),
                        deep("a sum of the first, others on their own", colliderAndOthers(n)),
                        deep("a sum of the last, others on their own", reversed(colliderAndOthers(n)))));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void scansAgreeWithTheCanonicalRoutine(Deep deep) {
        CorrelationSystem system = deep.system();
        List<int[]> nplets = Nplets.all(system.matrix().variables(), deep.order());
        Canonical canonical = new Canonical(system.matrix());
        CompensatedSums sums = new CompensatedSums(2);
        long[] counts = new long[3];
        for (int[] nplet : nplets) {
            assertThat(canonical.score(nplet, 0, deep.order())).isTrue();
            sums.add(0, canonical.o());
            sums.add(1, canonical.s());
            counts[Math.abs(canonical.o()) <= OmegaHistogram.BALANCED ? 1 : canonical.o() < 0 ? 0 : 2]++;
        }
        double mean = sums.value(0) / nplets.size();
        double tolerance = 1e-12 * (1 + sums.value(1) / nplets.size());
        long[] synergistic = RankingAgreementTest.best(system, deep.order(), 1, 3);
        long[] redundant = RankingAgreementTest.best(system, deep.order(), -1, 3);
        for (Backend backend : InstalledBackends.all()) {
            for (Level level : Level.values()) {
                String who = backend.name() + ", " + deep + ", " + level;
                Landscape found =
                        LandscapeAgreementTest.scan(backend, system, new ScanSettings(deep.order(), level, 3), 1);
                assertThat(found.total()).as(who).isEqualTo(nplets.size());
                assertThat(found.singular()).as(who).isZero();
                if (level.counts()) {
                    assertThat(new long[] {found.synergistic(), found.balanced(), found.redundant()})
                            .as(who)
                            .containsExactly(counts);
                    assertThat(found.mean()).as(who).isCloseTo(mean, within(tolerance));
                }
                assertThat(found.mostSynergistic().sortedRanks()).as(who).containsExactly(synergistic);
                assertThat(found.mostRedundant().sortedRanks()).as(who).containsExactly(redundant);
                if (level == Level.FULL) {
                    assertThat(Objects.requireNonNull(found.distribution()).variance())
                            .as(who)
                            .isNotNaN();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void measuresAgreeWithTheCanonicalRoutine(Deep deep) {
        Canonical canonical = new Canonical(deep.system().matrix());
        int[] nplet = Nplets.first(deep.order());
        assertThat(canonical.score(nplet, 0, nplet.length)).isTrue();
        double[] expected = new double[MeasuresKernel.VALUES];
        canonical.write(expected, 0);
        for (Backend backend : InstalledBackends.all()) {
            assertThat(InstalledBackends.measures(backend, deep.system().matrix(), nplet))
                    .as("%s, %s", backend.name(), deep)
                    .containsExactly(expected, within(1e-12 * (1 + canonical.s())));
        }
    }

    private static Deep deep(String name, RealMatrix covariance) {
        int n = covariance.getRowDimension();
        CorrelationSystem system =
                new CorrelationSystem(n + " variables, " + name, Covariances.correlation(covariance));
        return new Deep(system, n <= 50 ? 2 : 1);
    }

    private static RealMatrix nearlyRepeated(int n, double rho) {
        RealMatrix m = RandomMatrices.factorModel(new Random(1000L + n), n, 2, 3);
        for (int j = 0; j < n; j++) {
            m.setEntry(n - 1, j, rho * m.getEntry(0, j));
            m.setEntry(j, n - 1, rho * m.getEntry(0, j));
        }
        m.setEntry(n - 1, n - 1, m.getEntry(0, 0));
        return m;
    }

    private static RealMatrix colliderAndOthers(int n) {
        return Covariances.independent(Covariances.collider(n - 6, 0.0005), Covariances.equicorrelated(5, 0.3));
    }

    /** Blocks of five causes and their sum: each 1/P_ii is some thousandths, while determinants stay moderate. */
    private static RealMatrix sumsOfFive(int n) {
        RealMatrix m = Covariances.collider(5, 0.002);
        while (m.getRowDimension() + 6 < n) {
            m = Covariances.independent(m, Covariances.collider(5, 0.002));
        }
        return Covariances.independent(m, Covariances.equicorrelated(n - m.getRowDimension(), 0.3));
    }

    private static RealMatrix reversed(RealMatrix m) {
        int n = m.getRowDimension();
        int[] backwards = new int[n];
        for (int i = 0; i < n; i++) {
            backwards[i] = n - 1 - i;
        }
        return m.getSubMatrix(backwards, backwards);
    }
}
