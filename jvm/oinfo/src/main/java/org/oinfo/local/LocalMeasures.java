package org.oinfo.local;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Workers;

/**
 * Local (pointwise) TC, DTC, Omega and S of given n-plets at every sample x, nats: the measures with each entropy replaced by
 * -ln p(x) of the Gaussian model of the scores.
 *
 * <pre>  Omega(x) = (k-2) h(x) + sum_i [h(x_i) - h(x_-i)],   h(x) = -ln p(x)</pre>
 *
 * <p>Scores are taken in units of their standard deviation with divisor T, so that the mean over all samples is the measure of
 * the n-plet up to rounding. Bias correction and shrinkage have no place here: that mean is the raw measure.
 *
 * <p>Values come in blocks of samples, computed by several threads: memory does not grow with T beyond the scores themselves,
 * and the result has the same bits for any number of threads.
 *
 * <p>Source: Scagliarini, Marinazzo, Guo, Stramaglia, Rosas 2022, Phys. Rev. Research 4, 013184.
 */
public final class LocalMeasures {
    /** Values of each n-plet and sample: TC, DTC, Omega, S. */
    public static final int VALUES = MeasuresKernel.VALUES;

    /** 16 MB. */
    private static final int BLOCK = 1 << 21;

    private final SampleScores scores;
    private final List<LocalGaussian> models;
    private final double[][] columns;
    private final int largestOrder;
    /** Doubles in a block of samples, at most, where more than one sample is in it. */
    private final int largestBlock;

    /**
     * Models of given n-plets.
     *
     * @param scores of all samples
     * @param matrix their correlations
     * @param nplets positions, each ascending without repeats
     */
    public LocalMeasures(SampleScores scores, CorrelationMatrix matrix, List<int[]> nplets) {
        this(scores, matrix, nplets, BLOCK);
    }

    LocalMeasures(SampleScores scores, CorrelationMatrix matrix, List<int[]> nplets, int largestBlock) {
        this.scores = scores;
        this.largestBlock = largestBlock;
        this.models =
                nplets.stream().map(nplet -> new LocalGaussian(matrix, nplet)).toList();
        this.columns = scores.columns(IntStream.range(0, scores.variables()).toArray());
        this.largestOrder = models.stream().mapToInt(LocalGaussian::order).max().orElse(0);
    }

    /** Takes the values as they are computed. */
    public interface Sink {
        /**
         * Values of the next samples: [samples][n][4] row-major in values[0 .. count-1]. The array is used again.
         */
        void accept(double[] values, int count) throws IOException;
    }

    /**
     * Computes the values of all samples and hands them to a sink, first sample first.
     *
     * @return a summary for each n-plet, in their order
     * @throws IOException the sink failed
     */
    public List<LocalSummary> stream(Sink sink, Workers workers) throws IOException {
        List<LocalSummary> summaries = models.stream()
                .map(model -> new LocalSummary(model.nplet(), model.measures()))
                .toList();
        int stride = Math.multiplyExact(models.size(), VALUES);
        int rows = Math.clamp(largestBlock / Math.max(1, stride), 1, scores.samples());
        double[] block = new double[rows * stride];
        double[] scales = scales(workers);
        for (int from = 0; from < scores.samples(); from += rows) {
            int count = Math.min(rows, scores.samples() - from);
            compute(from, count, scales, block, workers);
            workers.run(models.size(), () -> n -> summaries.get(n).add(block, n * VALUES, stride, count));
            sink.accept(block, count * stride);
        }
        return summaries;
    }

    /** Each task is one n-plet at some samples of the block. */
    private void compute(int first, int rows, double[] scales, double[] block, Workers workers) {
        int stride = models.size() * VALUES;
        int chunks = (rows - 1) / LocalGaussian.CHUNK + 1;
        workers.run(Math.multiplyExact(chunks, models.size()), () -> {
            LocalGaussian.Scratch scratch = new LocalGaussian.Scratch(largestOrder);
            return task -> {
                int n = task % models.size();
                int from = task / models.size() * LocalGaussian.CHUNK;
                int count = Math.min(LocalGaussian.CHUNK, rows - from);
                int at = from * stride + n * VALUES;
                models.get(n).values(columns, scales, first + from, count, scratch, block, at, stride);
            };
        });
    }

    /** 1 / standard deviation of every variable, divisor T. */
    private double[] scales(Workers workers) {
        double[] scales = new double[columns.length];
        workers.run(scales.length, () -> v -> {
            double sum = 0;
            for (double z : columns[v]) {
                sum += z * z;
            }
            scales[v] = Math.sqrt(scores.samples() / sum);
        });
        return scales;
    }
}
