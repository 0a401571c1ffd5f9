package org.oinfo.cli.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.cli.worker.Words;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a command as JSON Schema, from the command's own options: names, types, constants, defaults, help. */
final class InputSchema {
    private static final String STRING = "string";
    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";
    private static final String ARRAY = "array";

    /** Labels of texts that may be a list, which is joined by commas. */
    private static final Pattern LISTED = Pattern.compile("LIST|ORDERS|COLUMNS|a\\.\\.b|,");

    /** Labels of texts that may be a number: an order, how many, which one. */
    private static final Pattern NUMBERED = Pattern.compile("(^|\\|)[nki](\\||$)");

    private final CommandSpec command;
    private final Words words;
    private final boolean readOnly;

    InputSchema(CommandSpec command, Words words, boolean readOnly) {
        this.command = command;
        this.words = words;
        this.readOnly = readOnly;
    }

    /** The schema. */
    ObjectNode json() {
        ObjectNode schema = Outbox.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        String operand = words.operand();
        if (operand != null) {
            properties.set(operand, operand(required, operand));
        }
        for (Map.Entry<String, OptionSpec> named : words.options().entrySet()) {
            String name = named.getKey();
            OptionSpec option = named.getValue();
            if (readOnly && Tool.WRITTEN.contains(name)) {
                continue;
            }
            if (option.required()) {
                required.add(name);
            }
            ObjectNode property = value(option);
            if (name.equals(Words.FORMAT)) {
                // Which is what a call has where nothing else is asked for.
                property.put("default", "json");
            }
            properties.set(name, property);
        }
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema.put("additionalProperties", false);
    }

    /** All that stands without an option, by one name: a path, or a list of them. */
    private ObjectNode operand(List<String> required, String name) {
        List<PositionalParamSpec> all = command.positionalParameters();
        int least = (int) all.stream().filter(ArgSpec::required).count();
        if (least > 0) {
            required.add(name);
        }
        if (all.size() == 1) {
            return value(all.getFirst());
        }
        ObjectNode paths = Outbox.object();
        if (least == 1) {
            paths.putArray("type").add(STRING).add(ARRAY);
        } else {
            paths.put("type", ARRAY);
        }
        paths.putObject("items").put("type", STRING);
        paths.put("minItems", least);
        if (all.stream().noneMatch(ArgSpec::isMultiValue)) {
            paths.put("maxItems", all.size());
        }
        return paths.put("description", all.stream().map(InputSchema::help).collect(Collectors.joining("; then ")));
    }

    private static ObjectNode value(ArgSpec argument) {
        ObjectNode value = Outbox.object();
        List<String> constants = constants(argument);
        if (argument.arity().max() == 0) {
            value.put("type", "boolean");
        } else if (!constants.isEmpty()) {
            ArrayNode names = value.put("type", STRING).putArray("enum");
            constants.forEach(names::add);
        } else {
            putTypes(types(argument), value);
        }
        putDefault(argument, value);
        return value.put("description", help(argument));
    }

    private static void putTypes(List<String> types, ObjectNode value) {
        if (types.size() == 1) {
            value.put("type", types.getFirst());
            return;
        }
        ArrayNode several = value.putArray("type");
        types.forEach(several::add);
        if (types.contains(ARRAY)) {
            ArrayNode items = value.putObject("items").putArray("type");
            types.stream().filter(type -> !type.equals(ARRAY)).forEach(items::add);
        }
    }

    /** The words that can be given, where only these can. */
    private static List<String> constants(ArgSpec argument) {
        if (argument.type().isEnum() && argument.converters().length == 0) {
            return Stream.of(argument.type().getEnumConstants())
                    .map(constant -> LowerCaseEnum.text((Enum<?>) constant))
                    .toList();
        }
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    private static List<String> types(ArgSpec argument) {
        Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        List<String> types = new ArrayList<>();
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            types.add(INTEGER);
        } else if (type == double.class || type == Double.class) {
            types.add(NUMBER);
        } else {
            types.add(STRING);
        }
        boolean named = types.contains(STRING) && argument instanceof OptionSpec;
        boolean listed =
                argument.isMultiValue() || LISTED.matcher(argument.paramLabel()).find();
        if (named && (listed || NUMBERED.matcher(argument.paramLabel()).find())) {
            types.add(INTEGER);
        }
        if (listed) {
            types.add(ARRAY);
        }
        return types;
    }

    private static void putDefault(ArgSpec argument, ObjectNode value) {
        String text = argument.required() ? null : constantDefault(argument);
        if (text == null) {
            return;
        }
        switch (value.path("type").asString(STRING)) {
            case "boolean" -> value.put("default", Boolean.parseBoolean(text));
            case INTEGER -> value.put("default", Long.parseLong(text));
            case NUMBER -> value.put("default", Double.parseDouble(text));
            default -> value.put("default", text);
        }
    }

    /** The default that help tells: others depend on the machine or on further options. */
    private static @Nullable String constantDefault(ArgSpec argument) {
        String text = argument.defaultValueString();
        boolean told = argument.arity().max() == 0
                || argument.type().isEnum()
                || help(argument).contains("(default: " + text);
        return told ? text : null;
    }

    private static String help(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
