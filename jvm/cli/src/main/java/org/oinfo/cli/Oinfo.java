package org.oinfo.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.command.BootstrapCommand;
import org.oinfo.cli.command.CurveCommand;
import org.oinfo.cli.command.DemoCommand;
import org.oinfo.cli.command.GradientsCommand;
import org.oinfo.cli.command.InfoCommand;
import org.oinfo.cli.command.LocalCommand;
import org.oinfo.cli.command.MeasuresCommand;
import org.oinfo.cli.command.NullCommand;
import org.oinfo.cli.command.ReportCommand;
import org.oinfo.cli.command.ResampleCommand;
import org.oinfo.cli.command.ScanCommand;
import org.oinfo.cli.command.SimulateCommand;
import org.oinfo.cli.command.SubsetsCommand;
import org.oinfo.cli.compare.CompareCommand;
import org.oinfo.cli.input.LoadCommand;
import org.oinfo.cli.mcp.McpCommand;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Failures;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.VectorModule;
import org.oinfo.cli.search.SearchCommand;
import org.oinfo.cli.target.DynamicCommand;
import org.oinfo.cli.target.TargetCommand;
import org.oinfo.cli.worker.WorkerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code oinfo}; its subcommands do the work. */
@Command(
        name = "oinfo",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Finds groups of variables that share information (redundancy) or that hold information only together (synergy):"
                    + " the O-information of every group of 3, 4, 5, ... variables.",
            ""
        },
        footer = {
            "",
            "Start here:",
            "  oinfo demo                                         an example: a network, layer by layer",
            "  oinfo scan examples/activations.npy --order 3..4   every triplet and quadruplet of columns",
            "  oinfo scan examples/series.csv --format json --out r.json",
            "",
            "An n-plet is a group of n columns, its order the n: a triplet has order 3.",
            "O-information above 0: redundancy dominates; below 0: synergy dominates.",
            "Exit codes: 0 done, 2 wrong command line or input, 3 backend not available, 4 interrupted, 1 anything else."
        })
public final class Oinfo implements Runnable {
    private static final String HELP = "help";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command line and returns its exit code. */
    public static int run(String[] given, Streams streams) {
        String[] args = asOption(given);
        Failures failures = new Failures(streams);
        CommandLine commandLine = commandLine(args, streams, streams.data().stays());
        commandLine
                .setOut(new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8), true))
                .setErr(streams.err())
                .setExecutionStrategy(Oinfo::execute)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory();
        }
    }

    /** {@code help COMMAND} as {@code COMMAND --help}, as other tools take it. */
    private static String[] asOption(String... args) {
        return args.length == 0 || !args[0].equals(HELP)
                ? args
                : Stream.concat(Arrays.stream(args).skip(1), Stream.of("--" + HELP))
                        .toArray(String[]::new);
    }

    /** Every command with its options, for pages that describe them; it runs nothing. */
    public static CommandLine described() {
        return commandLine(new String[0], nowhere(), false);
    }

    /** As it is typed, and where data stays with one more command: {@code load}. */
    private static CommandLine commandLine(String[] args, Streams streams, boolean stays) {
        CommandLine commandLine = new CommandLine(new Oinfo());
        Map<String, Supplier<Object>> commands = commands(args, streams);
        if (stays) {
            commands.put("load", () -> new LoadCommand(streams));
        }
        add(commands, args, commandLine);
        EveryCommand.setUp(commandLine);
        return commandLine;
    }

    /** The options and parameters of a command that exists, as its help shows them. */
    static CommandSpec spec(String name) {
        CommandLine command = commandLine(new String[] {name}, nowhere(), true)
                .getSubcommands()
                .get(name);
        return Objects.requireNonNull(command, name).getCommandSpec();
    }

    private static Streams nowhere() {
        return new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(Writer.nullWriter()),
                false,
                new Interruption());
    }

    private static int execute(ParseResult parsed) {
        // The parser overlooks them where help is asked for: of a command that is not there.
        if (!parsed.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
        }
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        requireNothingBeforeACommand(parsed);
        // Before anything is read: standard input can be read once.
        return VectorModule.needed() ? ExitCode.NEEDS_VECTORS : new RunLast().execute(parsed);
    }

    /** Only the last command runs: what stands before it would be passed over in silence. */
    private static void requireNothingBeforeACommand(ParseResult parsed) {
        ParseResult outer = parsed;
        while (outer.hasSubcommand()) {
            CommandSpec inner = outer.subcommand().commandSpec();
            if (!outer.matchedArgs().isEmpty()) {
                ArgSpec first = outer.matchedArgs().getFirst();
                throw new ParameterException(
                        inner.commandLine(),
                        "FOLDER and options of " + inner.qualifiedName() + " must follow it: found "
                                + (first instanceof OptionSpec option
                                        ? option.longestName()
                                        : first.originalStringValues().getFirst())
                                + " before " + inner.name());
            }
            outer = outer.subcommand();
        }
    }

    /** Every command, in the order the help shows them; a new one is one line here. */
    private static Map<String, Supplier<Object>> commands(String[] args, Streams streams) {
        String typed = "oinfo " + String.join(" ", args);
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(streams));
        commands.put("scan", () -> new ScanCommand(streams, typed));
        commands.put("measures", () -> new MeasuresCommand(streams, typed));
        commands.put("search", () -> new SearchCommand(streams, typed));
        commands.put("target", () -> new TargetCommand(streams, typed));
        commands.put("dynamic", () -> new DynamicCommand(streams, typed));
        commands.put("null", () -> new NullCommand(streams, typed));
        commands.put("compare", () -> new CompareCommand(streams, typed));
        commands.put("bootstrap", () -> new BootstrapCommand(streams, typed));
        commands.put("resample", () -> new ResampleCommand(streams, typed));
        commands.put("curve", () -> new CurveCommand(streams, typed));
        commands.put("gradients", () -> new GradientsCommand(streams, typed));
        commands.put("subsets", () -> new SubsetsCommand(streams, typed));
        commands.put("local", () -> new LocalCommand(streams, typed));
        commands.put("simulate", () -> new SimulateCommand(streams, typed));
        commands.put("study", () -> CommandProvider.study(streams, typed));
        commands.put("report", () -> new ReportCommand(streams));
        commands.put("info", () -> new InfoCommand(streams));
        commands.put("worker", () -> new WorkerCommand(streams, new ServedCommands(commands.keySet())));
        commands.put("mcp", () -> new McpCommand(streams, new ServedCommands(commands.keySet())));
        return commands;
    }

    /** Adds the command that is asked for, or all of them where it is not clear: a model of every option takes time. */
    private static void add(Map<String, Supplier<Object>> commands, String[] args, CommandLine commandLine) {
        String first = args.length == 0 ? "" : args[0];
        Supplier<Object> one = commands.get(first);
        if (one != null) {
            commandLine.addSubcommand(model(one.get()));
        } else if (!first.equals("--version") && !first.equals("-V")) {
            commands.values().forEach(command -> commandLine.addSubcommand(model(command.get())));
        }
    }

    /** As picocli takes it. */
    private static Object model(Object command) {
        return command instanceof AnalysisCommand analysis ? analysis.commandLine() : command;
    }

    @Override
    public void run() {
        String names = String.join(", ", spec.subcommands().keySet());
        throw new CommandLine.ParameterException(spec.commandLine(), "a command must be given: one of " + names);
    }
}
