package org.oinfo.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * From values to places along an axis.
 *
 * @param run how the axis runs: it is linear in this
 * @param low the value at {@code from}
 * @param high the value at {@code to}
 * @param ticks values that are written at the axis
 */
record Scale(DoubleUnaryOperator run, double low, double high, double from, double to, double[] ticks) {
    /** An axis with multiples of 1, 2 or 5 times a power of ten, about so many; it ends at the outermost values. */
    static Scale linear(double low, double high, double from, double to, int about) {
        double least = low;
        double most = high;
        if (!(most > least)) {
            double around = least == 0 ? 1 : Math.abs(least) / 2;
            least -= around;
            most += around;
        }
        return new Scale(value -> value, least, most, from, to, round(least, most, about));
    }

    /** An axis of values above 0. */
    static Scale logarithmic(double low, double high, double from, double to, double[] ticks) {
        return new Scale(Math::log, low, high, from, to, ticks);
    }

    /** An axis that is linear within so much of 0 and logarithmic beyond. */
    static Scale symmetric(double within, double low, double high, double from, double to, double[] ticks) {
        return new Scale(
                value -> Math.copySign(Math.log1p(Math.abs(value) / within), value), low, high, from, to, ticks);
    }

    /** 0 and the powers of ten from so much on that lie between. */
    static double[] decades(double from, double low, double high) {
        double[] sizes = IntStream.rangeClosed((int) Math.ceil(Math.log10(from)), 6)
                .mapToDouble(decade -> Double.parseDouble("1e" + decade))
                .toArray();
        return DoubleStream.concat(
                        DoubleStream.of(0), DoubleStream.of(sizes).flatMap(size -> DoubleStream.of(-size, size)))
                .filter(tick -> tick >= low && tick <= high)
                .sorted()
                .toArray();
    }

    /** The place of a value. */
    double at(double value) {
        double start = run.applyAsDouble(low);
        return from + (to - from) * (run.applyAsDouble(value) - start) / (run.applyAsDouble(high) - start);
    }

    /** The ticks that have room for their numbers, from left to right. */
    List<Double> apart(double gap) {
        double reached = Double.NEGATIVE_INFINITY;
        List<Double> kept = new ArrayList<>();
        for (double tick : ticks) {
            double half = Lettering.width(text(tick)) / 2;
            if (at(tick) - half >= reached) {
                kept.add(tick);
                reached = at(tick) + half + gap;
            }
        }
        return kept;
    }

    /** The least of such steps that makes no more. */
    private static double[] round(double low, double high, int about) {
        double rough = (high - low) / about;
        int decade = (int) Math.floor(Math.log10(rough));
        int digit = IntStream.of(1, 2, 5)
                .filter(each -> each * Math.pow(10, decade) >= rough)
                .findFirst()
                .orElse(10);
        return multiples(digit, decade, low, high);
    }

    private static double[] multiples(int digit, int decade, double low, double high) {
        double step = Double.parseDouble(digit + "e" + decade);
        // A thousandth of a step beyond an end is rounding.
        long first = (long) Math.ceil(low / step - 1e-3);
        long last = (long) Math.floor(high / step + 1e-3);
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> BigDecimal.valueOf(i * digit).scaleByPowerOfTen(decade))
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    /** A number at an axis, as short as it is. */
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
        return (plain
                        ? exact.toPlainString()
                        : Double.toString(value).replace(".0E", "e").replace('E', 'e'))
                .replace('-', '−');
    }

    /** The least and the most of values, of which those that are not finite are no values. */
    static double[] range(DoubleStream values) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        values.filter(Double::isFinite).forEach(value -> {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        });
        return range;
    }
}
