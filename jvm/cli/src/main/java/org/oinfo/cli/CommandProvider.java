package org.oinfo.cli;

import java.util.ServiceLoader;
import org.oinfo.cli.process.Streams;

/**
 * A command that a module beside this one brings: found on the class path by {@link ServiceLoader}, so that what the module
 * needs stays out of this one.
 */
public interface CommandProvider {
    /** The word that users type. */
    String name();

    /**
     * The command, as picocli takes it.
     *
     * @param typed the command line, for the record
     */
    Object command(Streams streams, String typed);

    /** The command {@code study}, or what says why it is not here. */
    static Object study(Streams streams, String typed) {
        return ServiceLoader.load(CommandProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(StudyAbsent.NAME))
                .findFirst()
                .map(provider -> provider.command(streams, typed))
                .orElseGet(() -> new StudyAbsent(streams));
    }
}
