package org.oinfo.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** Names of columns: those of a header are checked, those in the comment above the data found. */
final class HeaderNames {
    private final String source;
    private final MissingMarks marks;

    HeaderNames(String source, MissingMarks marks) {
        this.source = source;
        this.marks = marks;
    }

    /**
     * The names in a comment, where numpy and others put them, such as {@code # hip,knee}; or an empty list if it cannot be a
     * header: it has another number of fields, or numbers.
     *
     * @param comment from its sign on
     * @param separator of the data; where that is blanks, names may have commas between them
     * @param fields number of columns
     */
    List<String> inComment(String comment, Separator separator, int fields) {
        String text = comment.replaceFirst("^[#%]+", "");
        Stream<Separator> candidates =
                separator.blanks() ? Stream.of(separator, Separator.COMMA) : Stream.of(separator);
        return candidates
                .map(candidate -> split(text, candidate))
                .filter(names -> isHeader(names, fields))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> split(String text, Separator separator) {
        String stripped = separator.blanks() ? NumberField.strip(text) : text;
        String sign = separator.blanks() ? "[ \t]+" : "\\Q" + (char) separator.sign() + "\\E";
        return Arrays.stream(stripped.split(sign, -1)).map(NumberField::strip).toList();
    }

    private boolean isHeader(List<String> names, int fields) {
        return names.size() == fields
                && new HashSet<>(names).size() == fields
                && names.stream().skip(1).noneMatch(String::isEmpty)
                && names.stream().allMatch(name -> name.isEmpty() || !marks.isValue(name));
    }

    /**
     * The names, each there and different.
     *
     * @param line of the header
     * @param unnamed whether the first column has no name, and needs none
     */
    List<String> checked(List<String> given, long line, boolean unnamed) {
        List<String> names = new ArrayList<>(given);
        if (unnamed) {
            names.set(0, RowLabels.UNNAMED);
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new BadInputException("every column must have a name where there is a header: " + source
                        + " has none at line " + line + ", column " + i
                        + " (columns count from 0); name it, or "
                        + (i == 0 ? "save the table without its row labels" : "delete what stands above the names"));
            }
            Integer before = seen.put(name, i);
            if (before != null) {
                throw new BadInputException("names of columns must differ: " + source + " has " + Excerpt.of(name)
                        + " at line " + line + ", columns " + before + " and " + i
                        + " (columns count from 0); rename one");
            }
        }
        return List.copyOf(names);
    }
}
