package org.oinfo.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made of samples that stay, as much as fits into a given memory: beyond it, what has not been used for longest goes first.
 * Thread-safe; two threads that ask for the same at once may both make it.
 */
public final class KeptResults {
    private static final float USUAL_LOAD = 0.75f;

    private final long most;
    private final Map<Key, Result> results = new LinkedHashMap<>(16, USUAL_LOAD, true);
    private long bytes;

    private record Key(KeptSamples samples, Class<?> kind, Object how) {}

    private record Result(Object value, long bytes) {}

    /**
     * Nothing yet.
     *
     * @param most bytes to keep at most
     */
    public KeptResults(long most) {
        this.most = most;
    }

    <V> V get(KeptSamples samples, Derivation<V> what, Supplier<V> make) {
        Key key = new Key(samples, what.kind(), what.how());
        synchronized (this) {
            Result found = results.get(key);
            if (found != null) {
                return what.kind().cast(found.value());
            }
        }
        V made = make.get();
        put(key, new Result(made, what.bytes()));
        return made;
    }

    private synchronized void put(Key key, Result result) {
        if (result.bytes() > most) {
            return;
        }
        Result before = results.put(key, result);
        bytes += result.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Result> oldest = results.values().iterator();
        while (bytes > most) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    synchronized void forget(KeptSamples samples) {
        results.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().samples() == samples;
            bytes -= gone ? entry.getValue().bytes() : 0;
            return gone;
        });
    }

    /** Bytes that are kept now, about. */
    public synchronized long bytes() {
        return bytes;
    }
}
