package org.oinfo.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnList;
import org.oinfo.data.Variables;
import org.oinfo.report.Provenance;
import org.oinfo.scan.groups.Mix;
import picocli.CommandLine.Option;

/** Groups of columns that n-plets must mix. */
public final class GroupsOption {
    @Option(
            names = "--groups",
            paramLabel = "FILE|GROUPS",
            description = "only n-plets that mix these groups of columns: a file with one group a line, or the groups"
                    + " themselves with ; between, such as \"0-9;10-19;hip,knee\"; columns in no group may be in"
                    + " every n-plet")
    private @Nullable String groups;

    @Option(
            names = "--mix",
            paramLabel = "any|all|one-each",
            description = "how --groups are mixed. any: members of two groups at least; all: a member of every group;"
                    + " one-each: at most one member of each (default: any)")
    private @Nullable Mix mix;

    /** Whether there are groups. */
    public boolean given() {
        return groups != null;
    }

    /** The file that they are in; none where they are typed. */
    public List<String> files() {
        return groups != null && isFile(groups) ? List.of(groups) : List.of();
    }

    /** Refuses a rule without groups. */
    public void check() {
        if (mix != null && groups == null) {
            throw new BadInputException(
                    "--mix goes with --groups only: found --mix " + mix.text() + " alone; give groups or leave it out");
        }
    }

    /** The data, whose n-plets must mix the groups where there are some. */
    public LoadedData of(LoadedData data) {
        if (groups == null) {
            return data;
        }
        List<int[]> columns = columns(groups, data.info().variables());
        return new LoadedData(data.info().withGroups(columns, rule()), data.origin());
    }

    private Mix rule() {
        return mix == null ? Mix.ANY : mix;
    }

    /** Adds them to how a result was made. */
    public void describe(Provenance run) {
        if (groups != null) {
            run.put("groups", groups).put("mix", rule().text());
        }
    }

    private static List<int[]> columns(String groups, Variables variables) {
        List<int[]> columns = new ArrayList<>();
        Map<Integer, Integer> groupOf = new HashMap<>();
        for (String line : isFile(groups) ? lines(groups) : List.of(groups.split(";", -1))) {
            int[] members = ColumnList.parse(line, variables.names(), variables.originals(), "--groups");
            for (int column : members) {
                Integer before = groupOf.put(column, columns.size());
                if (before != null) {
                    throw new BadInputException("--groups must not share a column: " + variables.described(column)
                            + " is in group " + before + " and in group " + columns.size()
                            + " (from 0); leave it out of one");
                }
            }
            columns.add(members);
        }
        return columns;
    }

    private static boolean isFile(String groups) {
        try {
            return Files.isRegularFile(Path.of(groups));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** A group a line; empty lines and those that begin with # are none. */
    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8).stream()
                    .map(line -> line.strip().replace(';', ','))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (MalformedInputException e) {
            throw new BadInputException("--groups must be a text file in UTF-8: " + file + " is not; save it as UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
