package org.oinfo.search.anneal;

import java.util.Arrays;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Scorer;

/**
 * All n-plets that are one move away from a given one, numbered: swaps of a member for a variable outside, then additions of a
 * variable and removals of a member as far as the orders allow. Scored in batches.
 */
final class Neighbours {
    private static final int BATCH = 4096;

    private final MeasuresKernel kernel;
    private final int variables;
    private final int smallest;
    private final int largest;

    private int[] nplet = new int[0];
    private int swaps;
    private int additions;
    private int removals;
    private int[] batch = new int[0];
    private final double[] out = new double[BATCH * MeasuresKernel.VALUES];
    private double[] values = new double[0];

    /**
     * Of n-plets of {@code scores}; an addition leads to {@code largest} at most, a removal to {@code smallest} at least.
     *
     * @param resources closes the kernel
     */
    Neighbours(Scorer scores, int smallest, int largest, WorkerResources resources) {
        this.kernel = resources.add(scores.measures(), MeasuresKernel::close);
        this.variables = scores.variables();
        this.smallest = smallest;
        this.largest = largest;
    }

    /** Turns to the neighbours of an n-plet. */
    void of(int[] centre) {
        nplet = centre;
        int order = centre.length;
        swaps = order * (variables - order);
        additions = order < largest ? variables - order : 0;
        removals = order > smallest ? order : 0;
    }

    /** How many there are. */
    int count() {
        return swaps + additions + removals;
    }

    /** Order of a neighbour. */
    int order(int neighbour) {
        return nplet.length + (neighbour < swaps ? 0 : neighbour < swaps + additions ? 1 : -1);
    }

    /** A neighbour's members. */
    int[] get(int neighbour) {
        int order = order(neighbour);
        int[] members = new int[order + 1];
        write(neighbour, members, 0);
        return Arrays.copyOf(members, order);
    }

    /** The value of every neighbour that is made small, nats, by number; NaN of a singular one. Overwritten by the next call. */
    double[] values(Objective objective) {
        if (values.length < count()) {
            values = new double[count()];
        }
        score(0, swaps, objective);
        score(swaps, swaps + additions, objective);
        score(swaps + additions, count(), objective);
        return values;
    }

    /** Scores neighbours that are all of one order. */
    private void score(int from, int to, Objective objective) {
        for (int first = from; first < to; first += BATCH) {
            int used = Math.min(BATCH, to - first);
            int order = order(first);
            if (batch.length <= used * order) {
                batch = new int[used * order + 1];
            }
            for (int i = 0; i < used; i++) {
                write(first + i, batch, i * order);
            }
            kernel.measures(batch, used, order, out);
            for (int i = 0; i < used; i++) {
                values[first + i] = objective.value(out, i * MeasuresKernel.VALUES, order);
            }
        }
    }

    private void write(int neighbour, int[] to, int into) {
        int order = nplet.length;
        if (neighbour < swaps) {
            int outside = variables - order;
            Moves.swap(nplet, 0, order, neighbour / outside, neighbour % outside, to, into);
        } else if (neighbour < swaps + additions) {
            Moves.add(nplet, 0, order, neighbour - swaps, to, into);
        } else {
            Moves.remove(nplet, 0, order, neighbour - swaps - additions, to, into);
        }
    }
}
