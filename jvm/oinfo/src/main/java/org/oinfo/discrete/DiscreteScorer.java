package org.oinfo.discrete;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.Scorer;

/**
 * Scores of discrete variables by plug-in entropies, in nats: {@code H = ln T - (1/T) sum c ln c}, c the counts of the joint
 * states that occur, plus (m - 1) / (2 T) for m states with the Miller-Madow correction, or by another {@link Entropy}. Never singular.
 *
 * <p>Every value has the same bits however it is come by: in a scan, in a batch or alone, on any number of threads. Values are
 * computed in plain Java; no backend takes part. Sources: Rosas et al. 2019 (arXiv 1902.11239) for the measures; Miller 1955 for
 * the correction (see Paninski 2003, doi 10.1162/089976603321780272). Thread-safe.
 */
public final class DiscreteScorer implements Scorer {
    /** Samples that a slice of a scan looks at, n-plet by n-plet: some hundredths of a second. */
    private static final long SLICE_WORK = 1L << 26;

    private static final long LEAST_SLICE = 1L << 10;
    /** The table of a scan takes this share of the heap at most. */
    private static final int SHARE_OF_HEAP = 4;

    private final DiscreteSamples samples;
    private final Entropy entropy;
    private final CountTable table;
    private final BitPlanes planes;
    private final long[] singles;
    /** Whether few states are counted in bits; without, the result is the same. */
    private final boolean packed;

    private final long mostEntries;
    private @Nullable AtomicLongArray subsets;
    private int subsetsOrder;

    /**
     * Scores of these samples.
     *
     * @param entropy what is made of the counts
     */
    public DiscreteScorer(DiscreteSamples samples, Entropy entropy) {
        this(samples, entropy, true, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Long.BYTES);
    }

    DiscreteScorer(DiscreteSamples samples, Entropy entropy, boolean packed, long mostEntries) {
        this.samples = samples;
        this.entropy = entropy;
        this.packed = packed;
        this.mostEntries = Math.min(mostEntries, Integer.MAX_VALUE - 8);
        this.table = new CountTable(samples.samples(), samples.variables(), entropy);
        this.planes = new BitPlanes(samples);
        this.singles = new long[samples.variables()];
        JointContents contents = contents();
        for (int v = 0; v < singles.length; v++) {
            singles[v] = contents.with(v);
        }
    }

    private JointContents contents() {
        Coverage coverage = entropy == Entropy.CHAO_SHEN ? new Coverage(samples.samples(), table.fraction()) : null;
        return new JointContents(samples, planes, table, packed, coverage);
    }

    /** The symbols that are counted. */
    public DiscreteSamples samples() {
        return samples;
    }

    /** What is made of the counts. */
    public Entropy entropy() {
        return entropy;
    }

    @Override
    public int variables() {
        return samples.variables();
    }

    @Override
    public MeasuresKernel measures() {
        NpletScore score = canonical();
        return (nplets, count, order, out) -> {
            for (int i = 0; i < count; i++) {
                score.score(nplets, i * order, order);
                score.write(out, i * MeasuresKernel.VALUES);
            }
        };
    }

    @Override
    public NpletScore canonical() {
        return new DiscreteScore(table, contents(), new Subsets.Counted(contents()), singles);
    }

    @Override
    public ScanKernel scan(ScanSettings settings) {
        int order = settings.order();
        Combinations combinations = new Combinations(variables(), order);
        NpletScore score = new DiscreteScore(table, contents(), subsets(order), singles);
        int[] nplet = new int[order];
        return (from, to, into) -> {
            if (from < to) {
                combinations.unrank(from, nplet);
                walk(from, to, nplet, combinations, score, into);
            }
        };
    }

    private static void walk(
            long from, long to, int[] nplet, Combinations combinations, NpletScore score, Landscape into) {
        for (long rank = from; rank < to; rank++) {
            into.record(nplet, rank, score);
            combinations.next(nplet);
        }
    }

    private Subsets subsets(int order) {
        long entries = entries(order);
        return entries == 0
                ? new Subsets.Rows(contents(), variables())
                : new Subsets.Shared(
                        contents(), variables(), new Combinations(variables(), order - 1), shared(order, (int)
                                entries));
    }

    /** The table of an order, for all kernels; that of the order before is let go. */
    private synchronized AtomicLongArray shared(int order, int entries) {
        AtomicLongArray known = subsets;
        if (known == null || subsetsOrder != order) {
            subsets = null;
            known = new AtomicLongArray(entries);
            subsets = known;
            subsetsOrder = order;
        }
        return known;
    }

    /** Number of (k-1)-plets, or 0 where a table of them takes too much memory. */
    private long entries(int order) {
        try {
            long entries = new Combinations(variables(), order - 1).total();
            return entries <= mostEntries ? entries : 0;
        } catch (ArithmeticException beyondAnyMemory) {
            return 0;
        }
    }

    @Override
    public long leastScan(ScanSettings settings) {
        return Math.max(LEAST_SLICE, SLICE_WORK / samples.samples());
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return threads;
    }

    @Override
    public long bytes(ScanSettings settings) {
        long symbols = (long) samples.samples() * variables();
        return 2 * symbols + Long.BYTES * entries(settings.order());
    }
}
