package org.oinfo.kernels.neighbours;

import java.util.Arrays;

/**
 * Neighbour counts in plain Java.
 *
 * <p>A sample that is within eps in S is within eps in the first member a: what is looked at lies side by side in the order of a,
 *
 * <pre>
 *   order of a    . . . . [ . . . t . . . . ] . . . .        x_a within eps of t: places lowest[a] .. lowest[a]+width[a]-1
 *   near[i]       x_i of those samples                       the K-th neighbour is found outwards from t
 *   byFirst[i]    their places in the order of i             x_i within eps: lowest[i] .. , one comparison of whole numbers
 *   bySecond[i]   the same in the order of the second member b, for what is within eps without a
 * </pre>
 *
 * Only the windows are looked at, some T (K/T)^(1/k) samples for variables that are independent. Equal distances are one: places
 * follow from the same rounded differences that a comparison of every pair would use, because rounding keeps their order.
 */
public final class ScalarNeighbours implements NeighbourKernel {
    private final NeighbourSamples x;
    private final int samples;
    /** Distances to the nearest neighbours that were met, ascending [K]. */
    private final double[] best;

    /** Members of the n-plet before [k], and what is known of each. */
    private int[] members = new int[0];

    private double[][] near = new double[0][];
    private int[][] byFirst = new int[0][];
    private int[][] bySecond = new int[0][];
    private int[] lowest = new int[0];
    private int[] width = new int[0];
    private int[] others = new int[0];

    /** Counts among these samples. */
    public ScalarNeighbours(NeighbourSamples x) {
        this.x = x;
        this.samples = x.samples();
        this.best = new double[x.neighbours()];
    }

    @Override
    public void sums(int[] nplets, int offset, int order, long[] out) {
        prepare(nplets, offset, order);
        Arrays.fill(out, 0, SUMS, 0);
        for (int place = 0; place < samples; place++) {
            add(place, out);
        }
    }

    private void prepare(int[] nplets, int offset, int order) {
        int same = 0;
        if (members.length == order) {
            while (same < order && members[same] == nplets[offset + same]) {
                same++;
            }
        } else {
            members = new int[order];
            near = new double[order][samples];
            byFirst = new int[order][samples];
            bySecond = new int[order][samples];
            lowest = new int[order];
            width = new int[order];
            others = new int[order];
        }
        System.arraycopy(nplets, offset, members, 0, order);
        for (int i = same; i < order; i++) {
            arrange(i);
        }
    }

    private void arrange(int member) {
        double[] sorted = x.sorted(members[member]);
        int[] rank = x.rank(members[member]);
        int[] first = x.order(members[0]);
        int[] second = x.order(members[1]);
        for (int place = 0; place < samples; place++) {
            int r = rank[first[place]];
            byFirst[member][place] = r;
            near[member][place] = sorted[r];
            bySecond[member][place] = rank[second[place]];
        }
    }

    private void add(int place, long[] out) {
        double distance = farthest(place);
        // Where the neighbours are equal, within the smallest distance there is: equal.
        double eps = distance == 0 ? Double.MIN_VALUE : distance;
        long alone = 0;
        for (int i = 0; i < members.length; i++) {
            interval(i, near[i][place], eps);
            alone += x.psi(width[i]);
        }
        int joint = countWithoutOne();
        long rest = x.psi(countWithoutFirst());
        for (int i = 1; i < members.length; i++) {
            rest += x.psi(joint + others[i]);
        }
        int last = members.length - 1;
        out[LAST_ALONE] += x.psi(width[last]);
        out[LAST_OTHERS] += x.psi(joint + others[last]);
        out[ALONE] += alone;
        out[OTHERS] += rest;
        // Counts are of the sample itself, too: K_t + 1.
        out[JOINT] += x.psi(distance == 0 ? joint : x.neighbours());
    }

    /** Distance to the K-th neighbour, outwards from a place in the order of the first member until all are farther. */
    private double farthest(int place) {
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        double[] first = near[0];
        int left = place - 1;
        int right = place + 1;
        int last = best.length - 1;
        while (true) {
            boolean toLeft = left >= 0 && first[place] - first[left] < best[last];
            boolean toRight = right < samples && first[right] - first[place] < best[last];
            if (toLeft) {
                meet(distance(place, left--));
            }
            if (toRight) {
                meet(distance(place, right++));
            }
            if (!toLeft && !toRight) {
                return best[last];
            }
        }
    }

    private double distance(int place, int other) {
        double distance = 0;
        for (double[] values : near) {
            distance = Math.max(distance, Math.abs(values[place] - values[other]));
        }
        return distance;
    }

    private void meet(double distance) {
        int i = best.length - 1;
        if (distance < best[i]) {
            for (; i > 0 && best[i - 1] > distance; i--) {
                best[i] = best[i - 1];
            }
            best[i] = distance;
        }
    }

    /** The places within eps of a value in the order of a member. */
    private void interval(int member, double value, double eps) {
        double[] sorted = x.sorted(members[member]);
        int low = 0;
        for (int high = samples; low < high; ) {
            int middle = (low + high) >>> 1;
            if (value - sorted[middle] < eps) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int end = low;
        for (int high = samples; end < high; ) {
            int middle = (end + high) >>> 1;
            if (sorted[middle] - value < eps) {
                end = middle + 1;
            } else {
                high = middle;
            }
        }
        lowest[member] = low;
        width[member] = end - low;
    }

    /** The number within eps in S; others[i] becomes that of samples that only member i keeps away, for all but the first. */
    private int countWithoutOne() {
        Arrays.fill(others, 0);
        int joint = 0;
        for (int place = lowest[0]; place < lowest[0] + width[0]; place++) {
            int away = 0;
            int one = 0;
            for (int i = 1; i < members.length && away < 2; i++) {
                if (outside(byFirst[i][place], i)) {
                    away++;
                    one = i;
                }
            }
            if (away == 0) {
                joint++;
            } else if (away == 1) {
                others[one]++;
            }
        }
        return joint;
    }

    /** The number within eps in S without its first member. */
    private int countWithoutFirst() {
        int count = 0;
        for (int place = lowest[1]; place < lowest[1] + width[1]; place++) {
            int away = 0;
            for (int i = 2; i < members.length && away == 0; i++) {
                away += outside(bySecond[i][place], i) ? 1 : 0;
            }
            count += 1 - away;
        }
        return count;
    }

    private boolean outside(int place, int member) {
        return Integer.compareUnsigned(place - lowest[member], width[member]) >= 0;
    }
}
