package org.oinfo.study.command;

import org.oinfo.cli.CommandProvider;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine;

/** Brings {@code oinfo study} to the command line. */
public final class StudyProvider implements CommandProvider {
    @Override
    public String name() {
        return "study";
    }

    @Override
    public Object command(Streams streams, String typed) {
        return new CommandLine(new StudyCommand(streams, typed))
                .addSubcommand(new TrainCommand(streams, typed))
                .addSubcommand(new CaptureCommand(streams, typed))
                .addSubcommand(new LayersCommand(streams, typed))
                .addSubcommand(new ImportanceCommand(streams, typed))
                .addSubcommand(new PruneCommand(streams, typed))
                .addSubcommand(new CutCommand(streams))
                .addSubcommand(new GridCommand(streams, typed))
                .addSubcommand(new ReportCommand(streams, typed));
    }
}
