package org.oinfo.cli.worker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The words of a command line from the parameters of a call: there is no list of options but the command's own. */
public final class Words {
    public static final String FORMAT = "format";
    public static final String OUT = "out";

    private static final String DASHES = "--";
    /** What the label of an option that takes a file begins with. */
    private static final String FILE = "FILE";

    private static final int MOST_DIGITS = 400;

    private final CommandSpec command;
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();
    private final @Nullable String operand;

    /**
     * Of the options of a command.
     *
     * @param hidden whether those that help does not show are among them
     */
    public Words(CommandSpec command, boolean hidden) {
        this.command = command;
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp() && (hidden || !option.hidden())) {
                options.put(option.longestName().substring(DASHES.length()), option);
            }
        }
        // DATA, RESULT.json, STRUCTURE: what stands without an option is named by its label.
        operand = command.positionalParameters().stream()
                .findFirst()
                .map(PositionalParamSpec::paramLabel)
                .map(label -> label.split("\\.", 2)[0].toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    /** The command's options but those for help, by their names without dashes. */
    public Map<String, OptionSpec> options() {
        return Collections.unmodifiableMap(options);
    }

    /** The name of what stands without an option; null where nothing does. */
    public @Nullable String operand() {
        return operand;
    }

    /** Whether the command's result is JSON when it is asked for that. */
    public boolean hasFormat() {
        return options.containsKey(FORMAT);
    }

    /** The command line, its result in JSON where the command can and nothing else is asked for. */
    public String[] of(ObjectNode params) {
        List<String> words = new ArrayList<>(List.of(command.name()));
        List<String> operands = new ArrayList<>();
        if (hasFormat() && !params.has(FORMAT)) {
            words.add(DASHES + FORMAT + "=json");
        }
        for (Map.Entry<String, JsonNode> param : params.properties()) {
            String name = param.getKey();
            OptionSpec option = options.get(name);
            if (param.getValue().isNull() && (option != null || name.equals(operand))) {
                continue;
            }
            if (option != null) {
                add(name, option, param.getValue(), words);
            } else if (name.equals(operand)) {
                operands.addAll(operands(name, param.getValue()));
            } else {
                throw unknown(name);
            }
        }
        if (!operands.isEmpty()) {
            words.add(DASHES);
            words.addAll(operands);
        }
        return words.toArray(String[]::new);
    }

    /** Paths, and handles of what is loaded. */
    private static List<String> operands(String name, JsonNode value) {
        List<String> operands = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value.values() : List.of(value)) {
            Long handle = handle(one);
            String path = handle == null ? Shelf.path(text(name, one)) : Shelf.word(handle);
            operands.add(path);
        }
        return operands;
    }

    /**
     * The number of a handle; null of anything but an object.
     *
     * @throws RpcProblem an object that is none
     */
    static @Nullable Long handle(JsonNode value) {
        if (!value.isObject()) {
            return null;
        }
        JsonNode handle = value.get("handle");
        if (handle == null || !handle.isIntegralNumber() || !handle.canConvertToLong() || value.size() > 1) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "a handle must be as load gives it, such as {\"handle\": 1}: found " + Message.shortened(value));
        }
        return handle.longValue();
    }

    private static void add(String name, OptionSpec option, JsonNode value, List<String> words) {
        String typed = DASHES + name;
        if (option.arity().max() == 0) {
            if (!value.isBoolean()) {
                throw wrong(name, "true or false", value);
            }
            if (value.booleanValue()) {
                words.add(typed);
            }
            return;
        }
        List<String> texts = texts(name, value);
        if (texts.size() > 1 && option.paramLabel().startsWith(FILE) && !option.isMultiValue()) {
            throw wrong(name, "the name of one file", value);
        }
        if (option.isMultiValue() && option.splitRegex().isEmpty()) {
            texts.forEach(text -> words.add(typed + '=' + text));
            return;
        }
        if (texts.size() > 1 && texts.stream().anyMatch(text -> text.contains(","))) {
            throw wrong(name, "a list of texts without commas", value);
        }
        words.add(typed + '=' + String.join(",", texts));
    }

    private static List<String> texts(String name, JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.values().forEach(one -> texts.add(text(name, one)));
        } else {
            texts.add(text(name, value));
        }
        return texts;
    }

    private static String text(String name, JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            // 1e999999999 has a billion digits.
            return Math.abs((long) number.scale()) <= MOST_DIGITS ? number.toPlainString() : number.toString();
        }
        throw wrong(name, "a text, a number or a list of them", value);
    }

    private static RpcProblem wrong(String name, String expected, JsonNode value) {
        return new RpcProblem(
                RpcProblem.WRONG_PARAMETERS, name + " must be " + expected + ": found " + Message.shortened(value));
    }

    private RpcProblem unknown(String name) {
        List<String> names = new ArrayList<>();
        if (operand != null) {
            names.add(operand);
        }
        names.addAll(options.keySet());
        return new RpcProblem(
                RpcProblem.WRONG_PARAMETERS,
                "every parameter must be one of " + command.name() + ": found " + name + suggestion(name, names));
    }

    /** What somebody may have meant, else all there is. */
    public static String suggestion(String name, List<String> names) {
        List<String> near = Nearest.words(name, names);
        if (names.isEmpty()) {
            return "; it has none";
        }
        return near.isEmpty()
                ? "; there are " + String.join(", ", names)
                : "; perhaps " + String.join(" or ", near) + " is meant";
    }
}
