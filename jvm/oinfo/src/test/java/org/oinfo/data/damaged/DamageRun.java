package org.oinfo.data.damaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.oinfo.data.BadInputException;

/**
 * Damages sound files and reads them: each must be refused in one line or read as what can be used, with bounded memory. What else happens is
 * a fault, told once for each place in the code that it comes from.
 */
final class DamageRun implements Runnable {
    private final List<SoundFile> files;
    private final Path folder;
    private final long seed;
    private final long first;
    private final long mutants;
    private final Map<String, int[]> tallies = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    /** Read by the thread that watches this one. */
    private volatile long current;

    DamageRun(List<SoundFile> files, Path folder, long seed, long first, long mutants) {
        this.files = files;
        this.folder = folder;
        this.seed = seed;
        this.first = first;
        this.mutants = mutants;
        files.forEach(file -> tallies.put(file.toString(), new int[2]));
    }

    /** Number of the mutant that is being read. */
    long current() {
        return current;
    }

    /** Faults with their mutants, by the place in the code where they come from. */
    Map<String, String> faults() {
        return faults;
    }

    /** Of each sound file, how many of its mutants were read and how many refused. */
    Map<String, int[]> tallies() {
        return tallies;
    }

    @Override
    public void run() {
        for (long i = first; i < first + mutants; i++) {
            current = i;
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            SoundFile sound = files.get(random.nextInt(files.size()));
            SoundFile other = files.get(random.nextInt(files.size()));
            byte[] bytes = sound.packing().apply(new Mutation(random).of(sound.bytes(), other.bytes()));
            String name = random.nextInt(32) == 0 ? other.name() : sound.name();
            try {
                boolean read = isRead(bytes, name, sound.reading(), random);
                tallies.computeIfAbsent(sound.toString(), key -> new int[2])[read ? 0 : 1]++;
            } catch (IOException | RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
                faults.putIfAbsent(place(e), "mutant " + i + " of " + sound + ": " + e);
            }
        }
    }

    private boolean isRead(byte[] bytes, String name, Reading reading, SplittableRandom random) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            return Contract.isRead(bytes.length, () -> reading.open(file), random);
        } finally {
            // Written over, it would wait for the disk.
            Files.delete(file);
        }
    }

    /** The kind of fault and the uppermost line of the library's own code. */
    private static String place(Throwable fault) {
        Throwable cause = fault.getCause() instanceof BadInputException refusal ? refusal : fault;
        String kind = fault instanceof AssertionError
                ? fault.toString().split(":", 3)[1].replaceAll("[0-9]+", "n")
                : fault.getClass().getName();
        for (StackTraceElement frame : cause.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("org.oinfo.") && !name.startsWith(DamageRun.class.getPackageName())) {
                return kind + " at " + frame;
            }
        }
        return kind;
    }
}
