package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ResumableRun;
import org.oinfo.data.damaged.Contract;
import org.oinfo.data.damaged.Reading.Found;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.surrogate.NullSettings;

/** The journal of records that analyses of many pieces keep: opened as it comes, and the analysis gone on with. */
final class PiecesTarget implements Target {
    private static final int SAMPLES = 20;
    private static final int VARIABLES = 4;
    private static final NullSettings SETTINGS = NullSettings.of(3).withSurrogates(4);

    private final OInformation info;
    private final String result;
    private final byte[] journal;

    PiecesTarget() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        double[][] samples = new double[SAMPLES][VARIABLES];
        for (double[] row : samples) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        info = OInformation.ofSamples(samples, OInformationOptions.defaults().withThreads(1));
        Path file = Scratch.file("new.pieces", new byte[0]);
        try (ResumableRun run = info.resumable(file)) {
            result = tested(run);
        }
        journal = Files.readAllBytes(file);
        Files.delete(file);
    }

    private String tested(ResumableRun run) {
        StringBuilder text = new StringBuilder();
        info.statistics()
                .nullTest(SETTINGS, run.watched(Monitor.NONE))
                .nplets()
                .forEach(one ->
                        text.append(one.pFamily()).append(' ').append(one.o()).append('\n'));
        return text.toString();
    }

    @Override
    public boolean read(byte[] input) throws IOException {
        Path file = Scratch.file("a.pieces", input);
        try {
            return Contract.isRead(input.length, () -> opened(file), new SplittableRandom(input.length));
        } finally {
            Files.delete(file);
        }
    }

    private Found opened(Path file) {
        ResumableRun run = info.resumable(file);
        return new Found() {
            @Override
            public void check(long bytes, SplittableRandom random) {
                // Each record has a checksum: what is damaged is found anew.
                String again = tested(run);
                Contract.require(again.equals(result), "the result of a run that was never stopped", again);
            }

            @Override
            public void close() {
                run.close();
            }
        };
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(journal, Arrays.copyOf(journal, journal.length * 2 / 3));
    }
}
