package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.data.damaged.Contract;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.journal.PartialResult;

/** Partial results: as they come, or after an odd first byte with the checksum put right. */
final class PartialTarget implements Target {
    private final ScanParts parts;

    PartialTarget() throws IOException {
        parts = new ScanParts();
    }

    @Override
    public boolean read(byte[] input) throws IOException {
        if (input.length == 0) {
            return false;
        }
        byte[] rest = Inputs.tail(input);
        byte[] bytes = input[0] % 2 == 0 ? rest : parts.partialResult(rest);
        return Contract.isRead(
                bytes.length,
                () -> {
                    PartialResult part = PartialResult.read(ByteBuffer.wrap(bytes));
                    return (length, random) -> {
                        Contract.require(part.bytes() <= length, "no longer than what was read", part.bytes());
                        Landscape found = part.found().landscape();
                        Contract.require(found.total() >= 0, "0 n-plets or more", found.total());
                        for (long rank : found.mostRedundant().sortedRanks()) {
                            Contract.require(rank >= 0 && rank < found.nplets(), "an n-plet that there is", rank);
                        }
                        byte[] written = written(part);
                        byte[] again = written(PartialResult.read(ByteBuffer.wrap(written)));
                        Contract.require(Arrays.equals(written, again), "the same when it is written and read", part);
                    };
                },
                new SplittableRandom(input.length));
    }

    private static byte[] written(PartialResult part) {
        ByteBuffer out = ByteBuffer.allocate((int) part.bytes());
        part.write(out);
        return out.array();
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] part : parts.partialResults()) {
            seeds.add(Inputs.of(0, part));
            seeds.add(Inputs.of(1, ScanParts.body(part)));
        }
        return seeds;
    }
}
