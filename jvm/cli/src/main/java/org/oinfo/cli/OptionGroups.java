package org.oinfo.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.oinfo.cli.typed.OptionGroup;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command as its help lists them: its own, then group by group what they are about. */
final class OptionGroups {
    private static final String OWN = "Options:";
    /** Of every command, and in no group. */
    private static final String STANDARD = "";

    private OptionGroups() {}

    /** How a command is typed: options in one word, but for those that must be given. */
    static String synopsis(Help help) {
        String required = help.commandSpec().options().stream()
                .filter(OptionSpec::required)
                .map(option -> " " + option.longestName() + "=" + option.paramLabel())
                .collect(Collectors.joining());
        return help.abbreviatedSynopsis()
                .replaceFirst(" \\[OPTIONS]", Matcher.quoteReplacement(required) + " [OPTIONS]");
    }

    /** The options, each group below what it is about. */
    static String list(Help help) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        groups.put(OWN, new ArrayList<>());
        for (OptionSpec option : help.commandSpec().options()) {
            if (!option.hidden()) {
                groups.computeIfAbsent(heading(option), _ -> new ArrayList<>()).add(option);
            }
        }
        List<OptionSpec> standard = groups.remove(STANDARD);
        // A description ends with an empty line, a list of parameters does not.
        String gap = help.commandSpec().positionalParameters().isEmpty() ? "" : System.lineSeparator();
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, of) -> {
            if (!of.isEmpty()) {
                text.append(text.isEmpty() ? gap : System.lineSeparator())
                        .append(heading)
                        .append(System.lineSeparator())
                        .append(laidOut(help, of));
            }
        });
        if (standard != null) {
            text.append(text.isEmpty() ? "" : System.lineSeparator()).append(laidOut(help, standard));
        }
        return text.toString();
    }

    /** In columns as wide as those of all options. */
    private static String laidOut(Help help, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }

    private static String heading(ArgSpec option) {
        if (!(option.userObject() instanceof Field field)
                || !field.getDeclaringClass().getName().startsWith("org.oinfo")) {
            return STANDARD;
        }
        OptionGroup group = field.getDeclaringClass().getAnnotation(OptionGroup.class);
        return group == null ? OWN : group.value();
    }
}
