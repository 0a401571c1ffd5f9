package org.oinfo.spread;

import java.io.Serializable;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.jit.CompiledBackend;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;

/**
 * The backend that all machines compute on.
 *
 * @param name of the backend
 * @param vectorBits bits of its vectors; 0 where none matter
 */
public record SentBackend(String name, int vectorBits) implements Serializable {
    /** That of the machine that leads. */
    public static SentBackend of(Backend backend) {
        return new SentBackend(backend.name(), backend.vectorBits());
    }

    /**
     * The same backend on this machine.
     *
     * @throws BadInputException it is not there, or computes with other vectors; the message does not name the machine
     */
    public Backend open() {
        if (vectorBits > 0 && System.getProperty(Backends.VECTOR_BITS) == null) {
            // Looked at when the first kernel is loaded.
            System.setProperty(Backends.VECTOR_BITS, Integer.toString(vectorBits));
        }
        List<String> reasons = Backends.installed().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .map(BackendProvider::unavailable)
                .orElse(List.of("it is not installed"));
        if (!reasons.isEmpty()) {
            throw new BadInputException(
                    "the backend " + name + " of " + vectorBits + " bits is not there: " + String.join("; ", reasons));
        }
        Backend backend = Backends.open(name);
        if (backend.vectorBits() != vectorBits) {
            throw new BadInputException("the backend " + name + " must have vectors of " + vectorBits + " bits: found "
                    + backend.vectorBits());
        }
        return CompiledBackend.of(backend);
    }
}
