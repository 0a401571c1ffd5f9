package org.oinfo.discrete;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Setting;
import org.oinfo.data.SteadyInput;
import org.oinfo.data.Variables;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.options.Binning;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;

/**
 * The variables that vary, each value as a symbol 0, 1, .. in ascending order of the values; 0.0 and -0.0 are one value. A byte a
 * value, by columns. Immutable as long as nobody writes to the columns; safe for use by several threads.
 */
public final class DiscreteSamples {
    /**
     * The largest alphabet: a symbol is a byte. Two variables with that many values have 65,536 joint states, more than most data
     * have samples, and then entropies say how many samples there are and nothing of the variables.
     */
    public static final int MOST_SYMBOLS = 256;

    /** Values that one thread reads at a time. */
    private static final int READ = 1 << 20;

    private final int samples;
    private final byte[][] columns;
    private final int[] symbols;
    private final int[] live;
    private final int[] dead;

    private DiscreteSamples(int samples, byte[][] columns, int[] symbols, int[] live, int[] dead) {
        this.samples = samples;
        this.columns = columns;
        this.symbols = symbols;
        this.live = live;
        this.dead = dead;
    }

    /** Values as they are. */
    public static DiscreteSamples of(Samples samples, int threads) {
        return of(samples, 0, threads);
    }

    /**
     * Values as they are, or in bins that hold about equally many.
     *
     * <p>A variable with at most so many values keeps them. In others a value goes into bin floor(n m / T), m the middle of the
     * places 0..T that it and its ties take among the sorted values: ties stay together, so bins may differ in size, and those
     * that stay empty are left out.
     *
     * @param bins number n of bins, 2 to 256; 0 for values as they are
     * @param threads threads to use, at least 1; the result does not depend on it
     * @throws BadInputException fewer than two variables vary, or one has more than 256 values and there are no bins
     */
    public static DiscreteSamples of(Samples samples, int bins, int threads) {
        return of(samples, bins, Binning.QUANTILE, threads, Monitor.NONE);
    }

    /**
     * The same, watched, in bins of either kind: {@link Binning#WIDTH} puts the value x into bin floor(n (x - min) / (max - min)).
     *
     * @param monitor is told the steps that are done, as units of order 0; may stop it
     * @throws CancellationException the monitor stopped it or this thread was interrupted: there is nothing to return
     */
    public static DiscreteSamples of(Samples samples, int bins, Binning binning, int threads, Monitor monitor) {
        return SteadyInput.during(samples, () -> read(samples, bins, binning, threads, monitor));
    }

    private static DiscreteSamples read(Samples samples, int bins, Binning binning, int threads, Monitor monitor) {
        int n = samples.variables();
        byte[][] all = new byte[n][];
        int[] alphabets = new int[n];
        int together = Math.clamp(READ / samples.samples(), 1, n);
        int tasks = (n - 1) / together + 1;
        try (Workers workers = new Workers(threads, new Watch(monitor, 0, tasks))) {
            workers.run(tasks, () -> {
                double[] values = new double[together * samples.samples()];
                return (IntConsumer) task -> {
                    int first = task * together;
                    int count = Math.min(together, n - first);
                    samples.read(0, samples.samples(), first, count, values);
                    for (int v = first; v < first + count; v++) {
                        Alphabet alphabet =
                                Alphabet.of(column(values, samples.samples(), v - first, count), bins, binning);
                        alphabets[v] = alphabet.symbols();
                        all[v] = alphabet.encoded();
                    }
                };
            });
        }
        int[] live = IntStream.range(0, n).filter(v -> alphabets[v] > 1).toArray();
        int[] dead = IntStream.range(0, n).filter(v -> alphabets[v] == 1).toArray();
        CorrelationEstimator.requireTwo(samples, live, dead);
        requireFew(samples, alphabets);
        byte[][] columns = Arrays.stream(live).mapToObj(v -> all[v]).toArray(byte[][]::new);
        int[] symbols = Arrays.stream(live).map(v -> alphabets[v]).toArray();
        return new DiscreteSamples(samples.samples(), columns, symbols, live, dead);
    }

    private static double[] column(double[] block, int samples, int column, int columns) {
        double[] values = new double[samples];
        for (int t = 0; t < samples; t++) {
            values[t] = block[t * columns + column] + 0.0; // -0.0 becomes 0.0
        }
        return values;
    }

    private static void requireFew(Samples samples, int[] alphabets) {
        for (int v = 0; v < alphabets.length; v++) {
            if (alphabets[v] > MOST_SYMBOLS) {
                throw new BadInputException(
                        "a discrete variable must have at most " + MOST_SYMBOLS + " different values: "
                                + Variables.described(samples, v) + " of " + samples.source() + " has " + alphabets[v],
                        "quantise it with {}, or leave it out",
                        Setting.BINS);
            }
        }
    }

    /** Number of samples T. */
    public int samples() {
        return samples;
    }

    /** Number of variables N that vary. */
    public int variables() {
        return columns.length;
    }

    /** Symbols [T] of a variable, as unsigned bytes: its own array, read only. */
    public byte[] column(int variable) {
        return columns[variable];
    }

    /** Number of symbols of a variable, 2 to 256. */
    public int symbols(int variable) {
        return symbols[variable];
    }

    /** The largest number of symbols of a variable. */
    public int mostSymbols() {
        return Arrays.stream(symbols).max().orElseThrow();
    }

    /** How many joint states the variables of an n-plet of this order may have at most. */
    public double mostStates(int order) {
        int[] sorted = symbols.clone();
        Arrays.sort(sorted);
        double product = 1;
        for (int i = 0; i < order; i++) {
            product *= sorted[sorted.length - 1 - i];
        }
        return product;
    }

    /** Positions of the variables that vary among those of the samples, ascending. */
    public int[] live() {
        return live.clone();
    }

    /** Positions of the constant variables, ascending. */
    public int[] dead() {
        return dead.clone();
    }
}
