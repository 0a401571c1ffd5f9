package org.oinfo.jit;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.Optional;
import org.oinfo.kernels.Backend;

/**
 * Loads a backend's package and those below it again, and leaves all else to its parent: to the JVM they are other classes, of which it
 * knows nothing, so that it compiles them anew. What they implement is shared.
 */
final class FreshClasses extends URLClassLoader {
    private final String room;

    private FreshClasses(Class<?> type, URL place) {
        super(new URL[] {place}, type.getClassLoader());
        room = type.getPackageName() + ".";
    }

    /**
     * The same backend, of fresh classes. Their loader is never closed: classes are loaded from it for as long as the backend is used.
     *
     * @param type the backend's class as it was loaded first
     * @return empty where the classes do not come from files that can be read again
     */
    static Optional<Backend> load(Class<? extends Backend> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Class<?> fresh = new FreshClasses(type, source.getLocation()).loadClass(type.getName());
            return Optional.of((Backend) fresh.getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(room)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
