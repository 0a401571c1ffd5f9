package org.oinfo.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkConf;
import org.oinfo.cli.Main;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.process.Interruption;
import picocli.CommandLine;

/**
 * The application that {@code spark-submit} starts: {@code spark-submit --master URL --class org.oinfo.spark.SparkMain --jars oinfo.jar
 * oinfo-spark.jar scan DATA --order 5}. Its arguments are those of the command line, which starts itself in this way for {@code
 * --master}.
 */
public final class SparkMain {
    /** Spark ends its context in a hook of priority 50. */
    private static final int BEFORE_SPARK = 100;

    private static final int AFTER_SPARK = -100;

    private SparkMain() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        // Java runs all hooks at once, these run one after the other: Spark must not end before the result is printed.
        ShutdownHookManager hooks = ShutdownHookManager.get();
        hooks.addShutdownHook(interruption::stop, BEFORE_SPARK, 1, TimeUnit.DAYS);
        hooks.addShutdownHook(interruption::end, AFTER_SPARK);
        Main.run(withMaster(args), interruption, SparkClusterProvider::end);
    }

    /** The words with the master that spark-submit was given, where they name none and the command takes one. */
    private static String[] withMaster(String[] args) {
        boolean named = Arrays.stream(args).anyMatch(word -> word.equals("--master") || word.startsWith("--master="));
        if (named || args.length == 0 || !takesMaster(args[0])) {
            return args;
        }
        List<String> words = new ArrayList<>(List.of(args));
        words.add(1, "--master=" + new SparkConf().get("spark.master", "local[*]"));
        return words.toArray(String[]::new);
    }

    private static boolean takesMaster(String name) {
        CommandLine command = Oinfo.described().getSubcommands().get(name);
        return command != null && command.getCommandSpec().findOption("--master") != null;
    }
}
