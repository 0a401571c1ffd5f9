package org.oinfo.study.command;

import org.oinfo.cli.CommandProvider;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.process.Streams;
import org.oinfo.study.CaptureSettings;
import org.oinfo.study.prune.PruneSettings;
import picocli.CommandLine;

/** Brings {@code oinfo study} to the command line. */
public final class StudyProvider implements CommandProvider {
    @Override
    public String name() {
        return "study";
    }

    @Override
    public Object command(Streams streams, String typed) {
        CommandLine study = new CommandLine(new StudyCommand(streams, typed))
                .addSubcommand(new TrainCommand(streams, typed))
                .addSubcommand(new CaptureCommand(streams, typed))
                .addSubcommand(new LayersCommand(streams, typed))
                .addSubcommand(new ImportanceCommand(streams, typed))
                .addSubcommand(new PruneCommand(streams, typed))
                .addSubcommand(new CutCommand(streams))
                .addSubcommand(new ReportCommand(streams, typed));
        register(study, CaptureSettings.From.class);
        register(study, PruneSettings.Method.class);
        register(study, PruneSettings.Mask.class);
        return study;
    }

    private static <E extends Enum<E>> void register(CommandLine commandLine, Class<E> type) {
        commandLine.registerConverter(type, new LowerCaseEnum<>(type));
    }
}
