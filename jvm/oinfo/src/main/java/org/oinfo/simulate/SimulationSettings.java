package org.oinfo.simulate;

import org.oinfo.data.BadInputException;

/**
 * What to simulate.
 *
 * @param variables N, 2 to {@value #MOST_VARIABLES}
 * @param samples T, at least 1
 * @param order k, number of variables of a group, where the structure has groups of an order
 * @param groups how many groups, where the structure has some
 * @param strength of the dependence, above 0 and below 1; see {@link Structure} for what it is of each
 * @param seed of the random numbers
 */
public record SimulationSettings(
        Structure structure, int variables, int samples, int order, int groups, double strength, long seed) {
    /** Most variables: the exact correlations of all of them are kept. */
    public static final int MOST_VARIABLES = 1000;

    /** A group of fewer has no O-information. */
    private static final int LEAST_ORDER = 3;

    /**
     * Refuses what cannot be simulated.
     *
     * @throws BadInputException a setting is out of its range
     */
    public SimulationSettings {
        within("variables", variables, 2, MOST_VARIABLES);
        within("samples", samples, 1, Integer.MAX_VALUE);
        if (!(strength > 0 && (structure == Structure.XOR ? strength <= 1 : strength < 1))) {
            throw new BadInputException("strength must be above 0 and "
                    + (structure == Structure.XOR ? "at most 1" : "below 1") + ": found " + strength);
        }
        if (structure.ordered()) {
            within("order", order, LEAST_ORDER, variables);
            within("groups", groups, 1, variables / order);
        } else if (structure.usualGroups() > 0) {
            within("groups", groups, 1, variables / LEAST_ORDER);
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInputException(
                    what + " must be " + least + " to " + most + " here: found " + value + "; choose one of these");
        }
    }
}
