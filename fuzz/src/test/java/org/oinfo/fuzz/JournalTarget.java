package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.ResumableScan;
import org.oinfo.ScanResult;
import org.oinfo.data.damaged.Contract;
import org.oinfo.data.damaged.Reading.Found;
import org.oinfo.parallel.Monitor;

/** The journal of a scan: a file as it comes, or after an odd first byte a whole one that holds the rest as its partial result. */
final class JournalTarget implements Target {
    private final ScanParts parts;

    JournalTarget() throws IOException {
        parts = new ScanParts();
    }

    @Override
    public boolean read(byte[] input) throws IOException {
        if (input.length == 0) {
            return false;
        }
        byte[] rest = Inputs.tail(input);
        byte[] bytes = input[0] % 2 == 0 ? rest : parts.journalOf(parts.partialResult(rest));
        Path file = Scratch.file("a.journal", bytes);
        try {
            return Contract.isRead(bytes.length, () -> opened(file), new SplittableRandom(input.length));
        } finally {
            Files.delete(file);
        }
    }

    private static Found opened(Path file) {
        ResumableScan scan = ScanParts.open(file);
        return new Found() {
            @Override
            public void check(long bytes, SplittableRandom random) {
                Contract.require(scan.resumed() >= 0, "0 n-plets or more", scan.resumed());
                for (ScanResult result : scan.run(Monitor.NONE)) {
                    // Ranks of n-plets that there are not would throw here.
                    int listed = List.copyOf(result.mostSynergistic()).size()
                            + List.copyOf(result.mostRedundant()).size();
                    Contract.require(listed <= 2 * ScanParts.TOP, "no more than was asked for", listed);
                }
            }

            @Override
            public void close() {
                scan.close();
            }
        };
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        byte[] journal = parts.journal();
        return List.of(
                Inputs.of(0, journal),
                Inputs.of(1, ScanParts.body(parts.partialResults().getFirst())),
                Inputs.of(0, new byte[0]));
    }
}
