package org.oinfo.targets;

/**
 * How the classes of an order's n-plets were modelled.
 *
 * @param entropy H(Y) of the labels, nats: the most that any n-plet can know of them
 * @param shrinkage share g of the covariance within all classes in that of each class
 * @param proposed whether the n-plets listed are the best of those that the class model proposed, because there were too many for the
 *     mixture; the counts and means of the landscape are then the class model's
 */
public record ClassFit(double entropy, double shrinkage, boolean proposed) {}
