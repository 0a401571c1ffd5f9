package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Treatment;

/** Accuracy of sub-networks by scope, size, choice and treatment. */
final class Accuracies {
    /** The scope of all hidden layers at once. */
    static final String HIDDEN = "hidden";

    static final String SYNERGISTIC = "synergistic";
    static final String REDUNDANT = "redundant";
    static final String RANDOM = "random";
    static final String COMPLEMENT = "complement";

    static final String MIN_TC = "min-tc";
    static final String ENTROPY = "entropy";
    static final String RECONSTRUCTION = "reconstruction";
    static final String LABEL = "label";

    /** Choices that look at neurons together. */
    static final List<String> GROUPS = List.of(SYNERGISTIC, REDUNDANT, MIN_TC, ENTROPY, RECONSTRUCTION, LABEL);

    /** Choices by scores of single neurons. */
    static final List<String> SINGLE = List.of("information", "variance", "weight", "ablation", "taylor", "wanda");

    private final List<Pruning> all;

    Accuracies(List<Pruning> all) {
        this.all = all;
    }

    List<String> scopes() {
        return all.stream().map(Pruning::scope).distinct().toList();
    }

    /** The layers that a scope cuts, where they were told: hidden layers may be among them or not. */
    Optional<List<String>> cut(String scope) {
        return scope.equals(HIDDEN)
                ? all.stream()
                        .filter(each ->
                                each.scope().equals(scope) && !each.layers().isEmpty())
                        .findFirst()
                        .map(Pruning::layers)
                : Optional.of(List.of(scope));
    }

    List<Integer> sizes(String scope) {
        return all.stream()
                .filter(each -> each.scope().equals(scope))
                .map(Pruning::size)
                .distinct()
                .sorted()
                .toList();
    }

    /** In the order they were made. */
    List<String> choices(String scope) {
        return all.stream()
                .filter(each -> each.scope().equals(scope))
                .map(Pruning::choice)
                .distinct()
                .toList();
    }

    /** Those that any sub-network has an accuracy after. */
    List<Treatment> treatments() {
        return List.of(Treatment.values()).stream()
                .filter(treatment -> all.stream().anyMatch(each -> treatment.accuracy(each) != null))
                .toList();
    }

    /** The treatment that brings most back for what it costs: refitting, where it was done. */
    Treatment cheapest() {
        return Stream.of(Treatment.REFITTED, Treatment.TUNED, Treatment.RETRAINED)
                .filter(treatments()::contains)
                .findFirst()
                .orElse(Treatment.ABLATED);
    }

    /** Sub-networks of a choice. */
    List<Pruning> of(String scope, int size, String choice) {
        return all.stream()
                .filter(each -> each.scope().equals(scope)
                        && each.size() == size
                        && each.choice().equals(choice))
                .toList();
    }

    /** For each network; random choices of a network as their mean. */
    PerNetwork values(String scope, int size, String choice, Treatment treatment) {
        TreeMap<Long, List<Double>> draws = new TreeMap<>();
        for (Pruning each : of(scope, size, choice)) {
            Double accuracy = treatment.accuracy(each);
            if (accuracy != null) {
                draws.computeIfAbsent(each.seed(), seed -> new ArrayList<>()).add(accuracy);
            }
        }
        PerNetwork values = PerNetwork.empty();
        draws.forEach(
                (seed, accuracies) -> values.put(seed, Interval.of(accuracies).mean()));
        return values;
    }

    /** Accuracies of every draw of every network, ascending. */
    List<Double> draws(String scope, int size, String choice, Treatment treatment) {
        return of(scope, size, choice).stream()
                .map(treatment::accuracy)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** A size in words; 0 is the best order of each layer. */
    static String words(int size) {
        return size == 0 ? "best order" : Integer.toString(size);
    }

    /** The layers that were cut, in words. */
    static String words(String scope) {
        return scope.equals(HIDDEN) ? "every hidden layer cut" : "only " + scope + " cut";
    }
}
