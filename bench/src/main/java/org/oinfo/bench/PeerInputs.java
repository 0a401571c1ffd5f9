package org.oinfo.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.bench.peers.CholeskyScan;
import org.oinfo.bench.peers.Extremes;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes the inputs of the benchmarks, and the answers, for peers in other languages. Little-endian arrays without a header:
 *
 * <pre>
 *   r-N.f64              R [N*N]
 *   nplets-N-K.i32       the n-plets of MeasuresBenchmark [4096*k]
 *   measures-N-K.f64     their TC, DTC, Omega and S [4096*4], nats, by the scalar backend
 *   scans.json           ranks in the middle of the orders of ScanBenchmark, with counts, sum and extremes of Omega</pre>
 */
public final class PeerInputs {
    private static final int[] ORDERS = {3, 5, 10, 20};
    private static final List<String> SCANS = List.of("3:400", "4:200", "5:100");
    /** N-plets of a scan: half a second of the slowest peer. */
    private static final long SLICE = 100_000;

    private PeerInputs() {}

    /**
     * Writes everything.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("arguments must be FOLDER: found " + args.length);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        int n = MeasuresBenchmark.VARIABLES;
        CorrelationMatrix r = Inputs.correlations(n);
        write(folder.resolve("r-" + n + ".f64"), r.array());
        for (int order : ORDERS) {
            int[] nplets = Inputs.nplets(n, order, MeasuresBenchmark.BATCH);
            double[] out = new double[MeasuresBenchmark.BATCH * MeasuresKernel.VALUES];
            try (MeasuresKernel kernel = Backends.open("scalar").measures(r)) {
                kernel.measures(nplets, MeasuresBenchmark.BATCH, order, out);
            }
            write(folder.resolve("nplets-" + n + "-" + order + ".i32"), nplets);
            write(folder.resolve("measures-" + n + "-" + order + ".f64"), out);
        }
        List<Map<String, Object>> scans = new ArrayList<>();
        for (String size : SCANS) {
            scans.add(scan(folder, size));
        }
        Files.writeString(folder.resolve("scans.json"), new ObjectMapper().writeValueAsString(scans));
    }

    private static Map<String, Object> scan(Path folder, String size) throws IOException {
        ScanBenchmark.Problem problem = new ScanBenchmark.Problem();
        problem.size = size;
        problem.make();
        write(folder.resolve("r-" + problem.r.variables() + ".f64"), problem.r.array());
        long from = problem.total / 2;
        Extremes extremes = new CholeskyScan(problem.r, problem.order).scan(from, from + SLICE);
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("size", size);
        scan.put("from", from);
        scan.put("to", from + SLICE);
        scan.put("redundant", extremes.redundant());
        scan.put("synergistic", extremes.synergistic());
        scan.put("sum", extremes.sum());
        scan.put("lowest", extremes.lowest());
        scan.put("highest", extremes.highest());
        return scan;
    }

    private static void write(Path file, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Files.write(file, bytes.array());
    }

    private static void write(Path file, int[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        Files.write(file, bytes.array());
    }
}
