package org.oinfo.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Copies;
import org.oinfo.study.network.Evaluation;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.NetworkFile;
import org.oinfo.study.network.Trained;
import org.oinfo.study.network.Trainer;
import org.oinfo.study.result.Training;
import tools.jackson.core.type.TypeReference;

/** Trains the networks of a study, several at once, and saves each before and after. */
final class TrainStage {
    private static final String INITIAL = "initial.npz";
    private static final String TRAINED = "trained.npz";
    private static final String FOUND = "training.json";
    private static final TypeReference<Training> TYPE = new TypeReference<>() {};

    private final StudyFolder folder;
    private final TrainSettings settings;
    private final ImageSets images;
    private final @Nullable TrainStage usual;

    /**
     * The networks of a study.
     *
     * @param usual a study that may have the same networks without their copies; null where they are trained here
     */
    TrainStage(StudyFolder folder, TrainSettings settings, ImageSets images, @Nullable StudyFolder usual) {
        this.folder = folder;
        this.settings = settings;
        this.images = images;
        this.usual = usual == null ? null : new TrainStage(usual, settings.withDuplicates(0), images, null);
    }

    /** All that decides one network. */
    Object dependsOn(long seed) {
        return Map.of("settings", settings.ofOne(seed), "data", images.checksum());
    }

    /** The network before training. */
    Network initial(long seed) throws IOException {
        return NetworkFile.read(folder.network(seed).resolve(INITIAL));
    }

    /** The network after training. */
    Network trained(long seed) throws IOException {
        return NetworkFile.read(folder.network(seed).resolve(TRAINED));
    }

    /** Trains what is not trained yet. */
    List<Training> run(int threads, StudyProgress progress) throws IOException {
        @Nullable Training[] found = new Training[settings.networks()];
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            long seed = settings.seed(i);
            Optional<Training> before = found(seed);
            found[i] = before.orElse(null);
            if (before.isEmpty()) {
                left.add(i);
            }
        }
        long steps = (long) left.size() * settings.epochs() * images.train().count();
        try (StudyProgress.Stage stage = progress.begin("training", steps);
                Workers workers = new Workers(threads)) {
            Watch watch = new Watch(stage, 0, steps);
            workers.run(left.size(), () -> job -> {
                try {
                    found[left.get(job)] = train(settings.seed(left.get(job)), watch, progress);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Arrays.stream(found).map(java.util.Objects::requireNonNull).toList();
    }

    /** How a network was trained, if it was with these settings and is there. */
    Optional<Training> found(long seed) throws IOException {
        Path files = folder.network(seed);
        boolean saved = Files.exists(files.resolve(INITIAL))
                && Files.exists(files.resolve(TRAINED))
                && checkpoints(files).allMatch(Files::exists);
        return saved ? folder.finished(files.resolve(FOUND), dependsOn(seed), TYPE) : Optional.empty();
    }

    /** A network before and after training. */
    private record Made(Network initial, Network trained, Training training) {}

    private Training train(long seed, Watch watch, StudyProgress progress) throws IOException {
        long begun = System.nanoTime();
        Path files = folder.network(seed);
        removeCheckpoints(files);
        Made made = withCopies(made(seed, watch));
        write(files.resolve(INITIAL), made.initial);
        write(files.resolve(TRAINED), made.trained);
        double seconds = (System.nanoTime() - begun) * 1e-9;
        folder.save(files.resolve(FOUND), dependsOn(seed), made.training, seconds);
        progress.say(String.format(
                Locale.ROOT,
                "network %d: %.1f %% of the test images right after epoch %d, %.1f %% before (%.0f s)",
                seed,
                100 * made.training.testAccuracy(),
                settings.epochs(),
                100 * made.training.initialAccuracy(),
                seconds));
        return made.training;
    }

    /** A network without copies: that of the usual study, where it is there. */
    private Made made(long seed, Watch watch) throws IOException {
        Optional<Training> before = usual == null ? Optional.empty() : usual.found(seed);
        if (usual != null && before.isPresent()) {
            watch.advanced(0, (long) settings.epochs() * images.train().count());
            return new Made(usual.initial(seed), usual.trained(seed), before.get());
        }
        Network start = Network.initial(settings.trained(images.train()), seed);
        double accuracy = Evaluation.accuracies(List.of(start), images.test())[0];
        Path files = folder.network(seed);
        Trained trained = new Trainer(images, settings.training(seed), watch.part())
                .train(List.of(start), (epoch, networks) -> {
                    if (settings.savesAfter(epoch)) {
                        write(
                                files.resolve(checkpoint(epoch)),
                                copied(networks.get().getFirst(), seed));
                    }
                });
        return new Made(
                start,
                trained.networks().getFirst(),
                new Training(seed, trained.epochs().getFirst(), accuracy, trained.testAccuracy(0)));
    }

    /** With the accuracies of the networks that have copies; those after each epoch are without. */
    private Made withCopies(Made made) {
        if (settings.duplicates() == 0) {
            return made;
        }
        long seed = made.training.seed();
        Network initial = copied(made.initial, seed);
        Network trained = copied(made.trained, seed);
        double[] accuracies = Evaluation.accuracies(List.of(initial, trained), images.test());
        return new Made(initial, trained, new Training(seed, made.training.epochs(), accuracies[0], accuracies[1]));
    }

    private Network copied(Network network, long seed) {
        return settings.duplicates() == 0
                ? network
                : settings.copies(network.architecture(), seed).in(network);
    }

    /** The neurons that have a copy in a network; nothing where none has. */
    Optional<Copies> copies(long seed) {
        return settings.duplicates() == 0
                ? Optional.empty()
                : Optional.of(settings.copies(settings.trained(images.train()), seed));
    }

    private static void write(Path file, Network network) {
        try {
            WholeFile.write(file, out -> NetworkFile.write(network, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checkpoint(int epoch) {
        return "epoch-" + epoch + ".npz";
    }

    private Stream<Path> checkpoints(Path files) {
        return IntStream.rangeClosed(1, settings.epochs())
                .filter(settings::savesAfter)
                .mapToObj(epoch -> files.resolve(checkpoint(epoch)));
    }

    /** Those of an earlier training with other settings, which would pass for this one's. */
    private static void removeCheckpoints(Path files) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(files, "epoch-*.npz")) {
            for (Path file : earlier) {
                Files.delete(file);
            }
        }
    }

    /** The shape of all networks. */
    Architecture architecture() {
        return settings.architecture(images.train());
    }
}
