package org.oinfo.knn;

import org.oinfo.data.Checksum;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.neighbours.NeighbourKernel;
import org.oinfo.kernels.neighbours.NeighbourSamples;
import org.oinfo.scan.Scorer;

/**
 * Scores of variables of any distribution by nearest neighbours, in nats; the formulas are in the package. Never singular: of variables
 * that determine each other the measures are finite and grow with T.
 *
 * <p>Every value has the same bits however it is come by: in a scan, in a batch or alone, on any backend and number of threads. Source:
 * Kraskov, Stoegbauer, Grassberger 2004 (doi 10.1103/PhysRevE.69.066138), its first algorithm, for TC; the same radius in S without i
 * for DTC. Thread-safe.
 */
public final class KnnScorer implements Scorer {
    /** Comparisons of a slice of a scan: some hundredths of a second. */
    private static final double SLICE_WORK = 1 << 26;
    /** What a sample takes beside the comparisons in its windows. */
    private static final double PER_SAMPLE = 256;

    private final NeighbourSamples samples;
    private final DigammaTable psi;
    private final Backend backend;

    /**
     * Scores of these samples.
     *
     * @param neighbours number of neighbours K, less than T
     */
    public KnnScorer(KnnSamples samples, int neighbours, Backend backend) {
        this.psi = new DigammaTable(samples.samples(), samples.variables());
        this.samples = NeighbourSamples.of(samples.columns(), neighbours, psi.units());
        this.backend = backend;
    }

    /** Scores of samples that are sorted already. */
    public KnnScorer(NeighbourSamples samples, DigammaTable psi, Backend backend) {
        this.samples = samples;
        this.psi = psi;
        this.backend = backend;
    }

    /** The same on another backend. */
    public KnnScorer on(Backend other) {
        return new KnnScorer(samples, psi, other);
    }

    /** SHA-256 of the samples and the number of neighbours. */
    public String checksum() {
        return Checksum.of(samples.outside()) + ", neighbours " + samples.neighbours();
    }

    /** Where it counts. */
    public Backend backend() {
        return backend;
    }

    @Override
    public int variables() {
        return samples.variables();
    }

    @Override
    public MeasuresKernel measures() {
        NeighbourKernel kernel = backend.neighbours(samples);
        NpletScore score = new KnnScore(psi, kernel);
        return new MeasuresKernel() {
            @Override
            public void measures(int[] nplets, int count, int order, double[] out) {
                for (int i = 0; i < count; i++) {
                    score.score(nplets, i * order, order);
                    score.write(out, i * MeasuresKernel.VALUES);
                }
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    @Override
    public NpletScore canonical() {
        return new KnnScore(psi, backend.neighbours(samples));
    }

    @Override
    public ScanKernel scan(ScanSettings settings) {
        NeighbourKernel kernel = backend.neighbours(samples);
        NpletScore score = new KnnScore(psi, kernel);
        Combinations combinations = new Combinations(variables(), settings.order());
        int[] nplet = new int[settings.order()];
        return new ScanKernel() {
            @Override
            public void scan(long from, long to, Landscape into) {
                if (from < to) {
                    combinations.unrank(from, nplet);
                }
                for (long rank = from; rank < to; rank++) {
                    into.record(nplet, rank, score);
                    combinations.next(nplet);
                }
            }

            @Override
            public void close() {
                kernel.close();
            }
        };
    }

    /** Windows hold some T (K/T)^(1/k) samples. */
    @Override
    public long leastScan(ScanSettings settings) {
        double t = samples.samples();
        double window = t * Math.pow(samples.neighbours() / t, 1.0 / settings.order());
        return Math.max(1, (long) (SLICE_WORK / (t * (PER_SAMPLE + settings.order() * window))));
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return threads;
    }

    @Override
    public long bytes(ScanSettings settings) {
        return 4L * Double.BYTES * samples.samples() * variables();
    }
}
