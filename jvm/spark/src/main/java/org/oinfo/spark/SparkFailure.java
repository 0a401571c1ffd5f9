package org.oinfo.spark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import org.oinfo.spread.ClusterException;

/** What Spark says of a job that failed, in one line. */
final class SparkFailure {
    /** From a version of Java to that of its class files. */
    private static final int CLASS_FILES = 44;

    private static final Pattern OLD_JAVA = Pattern.compile("recognizes class file versions up to (\\d+)");
    private static final Pattern EXECUTOR = Pattern.compile("\\((\\S+) executor (\\S+)\\)");
    private static final Pattern INPUT = Pattern.compile(Pattern.quote(BadInputException.class.getName()) + ": (.+)");
    private static final int MOST_TEXT = 300;

    private SparkFailure() {}

    /** Throws what ended a job that is done, if it failed. */
    static void rethrow(Future<?> job) throws InterruptedException {
        try {
            job.get();
        } catch (ExecutionException e) {
            throw of(e);
        }
    }

    /** One line for what ended a job: bad input where a task found it. */
    static RuntimeException of(ExecutionException ended) {
        Throwable failure = ended.getCause();
        String text = failure == null ? "" : String.valueOf(failure.getMessage());
        Matcher input = INPUT.matcher(text);
        if (input.find()) {
            return new BadInputException(input.group(1));
        }
        Matcher old = OLD_JAVA.matcher(text);
        if (old.find()) {
            return new ClusterException("executors must run Java 25 or newer: " + executor(text) + " runs Java "
                    + (Integer.parseInt(old.group(1)) - CLASS_FILES)
                    + "; set JAVA_HOME there, or spark.executorEnv.JAVA_HOME, to a newer one");
        }
        if (text.contains("SparkContext was shut down")) {
            return new ClusterException("the cluster ended the application: " + firstLine(text)
                    + "; look at the master's page, or give --master again");
        }
        return new ClusterException("the cluster gave up: " + firstLine(text) + "; see the log of its executors");
    }

    private static String executor(String text) {
        Matcher executor = EXECUTOR.matcher(text);
        return executor.find() ? "executor " + executor.group(2) + " on " + executor.group(1) : "one";
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= MOST_TEXT ? line : line.substring(0, MOST_TEXT) + "...";
    }
}
