package org.oinfo.kernels.foreign;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;

/** Work for a process of its own: an operation on the backend that auto opens, whose name is printed. */
final class NativeWork {
    private NativeWork() {}

    public static void main(String[] arguments) throws InterruptedException {
        Backend backend = Backends.open(Backends.AUTO);
        switch (arguments[0]) {
            case "pairs" -> scan(backend, 30, 4, Level.PLAIN);
            case "sweep" -> scan(backend, 14, 9, Level.PLAIN);
            case "full" -> scan(backend, 30, 4, Level.FULL);
            case "measures" -> measures(backend);
            case "lattice" -> lattice(backend);
            case "collections" -> collectWhileScanning(backend);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println(backend.name());
    }

    private static void scan(Backend backend, int variables, int order, Level level) {
        CorrelationMatrix r = Systems.samples(variables, 100, 1);
        ScanSettings settings = new ScanSettings(order, level, 10);
        try (ScanKernel scan = backend.scan(r, settings)) {
            // Begins and ends inside a prefix.
            scan.scan(3, new Combinations(variables, order).total() - 3, Landscape.empty(variables, settings));
        }
    }

    private static void measures(Backend backend) {
        CorrelationMatrix r = Systems.samples(30, 100, 1);
        try (MeasuresKernel measures = backend.measures(r)) {
            for (int order = 2; order <= 30; order++) {
                int[] nplet = IntStream.range(0, order).toArray();
                measures.measures(nplet, 1, order, new double[MeasuresKernel.VALUES]);
            }
        }
    }

    private static void lattice(Backend backend) {
        CorrelationMatrix r = Systems.samples(14, 100, 1);
        ScanSettings settings = new ScanSettings(5, Level.PLAIN, 10);
        try (LatticeKernel lattice = backend.lattice(r, List.of(settings))) {
            lattice.scan(0, new LatticeBlocks(14).count(), new Landscape[] {Landscape.empty(14, settings)});
        }
    }

    /** Calls of the scan last some ten milliseconds: a prefix has 4 million n-plets. */
    private static void collectWhileScanning(Backend backend) throws InterruptedException {
        CorrelationMatrix r = Systems.samples(300, 400, 1);
        ScanSettings settings = new ScanSettings(4, Level.EXTREMES, 1);
        AtomicBoolean enough = new AtomicBoolean();
        Thread scanning = new Thread(() -> {
            try (ScanKernel scan = backend.scan(r, settings)) {
                while (!enough.get()) {
                    scan.scan(0, new Combinations(300, 4).total(), Landscape.empty(300, settings));
                }
            }
        });
        scanning.start();
        for (int i = 0; i < 60; i++) {
            Thread.sleep(20);
            System.gc();
        }
        enough.set(true);
        scanning.join();
    }
}
