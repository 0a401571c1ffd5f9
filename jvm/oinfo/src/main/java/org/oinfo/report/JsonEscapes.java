package org.oinfo.report;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.Excerpt;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Writes as {@code \}{@code uXXXX} what would steer a terminal that shows the JSON; whoever reads it gets the character itself. */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    private static final int[] ASCII = standardAsciiEscapesForJSON();

    static {
        ASCII[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Excerpt.isShown(c) ? null : new SerializedString(String.format("\\u%04X", c));
    }
}
