package org.oinfo.report.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import tools.jackson.databind.JsonNode;

/**
 * A field of a result with its name, as {@code orders[0].total}: says what it must be where it is not.
 *
 * @param node missing where the result has no such field
 * @param name from the top of the result; empty for the result itself
 * @param source what the result is read from, for messages
 */
record Field(JsonNode node, String name, String source) {
    /** Letters of a value that a message shows. */
    private static final int SHOWN = 40;

    /** The field of an object; refuses what is no object. */
    Field at(String key) {
        require("an object", JsonNode::isObject);
        return new Field(node.path(key), name.isEmpty() ? key : name + '.' + key, source);
    }

    /** The elements of an array; refuses what is no array. */
    List<Field> elements() {
        require("an array", JsonNode::isArray);
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Field(node.get(i), name + '[' + i + ']', source))
                .toList();
    }

    /** The fields of an object; refuses what is no object. */
    List<Field> fields() {
        require("an object", JsonNode::isObject);
        return node.propertyNames().stream().map(this::at).toList();
    }

    /** Checks a field that a result may lack. */
    void optional(Consumer<Field> check) {
        if (!node.isMissingNode()) {
            check.accept(this);
        }
    }

    /** Null stands for what was not computed or is not finite. */
    boolean isNull() {
        return node.isNull();
    }

    long count() {
        require("a whole number of 0 or more", Field::isCount);
        return node.longValue();
    }

    /** A number that a column, an order or a size may be. */
    int index() {
        require("a whole number of 0 or more", value -> isCount(value) && value.canConvertToInt());
        return node.intValue();
    }

    double number() {
        require("a number", Field::isFinite);
        return node.doubleValue();
    }

    void numberOrNull() {
        require("a number or null", value -> value.isNull() || isFinite(value));
    }

    String text() {
        require("a text", JsonNode::isString);
        return node.stringValue();
    }

    void truth() {
        require("true or false", JsonNode::isBoolean);
    }

    void oneOf(List<String> words) {
        require("one of " + String.join(", ", words), value -> value.isString() && words.contains(value.stringValue()));
    }

    /** A number, a text, true or false, or null: what a line of a list or a cell of a table holds. */
    void scalar() {
        require(
                "a number, a text, true, false or null",
                value -> value.isNull() || value.isString() || value.isBoolean() || isFinite(value));
    }

    /** Refuses a value that is not as it must be. */
    void require(String kind, Predicate<JsonNode> holds) {
        if (!holds.test(node)) {
            throw refused("must be " + kind);
        }
    }

    /** A refusal of this field. */
    BadInputException refused(String rule) {
        return new BadInputException(
                printable(name.isEmpty() ? "a result" : name) + ' ' + rule + ": found " + found() + " in " + source,
                "give the file as oinfo wrote it with {}",
                Setting.JSON);
    }

    private String found() {
        if (node.isMissingNode()) {
            return "nothing";
        }
        if (node.isContainer()) {
            return (node.isArray() ? "an array of " : "an object of ") + node.size();
        }
        return printable(node.toString());
    }

    /** Short, and without letters that steer a terminal. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(letter -> {
            boolean steers = Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
            shown.append(steers ? String.format(Locale.ROOT, "\\u%04x", letter) : Character.toString(letter));
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "..." : shown.toString();
    }

    static boolean isCount(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }
}
