package org.oinfo.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.parallel.RandomStreams;

/**
 * Exact linear dependence: a column that is a combination of others and a constant, up to {@value #EXACT} of its variance.
 *
 * <p>Columns are made orthogonal one after another (Gram-Schmidt, twice for each) on {@value #SPARE} samples more than there are
 * columns; what nearly vanishes is a candidate, and holds only if it does on all samples. Independent columns with T a little above
 * N leave about 1/T, so nothing but arithmetic or rounding comes near the bound.
 */
public final class LinearDependence {
    /** Up to so many columns, more than any cap of electrodes has, the search takes hundredths of a second. */
    public static final int MOST_COLUMNS = 300;

    /** Share of the variance that may be left: rounding to four decimals leaves less. */
    private static final double EXACT = 1e-8;

    /** Parts of a combination that do not count, beside the largest. */
    private static final double NOTHING = 1e-3;

    private static final int SPARE = 32;
    private static final int ROWS = 256;
    private static final long SEED = 1;

    private final Samples samples;
    private final int[] live;
    /** Some samples of each column, centred, of length 1 [n][m]. */
    private final double[][] part;
    /** What made each length 1. */
    private final double[] length;
    /** Orthogonal columns that were found, and which columns they came from. */
    private final List<double[]> basis = new ArrayList<>();

    private final List<Integer> members = new ArrayList<>();
    /** Coordinates of the columns of the basis in it, a column each: upper triangle. */
    private final List<double[]> coordinates = new ArrayList<>();

    private LinearDependence(Samples samples, int[] live) {
        this.samples = samples;
        this.live = live;
        this.part = new double[live.length][Math.min(samples.samples(), live.length + SPARE)];
        this.length = new double[live.length];
        readPart();
        centre();
    }

    /**
     * Sets of positions among {@code live}, each ascending, of which the columns determine each other; none where there are more than
     * {@link #MOST_COLUMNS} columns, or hardly more samples than columns.
     *
     * @param live variables of the samples that vary, ascending
     */
    public static List<int[]> find(Samples samples, int[] live) {
        if (live.length > MOST_COLUMNS || samples.samples() < live.length + SPARE / 2) {
            return List.of();
        }
        return SteadyInput.during(samples, () -> new LinearDependence(samples, live).sets());
    }

    private void readPart() {
        int chosen = part[0].length;
        int[] rows = RandomStreams.of(SEED, 0)
                .ints(0, samples.samples())
                .distinct()
                .limit(chosen)
                .sorted()
                .toArray();
        double[] row = new double[samples.variables()];
        for (int r = 0; r < chosen; r++) {
            samples.read(rows[r], 1, 0, row.length, row);
            for (int v = 0; v < live.length; v++) {
                part[v][r] = row[live[v]];
            }
        }
    }

    private void centre() {
        for (int v = 0; v < part.length; v++) {
            double first = part[v][0];
            double mean = Arrays.stream(part[v]).map(x -> x - first).average().orElse(0);
            for (int r = 0; r < part[v].length; r++) {
                part[v][r] = part[v][r] - first - mean;
            }
            length[v] = Math.sqrt(dot(part[v], part[v]));
            scale(part[v], 1 / length[v]);
        }
    }

    private List<int[]> sets() {
        List<int[]> found = new ArrayList<>();
        for (int v = 0; v < part.length; v++) {
            // A column that is constant on these samples, or huge, is no part of a combination that could be told from
            // chance.
            if (!(length[v] > 0) || !Double.isFinite(length[v])) {
                continue;
            }
            double[] rest = part[v].clone();
            double[] along = new double[basis.size()];
            takeOff(rest, along);
            takeOff(rest, along);
            double left = dot(rest, rest);
            if (left >= EXACT) {
                scale(rest, 1 / Math.sqrt(left));
                keep(v, rest, along, Math.sqrt(left));
            } else {
                double[] weights = weights(along);
                if (holds(v, weights)) {
                    found.add(set(v, weights));
                }
            }
        }
        return found;
    }

    private void takeOff(double[] rest, double[] along) {
        for (int b = 0; b < basis.size(); b++) {
            double[] direction = basis.get(b);
            double share = dot(direction, rest);
            along[b] += share;
            for (int r = 0; r < rest.length; r++) {
                rest[r] -= share * direction[r];
            }
        }
    }

    private void keep(int v, double[] direction, double[] along, double left) {
        basis.add(direction);
        members.add(v);
        double[] column = Arrays.copyOf(along, along.length + 1);
        column[along.length] = left;
        coordinates.add(column);
    }

    /** The combination of the basis' own columns that has these coordinates, by substitution from the last. */
    private double[] weights(double[] along) {
        double[] left = along.clone();
        double[] weights = new double[along.length];
        for (int b = along.length - 1; b >= 0; b--) {
            double[] column = coordinates.get(b);
            weights[b] = left[b] / column[b];
            for (int i = 0; i < b; i++) {
                left[i] -= weights[b] * column[i];
            }
        }
        return weights;
    }

    /** Whether the combination leaves nothing of the column on all samples. */
    private boolean holds(int v, double[] weights) {
        double[] values = new double[ROWS * samples.variables()];
        Spread rest = new Spread();
        Spread whole = new Spread();
        for (int row = 0; row < samples.samples(); row += ROWS) {
            int rows = Math.min(ROWS, samples.samples() - row);
            samples.read(row, rows, 0, samples.variables(), values);
            for (int r = 0; r < rows; r++) {
                int offset = r * samples.variables();
                double x = values[offset + live[v]] / length[v];
                double combined = 0;
                for (int b = 0; b < weights.length; b++) {
                    int member = members.get(b);
                    combined += weights[b] * values[offset + live[member]] / length[member];
                }
                rest.add(x - combined);
                whole.add(x);
            }
        }
        return rest.squares() < EXACT * whole.squares();
    }

    private int[] set(int v, double[] weights) {
        double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        List<Integer> set = new ArrayList<>(List.of(v));
        for (int b = 0; b < weights.length; b++) {
            if (Math.abs(weights[b]) > NOTHING * largest) {
                set.add(members.get(b));
            }
        }
        return set.stream().mapToInt(i -> i).sorted().toArray();
    }

    private static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    /** Sum of squares about the mean of what is added, one value at a time (Welford 1962, doi 10.1080/00401706.1962.10490022). */
    private static final class Spread {
        private long count;
        private double mean;
        private double squares;

        void add(double x) {
            count++;
            double off = x - mean;
            mean += off / count;
            squares += off * (x - mean);
        }

        double squares() {
            return squares;
        }
    }
}
