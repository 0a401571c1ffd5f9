package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --order}: {@code 3}, {@code 3..5}, {@code 3,5}, {@code 3..N} or {@code all} (= 3..N). */
public final class Orders {
    private static final Pattern PART = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}|N))?");

    private final String text;
    private final List<Range> ranges;

    private Orders(String text, List<Range> ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    /**
     * Orders as users type them.
     *
     * @throws TypeConversionException they are none
     */
    public static Orders of(String value) {
        if (value.equals("all")) {
            return new Orders(value, List.of(new Range(3, Integer.MAX_VALUE)));
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            ranges.add(range(part.strip(), value));
        }
        return new Orders(value, ranges);
    }

    private static Range range(String part, String value) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "must be an order such as 3, 3..5, 3,5, 3..N or all: found \"" + value + "\"");
        }
        int first = Integer.parseInt(matcher.group(1));
        String end = matcher.group(2);
        int last = end == null ? first : end.equals("N") ? Integer.MAX_VALUE : Integer.parseInt(end);
        if (first < 2) {
            throw new TypeConversionException(
                    "must be at least 2, one variable has no O-information: found \"" + value + "\"");
        }
        if (last < first) {
            throw new TypeConversionException("must go from small to large: found \"" + value + "\"");
        }
        return new Range(first, last);
    }

    /** The orders, ascending, for N variables. */
    public List<Integer> resolve(int variables) {
        TreeSet<Integer> orders = new TreeSet<>();
        for (Range range : ranges) {
            int last = range.last == Integer.MAX_VALUE ? variables : range.last;
            if (range.first > variables || last > variables) {
                throw new BadInputException("--order must not exceed the number of variables: --order " + text + ", N="
                        + variables + "; choose a smaller order or more columns");
            }
            for (int order = range.first; order <= last; order++) {
                orders.add(order);
            }
        }
        return List.copyOf(orders);
    }

    @Override
    public String toString() {
        return text;
    }

    private record Range(int first, int last) {}
}
