package org.oinfo.targets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * A target that is a variable like the sources: Gaussian together with them, as their copula or plainly. After it is known the
 * sources have their partial correlations given it, whatever its value.
 *
 * <p>Bias: I(X;Y) = H(X) + H(Y) - H(X,Y), so b(k,T) + b(1,T) - b(k+1,T) with the b of {@link BiasCorrection#ofEntropy}.
 */
public final class ContinuousTarget {
    private ContinuousTarget() {}

    /**
     * Scores of the target's values, made as those of the sources are.
     *
     * @param values [T]
     * @throws BadInputException all values are the same
     */
    public static double[] scores(double[] values, EstimateOptions options) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            throw new BadInputException("the target must vary: all " + values.length + " values are " + values[0]
                    + "; choose another target");
        }
        // Scores are made of two variables at least: the target beside itself.
        double[] twice = new double[2 * values.length];
        for (int t = 0; t < values.length; t++) {
            twice[2 * t] = twice[2 * t + 1] = values[t];
        }
        return SampleScores.of(ArraySamples.of(twice, values.length, 2), options)
                .column(0);
    }

    /**
     * The model of sources and target.
     *
     * @param sources scores of the sources
     * @param target scores of the target [T], see {@link #scores}
     * @param largestOrder the most sources in an n-plet
     * @throws BadInputException the samples are too few for that order, or the target determines all sources but one
     */
    public static TargetModel model(SampleScores sources, double[] target, int largestOrder, TargetSettings settings) {
        int n = sources.variables();
        int samples = sources.samples();
        if (samples <= largestOrder + 1) {
            throw new BadInputException(
                    "there must be more samples than sources in an n-plet and the target together, or every n-plet is"
                            + " singular: T=" + samples + ", order=" + largestOrder
                            + "; choose a smaller order or give more samples");
        }
        double[][] columns = Arrays.copyOf(sources.columns(IntStream.range(0, n).toArray()), n + 1);
        columns[n] = target;
        CorrelationMatrix matrix;
        try (Workers workers = new Workers(settings.threads())) {
            matrix = SampleScores.correlation(columns, workers);
        }
        return model(matrix, n, new VariableBias(samples), settings);
    }

    /** The model of the last variable of a matrix as target, all before it as sources. */
    static TargetModel model(CorrelationMatrix matrix, int target, TargetModel.Bias bias, TargetSettings settings) {
        PartialCorrelations partial = new PartialCorrelations(matrix);
        int[] all = IntStream.range(0, target).toArray();
        partial.given(target);
        int[] sound = Arrays.stream(all).filter(i -> !partial.determined(i)).toArray();
        TargetModel.requireTwo(sound.length, all.length, "are determined by the target");
        double[] single = Arrays.stream(sound)
                .mapToDouble(i -> -0.5 * StrictMath.log(partial.variance(i)))
                .toArray();
        SourceModel before = new ColumnSources(settings.backend(), new PartialCorrelations(matrix).of(sound));
        SourceModel after = new ColumnSources(settings.backend(), partial.of(sound));
        return new TargetModel(
                new TargetModel.Sources(all.length, sound, single),
                before,
                List.of(new TargetModel.Part(1, after)),
                bias,
                settings.biasCorrect(),
                true);
    }

    /** Bias of T samples of sources and a variable. */
    private record VariableBias(int samples) implements TargetModel.Bias {
        @Override
        public double information(int order) {
            return BiasCorrection.ofEntropy(order, samples)
                    + BiasCorrection.ofEntropy(1, samples)
                    - BiasCorrection.ofEntropy(order + 1, samples);
        }

        @Override
        public double withTarget(int order) {
            return new BiasCorrection(order + 1, samples).o();
        }
    }
}
