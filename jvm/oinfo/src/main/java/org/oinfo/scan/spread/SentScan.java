package org.oinfo.scan.spread;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.PartialResult;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.SentBackend;
import org.oinfo.spread.SentWork;

/**
 * All that a machine needs to know of a scan of correlations to find the same bits as any other.
 *
 * @param backend that all compute on
 * @param variables N
 * @param correlations [N*N] row-major
 * @param nothing partial results of no pieces, one behind the other, for each order: the settings, the measure, the plan
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentScan(SentBackend backend, int variables, double[] correlations, byte[] nothing) implements SentWork {
    /**
     * A scan on some backend.
     *
     * @param nothing what is found in no piece, for each order
     */
    public static SentScan of(
            Backend backend, CorrelationMatrix matrix, PiecePlan plan, List<RankedLandscape> nothing) {
        List<PartialResult> empty =
                nothing.stream().map(each -> PartialResult.of(plan, each)).toList();
        return new SentScan(SentBackend.of(backend), matrix.variables(), matrix.array(), bytes(empty));
    }

    @Override
    public PieceWorker open() {
        return PieceScanner.open(this);
    }

    /** What is found in no piece, for each order. */
    List<PartialResult> none() {
        return read(nothing);
    }

    /** Partial results of some orders, one behind the other. */
    static byte[] bytes(List<PartialResult> parts) {
        long bytes = parts.stream().mapToLong(PartialResult::bytes).sum();
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(bytes));
        parts.forEach(part -> part.write(out));
        return out.array();
    }

    static List<PartialResult> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<PartialResult> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            parts.add(PartialResult.read(in));
        }
        return parts;
    }
}
