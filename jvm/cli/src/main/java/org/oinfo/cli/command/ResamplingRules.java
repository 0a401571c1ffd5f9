package org.oinfo.cli.command;

import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.estimate.Ties;

/** Options that commands that draw samples anew refuse. */
final class ResamplingRules {
    private ResamplingRules() {}

    /** Refuses ties that are not averaged, and shrinkage. */
    static void requireAverageTies(OInformationOptions options, String command) {
        if (options.estimate().ties() != Ties.AVERAGE) {
            throw new BadInputException("--ties must be average for oinfo " + command
                    + ", which ranks the samples it takes by the average of their ranks: found --ties "
                    + LowerCaseEnum.text(options.estimate().ties()) + "; leave it out");
        }
        requirePlain(options, command);
    }

    /** Refuses shrinkage, and an estimator without correlations. */
    static void requirePlain(OInformationOptions options, String command) {
        if (options.estimate().estimator() == Estimator.DISCRETE) {
            throw new BadInputException(
                    "--estimator must be copula or gaussian for oinfo " + command
                            + ", which estimates the correlations of what it draws: found --estimator discrete; choose another");
        }
        if (options.estimate().shrinkage() != Shrinkage.NONE) {
            throw new BadInputException("--shrinkage must be none for oinfo " + command
                    + ", which estimates the plain correlations of what it draws: found --shrinkage "
                    + LowerCaseEnum.text(options.estimate().shrinkage()) + "; leave it out");
        }
    }
}
