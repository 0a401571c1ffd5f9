package org.oinfo.study.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Importance.Agreement;
import org.oinfo.study.result.Importance.Neuron;

/** How alike the scores of neurons rank them: Spearman's rank correlation, ties at their mean rank, for each pair of scores. */
public final class ScoreAgreement {
    /** A field of {@link Neuron} under its name. */
    private record Score(String name, Function<Neuron, @Nullable Double> of) {}

    private static final List<Score> SCORES = List.of(
            new Score("meanO", Neuron::meanO),
            new Score("synergisticShare", Neuron::synergisticShare),
            new Score("redundantShare", Neuron::redundantShare),
            new Score("information", Neuron::information),
            new Score("variance", Neuron::variance),
            new Score("weight", Neuron::weight),
            new Score("ablationLoss", Neuron::ablationLoss),
            new Score("taylor", Neuron::taylor),
            new Score("wanda", Neuron::wanda));

    private ScoreAgreement() {}

    /** Every pair of scores, in the order of the fields; none where no neuron is alive. */
    static List<Agreement> of(List<Neuron> neurons) {
        List<Neuron> alive = neurons.stream().filter(neuron -> !neuron.dead()).toList();
        List<Agreement> agreement = new ArrayList<>();
        for (int i = 0; i < SCORES.size() && !alive.isEmpty(); i++) {
            for (int j = i + 1; j < SCORES.size(); j++) {
                Score first = SCORES.get(i);
                Score second = SCORES.get(j);
                agreement.add(new Agreement(first.name(), second.name(), correlation(alive, first, second)));
            }
        }
        return agreement;
    }

    private static @Nullable Double correlation(List<Neuron> neurons, Score first, Score second) {
        double[] x = new double[neurons.size()];
        double[] y = new double[neurons.size()];
        int count = 0;
        for (Neuron neuron : neurons) {
            Double a = first.of().apply(neuron);
            Double b = second.of().apply(neuron);
            if (a != null && b != null) {
                x[count] = a;
                y[count++] = b;
            }
        }
        return spearman(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    /** Spearman's correlation, or null where one side is constant or there is nothing. */
    public static @Nullable Double spearman(double[] x, double[] y) {
        double[] a = AverageRanks.of(x);
        double[] b = AverageRanks.of(y);
        // Twice the distance from the mean rank is a whole number, so a constant side gives exactly 0.
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            double p = 2 * a[i] - a.length - 1;
            double q = 2 * b[i] - b.length - 1;
            aa += p * p;
            ab += p * q;
            bb += q * q;
        }
        return aa == 0 || bb == 0 ? null : (Double) Math.clamp(ab / Math.sqrt(aa * bb), -1, 1);
    }
}
