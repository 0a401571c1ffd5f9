package org.oinfo.report.page;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The numbers below a histogram of Omega, on its axis that is linear near 0 and logarithmic beyond. */
public final class HistogramTicks {
    /** So many numbers tell how an axis runs. */
    private static final int ENOUGH = 3;

    private static final int FINEST_DECADE = -3;
    private static final int COARSEST_DECADE = 4;

    private HistogramTicks() {}

    /**
     * Powers of ten that lie among the bars; finer numbers where those are too few.
     *
     * @param bars as {@link HistogramRows} makes them
     */
    public static ArrayNode of(ArrayNode bars) {
        double low = bars.valueStream()
                .mapToDouble(bar -> bar.path("from").doubleValue())
                .min()
                .orElse(0);
        double high = bars.valueStream()
                .mapToDouble(bar -> bar.path("to").doubleValue())
                .max()
                .orElse(0);
        ArrayNode ticks = new JsonMapper().createArrayNode();
        DoubleStream.of(among(low, high)).forEach(ticks::add);
        return ticks;
    }

    private static double[] among(double low, double high) {
        for (List<Integer> digits : List.of(List.of(1), List.of(1, 2, 5))) {
            double[] ticks = decades(digits)
                    .filter(tick -> tick >= low && tick <= high)
                    .sorted()
                    .toArray();
            if (ticks.length >= ENOUGH) {
                return ticks;
            }
        }
        return even(low, high);
    }

    private static DoubleStream decades(List<Integer> digits) {
        DoubleStream.Builder ticks = DoubleStream.builder().add(0);
        for (int decade = FINEST_DECADE; decade <= COARSEST_DECADE; decade++) {
            for (int digit : digits) {
                // Read as it is written, so that 0.001 is not 0.0010000000000000002.
                double tick = Double.parseDouble(digit + "e" + decade);
                ticks.add(tick).add(-tick);
            }
        }
        return ticks.build();
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private static double[] even(double low, double high) {
        if (!(high > low)) {
            return new double[0];
        }
        double rough = (high - low) / ENOUGH;
        int decade = (int) Math.floor(Math.log10(rough));
        for (int digit : new int[] {5, 2}) {
            double[] ticks = multiples(digit, decade, low, high);
            if (ticks.length >= ENOUGH) {
                return ticks;
            }
        }
        return multiples(1, decade, low, high);
    }

    private static double[] multiples(int digit, int decade, double low, double high) {
        double step = Double.parseDouble(digit + "e" + decade);
        long first = (long) Math.ceil(low / step);
        long last = (long) Math.floor(high / step);
        return LongStream.rangeClosed(first, last)
                .mapToDouble(i -> Double.parseDouble(i * digit + "e" + decade))
                .toArray();
    }
}
