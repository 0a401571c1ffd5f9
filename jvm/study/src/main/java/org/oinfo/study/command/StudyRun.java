package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.BadInputException;
import org.oinfo.study.ActivationStudy;
import org.oinfo.study.Study;
import org.oinfo.study.StudyFolder;
import org.oinfo.study.StudyForecast;
import org.oinfo.study.StudySettings;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.page.StudyText;
import org.oinfo.study.result.StudyResult;

/** The run that all commands of a study share: its folder, its settings, its stages, and what is written at the end. */
final class StudyRun {
    private static final String FASHION = "fashion-mnist";
    private static final List<String> STAGES =
            List.of("train", "capture", "layers", "importance", "prune", "cut", "grid", "report");
    /** Letters that a name shares with a stage for which it is taken. */
    private static final int SLIP = 3;

    private final Streams streams;
    private final String typed;
    private final FolderOptions options;

    StudyRun(Streams streams, String typed, FolderOptions options) {
        this.streams = streams;
        this.typed = typed;
        this.options = options;
    }

    /**
     * Does the stages that are not done yet, of a study that is there or begins, and writes all there is.
     *
     * @param data the images that were asked for; null for those of the folder, or the usual ones
     * @param begin the settings of a study that begins, by the name of its images
     * @param change what was typed
     * @param dryRun whether to tell only what it would take
     */
    int begin(
            @Nullable String data,
            Function<String, StudySettings> begin,
            UnaryOperator<StudySettings> change,
            Study.Stage last,
            boolean dryRun)
            throws IOException {
        String images = data == null ? usualData() : data;
        Path path = options.folder() == null ? Path.of("study-" + name(images)) : options.folder();
        requireNoSlip(path);
        requireOwn(path);
        StudySettings settings = StudyFolder.settings(path, StudySettings.class).orElseGet(() -> begin.apply(images));
        StudySettings changed = change.apply(settings);
        return dryRun ? forecast(changed, last) : run(path, changed, last);
    }

    private int forecast(StudySettings settings, Study.Stage last) throws IOException {
        ImageSets images = DataSets.load(settings.train().data());
        Study.check(settings, images, last);
        streams.out().write(StudyForecast.text(settings, images).getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return ExitCode.DONE;
    }

    /** The same of a study that must be there. */
    int goOn(UnaryOperator<StudySettings> change, Study.Stage last) throws IOException {
        return run(path(), change.apply(saved()), last);
    }

    private int run(Path path, StudySettings settings, Study.Stage last) throws IOException {
        int threads = options.threads();
        ImageSets images = DataSets.load(settings.train().data());
        Study.check(settings, images, last);
        try (StudyFolder folder = StudyFolder.open(path)) {
            Study study = new Study(folder, settings, images, threads, new Progress(streams, options.quiet()));
            folder.saveSettings(settings);
            streams.interruption().arm();
            study.run(last);
            return write(study.result(Version.text(), typed), path);
        } catch (CancellationException e) {
            return stopped(path);
        }
    }

    /** Writes what a study has found so far. */
    int report() throws IOException {
        Optional<Path> given = given();
        if (given.isPresent()) {
            return onActivations(given.get(), settings -> settings, study -> {});
        }
        StudySettings settings = saved();
        ImageSets images = DataSets.load(settings.train().data());
        try (StudyFolder folder = StudyFolder.open(path())) {
            Study study =
                    new Study(folder, settings, images, options.threads(), new Progress(streams, options.quiet()));
            return write(study.result(Version.text(), typed), path());
        }
    }

    private Path path() {
        return options.folder() == null ? Path.of("study-" + usualData()) : options.folder();
    }

    private StudySettings saved() {
        requireOwn(path());
        return StudyFolder.settings(path(), StudySettings.class)
                .orElseThrow(() -> new BadInputException("a study must be there: found none in " + path()
                        + "; check the path, or begin one with oinfo study " + path()));
    }

    /** Refuses a folder that looks like a stage misspelt: it must not begin a study of half an hour. */
    private static void requireNoSlip(Path path) {
        String name = path.toString();
        if (Files.exists(path)) {
            return;
        }
        for (String stage : STAGES) {
            if (name.startsWith(stage.substring(0, SLIP))) {
                throw new BadInputException("the folder of a new study must not look like a stage: found " + name
                        + "; if you meant the stage, write oinfo study " + stage + ", if the folder, ./" + name);
            }
        }
    }

    private static void requireOwn(Path path) {
        if (Capture.isIn(path)) {
            throw new BadInputException("this is for networks that a study trained: " + path
                    + " holds the activations of a given one; its stages are layers, importance and report");
        }
    }

    /** The folder that was named, if it holds activations from elsewhere. */
    Optional<Path> given() {
        return Optional.ofNullable(options.folder()).filter(Capture::isIn);
    }

    /** Work on activations from elsewhere. */
    interface ActivationWork {
        void run(ActivationStudy study) throws IOException;
    }

    /**
     * Works on given activations, and writes all there is.
     *
     * @param change what was typed
     */
    int onActivations(Path path, UnaryOperator<ActivationStudy.Settings> change, ActivationWork work)
            throws IOException {
        ActivationStudy.Settings settings = change.apply(
                StudyFolder.settings(path, ActivationStudy.Settings.class).orElseGet(ActivationStudy.Settings::usual));
        Capture capture = Capture.open(path);
        try (StudyFolder folder = StudyFolder.open(path)) {
            folder.saveSettings(settings);
            ActivationStudy study = new ActivationStudy(
                    folder, capture, settings, options.threads(), new Progress(streams, options.quiet()));
            streams.interruption().arm();
            work.run(study);
            return write(study.result(Version.text(), typed), path);
        } catch (CancellationException e) {
            return stopped(path);
        }
    }

    private int stopped(Path path) {
        streams.err()
                .println(
                        "oinfo: stopped; what is finished is saved in " + path + "; this goes on from there: " + typed);
        streams.err().flush();
        return ExitCode.INTERRUPTED;
    }

    private int write(StudyResult result, Path folder) throws IOException {
        StudyFiles.write(result, folder);
        PrintWriter text = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        StudyText.write(result, text);
        text.printf(
                "%nin %s: study.html (figures), study.svg (a picture), study.json (everything), importance.csv%n",
                folder);
        text.flush();
        return ExitCode.DONE;
    }

    private static String usualData() {
        return DataSets.fashionInstalled() ? FASHION : StudySettings.DIGITS;
    }

    private static String name(String data) {
        return data.replaceAll(".*[/\\\\](?=.)", "").replaceAll("[/\\\\]$", "");
    }
}
