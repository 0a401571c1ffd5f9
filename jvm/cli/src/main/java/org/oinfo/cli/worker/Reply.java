package org.oinfo.cli.worker;

import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OptionNames;
import org.oinfo.data.BadInputException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** What is answered to a call: a result, or an error. */
sealed interface Reply {
    /** Codes of JSON-RPC that are left to programs begin here: this one less the exit code. */
    int BASE = -32000;

    /** Adds it to an answer. */
    void addTo(ObjectNode answer);

    /**
     * A result.
     *
     * @param json what is JSON already
     */
    record Result(String json) implements Reply {
        @Override
        public void addTo(ObjectNode answer) {
            // A line break can only stand between the values of JSON, and what follows it is indentation.
            answer.putRawValue("result", new RawValue(json.strip().replaceAll("\\R *", "")));
        }
    }

    /**
     * An error.
     *
     * @param code that JSON-RPC has for it
     * @param message one line for people
     * @param data more for programs
     */
    record Problem(int code, String message, @Nullable ObjectNode data) implements Reply {
        @Override
        public void addTo(ObjectNode answer) {
            ObjectNode error = answer.putObject("error").put("code", code).put("message", message);
            if (data != null) {
                error.set("data", data);
            }
        }
    }

    /** The end of a command that has no result. */
    static Problem failed(int exit, String message) {
        return new Problem(
                BASE - exit, message, Outbox.object().put("exit", exit).put("kind", kind(exit)));
    }

    /** Data that is not there. */
    static Problem of(BadInputException problem) {
        return failed(ExitCode.BAD_INPUT, problem.message(OptionNames::of));
    }

    /** A call that was ended before it ran. */
    static Problem cancelled() {
        return failed(ExitCode.INTERRUPTED, "cancelled before it began");
    }

    /** What was no call that could be taken. */
    static Problem of(RpcProblem problem) {
        return new Problem(problem.code(), problem.text(), null);
    }

    /** An error in this program; the next call has nothing to do with it. */
    static Problem internal(Throwable e) {
        return new Problem(RpcProblem.INTERNAL, "this should not have happened, please report it: " + e, null);
    }

    private static String kind(int exit) {
        return switch (exit) {
            case ExitCode.BAD_INPUT -> "input";
            case ExitCode.BACKEND_UNAVAILABLE -> "unavailable";
            case ExitCode.INTERRUPTED -> "interrupted";
            default -> "failed";
        };
    }
}
