package org.oinfo.bench.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;

/**
 * Mixed work for a time: scans, searches, nulls in this process and calls of a worker in another, with changing threads and backends, in random
 * order. Each result is compared with the first one of its kind; memory of both processes, but for compiled code, must stay flat.
 */
public final class Soak {
    /** Until then code is compiled and pools are filled. */
    private static final double WARM_MINUTES = 5;
    /** A slope of less time says nothing. */
    private static final double LEAST_MINUTES = 5;

    private static final double MOST_SLOPE = 0.5;
    private static final int MOST_THREADS = 3;
    private static final double NANOS_A_MINUTE = 60e9;
    private static final int POINTS_A_MINUTE = 2;
    private static final List<String> COLUMNS = List.of(
            "here, resident without code",
            "here, heap in use",
            "worker, resident without code",
            "here, code",
            "worker, code");
    /** So many of the first are judged; code is told. */
    private static final int JUDGED = 3;

    private final long start = System.nanoTime();
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, Integer> compared = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    /** In the order of columns. */
    private final List<Memory> memories =
            COLUMNS.stream().map(name -> new Memory()).toList();

    private final SplittableRandom random;
    private int results;

    private Soak(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Arguments: minutes, a seed, the jar of the command line, the folder examples. */
    public static void main(String[] args) throws IOException {
        double minutes = Double.parseDouble(args[0]);
        long seed = Long.parseLong(args[1]);
        Soak soak = new Soak(seed);
        try (Worker worker = new Worker(Path.of(args[2]))) {
            List<Job> jobs = new ArrayList<>(new LibraryJobs(seed).all());
            jobs.addAll(worker.jobs(Path.of(args[3])));
            soak.run(minutes, jobs, worker.pid());
        }
        System.exit(soak.judged(minutes, seed) ? 0 : 1);
    }

    private double minute() {
        return (System.nanoTime() - start) / NANOS_A_MINUTE;
    }

    private void run(double minutes, List<Job> jobs, long worker) throws IOException {
        List<String> backends = Backends.installed().stream()
                .filter(provider -> provider.unavailable().isEmpty())
                .map(BackendProvider::name)
                .filter(name -> !name.equals("cuda"))
                .toList();
        System.out.printf("%d jobs, backends %s, 1 to %d threads%n", jobs.size(), backends, MOST_THREADS);
        System.out.println("minute  results  " + String.join("  ", COLUMNS) + "  (MB)");
        int points = 0;
        while (minute() < minutes) {
            Job job = jobs.get(random.nextInt(jobs.size()));
            String backend = backends.get(random.nextInt(backends.size()));
            compare(job, backend, 1 + random.nextInt(MOST_THREADS));
            if (minute() * POINTS_A_MINUTE >= points) {
                measure(worker, points % POINTS_A_MINUTE == 0);
                points++;
            }
        }
        measure(worker, true);
    }

    private void compare(Job job, String backend, int threads) throws IOException {
        String key = job.key(backend);
        String result = job.work().run(backend, threads);
        results++;
        String before = first.putIfAbsent(key, result);
        if (before != null) {
            compared.merge(key, 1, Integer::sum);
            if (!before.equals(result)) {
                differences.add(key + ", " + backend + ", " + threads + " threads, result " + results);
                System.out.println("different: " + differences.getLast() + "\n" + before + "\n" + result);
            }
        }
    }

    private void measure(long worker, boolean told) throws IOException {
        System.gc();
        Memory.collect(worker);
        double minute = minute();
        Runtime here = Runtime.getRuntime();
        long pid = ProcessHandle.current().pid();
        double code = Memory.code(pid);
        double codeOfWorker = Memory.code(worker);
        double heap = (here.totalMemory() - here.freeMemory()) / (double) (1 << 20);
        double[] now = {Memory.resident(pid) - code, heap, Memory.resident(worker) - codeOfWorker, code, codeOfWorker};
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%6.1f  %7d", minute, results));
        for (int i = 0; i < now.length; i++) {
            memories.get(i).add(minute, now[i]);
            line.append(String.format(Locale.ROOT, "  %" + COLUMNS.get(i).length() + ".1f", now[i]));
        }
        if (told) {
            System.out.println(line);
        }
    }

    private boolean judged(double minutes, long seed) {
        boolean judged = minutes >= WARM_MINUTES + LEAST_MINUTES;
        double from = judged ? WARM_MINUTES : minutes / 2;
        boolean flat = true;
        for (int i = 0; i < COLUMNS.size(); i++) {
            double slope = memories.get(i).slope(from);
            flat &= slope < MOST_SLOPE || i >= JUDGED;
            System.out.printf(Locale.ROOT, "%s: %+.3f MB a minute from minute %.1f on%n", COLUMNS.get(i), slope, from);
        }
        int comparisons = compared.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "seed %d: %d results of %d kinds, %d compared with the first of their kind, %d different%n",
                seed, results, first.size(), comparisons, differences.size());
        if (!judged) {
            System.out.printf(
                    Locale.ROOT, "memory is judged in runs of %.0f minutes or more%n", WARM_MINUTES + LEAST_MINUTES);
        } else if (!flat) {
            System.out.printf(Locale.ROOT, "memory must grow by less than %.1f MB a minute%n", MOST_SLOPE);
        }
        return differences.isEmpty() && (flat || !judged);
    }
}
