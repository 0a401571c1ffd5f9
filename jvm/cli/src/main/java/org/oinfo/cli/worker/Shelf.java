package org.oinfo.cli.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.NamedData;
import org.oinfo.data.BadInputException;
import org.oinfo.data.KeptResults;
import org.oinfo.data.KeptSamples;
import org.oinfo.data.Samples;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data that stays loaded, by handles: on a command line the words {@code handle:1}, {@code handle:2}, ... */
final class Shelf implements NamedData, AutoCloseable {
    private static final String PREFIX = "handle:";
    /** Data sets at once: each may hold a file open. */
    static final int MOST = 256;
    /** Estimates may take this part of the heap. */
    private static final int PART = 4;

    private final Map<Long, KeptSamples> loaded = new ConcurrentSkipListMap<>();
    private final long mostBytes = Runtime.getRuntime().maxMemory() / PART;
    private final KeptResults results = new KeptResults(mostBytes);
    private long last;

    /** The word of a handle. */
    static String word(long handle) {
        return PREFIX + handle;
    }

    /** A path as a word that is not taken for a handle. */
    static String path(String path) {
        return path.startsWith(PREFIX) ? "./" + path : path;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public synchronized void put(Samples samples) {
        if (loaded.size() >= MOST) {
            samples.close();
            throw new BadInputException(
                    "at most " + MOST + " data sets may be loaded at once: found as many; unload some, such as "
                            + handles().getFirst());
        }
        last++;
        loaded.put(last, new KeptSamples(samples, results));
    }

    @Override
    public @Nullable Samples find(String word) {
        return word.startsWith(PREFIX) ? get(Long.parseLong(word.substring(PREFIX.length()))) : null;
    }

    private KeptSamples get(long handle) {
        KeptSamples found = loaded.get(handle);
        if (found == null) {
            throw new BadInputException("a handle must be of data that is loaded: found " + handle + ", "
                    + (loaded.isEmpty() ? "none is" : "there are " + handles()) + "; load the data again");
        }
        return found;
    }

    private List<Long> handles() {
        return new ArrayList<>(loaded.keySet());
    }

    /** Closes the data of a handle, and forgets what was made of it. */
    void remove(long handle) {
        get(handle).release();
        loaded.remove(handle);
    }

    /** All that is loaded, and the memory that estimates of it take and may take. */
    ObjectNode described() {
        ObjectNode all = Outbox.object();
        ArrayNode list = all.putArray("loaded");
        loaded.forEach((handle, samples) -> list.addObject()
                .put("handle", handle)
                .put("input", samples.source())
                .put("samples", samples.samples())
                .put("variables", samples.variables()));
        return all.put("estimates_bytes", results.bytes()).put("estimates_most_bytes", mostBytes);
    }

    /** As {@link #described}, behind the handle that was given last. */
    ObjectNode describedAfterPut() {
        return Outbox.object().put("handle", last).setAll(described());
    }

    @Override
    public void close() {
        handles().forEach(this::remove);
    }
}
