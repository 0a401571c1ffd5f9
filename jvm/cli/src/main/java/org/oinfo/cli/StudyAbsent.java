package org.oinfo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code oinfo study} where its module is not on the class path: neural networks need 170 MB of libraries. */
@Command(
        name = StudyAbsent.NAME,
        description = "Trains neural networks and tests which groups of their neurons matter (./oinfo study).")
final class StudyAbsent implements Callable<Integer> {
    static final String NAME = "study";

    private final Streams streams;

    /** Whatever is asked of the study. */
    @Unmatched
    private List<String> arguments = List.of();

    StudyAbsent(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        streams.err()
                .println("oinfo: "
                        + String.join(" ", NAME, String.join(" ", arguments)).strip()
                        + " needs the module jvm/study, which is not on the class path; start it with the launcher"
                        + " ./oinfo, which builds it on first use");
        return ExitCode.BACKEND_UNAVAILABLE;
    }
}
