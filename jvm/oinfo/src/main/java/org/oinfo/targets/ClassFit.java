package org.oinfo.targets;

/**
 * How the information about classes was estimated for the n-plets of an order.
 *
 * @param entropy H(Y) of the labels, nats: the most that any n-plet can know of them
 * @param shrinkage share g of the covariance within all classes in that of each class of the mixture; NaN from nearest neighbours
 * @param proposed whether the n-plets listed are the best of those that the class model proposed, because there were too many for the
 *     mixture; the counts and means of the landscape are then the class model's
 */
public record ClassFit(double entropy, double shrinkage, boolean proposed) {
    /** From nearest neighbours. */
    public static ClassFit ofNeighbours(double entropy) {
        return new ClassFit(entropy, Double.NaN, false);
    }

    /** Whether it is a mixture of Gaussians. */
    public boolean mixture() {
        return !Double.isNaN(shrinkage);
    }
}
