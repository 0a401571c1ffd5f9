package org.oinfo.study.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says of its place among others: {@code layer-00003-of-00012.parquet}, {@code part-00003.parquet} (also shard, chunk,
 * batch), {@code 3.npy}.
 *
 * @param set the same for all files that belong together
 * @param stem what stands before the number
 * @param total how many there are, {@link #UNSAID}, or {@link #ALONE}
 * @param number its own; from 0 or from 1
 */
record ShardName(Path file, String set, String stem, int total, int number) {
    /** The name has a number, and does not say of how many. */
    static final int UNSAID = 0;

    /** The name has no number that tells files of one layer from each other. */
    static final int ALONE = -1;

    /** Hugging Face writes 16 digits of a hash behind. */
    private static final Pattern COUNTED =
            Pattern.compile("(.*?)[-_.]?(\\d{1,9})-of-(\\d{1,9})(?:-[0-9a-f]{16})?\\.(\\w+)");

    /** Spark writes a hash and the codec behind. */
    private static final Pattern NUMBERED =
            Pattern.compile("(.*?)[-_.]?(?:shard|part|chunk|batch)[-_.]?(\\d{1,9})(?:\\D.*)?\\.(\\w+)");

    private static final Pattern DIGITS = Pattern.compile("()(\\d{1,9})\\.(\\w+)");

    /** Reads the name of a file. */
    static ShardName of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = String.valueOf(file.getFileName());
        Matcher counted = COUNTED.matcher(name);
        if (counted.matches()) {
            int total = Integer.parseInt(counted.group(3));
            String set = folder + "/" + counted.group(1) + "/" + total + "/" + counted.group(4);
            return new ShardName(file, set, counted.group(1), total, Integer.parseInt(counted.group(2)));
        }
        for (Pattern pattern : List.of(NUMBERED, DIGITS)) {
            Matcher match = pattern.matcher(name);
            if (match.matches()) {
                String set = folder + "/" + match.group(1) + "/" + match.group(3);
                return new ShardName(file, set, match.group(1), UNSAID, Integer.parseInt(match.group(2)));
            }
        }
        return new ShardName(file, folder + "/" + name, name.replaceFirst("\\.[^.]*$", ""), ALONE, 0);
    }
}
