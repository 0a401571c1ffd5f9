package org.oinfo.study.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.files.OneColumn;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.StudyProgress;
import org.oinfo.study.WholeFile;
import org.oinfo.study.capture.Examples;
import org.oinfo.study.cut.CutCheck;
import org.oinfo.study.cut.CutSettings;
import org.oinfo.study.cut.Latency;
import org.oinfo.study.cut.OnnxCut;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.ImageSets;

/**
 * Cuts a user's model, compares what it became with what it was, and writes it.
 *
 * @param model the file
 * @param data images that it is shown, or null
 * @param more what else was typed
 */
record OnnxCutRun(Path model, @Nullable String data, OnnxCutOptions more, CutSettings settings) {
    /** One example of so many is kept apart. */
    private static final int APART = 5;
    /** Two of them are apart. */
    private static final int FEWEST = 10;
    /** Images that the model is shown, as many as a study captures. */
    private static final CaptureSettings SHOWN = new CaptureSettings(CaptureSettings.From.TRAIN, 20_000);

    /** Examples to fit on, and others to compare on. */
    private record Halves(Examples all, Examples fit, Examples apart) implements AutoCloseable {
        @Override
        public void close() {
            all.close();
        }
    }

    /** Writes the narrower model, and what changed where that was asked for. */
    void write(String out, PrintWriter text, Progress progress) throws IOException {
        List<String> read = Stream.of(model, more.inputs(), more.labels())
                .flatMap(Stream::ofNullable)
                .map(Path::toString)
                .toList();
        Path target = OutputFile.target(out, read);
        String beside = more.arrays();
        Path arrays = beside == null ? null : OutputFile.target("--safetensors", beside, read);
        if (target.equals(arrays)) {
            throw new BadInputException("--out and --safetensors must be different files: found " + out + " for both");
        }
        try (Halves halves = halves();
                StudyProgress.Stage stage = progress.begin("", 0)) {
            CutCheck check = new CutCheck(model, halves.apart());
            check.requireLabelsFit();
            OnnxCut.Result result = OnnxCut.open(model, halves.fit(), stage).cut(settings);
            List<byte[]> models =
                    new ArrayList<>(List.of(result.whole().bytes(), result.cut().bytes()));
            if (settings.refit()) {
                models.add(result.fitted().bytes());
            }
            List<CutCheck.Answers> answers = check.of(models, stage);
            List<byte[]> timed = List.of(result.whole().bytes(), result.fitted().bytes());
            List<Latency> latencies = Latency.of(model, timed, halves.apart());
            WholeFile.write(target, bytes -> bytes.write(result.fitted().bytes()));
            if (arrays != null) {
                WholeFile.write(arrays, bytes -> result.arrays().write(bytes));
            }
            new OnnxCutText(
                            text,
                            halves.fit().count(),
                            halves.apart().count(),
                            halves.apart().labels().length > 0)
                    .tell(model + " -> " + out, result, answers, latencies);
        }
    }

    private Halves halves() {
        Path inputs = more.inputs();
        if ((data == null) == (inputs == null)) {
            throw new BadInputException("a model that is cut needs --inputs, what it is shown, or --data: found "
                    + (data == null ? "neither" : "both") + "; see oinfo study cut --help");
        }
        if (inputs == null) {
            if (more.labels() != null) {
                throw new BadInputException("--labels is for --inputs: found --data, which has its own; leave it out");
            }
            ImageSets images = DataSets.load(String.valueOf(data));
            Examples fit = Examples.of(SHOWN.of(images));
            return new Halves(fit, fit, Examples.of(images.test()));
        }
        Examples all = Examples.open(inputs, more.labels(), 0);
        requireNumbers(all);
        if (all.count() < FEWEST) {
            all.close();
            throw new BadInputException(
                    "a cut must have " + FEWEST + " examples or more, of which every fifth is kept apart: " + inputs
                            + " has " + all.count() + "; give hundreds");
        }
        return new Halves(all, all.chosen(rows(all.count(), false)), all.chosen(rows(all.count(), true)));
    }

    /** Words would be numbered in the order that they are met, and the outputs of the model are in another. */
    private void requireNumbers(Examples all) {
        Path labels = more.labels();
        List<String> words = labels == null
                ? List.of()
                : OneColumn.read(labels.toString(), all.count()).words();
        if (!words.isEmpty()) {
            all.close();
            throw new BadInputException(
                    "labels must be whole numbers from 0, as the outputs of the model are in order: " + labels + " has "
                            + Excerpt.of(words.getFirst()) + "; number the classes");
        }
    }

    private static int[] rows(int count, boolean apart) {
        return IntStream.range(0, count)
                .filter(row -> (row % APART == APART - 1) == apart)
                .toArray();
    }
}
