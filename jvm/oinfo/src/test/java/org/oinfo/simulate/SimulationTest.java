package org.oinfo.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

class SimulationTest {
    private static final int N = 10;
    private static final long SEED = 20261129;

    private static SimulationSettings settings(Structure structure, int samples, int order, double strength) {
        int groups = Math.min(structure.usualGroups(), N / order);
        return new SimulationSettings(structure, N, samples, order, Math.max(1, groups), strength, SEED);
    }

    private static List<double[]> rows(SimulationSettings settings) throws IOException {
        List<double[]> rows = new ArrayList<>();
        new Simulation(settings).run(row -> rows.add(row.clone()));
        return rows;
    }

    private static PlantedGroup only(Structure structure, int order, double strength) {
        List<PlantedGroup> groups = new Simulation(settings(structure, 1, order, strength)).groups();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    /** det R = (1-r)^(k-1) (1 + (k-1) r), and a variable has variance (1-r) (1 + (k-1) r) / (1 + (k-2) r) given the others. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 10})
    void aHiddenCauseIsRedundant(int k) {
        double r = 0.6;
        PlantedGroup group = only(Structure.REDUNDANT, k, r);
        double ln = (k - 1) * Math.log(1 - r) + Math.log1p((k - 1) * r);
        double given = Math.log(1 - r) + Math.log1p((k - 1) * r) - Math.log1p((k - 2) * r);
        assertThat(group.tc()).isCloseTo(-ln / 2, within(1e-14 * k));
        assertThat(group.dtc()).isCloseTo((ln - k * given) / 2, within(1e-13 * k));
        assertThat(group.o()).isPositive();
        assertThat(group.s()).isEqualTo(group.tc() + group.dtc());
    }

    /** The sum of k-1 with share s explained: given all others, one of them has variance 1 / (1 + s / (k-1) / (1-s)). */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 10})
    void aSumIsSynergistic(int k) {
        double share = 0.7;
        PlantedGroup group = only(Structure.SYNERGISTIC, k, share);
        assertThat(group.tc()).isCloseTo(-Math.log1p(-share) / 2, within(1e-14 * k));
        assertThat(group.dtc()).isCloseTo((k - 1) * Math.log1p(share / (k - 1) / (1 - share)) / 2, within(1e-13 * k));
        assertThat(group.o()).isNegative();
    }

    /** A certain parity: TC one bit, DTC k-1 bits. A parity right three times of four leaves h(1/4) = ln 4 - 3/4 ln 3. */
    @Test
    void aParityIsSynergistic() {
        PlantedGroup certain = only(Structure.XOR, 4, 1);
        assertThat(certain.tc()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(certain.dtc()).isCloseTo(3 * Math.log(2), within(1e-15));
        PlantedGroup noisy = only(Structure.XOR, 3, 0.5);
        double information = Math.log(2) - (2 * Math.log(2) - 0.75 * Math.log(3));
        assertThat(noisy.o()).isCloseTo(-information, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(names = {"TREE", "CHAIN"})
    void noTripletOfATreeIsSynergistic(Structure structure) {
        LinearSystem system = (LinearSystem) structure.system(settings(structure, 1, 3, 0.7));
        CorrelationMatrix r = system.matrix(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Canonical exact = new Canonical(r);
        for (int i = 0; i < N; i++) {
            for (int j = i + 1; j < N; j++) {
                for (int l = j + 1; l < N; l++) {
                    assertThat(exact.score(new int[] {i, j, l}, 0, 3)).isTrue();
                    assertThat(exact.o()).isGreaterThan(-1e-15);
                }
            }
        }
    }

    /** Correlations of many samples are those of the system, within five standard errors. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "XOR")
    void samplesHaveTheCorrelations(Structure structure) throws IOException {
        int samples = 40_000;
        SimulationSettings settings = settings(structure, samples, 3, 0.6);
        LinearSystem system = (LinearSystem) structure.system(settings);
        CorrelationMatrix r = system.matrix(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        double[][] products = new double[N][N];
        new Simulation(settings).run(row -> {
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    products[i][j] += row[i] * row[j] / samples;
                }
            }
        });
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double error = Math.sqrt((1 + r.get(i, j) * r.get(i, j)) / samples);
                assertThat(products[i][j]).as("%d, %d", i, j).isCloseTo(r.get(i, j), within(5 * error));
            }
        }
    }

    @Test
    void theParityIsRightAsOftenAsItShould() throws IOException {
        int samples = 20_000;
        int right = 0;
        int ones = 0;
        for (double[] row : rows(settings(Structure.XOR, samples, 4, 0.5))) {
            right += (int) (row[0] + row[1] + row[2] + row[3]) % 2 == 0 ? 1 : 0;
            ones += (int) row[0];
        }
        assertThat((double) right / samples).isCloseTo(0.75, within(5 * Math.sqrt(0.75 * 0.25 / samples)));
        assertThat((double) ones / samples).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / samples)));
    }

    @ParameterizedTest
    @EnumSource
    void aSampleIsTheSameHoweverManyFollow(Structure structure) throws IOException {
        List<double[]> few = rows(settings(structure, 3, 3, 0.5));
        List<double[]> many = rows(settings(structure, 30, 3, 0.5));
        for (int t = 0; t < 3; t++) {
            assertThat(many.get(t)).containsExactly(few.get(t));
        }
        assertThat(many.get(4)).isNotEqualTo(many.get(3));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new SimulationSettings(Structure.REDUNDANT, 10, 5, 3, 1, 1, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("strength must be above 0 and below 1");
        assertThatThrownBy(() -> new SimulationSettings(Structure.MIXED, 10, 5, 4, 3, 0.5, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("groups must be 1 to 2");
        assertThatThrownBy(() -> new SimulationSettings(Structure.XOR, 10, 5, 2, 1, 0.5, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("order must be 3 to 10");
        assertThatThrownBy(() -> new SimulationSettings(Structure.CHAIN, 1, 5, 3, 1, 0.5, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("variables must be 2 to 1000");
    }
}
