package org.oinfo.kernels;

/**
 * What a scan is asked for.
 *
 * @param order number of variables k of each n-plet, 2 to N
 * @param level how much is recorded
 * @param top number K of extremes kept at each end, at least 1
 * @param bias nats subtracted from every Omega before it is counted or summed (the bias of the estimator at this order);
 *     rankings are by the raw Omega, whose order is the same
 */
public record ScanSettings(int order, Level level, int top, double bias) {
    /** Settings without bias correction. */
    public ScanSettings(int order, Level level, int top) {
        this(order, level, top, 0);
    }

    /** Checks that order and top are at least 2 and 1, and the bias is finite. */
    public ScanSettings {
        if (order < 2 || top < 1 || !Double.isFinite(bias)) {
            throw new IllegalArgumentException("order must be at least 2, top at least 1 and bias finite: order="
                    + order + ", top=" + top + ", bias=" + bias);
        }
    }
}
