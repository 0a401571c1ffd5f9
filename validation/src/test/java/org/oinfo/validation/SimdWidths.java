package org.oinfo.validation;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.simd.SimdBackend;

/**
 * The simd backend at every lane width, in one JVM. A width is fixed when the simd classes are loaded, so each has a class loader
 * of its own; what they implement is shared. Where the machine's vectors are shorter, the JDK emulates.
 */
final class SimdWidths {
    /** Bits of a vector. */
    static final List<Integer> ALL = List.of(128, 256, 512);

    private static final String PROPERTY = "oinfo.vector.bits";

    private SimdWidths() {}

    /** A simd backend of its own, whose vectors have so many bits. */
    static Backend of(int bits) {
        String machines = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, Integer.toString(bits));
        try {
            // Never closed: classes are loaded from it for as long as the backend is used.
            Class<?> type = new Loader().loadClass(SimdBackend.class.getName());
            int lanes = (int) type.getMethod("lanes").invoke(null);
            if (lanes * Double.SIZE != bits) {
                throw new IllegalStateException("the vectors must have " + bits + " bits: lanes=" + lanes);
            }
            return (Backend) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the simd backend must load at any width: bits=" + bits, e);
        } finally {
            if (machines == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, machines);
            }
        }
    }

    /** Loads the simd package itself and leaves all else to its parent. */
    private static final class Loader extends URLClassLoader {
        private static final String PACKAGE = SimdBackend.class.getPackageName() + ".";

        Loader() {
            super(
                    new URL[] {
                        SimdBackend.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    SimdBackend.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PACKAGE)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
