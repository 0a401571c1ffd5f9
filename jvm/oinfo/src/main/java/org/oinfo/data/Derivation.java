package org.oinfo.data;

/**
 * Something that is made of samples at some expense.
 *
 * @param kind what it is
 * @param how all that it depends on besides the samples; equal objects make equal things
 * @param bytes of memory that it takes, about
 */
public record Derivation<V>(Class<V> kind, Object how, long bytes) {
    /** The same, of some variables of other samples: a different thing there. */
    Derivation<V> of(Object variables) {
        return new Derivation<>(kind, new Part(variables, how), bytes);
    }

    private record Part(Object variables, Object how) {}
}
