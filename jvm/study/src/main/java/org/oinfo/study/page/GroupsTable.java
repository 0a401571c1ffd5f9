package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oinfo.statistics.surrogate.FalseDiscovery;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Pruning;

/** The interaction of ablations of the groups that were kept, beside their Omega and total correlation. */
final class GroupsTable {
    private static final double LEVEL = 0.05;

    private GroupsTable() {}

    /** A group of one network: the kept neurons of one of the layers that a sub-network cuts. */
    private record Listed(Pruning of, int layer) {
        Pruning.Group group() {
            return of.groups().get(layer);
        }

        double p() {
            return Objects.requireNonNullElse(group().p(), 1.0);
        }
    }

    static Grid of(Accuracies accuracies) {
        Grid table = new Grid(
                "What groups matter beyond their neurons, test loss in nats, neurons ablated to their mean:"
                        + " interaction = gain of the loss when all are ablated less the sum of the gains of each alone; means over"
                        + " networks with 95 % intervals; p against random groups of about the same sum, q of Benjamini and Hochberg"
                        + " over the groups of a network",
                List.of(
                        "cut",
                        "layer cut",
                        "size",
                        "choice",
                        "Omega",
                        "TC",
                        "dOmega",
                        "gain of all",
                        "sum of singles",
                        "interaction",
                        "q < 5 %, networks"));
        for (String scope : accuracies.scopes()) {
            Map<Listed, Double> q = falseDiscovery(accuracies, scope);
            for (int size : accuracies.sizes(scope)) {
                for (String choice : Accuracies.GROUPS) {
                    List<Pruning> some = accuracies.of(scope, size, choice);
                    int layers = some.isEmpty() ? 0 : some.getFirst().groups().size();
                    for (int l = 0; l < layers; l++) {
                        int layer = l;
                        List<Listed> listed = some.stream()
                                .map(each -> new Listed(each, layer))
                                .toList();
                        long clear = listed.stream()
                                .filter(each -> q.getOrDefault(each, 1.0) < LEVEL)
                                .count();
                        table.row(List.of(
                                scope,
                                accuracies
                                        .cut(scope)
                                        .map(names -> names.get(layer))
                                        .orElse(Integer.toString(l + 1)),
                                Accuracies.words(size),
                                choice,
                                mean(listed.stream()
                                        .map(each -> each.of().o().get(layer))
                                        .toList()),
                                mean(listed.stream()
                                        .map(each -> each.group().tc())
                                        .toList()),
                                mean(listed.stream()
                                        .map(each -> each.group().domega())
                                        .toList()),
                                mean(listed.stream()
                                        .map(each -> (Double) each.group().gain())
                                        .toList()),
                                mean(listed.stream()
                                        .map(each -> (Double) each.group().singles())
                                        .toList()),
                                Digits.of(Interval.of(listed.stream()
                                        .map(each -> each.group().interaction())
                                        .toList())),
                                clear + " of " + listed.size()));
                    }
                }
            }
        }
        return table;
    }

    private static String mean(List<@Nullable Double> values) {
        return Digits.of(
                Interval.of(values.stream().filter(Objects::nonNull).toList()).mean());
    }

    /** The groups of each network. */
    private static Map<Long, List<Listed>> networks(Accuracies accuracies, String scope) {
        Map<Long, List<Listed>> networks = new HashMap<>();
        for (int size : accuracies.sizes(scope)) {
            for (String choice : Accuracies.GROUPS) {
                for (Pruning each : accuracies.of(scope, size, choice)) {
                    for (int l = 0; l < each.groups().size(); l++) {
                        networks.computeIfAbsent(each.seed(), s -> new ArrayList<>())
                                .add(new Listed(each, l));
                    }
                }
            }
        }
        return networks;
    }

    /** The q-value of every group, among the groups of its network. */
    private static Map<Listed, Double> falseDiscovery(Accuracies accuracies, String scope) {
        Map<Listed, Double> q = new HashMap<>();
        for (List<Listed> groups : networks(accuracies, scope).values()) {
            double[] values = FalseDiscovery.qValues(
                    groups.stream().mapToDouble(Listed::p).toArray());
            for (int i = 0; i < values.length; i++) {
                q.put(groups.get(i), values[i]);
            }
        }
        return q;
    }
}
