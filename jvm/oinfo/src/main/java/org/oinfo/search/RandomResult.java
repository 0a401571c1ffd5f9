package org.oinfo.search;

import java.util.List;

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
        double sum = 0;
        double min = Double.NaN;
        double max = Double.NaN;
        for (double omega : omegas) {
            sum += omega;
            min = omega >= min ? min : omega;
            max = omega <= max ? max : omega;
        }
        double mean = sum / omegas.length;
        double squares = 0;
        for (double omega : omegas) {
            squares += (omega - mean) * (omega - mean);
        }
        double deviation = omegas.length < 2 ? Double.NaN : Math.sqrt(squares / (omegas.length - 1));
        return new RandomResult(nplets, nplets.size() - omegas.length, mean, deviation, min, max, partial);
    }
}
