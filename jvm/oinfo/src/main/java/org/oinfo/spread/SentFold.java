package org.oinfo.spread;

import java.io.Serializable;

/**
 * Which fold of an analysis is to be worked on, and all that was found before it.
 *
 * @param number of the fold
 * @param words of what was begun before it, each as lines
 * @param before what the pieces of each earlier fold found
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentFold(int number, String[] words, byte[][] before) implements Serializable {}
