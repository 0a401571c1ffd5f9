package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Claims;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.result.Copied;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Agreement;
import org.oinfo.study.result.Importance.Neuron;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.StudyResult;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;

/** A study that nobody made: numbers of the size that a real one has, drawn from a fixed seed. */
public final class InventedStudy {
    static final double MARGIN = 0.05;

    static final List<String> LAYERS = List.of("layer1", "layer2", "layer3", "output");
    static final int WIDTH = 200;
    private static final List<Integer> SIZES = List.of(5, 10, 20, 50);
    private static final int DRAWS = 20;

    private final InventedNumbers numbers = new InventedNumbers();
    private final InventedLandscapes layers = new InventedLandscapes(numbers);
    private final int networks;

    private InventedStudy(int networks) {
        this.networks = networks;
    }

    /** 5 networks of 784-200-200-200-10 neurons, cut to four sizes by 27 choices. */
    static StudyResult whole() {
        return of(5);
    }

    /** The same with so many networks. */
    public static StudyResult of(int networks) {
        return new InventedStudy(networks).result();
    }

    /** A study of which no stage is done. */
    static StudyResult nothing() {
        return new StudyResult(
                StudyResult.SCHEMA,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                MARGIN);
    }

    /** Activations that a user captured: landscapes of one network, two layers with names that want to be markup. */
    static StudyResult captured() {
        InventedStudy study = new InventedStudy(1);
        List<LayerLandscape> landscapes = List.of(
                study.layers.landscape(0, "</script><b>relu", 0, Activation.POST, Condition.TRAINED, "average", 3),
                study.layers.dead("/dead/Relu"),
                study.layers.landscape(0, "logits", 3, Activation.LOGITS, Condition.TRAINED, "average", 3));
        return new StudyResult(
                StudyResult.SCHEMA,
                Map.of("version", "0.1.0"),
                Map.of(),
                List.of(),
                landscapes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Claims.of(List.of(), landscapes, List.of(), List.of(), List.of(), List.of(), MARGIN),
                MARGIN);
    }

    /** Two networks whose sub-networks were only ablated, smallest at the best order; nothing was lost to silence neurons. */
    static StudyResult partly() {
        StudyResult whole = of(2);
        List<Pruning> prunings = whole.prunings().stream()
                .map(each -> new Pruning(
                        each.seed(),
                        each.scope(),
                        each.size() == SIZES.getFirst() ? 0 : each.size(),
                        each.choice(),
                        each.draw(),
                        each.layers(),
                        each.kept(),
                        each.o(),
                        each.groups(),
                        each.parameters(),
                        each.multiplyAdds(),
                        each.ablated(),
                        null,
                        null,
                        null,
                        List.of()))
                .toList();
        List<Difference> differences = whole.differences().stream()
                .filter(each -> each.treatment().equals("ablated"))
                .map(each -> new Difference(
                        each.scope(),
                        each.size() == SIZES.getFirst() ? 0 : each.size(),
                        each.treatment(),
                        each.choice(),
                        each.against(),
                        each.networks(),
                        each.mean(),
                        each.low(),
                        each.high(),
                        each.rank()))
                .toList();
        List<Importance> importance =
                whole.importance().stream().map(InventedStudy::withoutNetwork).toList();
        return new StudyResult(
                StudyResult.SCHEMA,
                whole.run(),
                Map.of("prune", Map.of("tuneEpochs", 0)),
                List.of(),
                List.of(),
                importance,
                prunings,
                List.of(),
                List.of(),
                differences,
                Claims.of(List.of(), List.of(), importance, prunings, List.of(), differences, MARGIN),
                MARGIN);
    }

    private static Importance withoutNetwork(Importance scores) {
        return new Importance(
                scores.seed(),
                scores.layer(),
                scores.order(),
                scores.extremes(),
                0,
                scores.neurons().stream()
                        .map(each -> new Neuron(
                                each.neuron(),
                                each.dead(),
                                each.meanO(),
                                each.synergisticShare(),
                                each.redundantShare(),
                                each.information(),
                                each.variance(),
                                null,
                                null,
                                null,
                                null))
                        .toList(),
                List.of());
    }

    private StudyResult result() {
        List<Training> training = new ArrayList<>();
        List<LayerLandscape> landscapes = new ArrayList<>();
        List<Importance> importance = new ArrayList<>();
        List<Pruning> prunings = new ArrayList<>();
        for (long seed = 1; seed <= networks; seed++) {
            training.add(training(seed));
            for (int depth = 0; depth < LAYERS.size(); depth++) {
                layers.landscapes(landscapes, seed, depth);
            }
            for (int depth = 0; depth < LAYERS.size() - 1; depth++) {
                importance.add(importance(seed, depth));
            }
            for (int size : SIZES) {
                prunings(prunings, seed, size);
            }
        }
        List<Copied> copied = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        for (Training each : training) {
            double noise = 0.01 * (each.seed() % 3);
            for (String layer : LAYERS.subList(0, LAYERS.size() - 1)) {
                copied.add(new Copied(each.seed(), layer, 20, 0.99, 760, 0, 0.9, 0.1 + noise, 2.5));
                interactions.add(new Interaction(
                        each.seed(), layer, 5, 200, 0.02, 0.001, 0.01, 0.4 + noise, 0.2 - noise, -0.3 + noise, 0.05));
            }
        }
        List<Difference> differences = differences(training, prunings);
        return new StudyResult(
                StudyResult.SCHEMA,
                run(),
                settings(),
                training,
                landscapes,
                importance,
                prunings,
                copied,
                interactions,
                differences,
                Claims.of(training, landscapes, importance, prunings, interactions, differences, MARGIN),
                MARGIN);
    }

    private static Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("version", "0.1.0");
        run.put("command", "oinfo study run --data fashion-mnist --network 200-200-200 --seeds 1..5");
        run.put("data", "fashion-mnist: 60,000 training and 10,000 test images of 28 x 28 pixels, 10 classes");
        run.put("network", "784-200-200-200-10");
        run.put("seconds_train", 812.4);
        return run;
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("epochs", 20);
        settings.put("rate", 0.001);
        settings.put("orders", List.of(3, 4, 5));
        settings.put("sizes", SIZES);
        return settings;
    }

    private Training training(long seed) {
        List<Training.Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            double accuracy = 0.895 - 0.07 * Math.exp(-epoch / 4.0) + numbers.noise(0.002);
            epochs.add(new Training.Epoch(epoch, 0.6 * Math.exp(-epoch / 8.0) + 0.05, accuracy));
        }
        return new Training(
                seed, epochs, 0.1 + numbers.noise(0.01), epochs.getLast().testAccuracy());
    }

    private Importance importance(long seed, int depth) {
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < WIDTH; i++) {
            if (depth == 0 && i == 3) {
                neurons.add(new Neuron(i, true, null, null, null, null, 0, 0.4, 0.0, 0.0, 0.0));
            } else {
                double o = 0.01 * (2 - depth) + numbers.noise(0.004);
                double information = Math.abs(0.3 + 10 * o + numbers.noise(0.1));
                double loss = 0.002 + 0.05 * o + Math.abs(numbers.noise(0.001));
                neurons.add(new Neuron(
                        i,
                        false,
                        o,
                        0.01,
                        0.02,
                        information,
                        Math.abs(numbers.noise(1)),
                        1 + numbers.noise(0.1),
                        loss,
                        2 * loss,
                        1 + loss));
            }
        }
        List<Agreement> agreement = new ArrayList<>();
        List<String> fields = List.of(
                "meanO",
                "synergisticShare",
                "redundantShare",
                "information",
                "variance",
                "weight",
                "ablationLoss",
                "taylor",
                "wanda");
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i + 1; j < fields.size(); j++) {
                Double correlation = i == 1 && j == 2 ? null : Double.valueOf(0.2 * (depth - 1) + numbers.noise(0.05));
                agreement.add(new Agreement(fields.get(i), fields.get(j), correlation));
            }
        }
        return new Importance(seed, LAYERS.get(depth), 3, 1000, 2000, neurons, agreement);
    }

    private void prunings(List<Pruning> all, long seed, int size) {
        double base = 0.885 - 1.0 / size;
        all.add(pruning(seed, size, "synergistic", 0, base + 0.004, -0.4));
        all.add(pruning(seed, size, "redundant", 0, base - 0.03, 3.1));
        for (String choice :
                List.of(Accuracies.MIN_TC, Accuracies.ENTROPY, Accuracies.RECONSTRUCTION, Accuracies.LABEL)) {
            all.add(pruning(seed, size, choice, 0, base + 0.001 * choice.length(), 0.1));
        }
        all.add(pruning(seed, size, "complement", 0, 0.89, null));
        for (int draw = 1; draw <= DRAWS; draw++) {
            all.add(pruning(seed, size, "random", draw, base, 0.2));
        }
        for (String choice : Accuracies.SINGLE) {
            all.add(pruning(seed, size, choice, 0, base + 0.002 * choice.length() - 0.012, 0.4));
        }
    }

    private Pruning pruning(long seed, int size, String choice, int draw, double accuracy, @Nullable Double o) {
        List<List<Integer>> kept = new ArrayList<>();
        List<@Nullable Double> omegas = new ArrayList<>();
        for (int depth = 0; depth < 3; depth++) {
            kept.add(numbers.draw(choice.equals("complement") ? WIDTH - size : size, WIDTH));
            omegas.add(o == null ? null : o * size / 10 + numbers.noise(0.01));
        }
        double retrained = accuracy + numbers.noise(0.004);
        double ablated = 0.1 + (accuracy - 0.6) * size / 100;
        return new Pruning(
                seed,
                "hidden",
                size,
                choice,
                draw,
                List.of("layer1", "layer2", "layer3").subList(0, kept.size()),
                kept,
                omegas,
                choice.equals("random") || choice.equals("complement")
                        ? List.of()
                        : kept.stream()
                                .map(k -> new Pruning.Group(1.5, 0.2, 0.4, 0.3, 0.1 + numbers.noise(0.02), 200, 0.01))
                                .toList(),
                794L * size + size * (size + 1) * 2L + 10,
                794L * size + size * size * 2L,
                ablated + numbers.noise(0.03),
                accuracy - 0.01 + numbers.noise(0.004),
                retrained,
                retrained + 0.006,
                byClass(accuracy));
    }

    /** The tenth class is told worst. */
    private static List<@Nullable Double> byClass(double accuracy) {
        List<@Nullable Double> classes = new ArrayList<>();
        for (int c = 0; c < 10; c++) {
            classes.add(accuracy - 0.01 * c);
        }
        return classes;
    }

    private static List<Difference> differences(List<Training> training, List<Pruning> prunings) {
        Accuracies accuracies = new Accuracies(prunings);
        PerNetwork whole = PerNetwork.empty();
        training.forEach(each -> whole.put(each.seed(), each.testAccuracy()));
        List<Difference> differences = new ArrayList<>();
        for (Treatment treatment : Treatment.values()) {
            for (int size : SIZES) {
                PerNetwork synergistic = accuracies.values("hidden", size, "synergistic", treatment);
                differences.add(difference(size, treatment, "synergistic", "whole", synergistic.minus(whole)));
                List<String> others = new ArrayList<>(List.of("redundant", "complement", "random"));
                others.addAll(
                        List.of(Accuracies.MIN_TC, Accuracies.ENTROPY, Accuracies.RECONSTRUCTION, Accuracies.LABEL));
                others.addAll(Accuracies.SINGLE);
                for (String other : others) {
                    PerNetwork against = accuracies.values("hidden", size, other, treatment);
                    differences.add(difference(size, treatment, "synergistic", other, synergistic.minus(against)));
                }
                PerNetwork redundant = accuracies.values("hidden", size, "redundant", treatment);
                PerNetwork against = accuracies.values("hidden", size, "random", treatment);
                differences.add(difference(size, treatment, "redundant", "random", redundant.minus(against)));
            }
        }
        return differences;
    }

    private static Difference difference(
            int size, Treatment treatment, String choice, String against, PerNetwork values) {
        Interval interval = values.interval();
        boolean alone = interval.networks() < 2;
        return new Difference(
                "hidden",
                size,
                treatment.field(),
                choice,
                against,
                interval.networks(),
                interval.mean(),
                alone ? null : Double.valueOf(interval.low()),
                alone ? null : Double.valueOf(interval.high()),
                against.equals("random") ? 0.31 : null);
    }
}
