package org.oinfo.cli.worker;

import java.util.Collection;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that can be called. */
public interface CommandTable {
    /** Their names, in the order the help shows them. */
    Collection<String> names();

    /** The options and parameters of one of them. */
    CommandSpec spec(String name);

    /** Runs a command line and returns its exit code. */
    int run(String[] args, Streams streams);
}
