package org.oinfo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of seconds: the second compiler would cost more than it saves. */
public final class ShortLived {
    private ShortLived() {}

    /** The Java that runs the tests, with some of its options: words of a command that others may be added to. */
    public static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        return command;
    }
}
