package org.oinfo;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Derivation;
import org.oinfo.data.Samples;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Monitor;
import org.oinfo.screen.ColumnValues;
import org.oinfo.screen.LinearDependence;
import org.oinfo.screen.MonotoneScreen;
import org.oinfo.screen.ScreenResult;
import org.oinfo.statistics.surrogate.SerialMemory;

/**
 * What correlations do not show of the samples they were made of: {@code info.screens().notMonotone(Monitor.NONE)}.
 *
 * <p>All look at the samples again, which must still be open; a covariance and estimators without correlations are refused.
 * Thread-safe.
 */
public final class Screens {
    /** Bytes of a finding, about. */
    private static final int SMALL = 10_000;

    private final OInformation info;
    private final SampleSource source;

    Screens(OInformation info, SampleSource source) {
        this.info = info;
        this.source = source;
    }

    /**
     * Dependence that is not monotone, of pairs and triplets of columns: see {@link MonotoneScreen}. Variables are columns of the data.
     *
     * @throws java.util.concurrent.CancellationException the monitor stopped it
     */
    public ScreenResult notMonotone(Monitor monitor) {
        Samples samples = samples();
        OInformationOptions options = info.options();
        int[] live = info.estimate().variables();
        long seed = options.estimate().seed();
        return kept(
                        ScreenResult.class,
                        seed,
                        () -> new MonotoneScreen(samples, live, seed, options.threads()).run(monitor))
                .map(info.variables()::columnsOf);
    }

    /** How the columns that take part are filled [N], by position. */
    public List<ColumnValues> values() {
        Samples samples = samples();
        ColumnValues[] all = kept(ColumnValues[].class, 0, () -> ColumnValues.of(samples));
        return IntStream.of(info.estimate().variables()).mapToObj(v -> all[v]).toList();
    }

    /**
     * Sets of at least three columns whose values determine each other linearly and exactly, though the estimate has finite measures
     * for them: as of the columns of a recording whose average was taken off, where ranks hide it.
     *
     * @param most columns of a set at most
     */
    public List<int[]> hiddenDependence(int most) {
        Samples samples = samples();
        NpletScore canonical = info.scorer().canonical();
        int[] live = info.estimate().variables();
        int[][] sets = kept(
                int[][].class, 0, () -> LinearDependence.find(samples, live).toArray(int[][]::new));
        return Arrays.stream(sets)
                .filter(set -> set.length > 2 && set.length <= most && canonical.score(set, 0, set.length))
                .map(info.variables()::columnsOf)
                .toList();
    }

    /** Correlation of each variable with itself one sample before [N], by position. */
    public double[] lagOne() {
        return SerialMemory.lagOne(info.source().scores(Needs.NULL_TEST));
    }

    /** What is seen in the samples, small; it stays with them where they stay. */
    private <V> V kept(Class<V> kind, long seed, Supplier<V> make) {
        return samples().kept(new Derivation<>(kind, seed, SMALL), make);
    }

    private Samples samples() {
        // Refuses estimators without correlations.
        info.estimate();
        Samples samples = source.samples();
        if (samples == null) {
            throw new BadInputException(
                    "a screen needs the samples themselves: found a covariance; give the samples it was estimated from");
        }
        return samples;
    }
}
