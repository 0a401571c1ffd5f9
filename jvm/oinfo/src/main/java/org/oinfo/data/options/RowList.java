package org.oinfo.data.options;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** A list of rows as a user writes it. */
public final class RowList {
    private static final Pattern ITEM = Pattern.compile("(\\d{1,9})(?:(?:-|\\.\\.)(\\d{1,9})|(\\.\\.))?");

    private RowList() {}

    /**
     * Reads a list such as {@code 0,3,5-9} or {@code 100..999,1500..}: numbers from 0 and ranges, separated by commas; a range has both
     * its ends, or goes to the end of the data ({@code 1500..}).
     *
     * @param setting what holds the list, as the caller's users call it, for messages
     * @throws BadInputException it is none, a range goes down, or a row is given twice
     */
    public static RowChoice parse(String list, String setting) {
        BitSet rows = new BitSet();
        int rest = RowChoice.NONE;
        for (String item : list.split(",", -1)) {
            Matcher match = ITEM.matcher(item.strip());
            if (!match.matches()) {
                throw new BadInputException(
                        setting + " must be numbers of rows from 0 and ranges, such as 0,3,5-9 or 1500..: found "
                                + Excerpt.of(item.strip()));
            }
            int first = Integer.parseInt(match.group(1));
            boolean open = match.group(3) != null;
            int last = open ? RowChoice.NONE - 1 : match.group(2) == null ? first : Integer.parseInt(match.group(2));
            if (first > last) {
                throw new BadInputException("a range of " + setting + " must go upwards: found " + item.strip()
                        + "; write " + last + '-' + first);
            }
            int taken = rows.nextSetBit(first);
            if (last >= rest || (taken >= 0 && taken <= last)) {
                throw new BadInputException(setting + " must give a row once: found row "
                        + (last >= rest ? Math.max(first, rest) : taken) + " twice; leave one out");
            }
            if (open) {
                rest = first;
            } else {
                rows.set(first, last + 1);
            }
        }
        return new RowChoice(rows, rest, -1);
    }
}
