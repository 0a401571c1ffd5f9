package org.oinfo.cuda.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.BackendUnavailableException;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;

/**
 * The steps of {@code gpu-check.sh} that are Java, one a process.
 *
 * <pre>  GpuCheck STEP FOLDER [--small] [--seconds S]     STEP: backend correctness sanitize scan measures input report</pre>
 *
 * Steps append to FOLDER/records.jsonl; report makes result.json and result.md of it. Exit codes: 0 done, 1 wrong results or a
 * failure, 3 there is no device.
 */
public final class GpuCheck {
    private static final String CUDA = "cuda";
    private static final int WRONG = 1;
    private static final int NO_DEVICE = 3;
    private static final double SCAN_SECONDS = 200;

    private GpuCheck() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments)));
    }

    /** Runs one step; returns the exit code. */
    public static int run(List<String> arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.get(1)));
        boolean small = arguments.contains("--small");
        Records records = new Records(folder.resolve("records.jsonl"));
        String step = arguments.getFirst();
        if (step.equals("report")) {
            new CheckReport(records.read()).write(folder);
            return 0;
        }
        if (step.equals("input")) {
            new PeerInputs(folder).writeNpy(CheckMatrices.factors(small ? 12 : 1000, small ? 12 : 1000));
            return 0;
        }
        try {
            return run(step, folder, records, small, seconds(arguments));
        } catch (BackendUnavailableException e) {
            System.err.println(e.getMessage());
            return NO_DEVICE;
        }
    }

    private static int run(String step, Path folder, Records records, boolean small, double seconds)
            throws IOException {
        Backend cuda = Backends.open(CUDA);
        switch (step) {
            case "backend" -> describe(cuda, records);
            case Correctness.STEP -> {
                return new Correctness(cuda, cpu(), records, small).run() ? 0 : WRONG;
            }
            case "sanitize" -> sanitize(cuda, small);
            case ScanTimes.STEP -> new ScanTimes(cuda, records, small, seconds).run();
            case MeasuresTimes.STEP -> new MeasuresTimes(cuda, records, new PeerInputs(folder), small).run();
            default -> throw new IllegalArgumentException("unknown step: " + step);
        }
        return 0;
    }

    /** Writes what runs here, and how long the driver takes to make machine code of the kernels: it keeps the result for later steps. */
    private static void describe(Backend cuda, Records records) {
        long start = System.nanoTime();
        try (MeasuresKernel kernel = cuda.measures(Systems.identity(3))) {
            kernel.measures(new int[] {0, 1, 2}, 1, 3, new double[MeasuresKernel.VALUES]);
        }
        String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) * 1e-9);
        records.add("machine", "name", "backend", "value", cuda.description());
        records.add("machine", "name", "first kernel, compiled by the driver or found in its cache", "value", seconds);
        records.add("machine", "name", "checked against", "value", cpu().description());
    }

    /** A little of every kind of kernel, for tools that watch each access. */
    private static void sanitize(Backend cuda, boolean small) {
        CorrelationMatrix r = Systems.samples(small ? 12 : 70, 210, 1);
        int n = r.variables();
        for (int order : new int[] {3, 4}) {
            for (Level level : new Level[] {Level.EXTREMES, Level.PLAIN, Level.FULL}) {
                ScanSettings settings = new ScanSettings(order, level, 20).withDeterminants(level.counts());
                List<String> differences =
                        ScanAgreement.differences(cuda, cpu(), r, settings, 0, new Combinations(n, order).total());
                if (!differences.isEmpty()) {
                    throw new IllegalStateException("order " + order + ", " + level + ": " + differences.getFirst());
                }
            }
        }
        for (int order : small ? new int[] {3, 12} : new int[] {3, 12, 16, 66}) {
            ScanAgreement.measuresError(cuda, r, CheckMatrices.nplets(n, order, 40, 1), 40, order);
        }
    }

    private static Backend cpu() {
        return Backends.installed().stream()
                .filter(provider ->
                        !provider.name().equals(CUDA) && provider.unavailable().isEmpty())
                .map(BackendProvider::open)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(List<String> arguments) {
        int at = arguments.indexOf("--seconds");
        return at < 0 ? SCAN_SECONDS : Double.parseDouble(arguments.get(at + 1));
    }
}
