package org.oinfo.study.importance;

import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;

/**
 * The sources of the scores of neurons.
 *
 * @param order of the n-plets, at least 3: Omega of two neurons is 0
 * @param extremes n-plets at each end that the shares count, at least 1; never more than a tenth of all n-plets, so that an end
 *     remains one in a narrow layer
 * @param ablationImages images that the ablation loss is taken on, at least 1: the first ones, or all where there are no more
 * @param scan how Omega is estimated and computed; its level, its extremes and its threads are not used
 */
public record ImportanceSettings(int order, int extremes, int ablationImages, OInformationOptions scan) {
    /** Checks the numbers. */
    public ImportanceSettings {
        if (order < 3) {
            throw new BadInputException(
                    "the order of the n-plets that score neurons must be at least 3, Omega of two neurons is 0: found "
                            + order);
        }
        if (extremes < 1) {
            throw new BadInputException("the n-plets counted at each end must be at least 1: found " + extremes);
        }
        if (ablationImages < 1) {
            throw new BadInputException("the images to silence neurons on must be at least 1: found " + ablationImages);
        }
    }

    /** Order 3, 1000 n-plets at each end, 2000 images, Omega of the Gaussian copula with average ties. */
    public static ImportanceSettings defaults() {
        return new ImportanceSettings(3, 1000, 2000, OInformationOptions.defaults());
    }
}
