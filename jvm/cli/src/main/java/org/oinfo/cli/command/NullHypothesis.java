package org.oinfo.cli.command;

import java.util.List;
import org.oinfo.statistics.surrogate.Surrogate;
import org.oinfo.statistics.surrogate.TestedNplet;

/** What a null test asks, in words, and what its answer does and does not say. */
enum NullHypothesis {
    /** Shuffles and shifts. */
    INDEPENDENCE(
            "the variables of the n-plet are mutually independent (is anything there?)",
            "family-wise error at each end when all variables are independent (complete null, weak control)",
            2) {
        @Override
        String nothing(int tested) {
            return "Nothing found: " + none(tested) + " more extreme than independent columns explain" + p() + ".";
        }

        @Override
        String found(List<TestedNplet> beyond, int tested) {
            long synergy = beyond.stream().filter(TestedNplet::synergy).count();
            return "Something is there: " + some(beyond.size(), tested)
                    + " more extreme than independent columns explain" + p() + ", " + synergy
                    + " at the synergy end and " + (beyond.size() - synergy)
                    + " at the redundancy end; that their columns depend on each other does not yet say how.";
        }
    },
    /** A tree. */
    NO_SYNERGY(
            "the columns depend on each other along a Gaussian tree in their own margins, which has no synergy (is it synergy?)",
            "family-wise error at each end when the columns are such a tree; the tree is fitted, so rates are recorded, not"
                    + " proved (docs/statistics.md)",
            1) {
        @Override
        String nothing(int tested) {
            return "No synergy found: " + none(tested) + " more extreme than a tree of pairwise dependence explains"
                    + p() + ".";
        }

        @Override
        String found(List<TestedNplet> beyond, int tested) {
            long synergy =
                    beyond.stream().filter(one -> one.synergy() && one.o() < 0).count();
            long less = beyond.stream().filter(TestedNplet::synergy).count() - synergy;
            long more = beyond.size() - synergy - less;
            return (synergy > 0 ? "Synergy: " : "No synergy found: ") + synergy + " of " + count(tested)
                    + (synergy == 1 ? " has" : " have")
                    + " less O-information than a tree of pairwise dependence explains, and less than 0" + p()
                    + (less > 0 ? "; " + less + " less than it explains, yet above 0" : "")
                    + (more > 0 ? "; " + more + " more than it explains, which does not exclude synergy" : "")
                    + ".";
        }
    },
    /** The spectrum. */
    SPECTRUM_ALONE(
            "which columns go together is chance, given the eigenvalues of their correlations (is it more than the number of"
                    + " dimensions?)",
            "family-wise error at each end when the correlations are random ones with these eigenvalues; sampling error is not in it",
            2) {
        @Override
        String nothing(int tested) {
            return "Nothing beyond the spectrum: " + none(tested)
                    + " more extreme than random correlations with the same eigenvalues explain" + p() + ".";
        }

        @Override
        String found(List<TestedNplet> beyond, int tested) {
            long synergy = beyond.stream().filter(TestedNplet::synergy).count();
            return "Beyond the spectrum: " + some(beyond.size(), tested)
                    + " more extreme than random correlations with the same eigenvalues explain" + p() + ", "
                    + synergy
                    + " at the synergy end and " + (beyond.size() - synergy)
                    + " at the redundancy end; it matters there which columns go together, not only how many dimensions they have.";
        }
    };

    /** How often a conclusion is wrong at most, where the hypothesis is true. */
    private static final double LEVEL = 0.05;

    private final String text;
    private final String control;
    private final double level;

    NullHypothesis(String text, String control, int ends) {
        this.text = text;
        this.control = control;
        this.level = LEVEL / ends;
    }

    /** The p_fwer of an end from which on the conclusion says that something is there; half of it where it speaks of both ends. */
    double level() {
        return level;
    }

    static NullHypothesis of(Surrogate kind) {
        return switch (kind) {
            case SHUFFLE, SHIFT -> INDEPENDENCE;
            case TREE -> NO_SYNERGY;
            case SPECTRUM -> SPECTRUM_ALONE;
        };
    }

    /** What a small p_fwer rejects, and which question that answers. */
    String text() {
        return text;
    }

    /** Which error is controlled, and when. */
    String control() {
        return control;
    }

    /** The conclusion where no n-plet is significant. */
    abstract String nothing(int tested);

    /**
     * The conclusion where some are.
     *
     * @param beyond the significant ones
     * @param tested number of n-plets that were tested
     */
    abstract String found(List<TestedNplet> beyond, int tested);

    private static String none(int tested) {
        return tested == 1 ? "the n-plet is not" : "none of " + count(tested) + " is";
    }

    private static String some(int of, int tested) {
        return of + " of " + count(tested) + (of == 1 ? " is" : " are");
    }

    private static String count(int nplets) {
        return nplets + (nplets == 1 ? " n-plet" : " n-plets");
    }

    String p() {
        return " (p_fwer at most " + level + (level == LEVEL ? "" : " at either end, " + LEVEL + " together") + ")";
    }
}
