package org.oinfo.kernels;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The settings of a scan of one order.
 *
 * @param order number of variables k of each n-plet, 2 to N
 * @param level how much is recorded
 * @param top number K of extremes kept at each end, at least 1
 * @param bias nats subtracted from every Omega before it is counted or summed (the bias of the estimator at this order);
 *     rankings are by the raw Omega, whose order is the same
 * @param ends which extremes are kept
 * @param screen precision of the comparison that selects candidates at level extremes; above that level single is refused,
 *     because counts need doubles
 */
public record ScanSettings(int order, Level level, int top, double bias, Ends ends, Screen screen) {
    /** Where a value stands here is its number in partial results. */
    private static final List<Level> LEVELS = List.of(Level.EXTREMES, Level.PLAIN, Level.FULL);

    private static final List<Ends> ALL_ENDS = List.of(Ends.BOTH, Ends.SYNERGISTIC, Ends.REDUNDANT);
    private static final List<Screen> SCREENS = List.of(Screen.AUTO, Screen.DOUBLE, Screen.SINGLE);

    static final int BYTES = 5 * Integer.BYTES + Double.BYTES;

    /** Settings without bias correction, for both ends. */
    public ScanSettings(int order, Level level, int top) {
        this(order, level, top, 0);
    }

    /** Settings for both ends. */
    public ScanSettings(int order, Level level, int top, double bias) {
        this(order, level, top, bias, Ends.BOTH, Screen.AUTO);
    }

    /** Checks that order and top are at least 2 and 1, the bias is finite, and single precision counts nothing. */
    public ScanSettings {
        if (order < 2 || top < 1 || !Double.isFinite(bias)) {
            throw new IllegalArgumentException("order must be at least 2, top at least 1 and bias finite: order="
                    + order + ", top=" + top + ", bias=" + bias);
        }
        if (screen == Screen.SINGLE && level.counts()) {
            throw new IllegalArgumentException(
                    "screen SINGLE needs level EXTREMES, counts need doubles: level=" + level);
        }
    }

    void write(ByteBuffer out) {
        out.putInt(order)
                .putInt(LEVELS.indexOf(level))
                .putInt(top)
                .putInt(ALL_ENDS.indexOf(ends))
                .putInt(SCREENS.indexOf(screen))
                .putDouble(bias);
    }

    static ScanSettings read(ByteBuffer in) {
        int order = in.getInt();
        Level level = one(LEVELS, in.getInt());
        int top = in.getInt();
        Ends ends = one(ALL_ENDS, in.getInt());
        Screen screen = one(SCREENS, in.getInt());
        return new ScanSettings(order, level, top, in.getDouble(), ends, screen);
    }

    private static <E> E one(List<E> values, int number) {
        if (number < 0 || number >= values.size()) {
            throw new IllegalArgumentException(
                    "a setting must have one of its " + values.size() + " numbers: found " + number);
        }
        return values.get(number);
    }
}
