package org.oinfo.study.claims;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Interval;

/**
 * A value for each network that has it.
 *
 * @param values by seed
 */
public record PerNetwork(SortedMap<Long, Double> values) {
    /** No network yet. */
    public static PerNetwork empty() {
        return new PerNetwork(new TreeMap<>());
    }

    /** Adds a network, unless its value does not exist. */
    public void put(long seed, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            values.put(seed, value);
        }
    }

    /** This less another, of the networks that have both. */
    public PerNetwork minus(PerNetwork other) {
        PerNetwork result = empty();
        for (Map.Entry<Long, Double> entry : values.entrySet()) {
            Double second = other.values.get(entry.getKey());
            if (second != null) {
                result.put(entry.getKey(), entry.getValue() - second);
            }
        }
        return result;
    }

    /** This divided by another, of the networks that have both and where that is not 0. */
    PerNetwork over(PerNetwork other) {
        PerNetwork result = empty();
        values.forEach((seed, value) -> {
            Double second = other.values.get(seed);
            if (second != null && second != 0) {
                result.put(seed, value / second);
            }
        });
        return result;
    }

    /** Whether no network has a value. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Mean and Student interval over networks. */
    public Interval interval() {
        return Interval.of(values.values());
    }
}
