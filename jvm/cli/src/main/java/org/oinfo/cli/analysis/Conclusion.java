package org.oinfo.cli.analysis;

import java.util.function.Supplier;

/** The sentence that a test by random draws ends with. */
public final class Conclusion {
    private Conclusion() {}

    /**
     * What came out, and after how much of the work; or that so few draws can show nothing.
     *
     * @param draws what is drawn, such as surrogates
     * @param drawn how many were
     * @param wanted how many were to be
     * @param level p from which on something is found
     * @param found what came out
     */
    public static String of(String draws, int drawn, int wanted, double level, Supplier<String> found) {
        if (1.0 / (1 + drawn) > level) {
            return "With so few " + draws + " (" + drawn + ") no p can be at most " + level + ": take "
                    + (Math.round(1 / level) - 1) + " or more.";
        }
        return drawn < wanted
                ? "Stopped after " + drawn + " of " + wanted + " " + draws + ". " + found.get()
                : found.get();
    }
}
