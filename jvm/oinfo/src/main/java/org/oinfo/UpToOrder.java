package org.oinfo;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A model that is the same for every order, and refuses, when it is made, a largest order that its samples are too few for. */
final class UpToOrder<T> {
    private final IntFunction<T> making;
    private @Nullable T made;
    private int largest;

    /**
     * A model that is not made yet.
     *
     * @param making makes it for a largest order
     */
    UpToOrder(IntFunction<T> making) {
        this.making = making;
    }

    /** The model, made once unless the orders that are asked for grow. */
    synchronized T get(int order) {
        T model = made;
        if (model == null || order > largest) {
            model = making.apply(order);
            made = model;
            largest = order;
        }
        return model;
    }
}
