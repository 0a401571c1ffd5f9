package org.oinfo.data.arrow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.array.NumberType;

/**
 * A field of a schema, and where its parts lie in every batch of rows.
 *
 * @param type as Arrow names it
 * @param layout how its values lie
 * @param number type of its numbers, if it holds any itself
 * @param size length of the lists of {@link Layout#FIXED_LIST}
 * @param node number of its node in a batch
 * @param buffer number of its first buffer, but for those that a view before it has besides
 * @param views how many fields before it have such buffers
 * @param children of a list one
 * @param tensor shape of what a row holds, where the writer noted it; else empty
 */
record ArrowField(
        String name,
        String type,
        Layout layout,
        @Nullable NumberType number,
        int size,
        int node,
        int buffer,
        int views,
        List<ArrowField> children,
        List<Long> tensor) {
    /** How values lie. */
    enum Layout {
        /** Numbers one after the other; truth values as bits. */
        NUMBERS,
        /** Lists between offsets of 32 bits. */
        LIST,
        /** Lists between offsets of 64 bits. */
        LARGE_LIST,
        /** Lists of one length. */
        FIXED_LIST,
        /** Nothing that is read. */
        OTHER
    }

    boolean isList() {
        return layout == Layout.LIST || layout == Layout.LARGE_LIST || layout == Layout.FIXED_LIST;
    }

    /** The numbers within its lists, or null if there are none. */
    @Nullable
    ArrowField leaf() {
        ArrowField field = this;
        while (field.isList()) {
            field = field.children.getFirst();
        }
        return field.layout == Layout.NUMBERS ? field : null;
    }
}
