package org.oinfo.cli.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.data.BadInputException;

/** How {@code oinfo search} searches: a name, the options that go with it, and a class that does it. */
public enum SearchMethod {
    /** From the extremes of a scan or from every pair, a variable at a time. */
    GREEDY {
        @Override
        List<String> options() {
            return List.of(
                    "--seeds",
                    "--start-order",
                    "--starts",
                    "--beam",
                    "--max-order",
                    "--ends",
                    "--paths",
                    "--top",
                    "--groups",
                    "--mix");
        }

        @Override
        Search search(SearchOptions chosen, LoadedData data, long seed, InputStream standard) {
            return chosen.seeds() == SearchSeeds.PAIRS
                    ? new EveryPairSearchRun(chosen, data)
                    : new GreedySearchRun(chosen, data);
        }
    },
    /** Simulated annealing, and descent from where it ends. */
    ANNEAL {
        @Override
        List<String> options() {
            return List.of(
                    "--order",
                    "--ends",
                    "--rank-by",
                    "--top",
                    "--chains",
                    "--sweeps",
                    "--restarts",
                    "--groups",
                    "--mix");
        }

        @Override
        Search search(SearchOptions chosen, LoadedData data, long seed, InputStream standard) {
            return new AnnealSearchRun(chosen, data, seed);
        }
    },
    /** Steepest descent from given n-plets. */
    REFINE {
        @Override
        List<String> options() {
            return List.of("--nplets", "--ends", "--rank-by", "--groups", "--mix");
        }

        @Override
        Search search(SearchOptions chosen, LoadedData data, long seed, InputStream standard) throws IOException {
            return new RefineSearchRun(chosen, data, standard);
        }
    },
    /** N-plets drawn alike, a baseline. */
    RANDOM {
        @Override
        List<String> options() {
            return List.of("--order", "--count");
        }

        @Override
        Search search(SearchOptions chosen, LoadedData data, long seed, InputStream standard) {
            return new RandomSearchRun(chosen, data, seed);
        }
    };

    /** What is computed, in words. */
    String computed() {
        return switch (this) {
            case GREEDY ->
                "a search for groups of columns (n-plets) of extreme O-information, grown a column at a time";
            case ANNEAL -> "a search for groups of columns (n-plets) of extreme O-information, by simulated annealing";
            case REFINE ->
                "a search for groups of columns (n-plets) of extreme O-information, from given ones downhill";
            case RANDOM -> "the O-information of random groups of columns (n-plets)";
        };
    }

    /** The options that go with it. */
    abstract List<String> options();

    /**
     * A search of these data; refuses orders and n-plets that they do not have.
     *
     * @param standard where n-plets come from that are on standard input
     */
    abstract Search search(SearchOptions chosen, LoadedData data, long seed, InputStream standard) throws IOException;

    /**
     * Refuses an option of another method.
     *
     * @param given names of options on the command line, of any kind
     */
    void check(List<String> given) {
        for (String option : given) {
            List<SearchMethod> takers = Arrays.stream(values())
                    .filter(method -> method.options().contains(option))
                    .toList();
            if (!takers.isEmpty() && !takers.contains(this)) {
                String methods = takers.stream().map(LowerCaseEnum::text).collect(Collectors.joining(" or "));
                throw new BadInputException(option + " goes with --method " + methods + " only: found --method "
                        + LowerCaseEnum.text(this) + "; leave it out or choose "
                        + (takers.size() == 1 ? "that method" : "one of these"));
            }
        }
    }
}
