package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.oinfo.report.Provenance;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Interval;

/** Gathers what a claim is judged on: a claim holds where every case of it does, and fails where every case fails. */
public final class Judgement {
    private final String claim;
    private final List<String> evidence = new ArrayList<>();
    private final Map<String, Verdict> cases = new LinkedHashMap<>();
    private int intervals;
    private String figure = Provenance.NONE;
    private double clearest = Double.POSITIVE_INFINITY;

    Judgement(String claim) {
        this.claim = claim;
    }

    /** A sentence that decides nothing. */
    Judgement say(String sentence) {
        evidence.add(sentence);
        return this;
    }

    /** A case of the claim, as {@code order 3}, judged on so many intervals. */
    Judgement judge(String name, Verdict verdict, int judgedOn) {
        cases.put(name, verdict);
        intervals += judgedOn;
        return this;
    }

    /** Holds where an interval lies on the side that is claimed of a value, fails where it lies on the other. */
    Judgement judge(String name, Interval interval, double value, int side) {
        return judge(name, verdict(interval.side(value) * side), interval.exists() ? 1 : 0);
    }

    /** The same of a number that must pass a margin on either side of 0 to say anything. */
    Judgement judgeBeyond(String name, Interval interval, double margin, int side) {
        return judge(name, beyond(interval, margin, side), interval.exists() ? 1 : 0);
    }

    /** Whether an interval lies beyond a margin on the side that is claimed, on the other, or wholly within it. */
    static Verdict beyond(Interval interval, double margin, int side) {
        if (interval.low() > -margin && interval.high() < margin) {
            return Verdict.NO_SIDE;
        }
        return verdict((interval.low() > margin ? 1 : interval.high() < -margin ? -1 : 0) * side);
    }

    /**
     * Offers the number of a case as that of the claim, which is the number nearest to its threshold in units of its interval.
     *
     * @param words the number as it is shown
     */
    Judgement figure(String words, Interval interval, double threshold) {
        double unit = interval.exists() ? interval.high() - interval.mean() : 1;
        double clear = Math.abs(interval.mean() - threshold) / unit;
        if (clear < clearest || figure.equals(Provenance.NONE)) {
            clearest = clear;
            figure = words;
        }
        return this;
    }

    /** Nothing was there to judge. */
    boolean isEmpty() {
        return cases.isEmpty();
    }

    /** The claim, what became of it, and why. */
    Claim claim() {
        List<String> sentences = new ArrayList<>();
        Verdict verdict = whole();
        if (verdict == Verdict.UNDECIDED && cases.values().stream().distinct().count() > 1) {
            sentences.add("The cases differ. " + listed() + ".");
        }
        sentences.addAll(evidence);
        if (intervals > 1) {
            sentences.add(intervals + " intervals of 95 % were judged here, not corrected for their number.");
        }
        return new Claim(claim, verdict, figure, List.copyOf(sentences));
    }

    private Verdict whole() {
        List<Verdict> distinct = cases.values().stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : Verdict.UNDECIDED;
    }

    private String listed() {
        Map<Verdict, List<String>> byVerdict = cases.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        () -> new EnumMap<>(Verdict.class),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byVerdict.entrySet().stream()
                .map(entry -> capital(word(entry.getKey())) + ": " + String.join("; ", entry.getValue()))
                .collect(Collectors.joining(". "));
    }

    /** Words as a sentence begins with them. */
    public static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A verdict in a sentence. */
    public static String word(Verdict verdict) {
        return verdict == Verdict.NO_SIDE
                ? "no side beyond the margin"
                : verdict.name().toLowerCase(Locale.ROOT);
    }

    private static Verdict verdict(int side) {
        return side > 0 ? Verdict.HELD : side < 0 ? Verdict.FAILED : Verdict.UNDECIDED;
    }
}
