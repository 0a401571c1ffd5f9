package org.oinfo.data.damaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.damaged.Reading.Found;

/**
 * Whatever happens to a file, it is refused with one line or read as finite numbers; it never ends in another way.
 *
 * <p>A longer run: {@code -Doinfo.damage.mutants=1000000 -Doinfo.damage.seed=7}; one mutant again:
 * {@code -Doinfo.damage.seed=7 -Doinfo.damage.first=4711 -Doinfo.damage.mutants=1}.
 */
class DamagedInputTest {
    private static final long SEED = Long.getLong("oinfo.damage.seed", 20261);
    private static final long FIRST = Long.getLong("oinfo.damage.first", 0);
    private static final long MUTANTS = Long.getLong("oinfo.damage.mutants", 20_000);

    /** No file here takes a tenth of a second. */
    private static final int HANGS_AFTER_SECONDS = 30;

    @TempDir
    Path folder;

    private final List<SoundFile> files = SoundFiles.all();

    @Test
    void soundFilesAreRead() throws IOException {
        for (SoundFile sound : files) {
            Path file =
                    Files.write(folder.resolve(sound.name()), sound.packing().apply(sound.bytes()));
            try (Found found = sound.reading().open(file)) {
                found.check(sound.bytes().length, new SplittableRandom(SEED));
            }
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() throws InterruptedException {
        System.out.printf("damaged files: seed %d, mutants %d to %d%n", SEED, FIRST, FIRST + MUTANTS - 1);
        DamageRun run = new DamageRun(files, folder, SEED, FIRST, MUTANTS);
        Thread thread = Thread.ofPlatform().daemon().start(run);
        watch(run, thread);
        for (Map.Entry<String, int[]> tally : run.tallies().entrySet()) {
            System.out.printf("%8d read, %8d refused: %s%n", tally.getValue()[0], tally.getValue()[1], tally.getKey());
        }
        assertThat(String.join("\n", run.faults().values()))
                .as("faults, seed %d", SEED)
                .isEmpty();
        if (MUTANTS >= 20_000) {
            // Neither everything nor nothing was refused, so both ways were tried; what a checksum guards may always be
            // refused.
            assertThat(run.tallies().values()).allMatch(tally -> tally[1] > 5);
            long readSome = run.tallies().values().stream()
                    .filter(tally -> tally[0] > 5)
                    .count();
            assertThat(readSome).isGreaterThan(files.size() * 4L / 5);
        }
    }

    private static void watch(DamageRun run, Thread thread) throws InterruptedException {
        while (thread.isAlive()) {
            long before = run.current();
            thread.join(HANGS_AFTER_SECONDS * 1000L);
            boolean moves = !thread.isAlive() || run.current() > before || MUTANTS == 1;
            assertThat(moves)
                    .as("seed %d, mutant %d hangs at %s", SEED, before, Arrays.toString(thread.getStackTrace()))
                    .isTrue();
        }
    }
}
