package org.oinfo.cli.input;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The parameters behind the first DATA, of commands that take more. */
public interface DataParameters {
    /** Adds the parameters to a command whose first parameter is DATA. */
    void addTo(CommandSpec command);

    /** The data sets to analyse, each by its files. */
    List<List<String>> sets(String first);
}
