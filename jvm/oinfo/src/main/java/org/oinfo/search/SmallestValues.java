package org.oinfo.search;

/** The smallest of many values; NaN is none. */
final class SmallestValues {
    /** Ascending. */
    private final double[] values;

    private int size;

    /** Holds so many, at least 1. */
    SmallestValues(int capacity) {
        values = new double[capacity];
    }

    void offerAll(double[] row) {
        double largest = largest();
        for (double value : row) {
            if (value < largest) {
                insert(value);
                largest = largest();
            }
        }
    }

    private void insert(double value) {
        int at = size < values.length ? size++ : size - 1;
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    /** The largest of those held; infinity while there is room. */
    double largest() {
        return size < values.length ? Double.POSITIVE_INFINITY : values[size - 1];
    }
}
