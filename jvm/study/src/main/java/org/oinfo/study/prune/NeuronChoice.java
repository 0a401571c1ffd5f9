package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.network.LayerMoments;

/**
 * The neurons that stay in a layer of any network, told from what they answer and what enters the next layer.
 *
 * @param next moments of what enters the next layer and of what that makes of it; a unit is {@code shape().span()} inputs in a row
 * @param weights of the next layer [outputs][fan-in]
 * @param means of the places of each unit, [examples][units]
 * @param labels class of each example, or empty
 * @param layer number of the layer, for random draws
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NeuronChoice(LayerMoments next, double[] weights, double[] means, int[] labels, int layer) {
    /** The choices that need no other knowledge. */
    public static final Set<Choice> CHOICES = EnumSet.of(
            Choice.RECONSTRUCTION,
            Choice.MIN_TC,
            Choice.ENTROPY,
            Choice.LABEL,
            Choice.WANDA,
            Choice.WEIGHT,
            Choice.VARIANCE,
            Choice.RANDOM);

    private static final long SEED = 1;

    /**
     * The neurons that stay, ascending. Where fewer than asked for ever change, all of those stay, or one of any.
     *
     * @param choice one of {@link #CHOICES}
     */
    public int[] keep(Choice choice, int size) {
        int[] alive = IntStream.range(0, units()).filter(this::changes).toArray();
        if (alive.length <= size) {
            return alive.length == 0 ? new int[] {0} : alive;
        }
        int[] kept = switch (choice) {
            case RECONSTRUCTION -> GreedyGroups.reconstruction(next, alive, size);
            case MIN_TC -> independent(size);
            case ENTROPY -> entropy(alive, size);
            case LABEL -> GreedyGroups.label(ArraySamples.of(means, examples(), units()), labels, alive, size);
            case WANDA -> top(alive, size, this::wanda);
            case WEIGHT -> top(alive, size, this::weight);
            case VARIANCE -> top(alive, size, this::variance);
            case RANDOM -> drawn(alive, size);
            default -> throw new IllegalArgumentException("no choice of this kind: " + choice);
        };
        Arrays.sort(kept);
        return kept;
    }

    private int units() {
        return next.shape().inputs();
    }

    private int examples() {
        return means.length / units();
    }

    private IntStream inputs(int unit) {
        int span = next.shape().span();
        return IntStream.range(unit * span, (unit + 1) * span);
    }

    private boolean changes(int unit) {
        return !inputs(unit).allMatch(next::constant);
    }

    private int[] independent(int size) {
        if (size < 2) {
            throw new BadInputException("min-tc must keep 2 neurons or more of each layer that it cuts: found " + size
                    + "; keep more, or choose otherwise");
        }
        OInformation info =
                OInformation.ofSamples(ArraySamples.of(means, examples(), units()), OInformationOptions.defaults());
        int[] columns = info.variables().columns();
        return columns.length <= size
                ? columns
                : info.variables()
                        .columnsOf(LargestDeterminant.of(info.estimate().matrix(), size)
                                .positions());
    }

    private int[] entropy(int[] alive, int size) {
        Covariances covariances = new Covariances(ArraySamples.of(means, examples(), units()), alive);
        return Arrays.stream(LargestDeterminant.of(covariances.total(), size).positions())
                .map(i -> alive[i])
                .toArray();
    }

    private interface Score {
        double of(int unit);
    }

    private static int[] top(int[] alive, int size, Score score) {
        return Arrays.stream(alive)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> -score.of(unit)))
                .limit(size)
                .mapToInt(unit -> unit)
                .toArray();
    }

    /** The sum of |w| times the norm of what it is multiplied with. */
    private double wanda(int unit) {
        return inputs(unit)
                .mapToDouble(i -> Math.sqrt(next.covariance(i, i) + next.mean(i) * next.mean(i)) * norm(i, 1))
                .sum();
    }

    private double weight(int unit) {
        return Math.sqrt(inputs(unit).mapToDouble(i -> norm(i, 2)).sum());
    }

    /** The sum of |w|^p over what an input enters. */
    private double norm(int input, int power) {
        int all = next.shape().fanIn();
        double sum = 0;
        for (int from = 0; from < weights.length; from += all) {
            double w = Math.abs(weights[from + input]);
            sum += power == 1 ? w : w * w;
        }
        return sum;
    }

    private double variance(int unit) {
        int examples = examples();
        double mean = 0;
        for (int e = 0; e < examples; e++) {
            mean += means[e * units() + unit] / examples;
        }
        double sum = 0;
        for (int e = 0; e < examples; e++) {
            double d = means[e * units() + unit] - mean;
            sum += d * d;
        }
        return sum;
    }

    private int[] drawn(int[] alive, int size) {
        int[] neurons = alive.clone();
        PermutationSampler.shuffle(RandomStreams.of(SEED, Streams.draw(layer, 1)), neurons);
        return Arrays.copyOf(neurons, size);
    }
}
