package org.oinfo.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnList;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.data.files.OneColumn;
import org.oinfo.data.text.WordColumn;

/** The value of {@code --target}: a column of the data by number or name, which is no source then, or else a file. */
final class TargetChoice implements ColumnChoice {
    private static final int FILE = -1;

    private final String target;
    private final ColumnChoice sources;
    /** Whether the sources were listed, so that a target among them is a mistake. */
    private final boolean listed;

    private final WordColumn words = new WordColumn();
    private int column = FILE;
    private String name = "";

    TargetChoice(String target, ColumnChoice sources, boolean listed) {
        this.target = target;
        this.sources = sources;
        this.listed = listed;
    }

    /** The target's words, while the data is read. */
    WordColumn words() {
        return words;
    }

    @Override
    public boolean isListed() {
        return listed;
    }

    @Override
    public int[] choose(List<String> names, int variables) {
        boolean number = target.chars().allMatch(c -> c >= '0' && c <= '9') && !target.isEmpty();
        int[] chosen = sources.choose(names, variables);
        if (!number && !names.contains(target)) {
            name = requireFile(names);
            return chosen;
        }
        column = number ? ColumnList.parse(target, names, variables, "--target")[0] : names.indexOf(target);
        name = "column " + column + (names.isEmpty() ? "" : " " + names.get(column));
        if (listed && Arrays.stream(chosen).anyMatch(c -> c == column)) {
            throw new BadInputException("--columns must not hold the target, it lists the sources: found "
                    + Variables.described(column, names) + "; leave it out there");
        }
        words.at(column);
        int[] rest = Arrays.stream(chosen).filter(c -> c != column).toArray();
        if (rest.length < 2) {
            throw new BadInputException("there must be at least 2 sources beside the target: " + rest.length
                    + " of the " + variables + " columns left; choose more");
        }
        return IntStream.concat(Arrays.stream(rest), IntStream.of(column)).toArray();
    }

    private String requireFile(List<String> names) {
        boolean exists;
        try {
            exists = Files.exists(Path.of(target));
        } catch (InvalidPathException e) {
            exists = false;
        }
        if (!exists) {
            throw new BadInputException("--target must be a column of the data or a file: there is no file "
                    + target + (names.isEmpty() ? ", and the data has no names; use a number from 0" : " and no column")
                    + (names.isEmpty() ? "" : " of that name; check it"));
        }
        return target;
    }

    /**
     * The data and its target.
     *
     * @param opened what this has chosen; closed where nothing comes of it
     * @param load takes the sources over
     */
    LoadedTarget read(Samples opened, Function<Samples, LoadedData> load) {
        boolean taken = false;
        try {
            LoadedTarget read = column == FILE ? ofFile(opened, load) : ofColumn(opened, load);
            taken = true;
            return read;
        } finally {
            if (!taken) {
                opened.close();
            }
        }
    }

    private LoadedTarget ofFile(Samples opened, Function<Samples, LoadedData> load) {
        if (opened.droppedRows() > 0) {
            throw new BadInputException("--missing drop-rows must not leave out rows of " + opened.source()
                    + " when --target is a file, which keeps all of its own: " + opened.droppedRows()
                    + " left out; make the target a column of the data");
        }
        OneColumn read = OneColumn.read(target, opened.samples());
        return new LoadedTarget(load.apply(opened), read.values(), read.words(), name);
    }

    private LoadedTarget ofColumn(Samples opened, Function<Samples, LoadedData> load) {
        int[] columns = opened.columns();
        int position = Arrays.binarySearch(columns, column);
        double[] values = new double[opened.samples()];
        opened.read(0, values.length, position, 1, values);
        int[] rest =
                IntStream.range(0, columns.length).filter(p -> p != position).toArray();
        return new LoadedTarget(load.apply(ColumnSelection.select(opened, rest)), values, words.words(), name);
    }
}
