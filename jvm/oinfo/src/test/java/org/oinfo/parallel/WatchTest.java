package org.oinfo.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final List<Progress> told = new ArrayList<>();

    private boolean tell(Progress progress) {
        told.add(progress);
        return progress.done() < 10;
    }

    @Test
    void anOrderBeginsAtNoneAndGrowsUntilTheMonitorSaysNo() {
        Watch watch = new Watch(this::tell, 3, 12);
        assertThat(watch.goOn()).isTrue();
        assertThat(watch.advanced(3, 4)).isTrue();
        BestSoFar lowest = new BestSoFar(new int[] {0, 1, 2}, -0.5);
        watch.lowest(new int[] {0, 1, 3}, Double.NaN);
        watch.lowest(new int[] {0, 1, 2}, -0.5);
        watch.lowest(new int[] {1, 2, 3}, -0.4);
        assertThat(watch.advanced(3, 6)).isFalse();
        assertThat(watch.goOn()).isFalse();
        assertThat(watch.stopped()).isTrue();
        // What others had begun before still counts.
        watch.advanced(3, 2);
        assertThat(told)
                .containsExactly(
                        new Progress(3, 0, 12, null, null),
                        new Progress(3, 4, 12, null, null),
                        new Progress(3, 10, 12, lowest, null),
                        new Progress(3, 12, 12, lowest, null));
    }

    @Test
    void ordersAreCountedApart() {
        Watch watch = new Watch(this::tell);
        watch.expect(4, 5);
        watch.expect(5, 1);
        watch.advanced(5, 1);
        watch.advanced(4, 2);
        assertThat(told)
                .containsExactly(
                        new Progress(5, 0, 1, null, null),
                        new Progress(5, 1, 1, null, null),
                        new Progress(4, 0, 5, null, null),
                        new Progress(4, 2, 5, null, null));
    }

    @Test
    void runsThatArePartsAddUp() {
        Watch whole = new Watch(this::tell, 3, 12);
        for (int run = 0; run < 3; run++) {
            Watch part = new Watch(whole.part(), 3, 4);
            part.goOn();
            part.advanced(3, 1);
            assertThat(part.advanced(3, 3)).isEqualTo(run < 2);
        }
        assertThat(told.getLast()).isEqualTo(new Progress(3, 12, 12, null, null));
        assertThat(whole.stopped()).isTrue();
    }

    @Test
    void aPartThatOnlyStopsCountsNothing() {
        Watch whole = new Watch(this::tell, 0, 10);
        Watch part = new Watch(whole.onlyStops(), 3, 100);
        assertThat(part.advanced(3, 50)).isTrue();
        assertThat(told).containsOnly(new Progress(0, 0, 10, null, null));
        whole.stop();
        assertThat(part.goOn()).isFalse();
    }

    @Test
    void anInterruptionStopsTheRun() {
        Watch watch = new Watch(Monitor.NONE);
        Thread.currentThread().interrupt();
        assertThat(watch.goOn()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(watch.goOn()).isFalse();
    }
}
