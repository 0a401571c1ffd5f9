package org.oinfo.statistics.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Ranking;

/** The n-plets of the data that are tested, with their raw canonical Omega and the end each is tested at. */
record Candidates(int order, List<Candidate> list) {
    /**
     * One of them.
     *
     * @param o raw Omega, nats; NaN when singular
     * @param synergy whether it is tested at the synergistic end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Candidate(int[] nplet, double o, boolean synergy) {}

    /** Given n-plets; the sign of Omega less its bias decides the end. */
    static Candidates of(List<int[]> nplets, int order, CorrelationMatrix r, double bias) {
        Canonical canonical = new Canonical(r);
        List<Candidate> list = new ArrayList<>(nplets.size());
        for (int[] nplet : nplets) {
            canonical.score(nplet, 0, order);
            list.add(new Candidate(nplet, canonical.o(), canonical.o() - bias < 0));
        }
        return new Candidates(order, list);
    }

    /**
     * The extremes of a scan, most synergistic ones first, best first. An n-plet that is in both rankings stays at the end of
     * its sign.
     */
    static Candidates of(Landscape landscape, CorrelationMatrix r, double bias) {
        int order = landscape.settings().order();
        Combinations combinations = new Combinations(r.variables(), order);
        return of(
                unranked(landscape.mostSynergistic(), combinations, order),
                unranked(landscape.mostRedundant(), combinations, order),
                order,
                r,
                bias);
    }

    private static List<int[]> unranked(Ranking ranking, Combinations combinations, int order) {
        return Arrays.stream(ranking.sortedRanks())
                .mapToObj(rank -> {
                    int[] nplet = new int[order];
                    combinations.unrank(rank, nplet);
                    return nplet;
                })
                .toList();
    }

    /** The same of the lowest and the highest n-plets, each best first. */
    static Candidates of(List<int[]> low, List<int[]> high, int order, CorrelationMatrix r, double bias) {
        Canonical canonical = new Canonical(r);
        List<Candidate> list = new ArrayList<>(low.size() + high.size());
        for (boolean synergy : new boolean[] {true, false}) {
            List<int[]> others = synergy ? high : low;
            for (int[] nplet : synergy ? low : high) {
                canonical.score(nplet, 0, order);
                boolean negative = canonical.o() - bias < 0;
                if (synergy == negative || others.stream().noneMatch(other -> Arrays.equals(other, nplet))) {
                    list.add(new Candidate(nplet, canonical.o(), synergy));
                }
            }
        }
        return new Candidates(order, list);
    }

    int size() {
        return list.size();
    }

    /** The variables in them, ascending. */
    int[] variables() {
        return list.stream()
                .flatMapToInt(candidate -> Arrays.stream(candidate.nplet))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The same, of variables renumbered by their places in {@code ascending}. */
    Candidates among(int[] ascending) {
        return new Candidates(
                order,
                list.stream()
                        .map(candidate -> new Candidate(
                                Arrays.stream(candidate.nplet)
                                        .map(v -> Arrays.binarySearch(ascending, v))
                                        .toArray(),
                                candidate.o,
                                candidate.synergy))
                        .toList());
    }
}
