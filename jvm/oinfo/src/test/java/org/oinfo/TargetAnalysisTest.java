package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/** Sources in columns 1 to 5; column 0 is constant. The target is the sum of columns 1 and 2, which tell of it together only. */
class TargetAnalysisTest {
    private final double[][] x = Fixture.samples();
    private final double[][] data = Arrays.stream(x)
            .map(row -> new double[] {3, row[0], row[1], row[3], row[4], row[5]})
            .toArray(double[][]::new);
    private final OInformation info = OInformation.ofSamples(data);
    private final double[] target = Arrays.stream(x).mapToDouble(row -> row[2]).toArray();

    @Test
    void pathsAtBothEndsFollowTheExtremesOfDomega() {
        TargetPaths paths = info.target(target).greedy(2, 5, Monitor.NONE);
        assertThat(paths.partial()).isFalse();
        TargetPaths.Path synergistic = paths.synergistic();
        assertThat(synergistic.nplets()).hasSize(4);
        assertThat(synergistic.nplets().getFirst().sources()).containsExactly(1, 2);
        assertThat(synergistic.nplets().getLast().sources()).containsExactly(1, 2, 3, 4, 5);
        assertThat(domega(synergistic).get(synergistic.best()))
                .isEqualTo(domega(synergistic).stream().min(Double::compare).orElseThrow());
        TargetPaths.Path redundant = paths.redundant();
        assertThat(domega(redundant).get(redundant.best()))
                .isEqualTo(domega(redundant).stream().max(Double::compare).orElseThrow());
    }

    /** dOmega(Y;X) = (1-k) I(X;Y) + sum_j I(X_-j;Y): of pairs I(X1;Y) + I(X2;Y) - I(X1,X2;Y), so the scan must begin the path. */
    @Test
    void aPathBeginsWithTheExtremeOfAScan() {
        TargetAnalysis sources = info.target(target);
        TargetResult pairs = sources.scan(2);
        TargetPaths paths = sources.greedy(2, 3, Monitor.NONE);
        assertThat(paths.synergistic().nplets().getFirst().domega())
                .isEqualTo(pairs.smallest().getFirst().domega());
        assertThat(paths.redundant().nplets().getFirst().domega())
                .isEqualTo(pairs.largest().getFirst().domega());
        TargetNplet first = pairs.smallest().getFirst();
        assertThat(first.domega()).isCloseTo(-first.rsi(), within(1e-12));
    }

    @Test
    void aStoppedSearchHasItsBeginnings() {
        TargetPaths stopped = info.target(target).greedy(2, 5, progress -> progress.order() == 2);
        assertThat(stopped.partial()).isTrue();
        assertThat(stopped.synergistic().nplets()).hasSizeBetween(1, 3);
    }

    @ParameterizedTest
    @EnumSource(TargetMeasure.class)
    void anNpletAtBothEndsIsListedOnceAtTheEndOfItsSign(TargetMeasure measure) {
        TargetResult all = info.target(target).scan(2, measure, Monitor.NONE);
        assertThat(all.smallest()).hasSize(10);
        assertThat(all.largest()).hasSize(10);
        assertThat(all.smallestOnly()).allMatch(nplet -> nplet.value(measure) <= 0);
        assertThat(all.largestOnly()).allMatch(nplet -> nplet.value(measure) > 0);
        assertThat(all.smallestOnly().size() + all.largestOnly().size()).isEqualTo(10);
    }

    @Test
    void anNpletAtOneEndStaysThereWhateverItsSign() {
        TargetResult few = OInformation.ofSamples(
                        data, OInformationOptions.defaults().withTop(3))
                .target(target)
                .scan(4, TargetMeasure.I, Monitor.NONE);
        assertThat(few.smallestOnly()).isEqualTo(few.smallest().subList(0, 2)).allMatch(nplet -> nplet.i() > 0);
        assertThat(few.largestOnly()).isEqualTo(few.largest());
    }

    @Test
    void ordersAreRefusedBeforeTheyAreScanned() {
        TargetAnalysis sources = info.target(target);
        assertThatCode(() -> sources.checkOrder(5)).doesNotThrowAnyException();
        assertThatThrownBy(() -> sources.checkOrder(6))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the order must be 2 to the number of sources: order=6, sources=5; choose another order or more"
                                + " columns");
        DynamicAnalysis series = info.dynamic(3);
        assertThat(series.points()).isEqualTo(x.length - 3);
        assertThatCode(() -> series.checkOrder(4)).doesNotThrowAnyException();
        assertThatThrownBy(() -> series.checkOrder(5)).hasMessageContaining("order=5, sources=4");
        assertThatThrownBy(() -> info.dynamic(190).checkOrder(2))
                .hasMessageContaining("leaves 10 points after lag=190");
    }

    @Test
    void sourcesThatVaryInNoClassAreNamedByTheirColumns() {
        double[][] dead = Arrays.stream(x)
                .map(row -> new double[] {3, row[0], row[1], row[2] > 0 ? 1 : 0, row[4]})
                .toArray(double[][]::new);
        ClassLabels labels = ClassLabels.of(
                Arrays.stream(x).map(row -> row[2] > 0 ? "up" : "down").toArray(String[]::new));
        TargetAnalysis sources = OInformation.ofSamples(dead).target(labels);
        assertThat(sources.unsound()).containsExactly(3);
        assertThat(sources.scan(2).landscape().singular()).isEqualTo(3);
    }

    @Test
    void whatIsLeftOfTheBiasIsThatOfTheEntropies() {
        double left = info.target(target).remainingBias(3);
        assertThat(left).isBetween(0.5 * 3 / x.length, 3.0 / x.length);
        OInformationOptions corrected = OInformationOptions.defaults().withBiasCorrect(true);
        assertThat(OInformation.ofSamples(x, corrected).target(target).remainingBias(3))
                .isZero();
    }

    private static List<Double> domega(TargetPaths.Path path) {
        return path.nplets().stream().map(TargetNplet::domega).toList();
    }
}
