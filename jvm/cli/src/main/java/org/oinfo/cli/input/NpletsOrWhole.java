package org.oinfo.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.NpletsFile;
import picocli.CommandLine.Option;

/** {@code --nplets} where it may be left out: the one n-plet of all columns then. */
public final class NpletsOrWhole {
    @Option(
            names = "--nplets",
            paramLabel = "FILE",
            description = NpletsFile.DESCRIPTION + " (default: the one n-plet of all columns)")
    private @Nullable NpletsFile file;

    /** The file, where there is one. */
    public @Nullable NpletsFile file() {
        return file;
    }

    /** The n-plets, in 0-based columns of the data. */
    public List<int[]> read(LoadedData data, InputStream standardInput) throws IOException {
        return file == null
                ? List.of(data.info().variables().columns())
                : file.read(data.info().variables(), standardInput);
    }
}
