package org.oinfo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;

class RandomNpletsTest {
    private static Scorer scores(CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open(Backends.AUTO), r);
    }

    @Test
    void everyNpletIsDrawnAlike() {
        long seed = 17;
        Combinations combinations = new Combinations(6, 3);
        long[] counts = new long[20];
        RandomNplets random = new RandomNplets(3, 1, seed, 0);
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            int[] nplet = random.draw(6, i);
            assertThat(nplet).isSorted().doesNotHaveDuplicates();
            counts[(int) combinations.rank(nplet)]++;
        }
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
        }
        // The 99.9 % point of chi-square with 19 degrees of freedom.
        assertThat(chiSquare).as("seed %d", seed).isLessThan(43.82);
    }

    @Test
    void figuresAndMeasuresAreThoseOfTheDefinition() {
        CorrelationMatrix r = TestMatrices.measured(12, 3);
        RandomResult result = new RandomNplets(5, 300, 1, 0).run(scores(r), 2, Monitor.NONE);
        assertThat(result.nplets()).hasSize(300);
        assertThat(result.singular()).isZero();
        assertThat(result.partial()).isFalse();
        double sum = 0;
        double squares = 0;
        for (FoundNplet nplet : result.nplets()) {
            double omega = Definition.omega(r, nplet.nplet());
            assertThat(nplet.o()).isCloseTo(omega, within(1e-12));
            assertThat(nplet.tc() - nplet.dtc()).isCloseTo(omega, within(1e-12));
            assertThat(omega).isBetween(result.min() - 1e-12, result.max() + 1e-12);
            sum += omega;
            squares += omega * omega;
        }
        assertThat(result.mean()).isCloseTo(sum / 300, within(1e-12));
        assertThat(result.deviation()).isCloseTo(Math.sqrt((squares - sum * sum / 300) / 299), within(1e-12));
    }

    @Test
    void threadsAndTheirNumberChangeNothingAndMoreBeginAlike() {
        Scorer scores = scores(TestMatrices.factors(40, 2));
        RandomResult one = new RandomNplets(10, 1000, 5, 0).run(scores, 1, Monitor.NONE);
        RandomResult three = new RandomNplets(10, 1000, 5, 0).run(scores, 3, Monitor.NONE);
        RandomResult fewer = new RandomNplets(10, 600, 5, 0).run(scores, 2, Monitor.NONE);
        assertThat(three).isEqualTo(one);
        assertThat(one.nplets()).startsWith(fewer.nplets().toArray(FoundNplet[]::new));
        assertThat(new RandomNplets(10, 10, 6, 0).run(scores, 1, Monitor.NONE).nplets())
                .isNotEqualTo(one.nplets().subList(0, 10));
    }

    @Test
    void singularOnesAreCountedApart() {
        RandomResult result = new RandomNplets(4, 500, 1, 0).run(scores(TestMatrices.duplicate(8, 1)), 2, Monitor.NONE);
        long both = result.nplets().stream()
                .filter(nplet -> nplet.nplet()[0] == 0 && nplet.nplet()[1] == 1)
                .count();
        assertThat(result.singular()).isEqualTo(both).isPositive();
        assertThat(result.mean()).isFinite();
        // The only n-plet of order N is singular.
        RandomResult all = new RandomNplets(8, 2, 1, 0).run(scores(TestMatrices.duplicate(8, 1)), 1, Monitor.NONE);
        assertThat(all.singular()).isEqualTo(2);
        assertThat(all.mean()).isNaN();
        assertThat(all.min()).isNaN();
    }

    @Test
    void biasIsThatOfTheOrder() {
        Scorer scores = scores(TestMatrices.factors(9, 2));
        RandomResult raw = new RandomNplets(4, 3, 1, 0).run(scores, 1, Monitor.NONE);
        RandomResult corrected = new RandomNplets(4, 3, 1, 50).run(scores, 1, Monitor.NONE);
        assertThat(corrected.nplets().getFirst().o())
                .isEqualTo(raw.nplets().getFirst().o() - new BiasCorrection(4, 50).o());
    }

    @Test
    void stoppedDrawsAreKept() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor after300 = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 300;
        };
        RandomResult result = new RandomNplets(3, 1000, 1, 0).run(scores(TestMatrices.factors(9, 2)), 1, after300);
        assertThat(result.partial()).isTrue();
        assertThat(result.nplets()).hasSize(300);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new RandomNplets(1, 1, 1, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("random n-plets must have at least 2 variables: order=1; choose 2 or more");
        assertThatThrownBy(() -> new RandomNplets(3, 0, 1, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the number of random n-plets must be at least 1: count=0; draw 1 or more");
        assertThatThrownBy(() -> new RandomNplets(7, 1, 1, 0).check(6, 0))
                .hasMessage("the order must not exceed the number of variables: order=7, N=6; choose a smaller order or"
                        + " more columns");
        assertThatThrownBy(() -> new RandomNplets(6, 1, 1, 0).check(6, 6))
                .hasMessage(
                        "there must be more samples than the order, or every n-plet is singular: T=6, order=6; choose"
                                + " a smaller order or give more samples");
    }
}
