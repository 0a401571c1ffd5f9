package org.oinfo.jit;

import java.util.function.Consumer;
import java.util.function.Function;
import org.oinfo.kernels.Backend;

/** One kernel, made anew between two calls when its backend was loaded anew. Belongs to one thread at a time, as a kernel does. */
final class Renewed<K> {
    private final Generations generations;
    private final Meter meter;
    private final Function<Backend, K> maker;
    private final Consumer<K> closer;
    private Generations.Generation generation;
    private K kernel;
    private BoxedLoops loops;

    Renewed(Generations generations, Meter meter, Function<Backend, K> maker, Consumer<K> closer) {
        this.generations = generations;
        this.meter = meter;
        this.maker = maker;
        this.closer = closer;
        generation = generations.current();
        kernel = maker.apply(generation.backend());
        loops = new BoxedLoops(meter);
    }

    /** The kernel as it is. */
    K get() {
        return kernel;
    }

    /** Work begins: the kernel to do it. */
    K begin() {
        Generations.Generation now = generations.current();
        if (now.number() != generation.number()) {
            K fresh = maker.apply(now.backend());
            closer.accept(kernel);
            kernel = fresh;
            loops = new BoxedLoops(meter);
        }
        generation = now;
        loops.begin();
        return kernel;
    }

    /** The work is done: so many n-plets were scored. */
    void end(long nplets) {
        if (loops.end(nplets)) {
            generations.boxed(generation);
        }
    }

    void close() {
        closer.accept(kernel);
    }
}
