package org.oinfo.search.greedy;

/** The smallest of many values; NaN is none. */
final class SmallestValues {
    /** A heap: no child is larger than its parent. */
    private final double[] heap;

    private int size;

    /** Holds so many, at least 1. */
    SmallestValues(int capacity) {
        heap = new double[capacity];
    }

    void offerAll(double[] row) {
        for (double value : row) {
            if (value < largest()) {
                if (size < heap.length) {
                    up(value);
                } else {
                    down(value);
                }
            }
        }
    }

    /** Adds a value at the end and moves it up. */
    private void up(double value) {
        int i = size++;
        while (i > 0 && heap[(i - 1) / 2] < value) {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = value;
    }

    /** Puts a value in place of the largest and moves it down. */
    private void down(double value) {
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= value) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = value;
    }

    /** The largest of those held; infinity while there is room. */
    double largest() {
        return size < heap.length ? Double.POSITIVE_INFINITY : heap[0];
    }
}
