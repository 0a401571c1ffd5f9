package org.oinfo.bench.report.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes {@code docs/performance.md}: the newest record of the kernels and of whole jobs, and a list of all records. */
public final class PerformancePage {
    private PerformancePage() {}

    /**
     * Makes the page.
     *
     * @param args the folder of the repository
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("there must be one argument, the repository: found " + args.length);
        }
        Path repository = Path.of(args[0]);
        Files.writeString(repository.resolve("docs/performance.md"), of(repository.resolve("bench/results")));
    }

    static String of(Path results) throws IOException {
        List<Recorded> all = Recorded.all(results);
        Recorded kernels = kernels(all);
        Recorded jobs = wholeJobs(all);
        Formatter page = new Formatter(Locale.ROOT);
        page.format("# How fast%n%n");
        page.format(
                "Made from the newest records in `bench/results` by `%s`, the repository as its argument; a test compares.",
                PerformancePage.class.getName());
        page.format(" New records: `bench/run` and `bench/jobs`, on a quiet machine.%n%n");
        kernels(kernels, page);
        jobs(jobs, page);
        records(results, page);
        return page.toString();
    }

    /** The newest record of scans and given n-plets. */
    static Recorded kernels(List<Recorded> all) {
        return Recorded.newest(
                all,
                "scans and measures",
                json -> !json.path("scans").isEmpty() && !json.path("measures").isEmpty());
    }

    /** The newest record of whole commands. */
    static Recorded wholeJobs(List<Recorded> all) {
        return Recorded.newest(
                all, "whole jobs", json -> json.path("schema").asString().startsWith("oinfo-jobs/"));
    }

    private static void kernels(Recorded recorded, Formatter page) {
        page.format("## Kernels, warm, one thread%n%n");
        page.format(
                "%s. Commit %s. Million n-plets a second, of the fastest backend; %s.%n%n",
                recorded.machine(),
                recorded.commit(),
                recorded.link("every backend, spread, share of the machine's peak"));
        KernelTables tables = new KernelTables(recorded, page);
        tables.scans();
        if (recorded.hasRows("sizes")) {
            page.format("%nLevel plain, by order k and number of variables N:%n%n");
            tables.sizes();
        }
        page.format("%n");
        tables.measures();
        if (recorded.hasRows("jobs")) {
            page.format("%nWhole jobs in a warm process, as a user runs them:%n%n");
            tables.jobs();
        }
    }

    private static void jobs(Recorded recorded, Formatter page) {
        page.format("%n## Whole commands, cold, beside the peers%n%n");
        page.format(
                "%s. Commit %s. Seconds of wall time from the start of a process to its end; in brackets the same work again in one process.",
                recorded.machine(), recorded.commit());
        page.format(" %s.%n%n", recorded.link("What each job is, CPU time, memory, spread"));
        WholeJobTable.write(recorded, page);
    }

    private static void records(Path results, Formatter page) throws IOException {
        page.format("%n## All records%n%nDate, machine, what it could do:%n%n");
        try (Stream<Path> folders = Files.list(results)) {
            folders.filter(one -> Files.exists(one.resolve("README.md")))
                    .map(one -> one.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .forEach(name -> page.format("- [%s](../bench/results/%s/README.md)%n", name, name));
        }
    }
}
