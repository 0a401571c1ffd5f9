package org.oinfo.cuda;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.HostMemory;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.PerVariable;

/**
 * Where a scan kernel writes, {@code scan_result.cuh}, and its sum over the launches of a range. Every word is an integer,
 * sums of Omega in fixed point: neither the order of blocks nor the cut into launches changes a bit of the sum.
 *
 * <pre>
 *   words  0 counts [3]   3 sums [4]   7 determinants [4]   11 candidates found   12 next item   13 per variable [3*N]   histogram [bins]
 * </pre>
 */
final class ScanMemory implements AutoCloseable {
    /** Bytes of a {@code Candidate}. */
    static final int CANDIDATE = 32;
    /** A unit of a scan cannot have more. */
    static final int CAPACITY = 1 << 16;

    private static final int SUMS = 3;
    private static final int DETERMINANTS = 7;
    private static final int FOUND = 11;
    private static final int NEXT = 12;
    private static final int PER_VARIABLE = 13;
    private static final double HIGH_UNIT = 0x1p16;
    private static final double LOW_UNIT = 0x1p44;
    /** Of the words of the determinants each counts multiples of 2^-16, 2^-44, ... */
    private static final int FINE_BITS = 16;

    private static final int FINER_BITS = 28;

    private final int n;
    /** At level full: there are sums per variable, squares and a histogram. */
    private final boolean full;

    private final int histogramAt;
    private final DeviceMemory words;
    private final DeviceMemory candidates;
    private final HostMemory hostWords;
    private final HostMemory hostCandidates;
    private final long[] totals;

    ScanMemory(CudaContext context, int variables, Level level) {
        n = variables;
        full = level == Level.FULL;
        histogramAt = PER_VARIABLE + (full ? 3 * n : 0);
        totals = new long[histogramAt + (full ? OmegaHistogram.size() : 0)];
        words = context.allocate((long) totals.length * Long.BYTES);
        candidates = context.allocate((long) CAPACITY * CANDIDATE);
        hostWords = context.allocateHost(totals.length * Long.BYTES);
        hostCandidates = context.allocateHost(CAPACITY * CANDIDATE);
    }

    /** Address of the counter that deals items. */
    long next() {
        return address(NEXT);
    }

    /** Writes {@code ScanResult}. */
    void putResult(ByteBuffer struct, int at) {
        struct.putLong(at, address(0));
        struct.putLong(at + 8, address(SUMS));
        struct.putLong(at + 16, full ? address(PER_VARIABLE) : 0);
        struct.putLong(at + 24, full ? address(histogramAt) : 0);
        struct.putLong(at + 32, candidates.address());
        struct.putLong(at + 40, address(FOUND));
        struct.putInt(at + 48, CAPACITY);
    }

    private long address(int word) {
        return words.address() + (long) word * Long.BYTES;
    }

    /** Before a launch. */
    void clear(CudaStream stream) {
        stream.zero(words);
    }

    /** Waits for a launch; returns how many candidates it found, which may be more than {@link #CAPACITY}. */
    int fetch(CudaStream stream) {
        stream.copy(words, hostWords, words.bytes());
        stream.await();
        int found = hostWords.buffer().getInt(FOUND * Long.BYTES);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    /** The candidates of the last launch. */
    ByteBuffer candidates(CudaStream stream, int found) {
        stream.copy(candidates, hostCandidates, (long) found * CANDIDATE);
        stream.await();
        return hostCandidates.buffer();
    }

    /** Adds what the last launch wrote. */
    void add() {
        ByteBuffer from = hostWords.buffer();
        for (int i = 0; i < totals.length; i++) {
            totals[i] += from.getLong(i * Long.BYTES);
        }
    }

    /** Number of n-plets counted by the launches added since the last {@link #moveTo}. */
    long scored() {
        return totals[0];
    }

    /** Moves the totals into a landscape; above level extremes. */
    void moveTo(Landscape into) {
        long scored = scored();
        into.addCounts(totals[1], totals[2], scored - totals[1] - totals[2]);
        into.addSum(value(SUMS));
        moveDeterminants(into);
        if (full) {
            PerVariable perVariable = into.requirePerVariable();
            for (int v = 0; v < n; v++) {
                perVariable.add(v, totals[PER_VARIABLE + 3 * v], value(PER_VARIABLE + 3 * v + 1));
            }
        }
        if (full && scored > 0) {
            moveDistribution(scored, into.requireDistribution());
        }
        Arrays.fill(totals, 0);
    }

    /** Exactly: each half of a word is a double. */
    private void moveDeterminants(Landscape into) {
        int bits = FINE_BITS;
        for (int word = DETERMINANTS; word < FOUND; word++) {
            into.addDeterminants(Math.scalb((double) (totals[word] >> Integer.SIZE), Integer.SIZE - bits));
            into.addDeterminants(Math.scalb((double) (totals[word] & 0xffffffffL), -bits));
            bits += FINER_BITS;
        }
    }

    private void moveDistribution(long scored, Distribution into) {
        double mean = value(SUMS) / scored;
        into.addMoments(scored, mean, Math.max(0, value(SUMS + 2) - scored * mean * mean));
        for (int bin = 0; bin < OmegaHistogram.size(); bin++) {
            into.histogram()[bin] += totals[histogramAt + bin];
        }
    }

    private double value(int word) {
        return totals[word] / HIGH_UNIT + totals[word + 1] / LOW_UNIT;
    }

    @Override
    public void close() {
        words.close();
        candidates.close();
        hostWords.close();
        hostCandidates.close();
    }
}
