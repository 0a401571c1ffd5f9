package org.oinfo.cli.worker;

import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.ProgressSink;

/** What one call asks for. */
@FunctionalInterface
interface Task {
    /** Does it, until it is done or interrupted. */
    Reply run(Interruption interruption, ProgressSink progress);
}
