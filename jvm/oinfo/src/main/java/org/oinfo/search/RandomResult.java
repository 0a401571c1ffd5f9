package org.oinfo.search;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Random n-plets of one order and how their Omega is spread, nats.
 *
 * @param nplets in the order they were drawn; an n-plet may be there twice
 * @param singular how many of them are singular, and in no figure
 * @param mean mean of Omega; NaN when all are singular
 * @param deviation standard deviation of Omega, divisor one less than the number of n-plets; NaN for fewer than two
 * @param min smallest Omega; NaN when all are singular
 * @param max largest Omega; NaN when all are singular
 * @param partial whether drawing was stopped before its end
 */
public record RandomResult(
        List<FoundNplet> nplets,
        long singular,
        double mean,
        double deviation,
        double min,
        double max,
        boolean partial) {
    static RandomResult of(List<FoundNplet> nplets, boolean partial) {
        double[] omegas = nplets.stream()
                .filter(nplet -> !nplet.singular())
                .mapToDouble(FoundNplet::o)
                .toArray();
        return new RandomResult(
                nplets,
                nplets.size() - omegas.length,
                Mean.of(omegas).getAsDouble(),
                omegas.length < 2 ? Double.NaN : StandardDeviation.of(omegas).getAsDouble(),
                Arrays.stream(omegas).min().orElse(Double.NaN),
                Arrays.stream(omegas).max().orElse(Double.NaN),
                partial);
    }
}
