package org.oinfo.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What comes back of a task.
 *
 * @param machine that did it, by name
 * @param found what the pieces hold; null where it cannot
 * @param refusal why the machine cannot; null where it can
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outcome(
        String machine, byte @Nullable [] found, @Nullable String refusal) implements Serializable {}
