package org.oinfo.study.claims;

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
public final class Accuracies {
    /** The scope of all hidden layers at once. */
    public static final String HIDDEN = "hidden";

    /** The group of smallest Omega that a search found. */
    public static final String SYNERGISTIC = "synergistic";
    /** That of largest Omega. */
    public static final String REDUNDANT = "redundant";
    /** Drawn from the neurons that are not dead. */
    public static final String RANDOM = "random";
    /** All but the synergistic ones. */
    public static final String COMPLEMENT = "complement";

    /** Of least total correlation. */
    public static final String MIN_TC = "min-tc";
    /** Of largest joint entropy. */
    public static final String ENTROPY = "entropy";
    /** From which the next layer is told best. */
    public static final String RECONSTRUCTION = "reconstruction";
    /** That tell the class best. */
    public static final String LABEL = "label";

    /** Choices that look at neurons together. */
    public static final List<String> GROUPS = List.of(SYNERGISTIC, REDUNDANT, MIN_TC, ENTROPY, RECONSTRUCTION, LABEL);

    /** Choices by scores of single neurons. */
    public static final List<String> SINGLE =
            List.of("information", "variance", "weight", "ablation", "taylor", "wanda");

    private final List<Pruning> all;

    /** Of sub-networks. */
    public Accuracies(List<Pruning> all) {
        this.all = all;
    }

    /** Which layers were cut, in the order they were. */
    public List<String> scopes() {
        return all.stream().map(Pruning::scope).distinct().toList();
    }

    /** The layers that a scope cuts, where they were told: hidden layers may be among them or not. */
    public Optional<List<String>> cut(String scope) {
        return scope.equals(HIDDEN)
                ? all.stream()
                        .filter(each ->
                                each.scope().equals(scope) && !each.layers().isEmpty())
                        .findFirst()
                        .map(Pruning::layers)
                : Optional.of(List.of(scope));
    }

    /** Neurons kept in a scope, ascending. */
    public List<Integer> sizes(String scope) {
        return all.stream()
                .filter(each -> each.scope().equals(scope))
                .map(Pruning::size)
                .distinct()
                .sorted()
                .toList();
    }

    /** In the order they were made. */
    public List<String> choices(String scope) {
        return all.stream()
                .filter(each -> each.scope().equals(scope))
                .map(Pruning::choice)
                .distinct()
                .toList();
    }

    /** Those that any sub-network has an accuracy after. */
    public List<Treatment> treatments() {
        return List.of(Treatment.values()).stream()
                .filter(treatment -> all.stream().anyMatch(each -> treatment.accuracy(each) != null))
                .toList();
    }

    /** The treatment that brings most back for what it costs: refitting, where it was done. */
    public Treatment cheapest() {
        return Stream.of(Treatment.REFITTED, Treatment.TUNED, Treatment.RETRAINED)
                .filter(treatments()::contains)
                .findFirst()
                .orElse(Treatment.ABLATED);
    }

    /** Sub-networks of a choice. */
    public List<Pruning> of(String scope, int size, String choice) {
        return all.stream()
                .filter(each -> each.scope().equals(scope)
                        && each.size() == size
                        && each.choice().equals(choice))
                .toList();
    }

    /** For each network; random choices of a network as their mean. */
    public PerNetwork values(String scope, int size, String choice, Treatment treatment) {
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
    public List<Double> draws(String scope, int size, String choice, Treatment treatment) {
        return of(scope, size, choice).stream()
                .map(treatment::accuracy)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** A size in words; 0 is the best order of each layer. */
    public static String words(int size) {
        return size == 0 ? "best order" : Integer.toString(size);
    }

    /** The layers that were cut, in words. */
    public static String words(String scope) {
        return scope.equals(HIDDEN) ? "every hidden layer cut" : "only " + scope + " cut";
    }
}
