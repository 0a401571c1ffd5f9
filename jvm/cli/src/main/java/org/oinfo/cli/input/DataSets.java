package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.NamedData;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;

/**
 * The data sets that a command analyses.
 *
 * @param sets the files of each, whose rows are stacked where there are several
 */
public record DataSets(List<List<String>> sets) {
    /** The sets of a command line; {@code more} is null where the command takes one. */
    public static DataSets of(String first, @Nullable DataParameters more) {
        return new DataSets(more == null ? List.of(List.of(first)) : more.sets(first));
    }

    /** Whether each has a result of its own. */
    public boolean several() {
        return sets.size() > 1;
    }

    /** All that is read, in the order of the command line, the file of given n-plets last. */
    public List<String> files(@Nullable NpletsFile nplets) {
        List<String> all = new ArrayList<>();
        sets.forEach(all::addAll);
        if (nplets != null) {
            all.add(nplets.name());
        }
        return all;
    }

    /**
     * Refuses what cannot be read, before hours are spent on what is named before it; what is loaded can.
     *
     * @param locations whether data may be at a location that machines of a cluster read
     */
    public void requireReadable(@Nullable NpletsFile nplets, NamedData loaded, boolean locations) {
        List<String> data = files(null);
        if (!locations) {
            data.forEach(Locations::refuse);
        }
        if (data.stream().filter("-"::equals).count() > 1) {
            throw new BadInputException("DATA must be standard input once: found - twice; give files");
        }
        if (nplets != null) {
            nplets.requireReadable(data, sets.size());
        }
        if (data.size() > 1) {
            data.stream()
                    .filter(file -> !file.equals("-") && !Locations.isLocation(file) && loaded.find(file) == null)
                    .forEach(InputFile::requireReadable);
        }
    }
}
