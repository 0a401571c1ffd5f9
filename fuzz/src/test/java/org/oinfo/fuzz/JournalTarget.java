package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.data.damaged.Contract;

/** The journal of a scan: a file as it comes, or after an odd first byte a whole one that holds the rest as its partial result. */
final class JournalTarget implements Target {
    private final ScanParts parts;

    JournalTarget() throws IOException {
        parts = new ScanParts(new CommandLines());
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
            int code = parts.run(file, "").code();
            Contract.require(code == ExitCode.DONE || code == ExitCode.BAD_INPUT, "scanned or refused", code);
            return code == ExitCode.DONE;
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        byte[] journal = parts.journal("");
        return List.of(
                Inputs.of(0, journal),
                Inputs.of(1, ScanParts.body(parts.partialResults().getFirst())),
                Inputs.of(0, new byte[0]));
    }
}
