package org.oinfo.jit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oinfo.CountingBackend;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.TestMatrices;

/** A backend whose loops are said to be compiled badly goes on with fresh classes, so many times, and says so. */
class CompiledBackendTest {
    private static final int N = 12;
    private static final CorrelationMatrix MATRIX = TestMatrices.factors(N, 1);
    private static final ScanSettings SETTINGS = new ScanSettings(4, Level.PLAIN, 3);
    private static final long TOTAL = new Combinations(N, 4).total();
    private static final int CALLS = 33;

    private final Told told = new Told();
    private final CountingBackend first = CountingBackend.sound();
    private final CountingBackend fresh = CountingBackend.sound();
    private int loads;

    @BeforeEach
    void boxed() {
        told.bytesACall = 1L << 30;
        told.nanosACall = 1_000_000_000;
    }

    private CompiledBackend backend() {
        Generations generations = new Generations(first, () -> {
            loads++;
            return Optional.of(fresh);
        });
        return new CompiledBackend(generations, told);
    }

    @Test
    void boxedLoopsAreLoadedAnewSoManyTimesAndThatIsTold() {
        CompiledBackend backend = backend();
        assertThat(scan(backend)).isEqualTo(scanAtOnce());
        assertThat(loads).isEqualTo(Generations.MOST);
        assertThat(backend.description())
                .isEqualTo("scalar, counted, classes loaded anew 3 times, loops compiled badly (slow)");
        assertThat(first.open() + fresh.open()).as("every kernel is closed").isZero();
    }

    @Test
    void kernelsOfOtherThreadsGoOnWithTheSameClasses() {
        CompiledBackend backend = backend();
        try (ScanKernel one = backend.scan(MATRIX, SETTINGS);
                ScanKernel other = backend.scan(MATRIX, SETTINGS)) {
            for (int i = 0; i < 4; i++) {
                one.scan(0, 1, Landscape.empty(N, SETTINGS));
            }
            assertThat(loads).isEqualTo(1);
            other.scan(0, 1, Landscape.empty(N, SETTINGS));
            one.scan(0, 1, Landscape.empty(N, SETTINGS));
            assertThat(loads).as("four of each are looked at").isEqualTo(1);
            assertThat(fresh.open()).isEqualTo(2);
        }
        assertThat(backend.description()).isEqualTo("scalar, counted, classes loaded anew 1 time");
    }

    @Test
    void nothingHappensWhereNothingIsAllocated() {
        told.bytesACall = 1;
        assertUntouched();
    }

    @Test
    void nothingHappensWhileLoopsAllocateLessAndLess() {
        told.growth = 0.85;
        assertUntouched();
    }

    @Test
    void nothingHappensBeforeThereWasTimeToCompile() {
        told.nanosACall = 3_900_000_000L / CALLS;
        assertUntouched();
    }

    @Test
    void whereClassesCannotBeReadAgainThatIsTold() {
        CompiledBackend backend = new CompiledBackend(new Generations(first, Optional::empty), told);
        assertThat(scan(backend)).isEqualTo(scanAtOnce());
        assertThat(backend.description()).isEqualTo("scalar, counted, loops compiled badly (slow)");
    }

    @Test
    void freshClassesAreOthersWithTheSameResults() {
        Backend backend = Backends.open("scalar");
        Backend loaded = FreshClasses.load(backend.getClass()).orElseThrow();
        assertThat(loaded.getClass()).isNotEqualTo(backend.getClass());
        assertThat(loaded.getClass().getName()).isEqualTo(backend.getClass().getName());
        assertThat(scan(loaded)).isEqualTo(scan(backend));
    }

    @Test
    void classesThatCannotBeMadeAreNotLoaded() {
        assertThat(FreshClasses.load(CountingBackend.class)).isEmpty();
    }

    @Test
    void backendsThatDoNotDependOnTheCompilerAreLeftAlone() {
        assertThat(CompiledBackend.of(first)).isSameAs(first);
    }

    private void assertUntouched() {
        CompiledBackend backend = backend();
        assertThat(scan(backend)).isEqualTo(scanAtOnce());
        assertThat(loads).isZero();
        assertThat(backend.description()).isEqualTo(first.description());
        assertThat(first.opened()).as("one for each scan").isEqualTo(2);
    }

    private String scanAtOnce() {
        return scan(first);
    }

    /** Everything that a scan in {@link #CALLS} pieces finds. */
    private static String scan(Backend backend) {
        Landscape into = Landscape.empty(N, SETTINGS);
        try (ScanKernel kernel = backend.scan(MATRIX, SETTINGS)) {
            for (int i = 0; i < CALLS; i++) {
                kernel.scan(TOTAL * i / CALLS, TOTAL * (i + 1) / CALLS, into);
            }
        }
        return into.total() + " " + into.synergistic() + " " + into.mean() + " "
                + into.mostSynergistic().worst();
    }

    /** A meter that goes on by as much at each call. */
    private static final class Told implements Meter {
        private long bytesACall;
        private long nanosACall;
        private double growth = 1;
        private long bytes;
        private long nanos;

        @Override
        public long bytes() {
            bytesACall = (long) (bytesACall * growth);
            return bytes += bytesACall;
        }

        @Override
        public long nanos() {
            return nanos += nanosACall;
        }
    }
}
