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
 * @param determinants whether det R_S is summed over the n-plets S, see {@link Landscape#determinants}; above level extremes only
 */
public record ScanSettings(
        int order, Level level, int top, double bias, Ends ends, Screen screen, boolean determinants) {
    /** Where a value stands here is its number in partial results. */
    private static final List<Level> LEVELS = List.of(Level.EXTREMES, Level.PLAIN, Level.FULL);

    private static final List<Ends> ALL_ENDS = List.of(Ends.BOTH, Ends.SYNERGISTIC, Ends.REDUNDANT);
    private static final List<Screen> SCREENS = List.of(Screen.AUTO, Screen.DOUBLE, Screen.SINGLE);

    static final int BYTES = 6 * Integer.BYTES + Double.BYTES;

    /** Settings without bias correction, for both ends. */
    public ScanSettings(int order, Level level, int top) {
        this(order, level, top, 0);
    }

    /** Settings for both ends. */
    public ScanSettings(int order, Level level, int top, double bias) {
        this(order, level, top, bias, Ends.BOTH, Screen.AUTO);
    }

    /** Settings that sum no determinants. */
    public ScanSettings(int order, Level level, int top, double bias, Ends ends, Screen screen) {
        this(order, level, top, bias, ends, screen, false);
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
        if (determinants && !level.counts()) {
            throw new IllegalArgumentException("determinants are summed above level EXTREMES: level=" + level);
        }
    }

    /** These settings with determinants summed or not. */
    public ScanSettings withDeterminants(boolean value) {
        return new ScanSettings(order, level, top, bias, ends, screen, value);
    }

    /** These settings at another level. */
    public ScanSettings withLevel(Level value) {
        return new ScanSettings(order, value, top, bias, ends, screen, determinants);
    }

    void write(ByteBuffer out) {
        out.putInt(order)
                .putInt(LEVELS.indexOf(level))
                .putInt(top)
                .putInt(ALL_ENDS.indexOf(ends))
                .putInt(SCREENS.indexOf(screen))
                .putDouble(bias)
                .putInt(determinants ? 1 : 0);
    }

    static ScanSettings read(ByteBuffer in) {
        int order = in.getInt();
        Level level = one(LEVELS, in.getInt());
        int top = in.getInt();
        Ends ends = one(ALL_ENDS, in.getInt());
        Screen screen = one(SCREENS, in.getInt());
        double bias = in.getDouble();
        return new ScanSettings(order, level, top, bias, ends, screen, one(List.of(false, true), in.getInt()));
    }

    private static <E> E one(List<E> values, int number) {
        if (number < 0 || number >= values.size()) {
            throw new IllegalArgumentException(
                    "a setting must have one of its " + values.size() + " numbers: found " + number);
        }
        return values.get(number);
    }
}
