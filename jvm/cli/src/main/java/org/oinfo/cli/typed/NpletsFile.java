package org.oinfo.cli.typed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Variables;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.npy.NpyNplets;
import org.oinfo.data.text.NpletFile;

/**
 * The file of given n-plets.
 *
 * @param name value of the option --nplets: a path, or {@code -} for standard input
 */
public record NpletsFile(String name) {
    /** Description of the option. */
    public static final String DESCRIPTION =
            "the n-plets, one a line: 0-based columns or names, separated by , or ; (lines that begin with # are"
                    + " skipped), a csv that oinfo wrote, or an .npy of whole numbers [n-plets, order]; - for standard"
                    + " input";

    private boolean standardInput() {
        return name.equals("-");
    }

    /** Refuses what cannot be read, before the data is. */
    public void requireReadable(List<String> data, int sets) {
        if (standardInput() && sets > 1) {
            throw new BadInputException(
                    "--nplets must be a file where there are several DATA: found -, which can be read once");
        }
        if (standardInput() && data.contains("-")) {
            throw new BadInputException(
                    "DATA and --nplets must not both be standard input: give a file for one of them");
        }
        if (!standardInput() && (!Files.isReadable(Path.of(name)) || Files.isDirectory(Path.of(name)))) {
            throw new BadInputException(
                    "--nplets must be a file that can be read: " + name + " is not; check the path");
        }
    }

    /** The n-plets, in columns of the original data, all of which vary. */
    public List<int[]> read(Variables variables, InputStream standard) throws IOException {
        return read(variables, standard, false);
    }

    /** The n-plets, in columns of the original data, some of which may be constant. */
    public List<int[]> readWithConstants(Variables variables, InputStream standard) throws IOException {
        return read(variables, standard, true);
    }

    private List<int[]> read(Variables variables, InputStream standard, boolean constants) throws IOException {
        try (InputFile input = InputFile.open(name, standard)) {
            if (isNpy(input)) {
                return NpyNplets.read(input, variables, constants);
            }
            return constants ? NpletFile.readWithConstants(input, variables) : NpletFile.read(input, variables);
        }
    }

    private static boolean isNpy(InputFile input) throws IOException {
        try (InputStream head = Files.newInputStream(input.path())) {
            return NpyHeader.isNpy(head.readNBytes(1));
        }
    }

    /** Their different orders, ascending. */
    public static List<Integer> orders(List<int[]> nplets) {
        if (nplets instanceof NpletTable table) {
            return List.of(table.order());
        }
        return nplets.stream().map(nplet -> nplet.length).distinct().sorted().toList();
    }
}
