package org.oinfo.bench.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The resident engine, a process of its own, which is called a line at a time (docs/worker.md). */
final class Worker implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final OutputStream to;
    private final BufferedReader from;

    /** Starts it from the jar of the command line. */
    Worker(Path jar) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // What the heap takes it takes at once, so that what grows is something else.
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseParallelGC",
                        "-XX:NativeMemoryTracking=summary",
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString(),
                        "worker")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        to = process.getOutputStream();
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Its number as the system has it. */
    long pid() {
        return process.pid();
    }

    /** Analyses of the data of examples; the data is loaded and unloaded each time. */
    List<Job> jobs(Path examples) {
        String data = examples.resolve("activations.npy").toString();
        String series = examples.resolve("series.csv").toString();
        String groups = examples.resolve("groups.txt").toString();
        List<Job> jobs = new ArrayList<>();
        jobs.add(job(data, "scan", "{'order':'3','level':'full','top':20}"));
        jobs.add(job(data, "scan", "{'order':'3','estimator':'discrete','bins':3,'top':20}"));
        jobs.add(job(data, "scan", "{'order':'3','rank-by':'tc','ends':'largest'}"));
        jobs.add(job(data, "search", "{'starts':3,'max-order':8}"));
        jobs.add(job(data, "search", "{'method':'anneal','order':'6','chains':64,'seed':5}"));
        jobs.add(job(data, "bootstrap", "{'nplets':'" + groups + "','resamples':99,'seed':3}"));
        jobs.add(job(data, "gradients", "{'nplets':'" + groups + "'}"));
        jobs.add(job(data, "measures", "{'nplets':'" + groups + "'}"));
        jobs.add(job(series, "scan", "{'order':'3..5'}"));
        jobs.add(job(series, "scan", "{'order':'3','estimator':'knn'}"));
        jobs.add(job(series, "null", "{'order':'3','surrogates':49,'seed':9}"));
        jobs.add(job(series, "curve", "{'order':'3','repeats':5}"));
        jobs.add(job(series, "resample", "{'order':'3','resamples':49}"));
        return jobs;
    }

    private Job job(String data, String method, String params) {
        ObjectNode given = (ObjectNode) MAPPER.readTree(params.replace('\'', '"'));
        return new Job("worker " + method + " " + params + " " + Path.of(data).getFileName(), (backend, threads) -> {
            JsonNode handle =
                    call("load", MAPPER.createObjectNode().put("data", data)).path("handle");
            ObjectNode named = MAPPER.createObjectNode();
            named.putObject("data").set("handle", handle);
            ObjectNode call = given.deepCopy().setAll(named);
            if (!given.has("estimator") && !method.equals("gradients")) {
                // The others have one way to count.
                call.put("backend", backend).put("threads", threads);
            }
            ObjectNode result = (ObjectNode) call(method, call);
            call("unload", named);
            // How long it took, by what, under which name of the data.
            result.remove("run");
            return result.toString();
        });
    }

    private JsonNode call(String method, ObjectNode params) throws IOException {
        ObjectNode call =
                MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        call.set("params", params);
        to.write((call + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
        while (true) {
            String line = from.readLine();
            if (line == null) {
                throw new IOException("the worker must stay: it ended during " + call);
            }
            JsonNode answer = MAPPER.readTree(line);
            if (answer.has("error")) {
                throw new IOException("the worker must answer " + call + " with a result: " + answer);
            }
            // What it tells of its progress has a method.
            if (!answer.has("method")) {
                return answer.path("result");
            }
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
        process.destroy();
    }
}
