package org.oinfo.study;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.study.capture.Capture;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of a study. What a stage found is saved with what it depended on; as long as that stays the same, the stage is not
 * repeated. One process at a time works in a folder.
 */
public final class StudyFolder implements Closeable {
    private static final String SETTINGS = "settings.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path folder;
    private final FileChannel channel;
    private final Map<Path, Double> seconds = new LinkedHashMap<>();

    private StudyFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Opens a study, or begins one.
     *
     * @throws BadInputException it is no folder, holds something else, or another process works in it
     */
    public static StudyFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInputException("a study must have a folder: " + folder + " is a file; name another");
        }
        if (Files.isDirectory(folder) && Files.notExists(folder.resolve(SETTINGS)) && !Capture.isIn(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> !file.getFileName().toString().startsWith("."))) {
                    throw new BadInputException("a study must have a folder of its own: " + folder
                            + " holds other files and no " + SETTINGS + "; name an empty or a new one");
                }
            }
        }
        make(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new BadInputException("one process at a time must work in the folder of a study: another works in "
                    + folder + "; wait for it, or name another folder");
        }
        return new StudyFolder(folder, channel);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException("a study must have a folder that can be made: " + folder + " cannot ("
                    + e.getClass().getSimpleName() + "); name another");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** The folder of one network's files, which exists from now on. */
    public Path network(long seed) throws IOException {
        return Files.createDirectories(folder.resolve("network-" + seed));
    }

    /**
     * The settings of a study as they were saved last, if there is one in a folder.
     *
     * @throws BadInputException they are not as they were written
     */
    public static <T> Optional<T> settings(Path folder, Class<T> type) {
        Path file = folder.resolve(SETTINGS);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(file));
        } catch (JacksonException e) {
            throw new BadInputException("the settings of a study must be as oinfo wrote them: " + file + " is not ("
                    + e.getOriginalMessage().replaceAll("\\s+", " ") + "); name another folder");
        }
    }

    /** Saves the settings of the study. */
    public void saveSettings(Object settings) throws IOException {
        WholeFile.write(folder.resolve(SETTINGS), out -> MAPPER.writeValue(out, settings));
    }

    /** The work of a stage. */
    @FunctionalInterface
    public interface Work<T> {
        /** Computes the result. */
        T find() throws IOException;
    }

    /** The result of a stage that was finished before with the same settings. */
    public <T> Optional<T> finished(Path file, Object dependsOn, TypeReference<T> type) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode saved = MAPPER.readTree(file);
            if (!saved.path("depends_on").equals(normal(dependsOn))) {
                return Optional.empty();
            }
            T found = MAPPER.treeToValue(saved.path("found"), type);
            record(file, saved.path("seconds").asDouble());
            return Optional.of(found);
        } catch (JacksonException e) {
            // Written by another version, or by hand: found anew.
            return Optional.empty();
        }
    }

    /**
     * Does the work of a stage, unless it was finished before with the same settings.
     *
     * @param file where its findings are saved
     * @param dependsOn all that decides what it finds
     */
    public <T> T once(Path file, Object dependsOn, TypeReference<T> type, Work<T> work) throws IOException {
        Optional<T> before = finished(file, dependsOn, type);
        if (before.isPresent()) {
            return before.get();
        }
        long begun = System.nanoTime();
        T found = work.find();
        save(file, dependsOn, found, (System.nanoTime() - begun) * 1e-9);
        return found;
    }

    /** Saves what a stage found. */
    public void save(Path file, Object dependsOn, Object found, double took) throws IOException {
        ObjectNode saved = MAPPER.createObjectNode();
        saved.set("depends_on", normal(dependsOn));
        saved.put("seconds", took);
        saved.set("found", MAPPER.valueToTree(found));
        WholeFile.write(file, out -> MAPPER.writeValue(out, saved));
        record(file, took);
    }

    /** As it comes back from a file: a float and a double of the same digits are equal there. */
    private static JsonNode normal(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    /** Settings as they are saved: names and values. */
    public Map<String, Object> asMap(Object settings) {
        return MAPPER.convertValue(settings, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private synchronized void record(Path file, double took) {
        seconds.put(file, took);
    }

    /** Seconds each stage took when it was done, all networks together. */
    public synchronized Map<String, Double> seconds() {
        Map<String, Double> stages = new LinkedHashMap<>();
        seconds.forEach((file, took) ->
                stages.merge(String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""), took, Double::sum));
        return stages;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
