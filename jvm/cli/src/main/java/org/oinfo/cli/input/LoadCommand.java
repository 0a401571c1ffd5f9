package org.oinfo.cli.input;

import java.util.concurrent.Callable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.files.DataFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads samples that stay loaded: what the resident engine does, and no command of a command line. */
@Command(name = "load")
public final class LoadCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "DATA")
    private String data = "";

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private FileOptions files = new FileOptions();

    /** A command that leaves what it reads with the data of these streams. */
    public LoadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        streams.data().put(DataFiles.open(data, files.options(), streams.in(), columns));
        return ExitCode.DONE;
    }
}
