package org.oinfo.study.landscape;

import org.oinfo.data.BadInputException;

/**
 * What the landscapes are held against beside other landscapes, and how large an effect must be.
 *
 * @param matched random matrices with a layer's eigenvalues; 0 for none
 * @param trees samples of a layer's tree, at least 19 so that p can be 0.05; 0 for none
 * @param triplets random triplets whose information about the class is estimated; 0 for none
 * @param margin a mean Omega of less than this times the mean S is on no side: it decides nothing that is computed, only verdicts
 */
public record ControlSettings(int matched, int trees, int triplets, double margin) {
    /**
     * At 0.05 TC and DTC, the two sides of Omega = TC - DTC and S = TC + DTC, are within 10.5 % of each other: (1 + m) / (1 - m). A
     * convention, fitted to no network.
     */
    private static final double MARGIN = 0.05;

    private static final int FEWEST_TREES = 19;

    /** Checks the numbers. */
    public ControlSettings {
        requireNoneOr(1, "random matrices with the eigenvalues of a layer", "matched", matched);
        requireNoneOr(FEWEST_TREES, "samples of a tree", "trees", trees);
        requireNoneOr(1, "triplets scored about the class", "triplets", triplets);
        if (!(margin >= 0 && margin < 1)) {
            throw new BadInputException(
                    "the margin within which Omega / S is on no side must be from 0 to below 1: margin=" + margin);
        }
    }

    private static void requireNoneOr(int least, String what, String name, int value) {
        if (value != 0 && value < least) {
            throw new BadInputException(
                    "the number of " + what + " must be at least " + least + ", or 0 for none: " + name + "=" + value);
        }
    }

    /** 20 matrices, 20 trees, 100 triplets, a margin of 0.05. */
    public static ControlSettings defaults() {
        return new ControlSettings(20, 20, 100, MARGIN);
    }

    /** None of them. */
    public static ControlSettings none() {
        return new ControlSettings(0, 0, 0, MARGIN);
    }

    /** These settings with another margin. */
    public ControlSettings withMargin(double value) {
        return new ControlSettings(matched, trees, triplets, value);
    }

    /** These settings with other numbers of matrices, trees and triplets. */
    public ControlSettings withDraws(int matrices, int treeSamples, int scoredTriplets) {
        return new ControlSettings(matrices, treeSamples, scoredTriplets, margin);
    }

    /** What decides the numbers, the margin left out. */
    public ControlSettings computed() {
        return withMargin(MARGIN);
    }
}
