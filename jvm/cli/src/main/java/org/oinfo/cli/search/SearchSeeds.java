package org.oinfo.cli.search;

import java.util.List;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.data.BadInputException;

/** What a greedy search grows, and the options that go with that alone. */
public enum SearchSeeds {
    /** The most extreme n-plets of a small order. */
    EXTREMES {
        @Override
        List<String> options() {
            return List.of("--start-order", "--starts", "--beam", "--paths");
        }
    },
    /** Every pair. */
    PAIRS {
        @Override
        List<String> options() {
            return List.of("--top");
        }
    };

    /** The options that go with these seeds alone. */
    abstract List<String> options();

    /**
     * Refuses an option that goes with other seeds.
     *
     * @param given names of options on the command line, of any kind
     */
    void check(List<String> given) {
        for (SearchSeeds other : values()) {
            for (String option : given) {
                if (other != this && other.options().contains(option)) {
                    throw new BadInputException(option + " goes with --seeds " + LowerCaseEnum.text(other)
                            + " only: found --seeds " + LowerCaseEnum.text(this) + "; leave it out or choose --seeds "
                            + LowerCaseEnum.text(other));
                }
            }
        }
    }
}
