package org.oinfo.targets.nearest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.neighbours.NeighbourSamples;
import org.oinfo.knn.DigammaTable;
import org.oinfo.knn.KnnSamples;
import org.oinfo.knn.KnnScorer;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.subsets.SubsetInformation;
import org.oinfo.targets.subsets.SubsetModel;
import org.oinfo.targets.subsets.SubsetScan;
import org.oinfo.targets.subsets.SubsetShape;

/**
 * A target, variable or class, by nearest neighbours among the samples; see the package for the formula. No n-plet is singular.
 *
 * <p>Values have the same bits on any backend and number of threads: they are made of whole numbers.
 */
public final class NearestTarget implements SubsetModel {
    /** The most groups whose information a scan keeps: 1 GiB. */
    private static final long MOST_KEPT = 1L << 27;

    private final NeighbourSamples samples;
    private final DigammaTable psi;
    private final Backend backend;
    private final int sources;
    /** H(Y) of classes, which no information is above. */
    private final double ceiling;

    private final boolean classes;
    private final List<Warning> warnings;

    private NearestTarget(
            double[][] columns, int neighbours, Backend backend, @Nullable ClassLabels labels, List<Warning> warnings) {
        this.sources = columns.length - 1;
        this.psi = new DigammaTable(columns[0].length, columns.length);
        this.samples = NeighbourSamples.of(columns, neighbours, psi.units());
        this.backend = backend;
        this.classes = labels != null;
        this.ceiling = labels == null ? Double.POSITIVE_INFINITY : labels.entropy();
        this.warnings = warnings;
    }

    /**
     * Sources and a variable.
     *
     * @param target values [T], in the scale of the sources, see {@link #scaled}
     * @param neighbours number of neighbours K, less than T
     */
    public static NearestTarget variable(KnnSamples sources, double[] target, int neighbours, Backend backend) {
        int tie = KnnSamples.largestTie(target);
        List<Warning> warnings = tie <= neighbours
                ? List.of()
                : List.of(new Warning(
                        Warning.Name.TIED_VALUES,
                        "tied values: up to " + tie + " samples share a value of the target, more than the "
                                + neighbours + " neighbours; where they stand for classes, say so",
                        Map.of("largest_tie", tie)));
        return new NearestTarget(beside(sources, target), neighbours, backend, null, warnings);
    }

    /**
     * Sources and classes.
     *
     * @param neighbours number of neighbours K
     * @throws BadInputException a class has no more samples than neighbours, or the sources span too much for distances
     */
    public static NearestTarget classes(KnnSamples sources, ClassLabels labels, int neighbours, Backend backend) {
        labels.requireNeighbours(neighbours);
        double apart = 2 * widest(sources);
        if (!Double.isFinite(apart * labels.count())) {
            throw new BadInputException(
                    "the values of the sources must span less than the largest double, taken as often"
                            + " as there are classes: found " + apart / 2 + "; rescale them");
        }
        double[] codes = IntStream.range(0, labels.samples())
                .mapToDouble(t -> apart * labels.of(t))
                .toArray();
        return new NearestTarget(beside(sources, codes), neighbours, backend, labels, List.of());
    }

    /**
     * Values of a target in the scale of the sources.
     *
     * @throws BadInputException all are the same
     */
    public static double[] scaled(double[] values, EstimateOptions options) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            throw new BadInputException("the target must vary: all " + values.length + " values are " + values[0]
                    + "; choose another target");
        }
        // Two variables are the fewest that are read: the target beside itself.
        double[] twice = new double[2 * values.length];
        for (int t = 0; t < values.length; t++) {
            twice[2 * t] = twice[2 * t + 1] = values[t];
        }
        return KnnSamples.of(ArraySamples.of(twice, values.length, 2), options, Monitor.NONE)
                .columns()[0];
    }

    private static double[][] beside(KnnSamples sources, double[] target) {
        double[][] columns = Arrays.copyOf(sources.columns(), sources.variables() + 1);
        columns[sources.variables()] = target;
        return columns;
    }

    private static double widest(KnnSamples sources) {
        return Arrays.stream(sources.columns())
                .mapToDouble(x -> Arrays.stream(x).max().orElseThrow()
                        - Arrays.stream(x).min().orElseThrow())
                .max()
                .orElseThrow();
    }

    @Override
    public int sources() {
        return sources;
    }

    @Override
    public int sound() {
        return sources;
    }

    @Override
    public int source(int sound) {
        return sound;
    }

    @Override
    public int[] unsound() {
        return new int[0];
    }

    @Override
    public List<Warning> warnings() {
        return warnings;
    }

    @Override
    public SubsetInformation subsets(int order) {
        return new NearestInformation(samples, psi, backend, ceiling);
    }

    @Override
    public SourceScan scan(int order, int top, TargetMeasure measure) {
        SubsetShape shape = new SubsetShape(this, order, top, measure);
        long kept = new Combinations(sources, order - 1).total();
        if (kept > MOST_KEPT) {
            throw new BadInputException("a scan of a target by nearest neighbours must keep at most " + MOST_KEPT
                    + " groups of one source less: found " + kept + "; choose fewer sources or a smaller order");
        }
        return new SubsetScan(shape);
    }

    @Override
    public double heldOut(int[] nplet) {
        return Double.NaN;
    }

    @Override
    public double omega(int[] nplet) {
        if (classes) {
            return Double.NaN;
        }
        int[] together = Arrays.copyOf(nplet, nplet.length + 1);
        together[nplet.length] = sources;
        NpletScore score = new KnnScorer(samples, psi, backend).canonical();
        score.score(together, 0, together.length);
        return score.o();
    }

    @Override
    public @Nullable ClassFit fit(int order, boolean proposed) {
        return classes ? ClassFit.ofNeighbours(ceiling) : null;
    }

    @Override
    public double remainingBias(int order) {
        return 0;
    }
}
