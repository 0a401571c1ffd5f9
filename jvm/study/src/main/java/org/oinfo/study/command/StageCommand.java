package org.oinfo.study.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Mixin;

/** A command on the folder of a study: its options, and the stage it goes to. */
abstract class StageCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    /**
     * A command that was typed so.
     *
     * @param typed the command line, for the record
     */
    StageCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public final Integer call() throws IOException {
        return run(new StudyRun(streams, typed, folder));
    }

    /** Does what is asked for; the exit code. */
    abstract int run(StudyRun study) throws IOException;
}
