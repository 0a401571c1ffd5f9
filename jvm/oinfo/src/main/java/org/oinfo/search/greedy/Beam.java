package org.oinfo.search.greedy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.Nplets;

/** The n-plets that one start of a greedy search holds: at most W of one order, the most extreme first. */
final class Beam {
    /** Quick values that differ by less, nats, are told apart by the canonical ones. */
    private static final double WINDOW = 1e-10;

    /** A quick value this far from the canonical one, nats, could lose an n-plet from the window. */
    private static final double DRIFT = WINDOW / 4;

    /** An n-plet of the beam, and what it grows by. */
    private record BeamNplet(int[] nplet, Growth growth) {}

    /** A held n-plet with a variable added; values are signed so that smaller is more extreme. */
    private record Candidate(int parent, int variable, int[] nplet, double quick) {}

    /** A candidate with its canonical measures. */
    private record Settled(Candidate candidate, FoundNplet raw, long key) {}

    private static final Comparator<Settled> BEST_FIRST = Comparator.comparingLong(Settled::key)
            .thenComparing(settled -> settled.candidate().nplet(), Arrays::compare);

    private final int n;
    private final GreedySettings settings;
    private final double sign;
    private final double drift;
    private final NpletScore canonical;
    private final List<GreedyStep> steps = new ArrayList<>();
    private final BitSet singularVariables = new BitSet();
    private List<BeamNplet> held;
    /** The most extreme n-plet of the last step, without bias correction. */
    private FoundNplet raw;

    private long singular;
    /** Signed quick values [N] of each n-plet held. */
    private double[][] values = new double[0][];

    Beam(int n, GreedySettings settings, boolean redundant, NpletScore canonical, Growth empty, int[] start) {
        this(n, settings, redundant, canonical, empty, start, DRIFT);
    }

    /** With any bound on the drift, so that tests can have much distrust. */
    Beam(
            int n,
            GreedySettings settings,
            boolean redundant,
            NpletScore canonical,
            Growth empty,
            int[] start,
            double drift) {
        this.n = n;
        this.settings = settings;
        this.sign = redundant ? -1 : 1;
        this.canonical = canonical;
        this.drift = drift;
        this.raw = FoundNplet.of(start, canonical);
        if (raw.singular()) {
            throw new IllegalArgumentException("a start must not be singular: " + Arrays.toString(start));
        }
        Growth growth = empty.copy();
        for (int variable : start) {
            growth.add(variable);
        }
        held = List.of(new BeamNplet(start, growth));
        steps.add(new GreedyStep(GreedyStep.START, raw.less(bias(start.length))));
    }

    /** Order of the n-plets that are held. */
    int order() {
        return steps.getLast().found().order();
    }

    /** Whether there is a larger order to grow to, and something to grow. */
    boolean canGrow() {
        return !held.isEmpty() && order() < settings.maxOrder();
    }

    /** The most extreme n-plet of the last step, with its raw measures. */
    FoundNplet raw() {
        return raw;
    }

    List<GreedyStep> steps() {
        return List.copyOf(steps);
    }

    long singular() {
        return singular;
    }

    int[] singularVariables() {
        return singularVariables.stream().toArray();
    }

    /** Grows by one variable, or finds that every larger n-plet is singular. Returns how many were looked at. */
    long grow() {
        List<Settled> chosen = choose();
        while (distrusted(chosen)) {
            chosen = choose();
        }
        countSingular();
        long candidates = (long) held.size() * (n - order());
        if (!chosen.isEmpty()) {
            Settled best = chosen.getFirst();
            raw = best.raw;
            steps.add(new GreedyStep(best.candidate.variable, best.raw.less(bias(order() + 1))));
        }
        held = children(chosen);
        return candidates;
    }

    private List<Settled> choose() {
        score();
        List<Settled> settled = new ArrayList<>();
        for (Candidate candidate : shortlist()) {
            FoundNplet raw = FoundNplet.of(candidate.nplet, canonical);
            if (!raw.singular()) {
                settled.add(new Settled(candidate, raw, Ranking.key(sign * raw.o())));
            }
        }
        settled.sort(BEST_FIRST);
        return settled.subList(0, Math.min(settings.beam(), settled.size()));
    }

    private void score() {
        int known = values.length;
        if (known < held.size()) {
            values = Arrays.copyOf(values, held.size());
            for (int i = known; i < values.length; i++) {
                values[i] = new double[n];
            }
        }
        for (int i = 0; i < held.size(); i++) {
            double[] row = values[i];
            held.get(i).growth.omegas(row);
            for (int j = 0; j < n; j++) {
                row[j] *= sign;
            }
        }
    }

    /** Distinct n-plets that may be among the best W: those whose quick value is in the window of the W-th. */
    private Iterable<Candidate> shortlist() {
        double bound = bound() + WINDOW;
        List<Candidate> near = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            for (int j = 0; j < n; j++) {
                if (values[i][j] <= bound) {
                    near.add(new Candidate(i, j, Nplets.with(held.get(i).nplet, j), values[i][j]));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Candidate::quick));
        TreeMap<int[], Candidate> distinct = new TreeMap<>(Arrays::compare);
        double last = Double.POSITIVE_INFINITY;
        for (Candidate candidate : near) {
            if (candidate.quick > last) {
                break;
            }
            // Quick values of one n-plet differ in their last bits: the best parent, not they, decides.
            distinct.merge(candidate.nplet, candidate, (a, b) -> a.parent <= b.parent ? a : b);
            if (distinct.size() == settings.beam() && last == Double.POSITIVE_INFINITY) {
                last = candidate.quick + WINDOW;
            }
        }
        return distinct.values();
    }

    /** A value that at least W distinct n-plets do not exceed: each has at most as many parents as it has members. */
    private double bound() {
        long wanted = (long) settings.beam() * Math.min(held.size(), order() + 1);
        SmallestValues smallest = new SmallestValues((int) Math.min(wanted, (long) held.size() * n));
        for (int i = 0; i < held.size(); i++) {
            smallest.offerAll(values[i]);
        }
        return smallest.largest();
    }

    /** Whether some n-plet held has drifted, seen by its chosen children, and can do better. */
    private boolean distrusted(List<Settled> chosen) {
        BitSet drifted = new BitSet();
        for (Settled settled : chosen) {
            if (!(Math.abs(settled.candidate.quick - sign * settled.raw.o()) <= drift)) {
                drifted.set(settled.candidate.parent);
            }
        }
        return drifted.stream().filter(i -> held.get(i).growth.distrust()).count() > 0;
    }

    private void countSingular() {
        for (int i = 0; i < held.size(); i++) {
            int[] nplet = held.get(i).nplet;
            for (int j = 0; j < n; j++) {
                if (Double.isNaN(values[i][j]) && Arrays.binarySearch(nplet, j) < 0) {
                    singular++;
                    singularVariables.set(j);
                }
            }
        }
    }

    /** The chosen n-plets; the last child of each parent takes over its growth. */
    private List<BeamNplet> children(List<Settled> chosen) {
        int[] left = new int[held.size()];
        for (Settled settled : chosen) {
            left[settled.candidate.parent]++;
        }
        List<BeamNplet> children = new ArrayList<>(chosen.size());
        for (Settled settled : chosen) {
            Candidate candidate = settled.candidate;
            Growth growth = held.get(candidate.parent).growth;
            if (--left[candidate.parent] > 0) {
                growth = growth.copy();
            }
            growth.add(candidate.variable);
            children.add(new BeamNplet(candidate.nplet, growth));
        }
        return children;
    }

    private @Nullable BiasCorrection bias(int order) {
        return settings.biasSamples() == 0 ? null : new BiasCorrection(order, settings.biasSamples());
    }
}
