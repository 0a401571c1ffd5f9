package org.oinfo.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** The value of {@code --target}: columns of the data by numbers or names, which are no sources then, or else a file. */
final class TargetChoice implements ColumnChoice {
    private final String target;
    private final ColumnChoice sources;
    /** Whether the sources were listed, so that a target among them is a mistake. */
    private final boolean listed;

    private final WordColumn words = new WordColumn();
    /** The columns that are targets; none where it is a file. */
    private int[] columns = {};

    private List<String> names = List.of();

    TargetChoice(String target, ColumnChoice sources) {
        this.target = target;
        this.sources = sources;
        this.listed = sources.isListed();
    }

    /** The targets' words, while the data is read. */
    WordColumn words() {
        return words;
    }

    @Override
    public boolean isListed() {
        return listed;
    }

    @Override
    public int[] choose(List<String> names, int variables) {
        int[] chosen = sources.choose(names, variables);
        columns = columns(names, variables);
        this.names = names;
        int[] both = Arrays.stream(chosen).filter(this::isTarget).toArray();
        if (listed && both.length > 0) {
            throw new BadInputException("--columns must not hold the target, it lists the sources: found "
                    + Variables.described(both[0], names) + "; leave it out there");
        }
        IntStream.of(columns).forEach(words::at);
        int[] rest = Arrays.stream(chosen).filter(c -> !isTarget(c)).toArray();
        if (columns.length > 0 && rest.length < 2) {
            throw new BadInputException("there must be at least 2 sources beside the target: " + rest.length
                    + " of the " + variables + " columns left; choose more");
        }
        return IntStream.concat(Arrays.stream(rest), IntStream.of(columns)).toArray();
    }

    /** The columns that are targets; none where it is a file. A name that holds a comma is a name. */
    private int[] columns(List<String> all, int variables) {
        boolean numbers = target.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',') && !target.isEmpty();
        if (!numbers && all.contains(target)) {
            return new int[] {all.indexOf(target)};
        }
        if (numbers || (target.indexOf(',') >= 0 && !exists())) {
            return ColumnList.parse(target, all, variables, "--target");
        }
        requireFile(all);
        return new int[0];
    }

    private boolean isTarget(int column) {
        return Arrays.stream(columns).anyMatch(c -> c == column);
    }

    private boolean exists() {
        try {
            return Files.exists(Path.of(target));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void requireFile(List<String> all) {
        if (!exists()) {
            throw new BadInputException("--target must be a column of the data or a file: there is no file "
                    + target + (all.isEmpty() ? ", and the data has no names; use a number from 0" : " and no column")
                    + (all.isEmpty() ? "" : " of that name; check it"));
        }
    }

    /**
     * The data and its targets.
     *
     * @param opened what this has chosen; closed where nothing comes of it
     * @param load takes the sources over
     */
    LoadedTarget read(Samples opened, Function<Samples, LoadedData> load) {
        boolean taken = false;
        try {
            LoadedTarget read = columns.length == 0 ? ofFile(opened, load) : ofColumns(opened, load);
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
        LoadedTarget.Target only = new LoadedTarget.Target(read.values(), read.words(), target);
        return new LoadedTarget(load.apply(opened), List.of(only));
    }

    private LoadedTarget ofColumns(Samples opened, Function<Samples, LoadedData> load) {
        int[] read = opened.columns();
        List<LoadedTarget.Target> targets = new ArrayList<>();
        for (int column : columns) {
            int position = Arrays.binarySearch(read, column);
            if (position < 0) {
                throw new BadInputException("--target must be among the columns that were loaded: column " + column
                        + " is not; load it, too");
            }
            double[] values = new double[opened.samples()];
            opened.read(0, values.length, position, 1, values);
            String name = "column " + column + (names.isEmpty() ? "" : " " + names.get(column));
            targets.add(new LoadedTarget.Target(values, words.words(column), name));
        }
        int[] rest =
                IntStream.range(0, read.length).filter(p -> !isTarget(read[p])).toArray();
        return new LoadedTarget(load.apply(ColumnSelection.select(opened, rest)), targets);
    }
}
