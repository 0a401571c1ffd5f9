package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.Fixture;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;

/** The class model of a label, the screen of large scans. */
class ClassTargetTest {
    private static TargetModel model(SampleScores scores, ClassLabels labels) {
        return ClassTarget.model(scores, labels, ClassCovariances.of(scores, labels, 2), 0, Systems.settings(false));
    }

    /** A label of which neither z0 nor z1 knows anything alone. */
    @Test
    void anXorLikeLabelIsSynergy() {
        double[][] x = Fixture.samples();
        double[] label =
                Arrays.stream(x).mapToDouble(row -> row[0] * row[1] > 0 ? 1 : 0).toArray();
        ClassLabels labels = ClassLabels.of(label, List.of());
        assertThat(labels).hasToString("0 (108), 1 (92)");
        TargetModel model = model(Systems.scores(x, Estimator.COPULA), labels);
        TargetNplet pair = Systems.all(model, 2).getFirst();
        assertThat(pair.sources()).containsExactly(0, 1);
        assertThat(pair.i() / Math.log(2)).isCloseTo(.3809357117, within(5.1e-11));
        assertThat(pair.domega() / Math.log(2)).isCloseTo(-.3828371851, within(5.1e-11));
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
            SampleScores scores = Systems.scores(x, estimator);
            for (TargetNplet nplet : Systems.all(model(scores, labels(classes)), order)) {
                TargetNplet expected = Definition.nplet(
                        nplet.sources(), s -> Definition.information(Systems.pick(scores, s), classes, false));
                Systems.assertClose(nplet, expected, 1e-11);
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
        List<TargetNplet> a = Systems.all(model(scores, labels(classes)), 3);
        List<TargetNplet> b = Systems.all(model(scores, renamed), 3);
        assertThat(renamed.name(0)).isEqualTo("apple");
        assertThat(IntStream.range(0, 3).map(renamed::size).sum()).isEqualTo(70);
        for (int i = 0; i < a.size(); i++) {
            Systems.assertClose(b.get(i), a.get(i), 1e-12);
        }
    }

    /** In the first class source 3 has the covariance within both classes, in part. */
    @Test
    void aSourceThatIsConstantWithinAClassHasAModel() {
        double[][] x = Systems.mixed(60, 5, 23);
        int[] classes = IntStream.range(0, 60).map(t -> t % 2).toArray();
        for (int t = 0; t < 60; t += 2) {
            x[t][3] = 0.1;
        }
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        ClassCovariances covariances = ClassCovariances.of(scores, labels(classes), 1);
        assertThat(covariances.silent()).isTrue();
        assertThat(covariances.covariance(0, 3, 3, 0)).isZero();
        assertThat(covariances.covariance(0, 3, 3, 0.3))
                .isCloseTo(0.3 * covariances.covariance(1, 3, 3, 1), within(1e-15));
        TargetModel model = ClassTarget.model(scores, labels(classes), covariances, 0.3, Systems.settings(false));
        assertThat(model.unsound()).isEmpty();
        TargetScan scan = new TargetScan(model, 3, 5, TargetMeasure.DOMEGA);
        assertThat(scan.run(1, Monitor.NONE).singular()).isZero();
    }

    @Test
    void aSourceThatIsConstantWithinEveryClassIsSingular() {
        double[][] x = Systems.mixed(60, 5, 23);
        int[] classes = IntStream.range(0, 60).map(t -> t % 2).toArray();
        for (int t = 0; t < 60; t++) {
            x[t][3] = t % 2;
        }
        TargetModel model = model(Systems.scores(x, Estimator.COPULA), labels(classes));
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
        TargetModel model = model(Systems.scores(x, Estimator.GAUSSIAN), labels(classes));
        assertThat(model.unsound()).isEmpty();
        TargetScan scan = new TargetScan(model, 3, 20, TargetMeasure.RSI);
        assertThat(scan.run(2, Monitor.NONE).singular()).isEqualTo(3);
        assertThat(scan.lowest()).hasSize(7);
        assertThat(scan.highest()).hasSize(7);
    }

    @Test
    void refusesOneClass() {
        assertThatThrownBy(() -> ClassLabels.of(new double[] {4, 4, 4}, List.of()))
                .hasMessage("the target must have at least 2 classes: all 3 samples are 4; choose another target");
    }

    @Test
    void refusesSourcesWithoutAModel() {
        double[][] x = Systems.mixed(20, 3, 26);
        for (int t = 0; t < 20; t++) {
            x[t][0] = x[t][2] = t % 2;
        }
        ClassLabels labels = labels(IntStream.range(0, 20).map(t -> t % 2).toArray());
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        assertThatThrownBy(() -> model(scores, labels))
                .hasMessage("at least 2 sources must have a model: 2 of 3 are constant within every class; use other"
                        + " sources or another target");
    }

    @Test
    void kindsAreTakenAsTheyLook() {
        double[] whole = IntStream.range(0, 100).mapToDouble(t -> t % 20).toArray();
        double[] many = IntStream.range(0, 100).mapToDouble(t -> t % 21).toArray();
        double[] amounts = IntStream.range(0, 100).mapToDouble(t -> t / 2).toArray();
        double[] halves =
                IntStream.range(0, 100).mapToDouble(t -> (t % 3) / 2.0).toArray();
        assertThat(TargetKind.AUTO.of(whole, List.of())).isEqualTo(TargetKind.CLASSES);
        assertThat(TargetKind.AUTO.of(amounts, List.of())).isEqualTo(TargetKind.CONTINUOUS);
        assertThat(TargetKind.CLASSES.of(many, List.of())).isEqualTo(TargetKind.CLASSES);
        assertThat(TargetKind.CONTINUOUS.of(many, List.of())).isEqualTo(TargetKind.CONTINUOUS);
        assertThatThrownBy(() -> TargetKind.AUTO.of(many, List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a target of whole numbers must have at most 20 distinct values to be taken for classes unasked:"
                                + " found 21 in 100 samples, which may be labels or amounts; say which by TargetKind: class or"
                                + " continuous");
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
