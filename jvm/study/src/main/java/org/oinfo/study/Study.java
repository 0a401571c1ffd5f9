package org.oinfo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.PixelCapture;
import org.oinfo.study.claims.Claims;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.importance.ImportanceSettings;
import org.oinfo.study.importance.NeuronScores;
import org.oinfo.study.landscape.CopiedGroups;
import org.oinfo.study.landscape.LayerStudy;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Copies;
import org.oinfo.study.prune.Differences;
import org.oinfo.study.prune.GroupInteractions;
import org.oinfo.study.prune.PruneSettings;
import org.oinfo.study.prune.PruneStudy;
import org.oinfo.study.prune.StudiedNetwork;
import org.oinfo.study.result.Copied;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.StudyResult;
import org.oinfo.study.result.Training;
import tools.jackson.core.type.TypeReference;

/**
 * A study of trained networks, stage by stage, in a folder. A stage that was finished with the same settings is not done again.
 *
 * <p>Claims tested: Clauw, Stramaglia and Marinazzo 2022 (arXiv 2211.00416).
 */
public final class Study {
    private static final TypeReference<List<LayerLandscape>> LANDSCAPES = new TypeReference<>() {};
    private static final TypeReference<List<Importance>> IMPORTANCE = new TypeReference<>() {};
    private static final TypeReference<List<Copied>> COPIED = new TypeReference<>() {};
    private static final TypeReference<List<Interaction>> INTERACTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Pruning>> PRUNINGS = new TypeReference<>() {};

    /** The seed, in results, of what no network has made. */
    private static final long INPUT = 0;

    /** The stages, one after the other; each needs those before it. */
    public enum Stage {
        /** Networks are trained. */
        TRAIN,
        /** The answers of their neurons to images are saved. */
        CAPTURE,
        /** Every group of neurons of a layer is scored. */
        LAYERS,
        /** Every neuron is scored. */
        IMPORTANCE,
        /** Sub-networks are tested. */
        PRUNE
    }

    private final StudyFolder folder;
    private final StudySettings settings;
    private final ImageSets images;
    private final int threads;
    private final StudyProgress progress;
    private final TrainStage networks;
    private final CaptureStage captures;

    /**
     * A study in a folder.
     *
     * @param images all that the settings name; as many training images as they ask for are used
     */
    public Study(StudyFolder folder, StudySettings settings, ImageSets images, int threads, StudyProgress progress) {
        this(folder, settings, images, threads, progress, null);
    }

    /**
     * The same.
     *
     * @param usual where the networks that get copies may be found as they were trained, or null
     */
    public Study(
            StudyFolder folder,
            StudySettings settings,
            ImageSets images,
            int threads,
            StudyProgress progress,
            @Nullable StudyFolder usual) {
        this.folder = folder;
        this.settings = settings;
        this.images = settings.train().shown(images);
        this.threads = threads;
        this.progress = progress;
        this.networks = new TrainStage(folder, settings.train(), this.images, usual);
        this.captures = new CaptureStage(folder, settings.capture(), this.images, networks);
    }

    /**
     * Refuses settings that no study of these images can have, before there is one.
     *
     * @param last stage that will be done
     * @throws org.oinfo.data.BadInputException there is no such network, layer, size or order
     */
    public static void check(StudySettings settings, ImageSets images, Stage last) {
        Architecture architecture = settings.train().architecture(images.train());
        settings.importance().scan(OInformationOptions.defaults());
        if (last == Stage.PRUNE) {
            settings.prune().check(architecture);
        }
    }

    /**
     * Does what is not done yet, up to a stage.
     *
     * @throws CancellationException the user wants to stop; what is finished is saved
     */
    public void run(Stage last) throws IOException {
        networks.run(threads, progress);
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(last) <= 0) {
                if (stage == Stage.LAYERS) {
                    input();
                }
                for (long seed : seeds()) {
                    run(stage, seed);
                }
            }
        }
    }

    /** The images as layer 0, the same for all networks. */
    private void input() throws IOException {
        folder.once(inputFile(), inputDependsOn(), LANDSCAPES, () -> {
            Capture pixels = PixelCapture.write(captures.shown(), folder.path().resolve("input"));
            long nplets = LayerStudy.nplets(pixels, null, settings.layers());
            try (StudyProgress.Stage stage = progress.begin("input: layers", nplets)) {
                return LayerStudy.of(pixels, null, settings.layers(), INPUT, threads, stage);
            }
        });
    }

    private Path inputFile() {
        return folder.path().resolve("input.json");
    }

    private Object inputDependsOn() {
        TrainSettings train = settings.train();
        return Map.of(
                "data", images.checksum(),
                "images", train.images(),
                "random_labels", train.randomLabels(),
                "capture", settings.capture(),
                "layers", settings.layers().computed());
    }

    private void run(Stage stage, long seed) throws IOException {
        switch (stage) {
            case TRAIN -> {} // all at once, side by side
            case CAPTURE -> captures.run(seed, progress);
            case LAYERS -> {
                once(seed, "landscapes", layersDependOn(seed), LANDSCAPES, () -> landscapes(seed));
                Optional<Copies> copies = networks.copies(seed);
                if (copies.isPresent()) {
                    once(seed, "copied", captures.dependsOn(seed), COPIED, () -> copied(seed, copies.get()));
                }
            }
            case IMPORTANCE -> once(seed, "importance", scoresDependOn(seed), IMPORTANCE, () -> importance(seed));
            case PRUNE -> {
                once(seed, "interactions", interactionsDependOn(seed), INTERACTIONS, () -> interactions(seed));
                once(seed, "prunings", pruningsDependOn(seed), PRUNINGS, () -> prunings(seed));
            }
        }
    }

    private <T> void once(long seed, String name, Object dependsOn, TypeReference<T> type, StudyFolder.Work<T> work)
            throws IOException {
        Path file = folder.network(seed).resolve(name + ".json");
        if (folder.finished(file, dependsOn, type).isEmpty()) {
            long begun = System.nanoTime();
            T found = work.find();
            double seconds = (System.nanoTime() - begun) * 1e-9;
            folder.save(file, dependsOn, found, seconds);
            progress.say(String.format(Locale.ROOT, "network %d: %s (%.1f s)", seed, name, seconds));
        }
    }

    private List<LayerLandscape> landscapes(long seed) throws IOException {
        Capture trained = captures.trained(seed);
        Capture untrained = captures.untrained(seed);
        long nplets = LayerStudy.nplets(trained, untrained, settings.layers());
        try (StudyProgress.Stage stage = progress.begin("network " + seed + ": layers", nplets)) {
            return LayerStudy.of(trained, untrained, settings.layers(), seed, threads, stage);
        }
    }

    private List<Importance> importance(long seed) throws IOException {
        Capture capture = captures.trained(seed);
        ImportanceSettings scores = settings.importance().scan(OInformationOptions.defaults());
        NeuronScores neurons = NeuronScores.ofNetwork(
                networks.trained(seed), capture, capture.labels(), captures.shown(), scores, seed);
        try (StudyProgress.Stage stage = progress.begin("network " + seed + ": importance", neurons.units())) {
            return neurons.run(threads, stage);
        }
    }

    private List<Pruning> prunings(long seed) throws IOException {
        List<Importance> scores = folder.finished(
                        folder.network(seed).resolve("importance.json"), scoresDependOn(seed), IMPORTANCE)
                .orElse(List.of());
        StudiedNetwork network = new StudiedNetwork(
                seed, networks.initial(seed), networks.trained(seed), captures.trained(seed), scores);
        if (seed == settings.train().seed()) {
            settings.prune().left(networks.architecture()).forEach(progress::say);
        }
        PruneSettings possible = settings.prune().possible(networks.architecture(), scores);
        if (!possible.equals(settings.prune())) {
            progress.say("network " + seed + ": of the sizes "
                    + settings.prune().sizes() + " its living neurons allow " + possible.sizes());
        }
        PruneStudy study = PruneStudy.of(
                List.of(network),
                images,
                settings.train().training(seed),
                possible,
                OInformationOptions.defaults().withThreads(threads),
                StudyProgress.NONE.begin("", 0));
        try (StudyProgress.Stage stage = progress.begin("network " + seed + ": prune", study.work())) {
            return study.run(threads, stage);
        }
    }

    private List<Copied> copied(long seed, Copies copies) throws IOException {
        return CopiedGroups.of(
                captures.trained(seed),
                copies,
                seed,
                OInformationOptions.defaults().withThreads(threads));
    }

    private List<Interaction> interactions(long seed) throws IOException {
        StudiedNetwork network = new StudiedNetwork(
                seed, networks.initial(seed), networks.trained(seed), captures.trained(seed), List.of());
        return GroupInteractions.of(
                network,
                images,
                settings.prune(),
                OInformationOptions.defaults().withThreads(threads));
    }

    private Object interactionsDependOn(long seed) {
        return Map.of(
                "capture", captures.dependsOn(seed),
                "sizes", settings.prune().sizes(),
                "scopes", settings.prune().scopes());
    }

    private Object layersDependOn(long seed) {
        return Map.of(
                "capture", captures.dependsOn(seed), "layers", settings.layers().computed());
    }

    private Object scoresDependOn(long seed) {
        return Map.of("capture", captures.dependsOn(seed), "importance", settings.importance());
    }

    private Object pruningsDependOn(long seed) {
        return Map.of("importance", scoresDependOn(seed), "prune", settings.prune());
    }

    private long[] seeds() {
        return LongStream.range(0, settings.train().networks())
                .map(i -> settings.train().seed((int) i))
                .toArray();
    }

    /**
     * Everything that is finished, and what it says of the claims.
     *
     * @param command the command line, for the record
     */
    public StudyResult result(String version, String command) throws IOException {
        List<Training> training = new ArrayList<>();
        List<LayerLandscape> landscapes = new ArrayList<>();
        List<Importance> importance = new ArrayList<>();
        List<Pruning> prunings = new ArrayList<>();
        List<Copied> copied = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        folder.finished(inputFile(), inputDependsOn(), LANDSCAPES).ifPresent(landscapes::addAll);
        for (long seed : seeds()) {
            networks.found(seed).ifPresent(training::add);
            found(seed, "landscapes", layersDependOn(seed), LANDSCAPES).ifPresent(landscapes::addAll);
            if (networks.copies(seed).isPresent()) {
                found(seed, "copied", captures.dependsOn(seed), COPIED).ifPresent(copied::addAll);
            }
            found(seed, "interactions", interactionsDependOn(seed), INTERACTIONS)
                    .ifPresent(interactions::addAll);
            found(seed, "importance", scoresDependOn(seed), IMPORTANCE).ifPresent(importance::addAll);
            found(seed, "prunings", pruningsDependOn(seed), PRUNINGS).ifPresent(prunings::addAll);
        }
        List<Difference> differences = Differences.of(prunings, training);
        double margin = settings.layers().controls().margin();
        return new StudyResult(
                StudyResult.SCHEMA,
                provenance(version, command),
                new LinkedHashMap<>(folder.asMap(settings)),
                training,
                landscapes,
                importance,
                prunings,
                copied,
                interactions,
                differences,
                Claims.of(training, landscapes, importance, prunings, interactions, differences, margin),
                margin);
    }

    private <T> Optional<T> found(long seed, String name, Object dependsOn, TypeReference<T> type) throws IOException {
        return folder.finished(folder.network(seed).resolve(name + ".json"), dependsOn, type);
    }

    private Map<String, Object> provenance(String version, String command) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("version", version);
        run.put("command", command);
        run.put("data", images.name());
        run.put("source", images.source());
        run.put("sha256", images.checksum());
        run.put("training_images", images.train().count());
        run.put("test_images", images.test().count());
        run.put("captured_images", captures.shown().count());
        run.put("network", networks.architecture().toString());
        run.put("parameters", networks.architecture().parameters());
        run.putAll(Machine.card());
        run.put("threads", threads);
        run.put("seconds", folder.seconds());
        return run;
    }
}
