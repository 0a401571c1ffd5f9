package org.oinfo.study;

import org.oinfo.OInformationOptions;
import org.oinfo.study.importance.ImportanceSettings;

/**
 * The sources of the scores of single neurons.
 *
 * @param order of the n-plets
 * @param extremes n-plets at each end that the shares count
 * @param ablationImages captured images that neurons are silenced on, the first ones
 */
public record ScoreSettings(int order, int extremes, int ablationImages) {
    /** These, and how Omega is estimated and computed. */
    ImportanceSettings scan(OInformationOptions options) {
        return new ImportanceSettings(order, extremes, ablationImages, options);
    }
}
