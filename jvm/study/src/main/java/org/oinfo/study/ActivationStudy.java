package org.oinfo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.OInformationOptions;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.claims.Claims;
import org.oinfo.study.importance.ImportanceSettings;
import org.oinfo.study.importance.NeuronScores;
import org.oinfo.study.landscape.LandscapeSettings;
import org.oinfo.study.landscape.LayerStudy;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.StudyResult;
import tools.jackson.core.type.TypeReference;

/** A study of given activations, of a network trained elsewhere: its layers and its neurons, nothing trained. */
public final class ActivationStudy {
    private static final TypeReference<List<LayerLandscape>> LANDSCAPES = new TypeReference<>() {};
    private static final TypeReference<List<Importance>> IMPORTANCE = new TypeReference<>() {};

    /** The seed, in results, of a network that has none. */
    private static final long GIVEN = 0;

    private final StudyFolder folder;
    private final Capture capture;
    private final Settings settings;
    private final int threads;
    private final StudyProgress progress;

    /** Every setting, stage by stage. */
    public record Settings(LandscapeSettings layers, ScoreSettings importance) {
        /** Those of a study of images. */
        public static Settings usual() {
            StudySettings usual = StudySettings.usual("");
            return new Settings(usual.layers(), usual.importance());
        }
    }

    /** A study in the folder of a capture. */
    public ActivationStudy(
            StudyFolder folder, Capture capture, Settings settings, int threads, StudyProgress progress) {
        this.folder = folder;
        this.capture = capture;
        this.settings = settings;
        this.threads = threads;
        this.progress = progress;
    }

    /** Scores every group of every layer, unless that is done. */
    public void layers() throws IOException {
        folder.once(file("landscapes"), dependsOn(settings.layers().computed()), LANDSCAPES, () -> {
            long nplets = LayerStudy.nplets(capture, null, settings.layers());
            try (StudyProgress.Stage stage = progress.begin("layers", nplets)) {
                return LayerStudy.of(capture, null, settings.layers(), GIVEN, threads, stage);
            }
        });
    }

    /** Scores every neuron after a ReLU, unless that is done. */
    public void importance() throws IOException {
        folder.once(file("importance"), dependsOn(settings.importance()), IMPORTANCE, () -> {
            ImportanceSettings scores = settings.importance().scan(OInformationOptions.defaults());
            int[] labels = capture.labels();
            NeuronScores neurons = NeuronScores.ofActivations(capture, labels.length == 0 ? null : labels, scores);
            try (StudyProgress.Stage stage = progress.begin("importance", neurons.units())) {
                return neurons.run(threads, stage);
            }
        });
    }

    private Path file(String name) {
        return folder.path().resolve(name + ".json");
    }

    private Object dependsOn(Object stage) {
        return Map.of("layers", capture.layers(), "images", capture.images(), "settings", stage);
    }

    /** Everything that is finished, and what it says of the claims. */
    public StudyResult result(String version, String command) throws IOException {
        List<LayerLandscape> landscapes = folder.finished(
                        file("landscapes"), dependsOn(settings.layers().computed()), LANDSCAPES)
                .orElse(List.of());
        List<Importance> importance = folder.finished(file("importance"), dependsOn(settings.importance()), IMPORTANCE)
                .orElse(List.of());
        double margin = settings.layers().controls().margin();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("version", version);
        run.put("command", command);
        run.put("activations", capture.folder().toString());
        run.put("captured_images", capture.images());
        run.putAll(Machine.card());
        run.put("threads", threads);
        run.put("seconds", folder.seconds());
        return new StudyResult(
                StudyResult.SCHEMA,
                run,
                folder.asMap(settings),
                List.of(),
                landscapes,
                importance,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Claims.of(List.of(), landscapes, importance, List.of(), List.of(), List.of(), margin),
                margin);
    }
}
