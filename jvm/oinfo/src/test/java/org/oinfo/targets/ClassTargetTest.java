package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.Fixture;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.SampleScores;
import org.oinfo.parallel.Monitor;

/** A target that is a class label. */
class ClassTargetTest {
    /** A label of which neither z0 nor z1 knows anything alone. */
    @ParameterizedTest
    @CsvSource({"true, .3698274287, -.3790900630", "false, .3809357117, -.3828371851"})
    void anXorLikeLabelIsSynergy(boolean biasCorrect, double information, double domega) {
        double[][] x = Fixture.samples();
        double[] label =
                Arrays.stream(x).mapToDouble(row -> row[0] * row[1] > 0 ? 1 : 0).toArray();
        ClassLabels labels = ClassLabels.of(label, List.of());
        assertThat(labels).hasToString("0 (108), 1 (92)");
        TargetModel model =
                ClassTarget.model(Systems.scores(x, Estimator.COPULA), labels, 2, Systems.settings(biasCorrect));
        TargetNplet pair = Systems.all(model, 2).getFirst();
        assertThat(pair.sources()).containsExactly(0, 1);
        assertThat(pair.i() / Math.log(2)).isCloseTo(information, within(5.1e-11));
        assertThat(pair.domega() / Math.log(2)).isCloseTo(domega, within(5.1e-11));
        assertThat(pair.o()).isNaN();
    }

    private static int[] classes(double[][] x) {
        return Arrays.stream(x)
                .mapToInt(row -> row[0] + row[1] * row[2] > 0.5 ? 2 : row[1] > 0 ? 1 : 0)
                .toArray();
    }

    private static ClassLabels labels(int[] classes) {
        return ClassLabels.of(Arrays.stream(classes).asDoubleStream().toArray(), List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void equalsTheDefinition(int order) {
        double[][] x = Systems.mixed(90, 6, 21);
        int[] classes = classes(x);
        for (Estimator estimator : List.of(Estimator.COPULA, Estimator.GAUSSIAN)) {
            for (boolean biasCorrect : new boolean[] {false, true}) {
                SampleScores scores = Systems.scores(x, estimator);
                TargetModel model = ClassTarget.model(scores, labels(classes), order, Systems.settings(biasCorrect));
                for (TargetNplet nplet : Systems.all(model, order)) {
                    TargetNplet expected = Definition.nplet(
                            nplet.sources(),
                            s -> Definition.information(Systems.pick(scores, s), classes, biasCorrect));
                    Systems.assertClose(nplet, expected, 1e-11);
                }
            }
        }
    }

    @Test
    void theNamesOfClassesDoNotMatter() {
        double[][] x = Systems.mixed(70, 5, 22);
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        int[] classes = classes(x);
        double[] words = Arrays.stream(classes).mapToDouble(c -> (c + 1) % 3).toArray();
        ClassLabels renamed = ClassLabels.of(words, List.of("pear", "apple", "fig"));
        List<TargetNplet> a = Systems.all(ClassTarget.model(scores, labels(classes), 3, Systems.settings(true)), 3);
        List<TargetNplet> b = Systems.all(ClassTarget.model(scores, renamed, 3, Systems.settings(true)), 3);
        assertThat(renamed.name(0)).isEqualTo("apple");
        assertThat(IntStream.range(0, 3).map(renamed::size).sum()).isEqualTo(70);
        for (int i = 0; i < a.size(); i++) {
            Systems.assertClose(b.get(i), a.get(i), 1e-12);
        }
    }

    @Test
    void aSourceThatIsConstantWithinAClassIsSingular() {
        double[][] x = Systems.mixed(60, 5, 23);
        int[] classes = IntStream.range(0, 60).map(t -> t % 2).toArray();
        for (int t = 0; t < 60; t += 2) {
            x[t][3] = 0.1;
        }
        TargetModel model =
                ClassTarget.model(Systems.scores(x, Estimator.COPULA), labels(classes), 3, Systems.settings(false));
        assertThat(model.unsound()).containsExactly(3);
        TargetScan scan = new TargetScan(model, 3, 5, TargetMeasure.DOMEGA);
        assertThat(scan.run(1, Monitor.NONE).singular()).isEqualTo(6);
        assertThat(scan.landscape().total()).isEqualTo(10);
    }

    @Test
    void sourcesThatDetermineEachOtherWithinAClassAreSingularTogether() {
        double[][] x = Systems.mixed(60, 5, 24);
        for (int t = 0; t < 60; t += 2) {
            x[t][3] = 2 * x[t][1];
        }
        int[] classes = IntStream.range(0, 60).map(t -> t % 2).toArray();
        TargetModel model =
                ClassTarget.model(Systems.scores(x, Estimator.GAUSSIAN), labels(classes), 3, Systems.settings(false));
        assertThat(model.unsound()).isEmpty();
        TargetScan scan = new TargetScan(model, 3, 20, TargetMeasure.RSI);
        assertThat(scan.run(2, Monitor.NONE).singular()).isEqualTo(3);
        assertThat(scan.lowest()).hasSize(7);
        assertThat(scan.highestOnly()).isEmpty();
    }

    @Test
    void refusesSmallClassesByName() {
        double[][] x = Systems.mixed(20, 5, 25);
        double[] words = new double[20];
        words[3] = 1;
        words[4] = 2;
        words[5] = 2;
        words[6] = 2;
        ClassLabels labels = ClassLabels.of(words, List.of("cat", "dog", "emu"));
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        assertThatThrownBy(() -> ClassTarget.model(scores, labels, 3, Systems.settings(false)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("every class must have more samples than an n-plet has sources, or its model is singular:"
                        + " order=3, too small: class dog (1 sample), class emu (3 samples); choose a smaller order,"
                        + " leave those samples out, or see TargetKind");
    }

    @Test
    void refusesOneClass() {
        assertThatThrownBy(() -> ClassLabels.of(new double[] {4, 4, 4}, List.of()))
                .hasMessage("the target must have at least 2 classes: all 3 samples are 4; choose another target");
    }

    @Test
    void refusesSourcesWithoutAModel() {
        double[][] x = Systems.mixed(20, 3, 26);
        for (int t = 0; t < 20; t += 2) {
            x[t][0] = x[t][2] = 5;
        }
        ClassLabels labels = labels(IntStream.range(0, 20).map(t -> t % 2).toArray());
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        assertThatThrownBy(() -> ClassTarget.model(scores, labels, 2, Systems.settings(false)))
                .hasMessage("at least 2 sources must have a model: 2 of 3 are constant within a class; use other"
                        + " sources or another target");
    }

    @Test
    void kindsAreTakenAsTheyLook() {
        double[] whole = IntStream.range(0, 100).mapToDouble(t -> t % 20).toArray();
        double[] many = IntStream.range(0, 100).mapToDouble(t -> t % 21).toArray();
        double[] halves =
                IntStream.range(0, 100).mapToDouble(t -> (t % 3) / 2.0).toArray();
        assertThat(TargetKind.AUTO.of(whole, List.of())).isEqualTo(TargetKind.CLASSES);
        assertThat(TargetKind.AUTO.of(many, List.of())).isEqualTo(TargetKind.CONTINUOUS);
        assertThat(TargetKind.AUTO.of(halves, List.of())).isEqualTo(TargetKind.CONTINUOUS);
        assertThat(TargetKind.AUTO.of(whole, List.of("a", "b"))).isEqualTo(TargetKind.CLASSES);
        assertThat(TargetKind.CLASSES.of(halves, List.of())).isEqualTo(TargetKind.CLASSES);
        assertThat(TargetKind.CONTINUOUS.of(whole, List.of())).isEqualTo(TargetKind.CONTINUOUS);
        assertThatThrownBy(() -> TargetKind.CONTINUOUS.of(whole, List.of("a", "b")))
                .hasMessage(
                        "a continuous target must hold numbers: found words, such as \"a\"; choose TargetKind.CLASSES"
                                + " or another target");
    }
}
