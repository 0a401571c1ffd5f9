package org.oinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Ties;
import org.oinfo.journal.WorkJournal;
import org.oinfo.model.Model;
import org.oinfo.scan.OwnMeasure;

/** What the bits of any result depend on beside the analysis, as lines {@code key: value} for a journal; threads are not among it. */
record RunIdentity(Model model, OInformationOptions options) {
    /** The lines; refuses what no file can tell from another. */
    List<String> lines() {
        if (options.rankBy() instanceof OwnMeasure own) {
            throw new BadInputException("a run that can be resumed is ranked by a measure with a formula: found "
                    + own.text() + ", a function; choose another, or leave the journal out");
        }
        if (model.backendName().equals("cuda")) {
            throw new BadInputException("a run that can be resumed is on processors: found the backend cuda;"
                    + " choose another, or leave the journal out");
        }
        List<String> lines = ofOptions(options);
        lines.add("variables: " + model.scorer().variables());
        lines.add("bias correction: " + (options.biasCorrect() ? "T=" + model.biasSamples() : "none"));
        lines.add("data: sha256 " + model.checksum());
        lines.add("backend: " + model.device());
        return lines;
    }

    /** The lines, and one for the values of the samples, at which analyses look again. */
    List<String> lines(@Nullable Samples samples) {
        List<String> lines = lines();
        if (samples != null) {
            lines.add(ofSamples(samples));
        }
        return lines;
    }

    /** The line of the values of samples. */
    static String ofSamples(Samples samples) {
        return "samples: sha256 " + SteadyInput.during(samples, () -> Checksum.of(samples));
    }

    /** The lines of the options alone. */
    static List<String> ofOptions(OInformationOptions options) {
        @Nullable String version = WorkJournal.class.getPackage().getImplementationVersion();
        EstimateOptions how = options.estimate().withThreads(1);
        List<String> lines = new ArrayList<>();
        lines.add("version: " + (version == null ? "development" : version));
        // The seed of an analysis is its own.
        lines.addAll(AnalysisWords.lines(how.ties() == Ties.RANDOM ? how : how.withSeed(0)));
        lines.add("level: " + lower(options.level()));
        lines.add("top: " + options.top());
        lines.add("ends: " + lower(options.ends()));
        lines.add("rank by: " + options.rankBy().text());
        return lines;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
