package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.oinfo.cli.process.ExitCode;

/** Command lines, a word a line. */
final class CommandTarget implements Target {
    /** They stay and are called, which is {@link ServerTarget}'s; or run for longer than a fuzzer waits. */
    private static final Set<String> ELSEWHERE = Set.of("worker", "mcp", "demo", "study");

    private static final List<String> SOUND = List.of(
            "scan @data --order 3..4 --top 2 --level full",
            "scan @data --order all --format csv",
            "scan @data --order 4 --level plain --verify --threads 2",
            "scan @data --rank-by 0.5*tc-dtc --ends largest --format json",
            "scan @data --estimator discrete --bins 3",
            "scan @data --estimator knn --order 3",
            "scan @data --groups 0-1;2-4",
            "scan @data --window 12 --step 6",
            "scan @data --columns hip,2-4 --rows 0-19 --missing drop-rows --bias-correct",
            "measures @data --nplets @groups --format ndjson",
            "search @data --starts 2 --beam 2 --max-order 4",
            "search @data --method anneal --order 4 --seed 3",
            "search @data --seeds pairs --max-order 4",
            "target @data --target 4 --order 2 --permutations 19",
            "dynamic @data --lag 1",
            "null @data --surrogates 9 --order 3",
            "compare @data @data --permutations 9",
            "bootstrap @data --nplets @groups --resamples 99",
            "resample @data --order 3 --resamples 39",
            "curve @data --order 3 --sizes 8,16 --repeats 2",
            "gradients @data --nplets @groups",
            "subsets @data --nplets @groups",
            "local @data --nplets @groups --out @out.npy",
            "simulate synergistic --samples 9 --out @out.csv",
            "report @result --out @out.html",
            "info",
            "--help",
            "scan --help",
            "--version");

    private final CommandLines commands;

    CommandTarget() throws IOException {
        commands = new CommandLines();
    }

    @Override
    public boolean read(byte[] input) {
        String[] words =
                commands.harmless(new String(input, StandardCharsets.UTF_8)).split("\n", -1);
        if (Stream.of(words).anyMatch(ELSEWHERE::contains)) {
            return false;
        }
        return CommandLines.run(words).code() == ExitCode.DONE;
    }

    @Override
    public List<byte[]> seeds() {
        return SOUND.stream()
                .map(line -> line.replace(' ', '\n').getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
