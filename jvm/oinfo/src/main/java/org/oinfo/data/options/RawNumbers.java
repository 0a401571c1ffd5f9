package org.oinfo.data.options;

import java.util.List;

/**
 * The numbers of a file that holds nothing else, little-endian, the last axis fastest.
 *
 * @param shape length of each axis
 * @param type of the elements: numpy's code or name, such as f4 or float32
 */
public record RawNumbers(List<Long> shape, String type) {
    public RawNumbers {
        shape = List.copyOf(shape);
    }
}
