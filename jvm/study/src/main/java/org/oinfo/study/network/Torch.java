package org.oinfo.study.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import org.oinfo.kernels.BackendFailedException;

/**
 * PyTorch, started on first use, without a network.
 *
 * <p>Each job computes on one thread and jobs run side by side: so a result has the same bits for any number of threads.
 */
final class Torch {
    private static final String ENGINE = "PyTorch";

    private Torch() {}

    /** A manager of arrays on this processor; arrays end with it. */
    static NDManager newManager() {
        return NDManager.newBaseManager(Device.cpu(), Started.ENGINE.getEngineName());
    }

    /** The engine that computes, in words. */
    static String description() {
        return ENGINE + " " + Started.ENGINE.getVersion() + ", one thread a job";
    }

    /** Loads the library when it is first touched. */
    private static final class Started {
        private static final Engine ENGINE = start();

        private static Engine start() {
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("ai.djl.pytorch.num_threads", "1");
            System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
            if (System.getenv("DJL_CACHE_DIR") == null && System.getProperty("DJL_CACHE_DIR") == null) {
                System.setProperty("DJL_CACHE_DIR", cache().toString());
            }
            try {
                Engine engine = Engine.getEngine(Torch.ENGINE);
                JniUtils.setNumThreads(1);
                return engine;
            } catch (EngineException | UnsatisfiedLinkError e) {
                String folder = System.getProperty("DJL_CACHE_DIR", String.valueOf(System.getenv("DJL_CACHE_DIR")));
                throw new BackendFailedException("PyTorch could not be started (" + cause(e)
                        + "): it unpacks 430 MB on first use into " + folder
                        + "; check that there is room, or set DJL_CACHE_DIR to another folder");
            }
        }

        private static String cause(Throwable e) {
            Throwable deepest = e;
            while (deepest.getCause() != null) {
                deepest = deepest.getCause();
            }
            return String.valueOf(deepest.getMessage());
        }

        private static Path cache() {
            String caches = System.getenv("XDG_CACHE_HOME");
            Path base = caches == null || caches.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".cache")
                    : Path.of(caches);
            return base.resolve("oinfo").resolve("pytorch");
        }
    }
}
