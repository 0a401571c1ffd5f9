package org.oinfo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;
import tools.jackson.core.type.TypeReference;

/** Shows the networks of a study the images, and saves what every neuron answers: after training, and before. */
final class CaptureStage {
    private static final TypeReference<Long> IMAGES_SHOWN = new TypeReference<>() {};

    private final StudyFolder folder;
    private final CaptureSettings settings;
    private final ImageSets images;
    private final TrainStage networks;

    CaptureStage(StudyFolder folder, CaptureSettings settings, ImageSets images, TrainStage networks) {
        this.folder = folder;
        this.settings = settings;
        this.images = images;
        this.networks = networks;
    }

    /** All that decides the captures of one network. */
    Object dependsOn(long seed) {
        return Map.of("network", networks.dependsOn(seed), "capture", settings);
    }

    /** The images that are shown. */
    Images shown() {
        return settings.of(images);
    }

    /** Both captures of a network, unless they are there. */
    void run(long seed, StudyProgress progress) throws IOException {
        Path found = folder.network(seed).resolve("capture.json");
        folder.once(found, dependsOn(seed), IMAGES_SHOWN, () -> {
            Images shown = shown();
            try (StudyProgress.Stage stage = progress.begin("network " + seed + ": capture", 2L * shown.count())) {
                NetworkCapture.write(networks.trained(seed), shown, trainedFolder(seed), stage);
                NetworkCapture.write(networks.initial(seed), shown, untrainedFolder(seed), stage);
            }
            return (long) shown.count();
        });
    }

    /** The answers of the network's neurons after training. */
    Capture trained(long seed) throws IOException {
        return Capture.open(trainedFolder(seed));
    }

    /** Their answers before training. */
    Capture untrained(long seed) throws IOException {
        return Capture.open(untrainedFolder(seed));
    }

    private Path trainedFolder(long seed) throws IOException {
        return folder.network(seed).resolve("activations");
    }

    private Path untrainedFolder(long seed) throws IOException {
        return folder.network(seed).resolve("activations-untrained");
    }
}
