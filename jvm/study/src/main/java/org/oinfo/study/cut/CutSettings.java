package org.oinfo.study.cut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.study.prune.Choice;

/**
 * What is cut out of a model.
 *
 * @param choice how the neurons that stay are chosen
 * @param keep how many stay in each layer, or null where they are named
 * @param layers names of the layers that are cut; empty for all that can be
 * @param neurons those that stay, by the layer; instead of {@code keep}
 * @param refit whether the next layers are fitted anew
 */
public record CutSettings(
        Choice choice, @Nullable Keep keep, List<String> layers, Map<String, List<Integer>> neurons, boolean refit) {
    /**
     * How many neurons stay.
     *
     * @param number of neurons, or 0
     * @param share of a layer's neurons, where the number is 0
     */
    public record Keep(int number, double share) {
        private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
        private static final Pattern SHARE = Pattern.compile("0?\\.\\d{1,15}");

        /**
         * Reads a number of neurons from 1, or a share below 1.
         *
         * @throws BadInputException it is neither
         */
        public static Keep parse(String text) {
            if (NUMBER.matcher(text).matches()) {
                return new Keep(Integer.parseInt(text), 0);
            }
            if (SHARE.matcher(text).matches() && Double.parseDouble(text) > 0) {
                return new Keep(0, Double.parseDouble(text));
            }
            throw new BadInputException(
                    "--keep must be a number of neurons from 1, or a share of them between 0 and 1, such as"
                            + " 0.5: found " + Excerpt.of(text));
        }

        /** How many of so many neurons: at least 1, and all where there are no more. */
        int of(int units) {
            return number > 0 ? Math.min(number, units) : Math.max(1, (int) Math.round(share * units));
        }
    }

    /** The neurons named for a layer, if any; ascending. */
    Optional<int[]> named(LinearLayer layer) {
        List<Integer> named = neurons.get(layer.name());
        if (named == null) {
            return Optional.empty();
        }
        int[] units = named.stream().mapToInt(unit -> unit).sorted().toArray();
        for (int i = 0; i < units.length; i++) {
            if (units[i] < 0 || units[i] >= layer.units() || (i > 0 && units[i] == units[i - 1])) {
                throw new BadInputException("the neurons kept of " + layer.name() + " must be different and 0 to "
                        + (layer.units() - 1) + ": found " + units[i]);
            }
        }
        return Optional.of(units);
    }
}
