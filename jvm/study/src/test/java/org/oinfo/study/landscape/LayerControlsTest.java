package org.oinfo.study.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.AboutClass.Values;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.TreeNull;

/** What layers are held against: their eigenvalues, a tree, the class. */
class LayerControlsTest {
    private static final int SAMPLES = 600;
    private static final int CLASSES = 3;

    @TempDir
    Path folder;

    private LayerLandscape found(double[][] x, int matched, int trees, int triplets, Condition condition) {
        LandscapeSettings settings = Layers.SETTINGS
                .withOrders(3)
                .withControlOrders(3)
                .withOtherTies()
                .withSubsets(10, 4)
                .withControls(ControlSettings.none().withDraws(matched, trees, triplets));
        Layers.labels(folder, x.length, CLASSES);
        return Layers.study(Layers.capture(folder, x), settings).stream()
                .filter(each -> each.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    /** Neurons that answer to the class of image t, t mod 3, each with noise of its own. */
    private static double[][] driven(double share) {
        double[][] x = Layers.noise(31, SAMPLES, 6);
        for (int t = 0; t < SAMPLES; t++) {
            for (int i = 0; i < x[t].length; i++) {
                x[t][i] += share * (t % CLASSES);
            }
        }
        return x;
    }

    /** Two neurons and their sums and differences with a third: no tree has such synergy. */
    private static double[][] sums() {
        double[][] x = Layers.noise(32, SAMPLES, 6);
        for (double[] row : x) {
            row[2] += 2 * (row[0] + row[1]);
        }
        return x;
    }

    @Test
    void theEffectiveDimensionIsThatOfTheEigenvalues() {
        double r = 0.6;
        // Eigenvalues 1.6, 0.4 and 1.
        CorrelationMatrix matrix = CorrelationMatrix.wrap(3, new double[] {1, r, 0, r, 1, 0, 0, 0, 1});
        double squares = (1 + r) * (1 + r) + (1 - r) * (1 - r) + 1;
        assertThat(SpectrumControl.dimension(matrix)).isCloseTo(9 / squares, within(1e-14));
    }

    @Test
    void independentNeuronsStayIndependentWhateverTheirEigenvectors() {
        double[] identity = new double[12 * 12];
        for (int i = 0; i < 12; i++) {
            identity[i * 12 + i] = 1;
        }
        LandscapeSettings settings =
                Layers.SETTINGS.withControls(ControlSettings.none().withDraws(3, 0, 0));
        Spectrum spectrum;
        try (Workers workers = new Workers(1)) {
            spectrum = new SpectrumControl(settings, workers, new Watch(Monitor.NONE))
                    .of(CorrelationMatrix.wrap(12, identity), List.of(3), Seeds.of(1, 2, 3));
        }
        assertThat(spectrum.dimension()).isEqualTo(12);
        assertThat(spectrum.matched()).hasSize(1);
        assertThat(spectrum.matched().getFirst().all()).hasSize(3).allSatisfy(one -> {
            assertThat(one.min()).isCloseTo(0, within(1e-12));
            assertThat(one.max()).isCloseTo(0, within(1e-12));
        });
        assertThat(spectrum.matched().getFirst().subsets()).hasSize(3);
    }

    @Test
    void matricesHaveTheOrdersOfTheControls() {
        LayerLandscape found = found(sums(), 4, 0, 0, Condition.TRAINED);
        Spectrum.Matched matched =
                Objects.requireNonNull(found.spectrum()).matched().getFirst();
        assertThat(matched.all()).hasSize(4).allMatch(one -> one.min() < one.mean() && one.mean() < one.max());
        assertThat(matched.subsets()).as("a layer of 6 is its own subset").isEqualTo(matched.all());
        assertThat(found.tree()).isNull();
        assertThat(found.about()).isNull();
    }

    @Test
    void synergyBeyondATreeIsCounted() {
        double[][] x = sums();
        TreeNull tree =
                Objects.requireNonNull(found(x, 0, 20, 0, Condition.TRAINED).tree());
        double[][] r = Oracle.correlations(x);
        assertThat(tree.total()).isEqualTo(20);
        assertThat(Oracle.omega(r, List.of(0, 1, 2))).isLessThan(tree.threshold());
        assertThat(tree.beyond())
                .isEqualTo(Oracle.groups(List.of(0, 1, 2, 3, 4, 5), 3).stream()
                        .filter(group -> Oracle.omega(r, group) < tree.threshold())
                        .count());
        TreeNull none = Objects.requireNonNull(
                found(Layers.noise(33, SAMPLES, 6), 0, 20, 0, Condition.TRAINED).tree());
        assertThat(none.beyond()).isZero();
    }

    @Test
    void neuronsThatAnswerToTheClassAreRedundantAboutIt() {
        AboutClass about = Objects.requireNonNull(
                found(driven(3), 0, 0, 100, Condition.TRAINED).about());
        assertThat(about.triplets()).as("C(6,3)").isEqualTo(20);
        assertThat(about.entropy()).isCloseTo(Math.log(CLASSES), within(1e-12));
        for (Values values : List.of(about.fitted(), about.heldOut())) {
            assertThat(values.information()).isBetween(0.8, about.entropy());
            assertThat(values.domega()).isPositive();
            // The degrees are the two balances again: 1 - rsi / I and 1 - domega / I.
            assertThat(values.redundancy()).isCloseTo(1 - values.rsi() / values.information(), within(1e-12));
            assertThat(values.vulnerability()).isCloseTo(1 - values.domega() / values.information(), within(1e-12));
            assertThat(values.redundancy()).isGreaterThan(1);
            assertThat(values.vulnerability()).isLessThan(1);
        }
        AboutClass nothing = Objects.requireNonNull(found(Layers.noise(34, SAMPLES, 6), 0, 0, 100, Condition.TRAINED)
                .about());
        assertThat(nothing.fitted().information()).isPositive();
        assertThat(nothing.heldOut().information()).isLessThan(nothing.fitted().information());
    }

    @Test
    void whatTheClassDrivesIsGoneWithinClasses() {
        double all = Objects.requireNonNull(
                found(driven(3), 0, 0, 0, Condition.TRAINED).orders().getFirst().s());
        double within = Objects.requireNonNull(found(driven(3), 0, 0, 0, Condition.WITHIN_CLASS)
                .orders()
                .getFirst()
                .s());
        assertThat(all).isGreaterThan(1);
        assertThat(within).isLessThan(0.05);
    }

    @Test
    void settingsOfControlsAreChecked() {
        assertThatThrownBy(() -> ControlSettings.none().withDraws(1, 18, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the number of samples of a tree must be at least 19, or 0 for none: trees=18");
        assertThatThrownBy(() -> ControlSettings.none().withMargin(1))
                .hasMessage("the margin within which Omega / S is on no side must be from 0 to below 1: margin=1.0");
        assertThat(ControlSettings.defaults().withMargin(0.2).computed()).isEqualTo(ControlSettings.defaults());
    }
}
