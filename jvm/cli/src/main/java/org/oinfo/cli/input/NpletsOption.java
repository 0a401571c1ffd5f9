package org.oinfo.cli.input;

import org.oinfo.cli.typed.NpletsFile;
import picocli.CommandLine.Option;

/** The n-plets of commands that cannot do without. */
public final class NpletsOption {
    @Option(names = "--nplets", required = true, paramLabel = "FILE", description = NpletsFile.DESCRIPTION)
    private NpletsFile file = new NpletsFile("");

    public NpletsFile file() {
        return file;
    }
}
