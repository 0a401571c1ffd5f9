package org.oinfo.cli.analysis;

import java.io.IOException;
import java.util.List;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.data.Warning;

/**
 * An analysis that is ready to run: its data is read, and all that they do not have is refused.
 *
 * @param data the data
 * @param warnings what a user should know before reading the result
 * @param work the work itself
 */
public record Analysis(LoadedData data, List<Warning> warnings, Work work) {
    /** The part that takes time. */
    public interface Work {
        /** Does it, until it is done or the user stops it. */
        Outcome run(ProgressLines progress) throws IOException;
    }
}
