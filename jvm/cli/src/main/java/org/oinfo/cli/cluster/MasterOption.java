package org.oinfo.cli.cluster;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.report.Provenance;
import org.oinfo.spread.Cluster;
import picocli.CommandLine.Option;

/** {@code --master}: on whose machines an analysis runs. */
@OptionGroup(OptionGroup.RUN)
public final class MasterOption {
    private static final Pattern MASTER =
            Pattern.compile("local(\\[.+])?|local-cluster\\[.+]|spark://.+|yarn|k8s://.+");

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "work on the machines of Apache Spark: spark://host:port, local[*], yarn or k8s://...; needs Spark 4 in"
                            + " SPARK_HOME; the result is that of one machine, to the last bit; scan has them read DATA"
                            + " such as 'hdfs://host/x/*.npy'")
    private @Nullable String master;

    private @Nullable Cluster connected;
    private Consumer<String> told = line -> {};

    /** Adds where it ran, where that was elsewhere. */
    public void describe(Provenance run) {
        if (master != null) {
            run.put("master", master);
        }
    }

    /** Refuses what is no master, or cannot be started from here. */
    public void check(Streams streams) {
        if (master == null) {
            return;
        }
        if (!MASTER.matcher(master).matches()) {
            throw new BadInputException("--master must be spark://host:port, local[*], yarn or k8s://...: found "
                    + master + "; ask who runs the cluster");
        }
        // The process that is started reads and writes what this one does.
        if (!streams.in().equals(System.in)) {
            throw new BadInputException(
                    "--master is for a command line of its own: found a call of a program; run oinfo");
        }
    }

    /**
     * Refuses another option beside it.
     *
     * @param given whether that one is there
     */
    public void refuse(String other, boolean given) {
        if (master != null && given) {
            throw new BadInputException(
                    "--master is for one whole analysis: found " + other + " with it; leave one of the two out");
        }
    }

    /**
     * The machines, in a process that has Spark; null without the option.
     *
     * @param quiet whether nothing is said of what happens there
     */
    public @Nullable Cluster connect(Streams streams, boolean quiet) {
        if (connected == null && master != null) {
            told = quiet ? line -> {} : line -> streams.err().println("oinfo: " + line);
            connected = provider().orElseThrow().connect(master, told);
        }
        return connected;
    }

    /** Whether it is given. */
    public boolean given() {
        return master != null;
    }

    /** Has correlations of data at a location made by the machines that are connected; see {@link ClusterProvider#estimate}. */
    public SharedEstimate estimate(String location, ColumnChoice columns, EstimateOptions options) {
        return provider().orElseThrow().estimate(location, columns, options, told);
    }

    /** Runs the command in a process that has Spark and returns its exit code; null where it is to be run in this one. */
    public @Nullable Integer elsewhere(List<String> words, Streams streams) {
        return master == null || provider().isPresent()
                ? null
                : SparkSubmit.found(System.getenv("SPARK_HOME"), streams).run(master, words);
    }

    private static Optional<ClusterProvider> provider() {
        return ServiceLoader.load(ClusterProvider.class, MasterOption.class.getClassLoader())
                .findFirst();
    }
}
