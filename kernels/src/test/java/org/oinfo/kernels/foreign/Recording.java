package org.oinfo.kernels.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;
import org.oinfo.kernels.simd.pairs.PairOmegas;

/**
 * Inputs and results of the simd backend that src/test/c replays without Java: src/test/c/recorded.txt, in the form that replay.h and
 * the file of each operation there describe. What has no counterpart in simd goes into a digest, recorded on the machine that writes
 * the file.
 */
final class Recording {
    static final Path FILE = Path.of("src", "test", "c", "recorded.txt");

    /** Of one order of one matrix: the file stays small. */
    private static final long MOST_NPLETS = 1000;

    /** Orders whose single n-plets have the same bits in C and in simd. */
    private static final int LARGEST_SAME_ORDER = 3;

    private final StringBuilder text = new StringBuilder();

    private Recording() {}

    /** Writes it anew, below the working directory. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.writeString(FILE, text());
        Path folder = Files.createTempDirectory("recording");
        Path program = ReplayProgram.withLibrary(folder, "gcc", LibraryFile.platform(), 128);
        String last =
                Program.run(List.of(program.toString(), FILE.toString())).out().getLast();
        Files.writeString(FILE, "digest 128 " + last.substring(last.length() - 16) + "\n", StandardOpenOption.APPEND);
    }

    static String text() {
        Recording recording = new Recording();
        recording.matrix("samples", Systems.samples(13, 39, 1));
        recording.matrix("factor", Systems.factor(12, 0.9, 2));
        recording.matrix("duplicated", Systems.duplicated(12, 3));
        recording.matrix("collinear", Systems.nearlyCollinear(11, 1e-5));
        recording.matrix("many", Systems.samples(18, 60, 4));
        return recording.text.toString();
    }

    private void matrix(String name, CorrelationMatrix r) {
        text.append("matrix ").append(name).append(' ').append(r.variables()).append('\n');
        words(Arrays.stream(r.array()).mapToLong(Double::doubleToRawLongBits).toArray());
        for (int order = 3; order <= 8; order++) {
            if (new Combinations(r.variables(), order).total() <= MOST_NPLETS) {
                pairs(r, order);
            }
        }
    }

    private void pairs(CorrelationMatrix r, int order) {
        long[] omegas = PairOmegas.of(r, order);
        boolean same = order <= LARGEST_SAME_ORDER;
        text.append("pairs ").append(order).append(' ').append(omegas.length);
        text.append(' ').append(same ? omegas.length : 0).append('\n');
        words(same ? omegas : new long[0]);
        if (Arrays.stream(omegas).anyMatch(bits -> bits == PairOmegas.UNSOUND || bits == PairOmegas.NOT_BY_PAIRS)) {
            text.append("-1 -1\n");
            return;
        }
        Backend simd = Backends.open("simd");
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, 1);
        Landscape landscape = Landscape.empty(r.variables(), settings);
        try (ScanKernel scan = simd.scan(r, settings)) {
            scan.scan(0, omegas.length, landscape);
        }
        text.append(landscape.redundant())
                .append(' ')
                .append(landscape.synergistic())
                .append('\n');
    }

    /** Six words a line. */
    private void words(long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            text.append(HexFormat.of().toHexDigits(bits[i])).append(i % 6 == 5 || i == bits.length - 1 ? '\n' : ' ');
        }
    }
}
