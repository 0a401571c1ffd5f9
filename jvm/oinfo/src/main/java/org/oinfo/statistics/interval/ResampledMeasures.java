package org.oinfo.statistics.interval;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.oinfo.estimate.ResampledScores;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;

/** The measures of a list of n-plets in every one of a number of resamples. */
final class ResampledMeasures {
    /** Decides which samples a resample takes; called by several threads. */
    interface Drawing {
        /** Writes how many times each sample is taken [T]. */
        void draw(int number, int[] times);
    }

    /** [n-plets * 4][resamples] nats, in the order of their numbers; NaN for a singular n-plet. */
    private final double[][] values;

    private final int wanted;
    private int done;

    private ResampledMeasures(int nplets, int wanted) {
        this.values = new double[nplets * MeasuresKernel.VALUES][wanted];
        this.wanted = wanted;
    }

    /** Draws and scores resamples 0 .. count-1, or those that are finished when the watch stops it. */
    static ResampledMeasures of(
            ResampledScores scores,
            Function<CorrelationMatrix, MeasuresKernel> kernels,
            NpletBatches nplets,
            int count,
            Drawing drawing,
            int threads,
            Watch watch) {
        ResampledMeasures measures = new ResampledMeasures(nplets.count(), count);
        OrderedFold.run(
                count,
                threads,
                watch,
                Form.doubles(nplets::advance),
                () -> new Task(scores, kernels, nplets, drawing, watch),
                (double[] found, int number) -> measures.add(found));
        return measures;
    }

    private void add(double[] found) {
        for (int i = 0; i < found.length; i++) {
            values[i][done] = found[i];
        }
        done++;
    }

    /** Whether all resamples are there. */
    boolean complete() {
        return done == wanted;
    }

    /** Number of resamples. */
    int count() {
        return done;
    }

    /** A measure of an n-plet in the resamples in which it was not singular, in the order of their numbers. */
    double[] finite(int nplet, int measure) {
        double[] all = values[nplet * MeasuresKernel.VALUES + measure];
        return Arrays.stream(all, 0, done).filter(Double::isFinite).toArray();
    }

    /** Draws and scores resamples, on one thread. */
    private static final class Task implements IntFunction<double[]> {
        private final ResampledScores.Draw draw;
        private final Function<CorrelationMatrix, MeasuresKernel> kernels;
        private final NpletBatches nplets;
        private final Drawing drawing;
        private final Watch watch;
        private final int[] times;

        Task(
                ResampledScores scores,
                Function<CorrelationMatrix, MeasuresKernel> kernels,
                NpletBatches nplets,
                Drawing drawing,
                Watch watch) {
            this.draw = scores.newDraw();
            this.kernels = kernels;
            this.nplets = nplets;
            this.drawing = drawing;
            this.watch = watch;
            this.times = new int[scores.samples()];
        }

        @Override
        public double[] apply(int number) {
            drawing.draw(number, times);
            double[] found;
            try (MeasuresKernel kernel = kernels.apply(draw.correlation(times))) {
                found = nplets.measures(kernel);
            }
            nplets.forget(found, draw::constant);
            nplets.advance(watch);
            return found;
        }
    }
}
