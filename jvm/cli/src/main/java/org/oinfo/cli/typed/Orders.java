package org.oinfo.cli.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --order}: {@code 3}, {@code 3..5} or {@code 3-5}, {@code 3,5}, {@code N} for the number of variables, {@code 3..N} or
 * {@code all} (= 3..N).
 */
public final class Orders {
    private static final String SIZE = "(\\d{1,6}|[Nn])";
    private static final Pattern PART = Pattern.compile(SIZE + "(?:\\s*(?:\\.\\.|-)\\s*" + SIZE + ")?");
    /** Stands for N until the data is read. */
    private static final int VARIABLES = Integer.MAX_VALUE;

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
        if (value.equalsIgnoreCase("all")) {
            return new Orders(value, List.of(new Range(3, VARIABLES)));
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
                    "must be an order such as 3, 3..5, 3,5, N, 3..N or all: found \"" + value + "\"");
        }
        int first = size(matcher.group(1));
        int last = matcher.group(2) == null ? first : size(matcher.group(2));
        if (first < 2) {
            throw new TypeConversionException(
                    "must be at least 2, one variable has no O-information: found \"" + value + "\"");
        }
        if (last < first) {
            throw new TypeConversionException("must go from small to large: found \"" + value + "\"");
        }
        return new Range(first, last);
    }

    private static int size(String text) {
        return text.equalsIgnoreCase("N") ? VARIABLES : Integer.parseInt(text);
    }

    /** The only order, for N variables; refuses several. */
    public int one(int variables) {
        List<Integer> orders = resolve(variables);
        if (orders.size() > 1) {
            throw new BadInputException("--order must be one order here: found " + text + ", which are " + orders.size()
                    + "; run the command once for each");
        }
        return orders.getFirst();
    }

    /** The orders, ascending, for N variables. */
    public List<Integer> resolve(int variables) {
        TreeSet<Integer> orders = new TreeSet<>();
        for (Range range : ranges) {
            int first = range.first == VARIABLES ? variables : range.first;
            int last = range.last == VARIABLES ? variables : range.last;
            if (first > variables || last > variables) {
                throw new BadInputException("--order must not exceed the number of variables: --order " + text
                        + (text.equalsIgnoreCase("all") ? " (3..N)" : "") + ", N=" + variables
                        + "; choose a smaller order or more columns");
            }
            for (int order = first; order <= last; order++) {
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
