package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.data.Samples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.TreeNull;

/**
 * The O-information of all groups of each layer's neurons, and of what it is held against: the network before training, the
 * same values with the images shuffled, the values before the ReLU, and other ways to rank the many equal zeros.
 *
 * <p>Gaussian copula, estimated once for each file, condition and tie rule; every n-plet of the orders asked for. Dead neurons are
 * named and left out; a layer with fewer neurons alive than an order lacks that order. The results are the same bits for any
 * number of threads, seconds apart.
 */
public final class LayerStudy {
    private final LandscapeSettings settings;
    private final long network;
    private final Workers workers;
    private final Watch watch;

    private LayerStudy(LandscapeSettings settings, long network, Workers workers, Watch watch) {
        this.settings = settings;
        this.network = network;
        this.workers = workers;
        this.watch = watch;
    }

    /**
     * All landscapes of a network, layer by layer: the trained network with average ranks first, the controls behind it.
     *
     * @param untrained the same network before training, or null where it is not known
     * @param seed of the network, for the results and the random streams
     * @param threads at least 1
     * @param monitor is told of the n-plets scored, as units of order 0, of {@link #nplets} in all; may stop the study
     * @throws org.oinfo.data.BadInputException a layer cannot be used or has no more images than the largest order; before any work
     * @throws CancellationException the monitor wants to stop
     */
    public static List<LayerLandscape> of(
            Capture trained,
            @Nullable Capture untrained,
            LandscapeSettings settings,
            long seed,
            int threads,
            Monitor monitor) {
        List<LayerPlan> plans = LayerPlan.of(trained, untrained, settings);
        plans.forEach(plan -> plan.check(settings));
        Watch watch = new Watch(monitor, 0, nplets(plans, settings));
        List<LayerLandscape> landscapes = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            LayerStudy study = new LayerStudy(settings, seed, workers, watch);
            plans.forEach(plan -> landscapes.addAll(study.layer(plan)));
        }
        return landscapes;
    }

    /**
     * N-plets that a study scores, those of dead neurons included.
     *
     * @throws org.oinfo.data.BadInputException C(N,k) is beyond 2^63-1
     */
    public static long nplets(Capture trained, @Nullable Capture untrained, LandscapeSettings settings) {
        return nplets(LayerPlan.of(trained, untrained, settings), settings);
    }

    private static long nplets(List<LayerPlan> plans, LandscapeSettings settings) {
        return plans.stream().mapToLong(plan -> plan.nplets(settings)).sum();
    }

    private List<LayerLandscape> layer(LayerPlan plan) {
        List<LayerLandscape> landscapes = new ArrayList<>();
        try (Samples samples = plan.open(settings)) {
            LayerFacts facts = LayerFacts.of(samples, workers);
            Seeds seeds = Seeds.of(settings.seed(), network, plan.number());
            Optional<ClassControl> classes =
                    ClassControl.of(samples, plan.capture().labels(), workers);
            for (Variant variant : plan.variants()) {
                if (variant.condition() != Condition.WITHIN_CLASS || classes.isPresent()) {
                    landscapes.add(landscape(plan, samples, facts, variant, seeds, classes));
                    watch.advanced(0, skipped(variant, facts));
                } else {
                    watch.advanced(0, LayerPlan.nplets(variant, facts.width(), settings));
                }
            }
        }
        return landscapes;
    }

    private long skipped(Variant variant, LayerFacts facts) {
        return LayerPlan.nplets(variant, facts.width(), settings) - LayerPlan.nplets(variant, facts.alive(), settings);
    }

    private LayerLandscape landscape(
            LayerPlan plan,
            Samples samples,
            LayerFacts facts,
            Variant variant,
            Seeds seeds,
            Optional<ClassControl> classes) {
        @Nullable Spectrum spectrum = null;
        @Nullable TreeNull tree = null;
        @Nullable AboutClass about = null;
        List<Order> orders = new ArrayList<>();
        List<Subsets> subsets = List.of();
        List<Integer> possible = variant.orders().stream()
                .filter(order -> order <= facts.alive())
                .toList();
        requireGoingOn();
        if (!possible.isEmpty()) {
            OInformation info = estimate(samples, variant, seeds, classes);
            for (int order : possible) {
                orders.add(scan(info, order, seeds));
            }
            subsets = subsets(info, orders, possible, seeds);
            List<Integer> matched = variant.spectrumOrders(settings).stream()
                    .filter(possible::contains)
                    .toList();
            spectrum = new SpectrumControl(settings, workers, watch)
                    .of(info.estimate().matrix(), matched, seeds);
            if (variant.hasTree(settings)) {
                tree = new TreeControl(settings.controls().trees(), workers, watch)
                        .of(info, possible.getFirst(), seeds.tree());
            }
            if (variant.controlled() && settings.controls().triplets() > 0) {
                about = classes.flatMap(control ->
                                control.about(settings.controls().triplets(), seeds.nplets(), settings.backend()))
                        .orElse(null);
            }
        }
        return new LayerLandscape(
                network,
                plan.layer().layer(),
                plan.layer().activation(),
                variant.condition(),
                variant.ties().name().toLowerCase(Locale.ROOT),
                facts.width(),
                samples.samples(),
                facts.dead(),
                facts.zeros(),
                facts.tied(),
                orders,
                subsets,
                spectrum,
                tree,
                about);
    }

    private OInformation estimate(Samples samples, Variant variant, Seeds seeds, Optional<ClassControl> classes) {
        OInformationOptions options = OInformationOptions.defaults()
                .withEstimate(
                        EstimateOptions.defaults().withTies(variant.ties()).withSeed(seeds.ties()))
                .withBackend(settings.backend())
                .withThreads(workers.threads())
                .withTop(settings.top());
        if (variant.condition() == Condition.WITHIN_CLASS) {
            return OInformation.ofCovariance(classes.orElseThrow().within(), samples.samples(), options);
        }
        if (variant.condition() != Condition.SHUFFLED) {
            return OInformation.ofSamples(samples, options);
        }
        try (Samples shuffled = ShuffledSamples.of(samples, seeds.shuffle(), workers)) {
            return OInformation.ofSamples(shuffled, options);
        }
    }

    private Order scan(OInformation info, int order, Seeds seeds) {
        Level level = order <= settings.fullUpTo() ? Level.FULL : Level.PLAIN;
        ProgressSteps steps = new ProgressSteps();
        // N-plets of every order are units of the study.
        Monitor units = progress -> watch.advanced(0, steps.since(progress));
        ScanResult scan = info.withLevel(level).scan(order, units);
        if (scan.partial()) {
            throw new CancellationException();
        }
        return ScannedOrder.of(scan, MeanS.of(info.scorer(), order, seeds.nplets()));
    }

    private List<Subsets> subsets(OInformation info, List<Order> orders, List<Integer> possible, Seeds seeds) {
        if (settings.subsetDraws() == 0) {
            return List.of();
        }
        int alive = info.variables().count();
        if (alive <= settings.subsetSize()) {
            return RandomSubsets.whole(orders, alive);
        }
        return RandomSubsets.of(
                info.estimate().matrix(),
                possible,
                settings.subsetDraws(),
                settings.subsetSize(),
                seeds.subsets(),
                workers,
                watch);
    }

    private void requireGoingOn() {
        if (!watch.goOn()) {
            throw new CancellationException();
        }
    }
}
