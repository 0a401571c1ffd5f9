package org.oinfo.cli.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.options.Header;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options about how the files of DATA are read. */
@OptionGroup(OptionGroup.DATA)
final class FileOptions {
    /** The options here. */
    static final List<String> NAMES = List.of(
            "--missing",
            "--na",
            "--header",
            "--dataset",
            "--axes",
            "--where",
            "--rows",
            "--rows-file",
            "--shape",
            "--dtype");

    @Option(
            names = "--missing",
            paramLabel = "refuse|drop-rows",
            description =
                    "what to do with samples that hold NaN, infinite or missing values (default: ${DEFAULT-VALUE})")
    private Missing missing = Missing.REFUSE;

    @Option(
            names = "--na",
            paramLabel = "LIST",
            split = ",",
            description = "words of a text file that stand for a missing value, besides the usual ones such as NA, NaN,"
                    + " NULL, None, ?")
    private @Nullable List<String> marks;

    @Option(
            names = "--header",
            paramLabel = "auto|yes|no",
            description = "whether the first line of a text file names the columns (default: ${DEFAULT-VALUE})")
    private Header header = Header.AUTO;

    @Mixin
    private ArrayOptions arrays = new ArrayOptions();

    /** Options for the library. */
    ReadOptions options() {
        return arrays.added(ReadOptions.defaults()
                .withMissing(missing)
                .withHeader(header)
                .withMarks(marks == null ? List.of() : marks));
    }

    /** The choice of rows as it was typed; null for all. */
    @Nullable
    String typedRows() {
        return arrays.typedRows();
    }

    /** What is read besides DATA. */
    List<String> read() {
        return arrays.read();
    }

    /** Whether rows may be left out. */
    boolean dropsRows() {
        return missing == Missing.DROP_ROWS;
    }
}
