package org.oinfo.study.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.typed.OptionGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a study lives, and how it is run. */
@OptionGroup("The study, and how it runs:")
final class FolderOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "where the study is saved; given again, it goes on from there (default: study-IMAGES here)")
    private @Nullable Path folder;

    @Option(
            names = "--threads",
            paramLabel = "n",
            description = "threads (default: all processors); results do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "no progress and no messages but errors")
    private boolean quiet;

    /** The folder that was named. */
    @Nullable
    Path folder() {
        return folder;
    }

    int threads() {
        return RunOptions.checked(threads);
    }

    boolean quiet() {
        return quiet;
    }
}
