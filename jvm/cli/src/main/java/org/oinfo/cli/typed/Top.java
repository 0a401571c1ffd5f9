package org.oinfo.cli.typed;

import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.scan.BlockGrid;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --top}: a number or {@code all}.
 *
 * @param count how many n-plets are kept at each end, at most
 * @param all whether every n-plet was asked for
 */
public record Top(int count, boolean all) {
    /** More rows than anyone reads, and a bound on memory. */
    private static final int MOST = 10_000_000;

    /** For the record of how a result was made. */
    public Object described() {
        return all ? "all" : count;
    }

    /** Refuses {@code all} when it is too many. */
    public void check(int variables, List<Integer> orders) {
        if (!all) {
            return;
        }
        long total = 0;
        for (int order : orders) {
            total += Math.min(BlockGrid.total(variables, order), MOST + 1L);
            if (total > MOST) {
                throw new BadInputException("--top all must give at most 10000000 n-plets over all orders: order "
                        + order + " of N=" + variables + " goes beyond; choose --top n, other orders or fewer columns");
            }
        }
    }

    @Override
    public String toString() {
        return all ? "all" : Integer.toString(count);
    }

    /**
     * A number or {@code all}, as users type it.
     *
     * @throws TypeConversionException it is neither
     */
    public static Top of(String value) {
        if (value.equals("all")) {
            return new Top(MOST, true);
        }
        int count = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
        if (count < 1 || count > MOST) {
            throw new TypeConversionException("must be a number from 1 to 10000000, or all: found \"" + value + "\"");
        }
        return first(count);
    }

    /** So many, at most. */
    public static Top first(int count) {
        return new Top(count, false);
    }
}
