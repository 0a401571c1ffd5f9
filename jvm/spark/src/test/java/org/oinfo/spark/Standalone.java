package org.oinfo.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone master and its workers of one core on this machine, each a process. */
final class Standalone implements AutoCloseable {
    private final Path folder;
    private final Process master;
    private final String url;
    private final List<Process> workers = new ArrayList<>();

    /** A master without workers. */
    Standalone(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = "spark://127.0.0.1:" + port;
        File log = folder.resolve("master.log").toFile();
        master = SparkHome.start(
                log,
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        "0"));
        SparkHome.await(log, "New state: ALIVE");
    }

    String url() {
        return url;
    }

    /** Adds a worker. */
    Process addWorker() throws IOException, InterruptedException {
        return addWorker(Path.of(System.getProperty("java.home")));
    }

    /** Adds a worker with another Java. */
    Process addWorker(Path java) throws IOException, InterruptedException {
        int number = workers.size();
        File log = folder.resolve("worker" + number + ".log").toFile();
        List<String> words = List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "-c",
                "1",
                "-m",
                "1g",
                "-d",
                folder.resolve("work" + number).toString(),
                url);
        Process worker = SparkHome.start(log, words, java);
        workers.add(worker);
        SparkHome.await(log, "Successfully registered with master");
        return worker;
    }

    @Override
    public void close() {
        workers.forEach(Standalone::kill);
        kill(master);
    }

    /** Kills a process with all that it started. */
    static void kill(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
