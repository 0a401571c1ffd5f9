package org.oinfo.targets;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;

/**
 * Gaussian models of the sources before and after the target is known. Immutable, safe for use by several threads.
 *
 * <p>A source that the target determines, or that does not vary within a class, has no model: the information about it is
 * infinite, and every n-plet with it is singular. All others are <em>sound</em>; n-plets are made of positions among them.
 */
public final class TargetModel implements TargetSources {
    /**
     * A model after the target is known.
     *
     * @param weight probability of that value of the target; 1 where one model holds for all
     * @param model the sources given it
     */
    record Part(double weight, SourceModel model) {}

    /**
     * The sources and what each says alone.
     *
     * @param count number of sources, sound or not
     * @param sound positions of the sound ones, ascending
     * @param single I(X_i;Y) of each sound one, raw, nats
     */
    record Sources(int count, int[] sound, double[] single) {}

    /** Average addition of the entropies of T samples, nats. */
    interface Bias {
        /** None. */
        Bias NONE = order -> 0;

        /** Bias of the information between k sources and the target. */
        double information(int order);

        /** Bias of the O-information of k sources and the target. */
        default double withTarget(int order) {
            return 0;
        }

        /** Only that of the information. */
        static Bias of(IntToDoubleFunction information) {
            return information::applyAsDouble;
        }
    }

    private final Sources sources;
    private final SourceModel before;
    private final List<Part> after;
    private final Bias bias;
    private final boolean corrected;
    private final boolean continuous;

    /**
     * A model of at least two sound sources, see {@link #requireTwo}.
     *
     * @param bias what finite samples add
     * @param corrected whether that is subtracted
     * @param continuous whether the target is a variable, so that it has an O-information together with sources
     */
    TargetModel(
            Sources sources, SourceModel before, List<Part> after, Bias bias, boolean corrected, boolean continuous) {
        this.sources = sources;
        this.before = before;
        this.after = List.copyOf(after);
        this.bias = bias;
        this.corrected = corrected;
        this.continuous = continuous;
    }

    /** Refuses fewer than two sound sources; {@code why} says what happened to the others. */
    public static void requireTwo(int sound, int count, String why) {
        if (sound < 2) {
            throw new BadInputException("at least 2 sources must have a model: " + (count - sound) + " of " + count
                    + " " + why + "; use other sources or another target");
        }
    }

    @Override
    public int sources() {
        return sources.count;
    }

    @Override
    public int sound() {
        return sources.sound.length;
    }

    @Override
    public int source(int sound) {
        return sources.sound[sound];
    }

    @Override
    public int[] unsound() {
        boolean[] known = new boolean[sources.count];
        for (int position : sources.sound) {
            known[position] = true;
        }
        return IntStream.range(0, sources.count).filter(i -> !known[i]).toArray();
    }

    @Override
    public NpletInformation information() {
        return new TargetScore(this);
    }

    @Override
    public SourceScan scan(int order, int top, TargetMeasure measure) {
        return new TargetScan(this, order, top, measure);
    }

    /** Whether the target is a variable that has an O-information together with sources. */
    public boolean continuous() {
        return continuous;
    }

    /** I(X_i;Y) of a sound source, raw, nats. */
    double single(int sound) {
        return sources.single[sound];
    }

    SourceModel before() {
        return before;
    }

    List<Part> after() {
        return after;
    }

    /** Nats to be subtracted. */
    Bias bias() {
        return corrected ? bias : Bias.NONE;
    }

    /** Bias of domega of order k, nats, to be subtracted: (1-k) bias(k) + k bias(k-1). */
    double domegaBias(int order) {
        return (1 - order) * bias().information(order) + order * bias().information(order - 1);
    }

    @Override
    public double remainingBias(int order) {
        return corrected ? 0 : bias.information(order);
    }
}
