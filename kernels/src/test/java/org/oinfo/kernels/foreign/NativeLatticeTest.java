package org.oinfo.kernels.foreign;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeContract;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;
import org.oinfo.kernels.simd.SimdBackend;

/** The cells of the lattice in C. */
class NativeLatticeTest extends LatticeContract {
    @Override
    protected Backend backend() {
        return Here.backend();
    }

    static Stream<Systems.Named> twins() {
        return Stream.of(5, 9, 15).flatMap(Systems::all);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void theBitsAreThoseOfTheTwin(Systems.Named system) {
        int n = system.r().variables();
        for (int[] orders : new int[][] {{2, n}, {3, 5}}) {
            List<ScanSettings> settings = IntStream.rangeClosed(orders[0], orders[1])
                    .mapToObj(order -> new ScanSettings(order, Level.PLAIN, 9, 0.01))
                    .toList();
            Landscape[] found = scan(Here.backend(), system, settings);
            Landscape[] expected = scan(new SimdBackend(), system, settings);
            for (int i = 0; i < found.length; i++) {
                SameBits.check(found[i], expected[i], system.name() + " N=" + n + " " + settings.get(i));
            }
        }
    }

    private static Landscape[] scan(Backend backend, Systems.Named system, List<ScanSettings> settings) {
        int n = system.r().variables();
        Landscape[] into =
                settings.stream().map(each -> Landscape.empty(n, each)).toArray(Landscape[]::new);
        try (LatticeKernel kernel = backend.lattice(system.r(), settings)) {
            kernel.scan(0, new LatticeBlocks(n).count(), into);
        }
        return into;
    }
}
