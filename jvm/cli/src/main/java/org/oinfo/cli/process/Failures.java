package org.oinfo.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.kernels.BackendFailedException;
import org.oinfo.kernels.BackendUnavailableException;
import org.oinfo.scan.verify.VerificationFailedException;
import org.oinfo.spread.ClusterException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one line on standard error and by an exit code. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Streams streams;

    public Failures(Streams streams) {
        this.streams = streams;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return fail(ExitCode.BAD_INPUT, CommandLineProblem.of(e, text(e), args) + "; see " + command + " --help");
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        if (e instanceof BadInputException bad) {
            return badInput(bad.message(OptionNames::of));
        }
        if (e instanceof InvalidPathException path) {
            return badInput("every path must be one that this system can spell: found " + path.getInput() + ", "
                    + path.getReason());
        }
        if (e instanceof BackendUnavailableException
                || e instanceof UnavailableException
                || e instanceof ClusterException) {
            return fail(ExitCode.BACKEND_UNAVAILABLE, text(e));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedPipeException) {
                return streams.interruption().requested() ? ExitCode.INTERRUPTED : ExitCode.DONE;
            }
            if (cause instanceof BackendFailedException || cause instanceof VerificationFailedException) {
                return fail(ExitCode.FAILED, text(cause));
            }
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return fail(ExitCode.FAILED, text(e) + (e.getCause() == null ? "" : ": " + text(e.getCause())));
        }
        fail(ExitCode.FAILED, "this should not have happened, please report it: " + e);
        e.printStackTrace(streams.err());
        return ExitCode.FAILED;
    }

    /** Something that was given cannot be used. */
    public int badInput(String message) {
        return fail(ExitCode.BAD_INPUT, message + Spelling.ofFolder());
    }

    public int outOfMemory() {
        return fail(
                ExitCode.FAILED,
                "not enough memory: the heap may take " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB; choose fewer columns or a smaller --top, or raise it with "
                        + raisedBy(System.getProperty("spark.master")));
    }

    /** What gives the heap more; Spark starts the leading process of a cluster with a size of its own. */
    static String raisedBy(@Nullable String cluster) {
        return cluster == null
                ? "JAVA_TOOL_OPTIONS=-Xmx8g"
                : "spark.driver.memory 8g in conf/spark-defaults.conf of SPARK_HOME";
    }

    private int fail(int code, String message) {
        // Names of columns and files are in it: whatever they hold, a terminal gets one line of letters.
        streams.err().println("oinfo: " + Excerpt.oneLine(oneLine(message)));
        streams.err().flush();
        return code;
    }

    private static String text(Throwable e) {
        return oneLine(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\R\\s*", " ");
    }
}
