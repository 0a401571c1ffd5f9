package org.oinfo.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.worker.CommandTable;
import picocli.CommandLine.Model.CommandSpec;

/** What the resident engine serves: every command but those that are for people, or would be it again. */
final class ServedCommands implements CommandTable {
    private static final Set<String> NOT_SERVED = Set.of("demo", StudyAbsent.NAME, "worker", "mcp");

    private final List<String> names;

    ServedCommands(Collection<String> commands) {
        this.names =
                commands.stream().filter(name -> !NOT_SERVED.contains(name)).toList();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public CommandSpec spec(String name) {
        return Oinfo.spec(name);
    }

    @Override
    public int run(String[] args, Streams streams) {
        return Oinfo.run(args, streams);
    }
}
