package org.oinfo.data.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Names of columns in the comment above the data, where numpy and others put them: {@code # hip,knee,toe}. */
final class CommentNames {
    private final MissingMarks marks;

    CommentNames(MissingMarks marks) {
        this.marks = marks;
    }

    /**
     * The names, or an empty list if the comment cannot be a header: it has another number of fields, or numbers.
     *
     * @param comment from its sign on
     * @param separator of the data; where that is blanks, names may have commas between them
     * @param fields number of columns
     */
    List<String> of(String comment, Separator separator, int fields) {
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
}
