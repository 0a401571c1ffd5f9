package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.Samples;
import org.oinfo.estimate.Measures;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;
import org.oinfo.study.importance.ScoreAgreement;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.MeanAblation;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * Whether Omega, the total correlation or dOmega tells which groups of a layer's neurons matter together: their rank correlations with
 * the interaction of ablations (see {@link GroupImportance}) over random groups.
 *
 * <p>Groups whose neurons matter much one by one also matter much together, whatever they share. So of {@value #DRAWN} random groups
 * the {@value #MATCHED} are taken whose sums of single gains lie nearest to the median of all.
 */
public final class GroupInteractions {
    private static final int DRAWN = 2000;
    private static final int MATCHED = 200;

    private final StudiedNetwork network;
    private final String layer;
    private final OInformation info;
    private final Optional<GroupsAboutClass> classes;
    private final MeanAblation ablation;
    private final double[] single;
    private final long seed;

    private GroupInteractions(
            StudiedNetwork network,
            int index,
            OInformation info,
            Optional<GroupsAboutClass> classes,
            MeanAblation ablation) {
        LayerShape shape = network.trained().architecture().layers().get(index);
        this.network = network;
        this.layer = shape.name();
        this.info = info;
        this.classes = classes;
        this.ablation = ablation;
        this.single = ablation.lossGains(
                IntStream.range(0, shape.units()).mapToObj(i -> new int[] {i}).toList());
        this.seed = Streams.matchedSeed(network.seed(), index);
    }

    /**
     * Of the layers and sizes that are cut; a size that leaves too few groups to compare is left out.
     *
     * @param images the network was trained on and is tested with
     * @param options how Omega is estimated and computed
     */
    public static List<Interaction> of(
            StudiedNetwork network, ImageSets images, PruneSettings settings, OInformationOptions options) {
        Images training = images.train().first(PruneJob.REFIT_IMAGES);
        Images test = images.test().first(PruneStudy.ABLATED_IMAGES);
        List<Interaction> found = new ArrayList<>();
        settings.scopes().stream()
                .flatMap(scope -> PruneSettings.layers(scope, network.trained().architecture()).stream())
                .distinct()
                .sorted()
                .forEach(index -> {
                    MeanAblation ablation =
                            MeanAblation.of(network.trained(), index, training, test, options.threads());
                    GroupInteractions groups = of(network, index, ablation, options);
                    settings.sizes().forEach(size -> groups.of(size).ifPresent(found::add));
                });
        return found;
    }

    private static GroupInteractions of(
            StudiedNetwork network, int index, MeanAblation ablation, OInformationOptions options) {
        String name = network.trained().architecture().layers().get(index).name();
        CapturedLayer captured = network.capture().layer(name, Activation.POST);
        try (Samples samples = network.capture().samples(captured)) {
            return new GroupInteractions(
                    network,
                    index,
                    OInformation.ofSamples(samples, options),
                    GroupsAboutClass.of(network.capture(), captured, options),
                    ablation);
        }
    }

    private Optional<Interaction> of(int size) {
        if (size >= info.variables().count() || size >= info.samples()) {
            return Optional.empty();
        }
        List<int[]> groups = matched(size);
        List<Measures> measures =
                info.measures(groups).stream().map(scored -> scored.measures()).toList();
        List<int[]> regular = IntStream.range(0, groups.size())
                .filter(g -> !measures.get(g).singular())
                .mapToObj(groups::get)
                .toList();
        return regular.size() < GroupImportance.FEWEST
                ? Optional.empty()
                : Optional.of(correlated(
                        regular,
                        measures.stream().filter(each -> !each.singular()).toList()));
    }

    private Interaction correlated(List<int[]> groups, List<Measures> measures) {
        double[] gains = ablation.lossGains(groups);
        double[] sums = groups.stream().mapToDouble(this::sum).toArray();
        double[] interactions = each(gains, g -> gains[g] - sums[g]);
        return new Interaction(
                network.seed(),
                layer,
                groups.getFirst().length,
                groups.size(),
                mean(sums),
                Arrays.stream(sums).max().orElseThrow()
                        - Arrays.stream(sums).min().orElseThrow(),
                mean(interactions),
                ScoreAgreement.spearman(
                        interactions, each(gains, g -> measures.get(g).o())),
                ScoreAgreement.spearman(
                        interactions, each(gains, g -> measures.get(g).tc())),
                aboutClass(groups, interactions),
                ScoreAgreement.spearman(interactions, sums));
    }

    /** Over the groups that have a dOmega. */
    private @Nullable Double aboutClass(List<int[]> groups, double[] interactions) {
        @Nullable Double[] domega = classes.map(each -> each.domega(groups)).orElse(new Double[groups.size()]);
        int[] known =
                IntStream.range(0, domega.length).filter(g -> domega[g] != null).toArray();
        return known.length < GroupImportance.FEWEST
                ? null
                : ScoreAgreement.spearman(
                        Arrays.stream(known).mapToDouble(g -> interactions[g]).toArray(),
                        Arrays.stream(known)
                                .mapToDouble(g -> Objects.requireNonNull(domega[g]))
                                .toArray());
    }

    private static double[] each(double[] groups, IntToDoubleFunction value) {
        return IntStream.range(0, groups.length).mapToDouble(value).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private double sum(int[] group) {
        return Arrays.stream(group).mapToDouble(i -> single[i]).sum();
    }

    /** Different groups of living neurons, those nearest to the median sum first. */
    private List<int[]> matched(int size) {
        int[] alive = info.variables().columns();
        UniformRandomProvider random = RandomStreams.of(seed, size);
        CombinationSampler sampler = new CombinationSampler(random, alive.length, size);
        Map<String, int[]> drawn = new LinkedHashMap<>();
        for (int i = 0; i < DRAWN; i++) {
            int[] group =
                    Arrays.stream(sampler.sample()).map(p -> alive[p]).sorted().toArray();
            drawn.put(Arrays.toString(group), group);
        }
        double[] sums = drawn.values().stream().mapToDouble(this::sum).sorted().toArray();
        double median = (sums[(sums.length - 1) / 2] + sums[sums.length / 2]) / 2;
        return drawn.values().stream()
                .sorted(Comparator.comparingDouble(group -> Math.abs(sum(group) - median)))
                .limit(MATCHED)
                .toList();
    }
}
