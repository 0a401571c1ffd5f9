package org.oinfo.cli.process;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The problem that the parser found with a command line, in the words of the other messages: what must hold, what was found. */
final class CommandLineProblem {
    private static final Pattern WRONG_VALUE =
            Pattern.compile("Invalid value for [^']*'([^']*)'[^:]*: ((?:must|takes) .*)");
    private static final Pattern NO_VALUE = Pattern.compile(
            "(?:Missing required|Expected) parameter for option '([^']*)'(?: \\((.*)\\)| but found '(.*)')");

    private final CommandLine commandLine;
    private final CommandSpec spec;

    private CommandLineProblem(CommandLine commandLine) {
        this.commandLine = commandLine;
        this.spec = commandLine.getCommandSpec();
    }

    /**
     * The problem.
     *
     * @param text the parser's own words, in one line
     * @param args what was typed, as far as it is known
     */
    static String of(ParameterException e, String text, String[] args) {
        return new CommandLineProblem(e.getCommandLine()).problem(e, text, args);
    }

    private String problem(ParameterException e, String text, String[] args) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched());
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " must be given once: found it twice; leave one out";
        }
        Matcher none = NO_VALUE.matcher(text);
        if (none.matches()) {
            return noValue(none.group(1), none.group(3));
        }
        if (e instanceof MissingParameterException missing) {
            // Whoever mistypes an option should hear of that, not of what the parser misses then.
            String unknown = unknownOption(args);
            return unknown == null ? missing(missing.getMissing()) : noOption(unknown);
        }
        Matcher wrong = WRONG_VALUE.matcher(text);
        return wrong.matches() ? wrong.group(1) + " " + wrong.group(2) : text;
    }

    private String unmatched(List<String> arguments) {
        String first = arguments.getFirst();
        if (first.startsWith("-") && first.length() > 1) {
            return noOption(first);
        }
        if (commandLine.getParent() == null) {
            Set<String> commands = commandLine.getSubcommands().keySet();
            List<String> near = Nearest.words(first, commands);
            return "there is no command " + first + ": "
                    + (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ") + "commands are "
                    + String.join(", ", commands);
        }
        String takes =
                spec.positionalParameters().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" "));
        return takes.isEmpty()
                ? spec.name() + " takes options only: found " + first + "; leave it out"
                : spec.name() + " takes one " + takes + ": found " + first
                        + ", too; leave it out, or run the command once for each";
    }

    private String noOption(String typed) {
        String name = typed.replaceFirst("=.*", "");
        List<String> near = Nearest.options(name, spec.optionsMap().keySet());
        return "there is no option " + name + " of " + spec.qualifiedName()
                + (near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?");
    }

    private @Nullable String unknownOption(String[] args) {
        for (String arg : args) {
            if (arg.equals("--")) {
                return null;
            }
            if (arg.startsWith("--") && !spec.optionsMap().containsKey(arg.replaceFirst("=.*", ""))) {
                return arg;
            }
        }
        return null;
    }

    private String noValue(String name, @Nullable String found) {
        OptionSpec option = spec.findOption(name);
        String label = option == null ? "a value" : option.paramLabel();
        return name + " must have a value, " + label + ": found " + (found == null ? "none" : found) + "; give one";
    }

    private static String missing(List<ArgSpec> missing) {
        return missing.stream()
                        .map(arg -> arg instanceof OptionSpec option
                                ? option.longestName() + " " + option.paramLabel()
                                : arg.paramLabel())
                        .collect(Collectors.joining(", "))
                + " must be given: found none";
    }
}
