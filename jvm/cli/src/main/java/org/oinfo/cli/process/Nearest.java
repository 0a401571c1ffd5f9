package org.oinfo.cli.process;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Options and other words that somebody may have meant who typed another. */
public final class Nearest {
    /** So many letters inserted, left out or replaced are a slip. */
    private static final int SLIP = 2;

    private Nearest() {}

    /** Long options that begin so; else those that are a slip away; in the order they are given. */
    public static List<String> options(String typed, Collection<String> names) {
        return words(typed, names.stream().filter(name -> name.startsWith("--")).toList());
    }

    /** The same of words of any kind. */
    public static List<String> words(String typed, Collection<String> names) {
        String word = word(typed);
        List<String> longer = names.stream()
                .filter(name -> word.length() > 1 && word(name).startsWith(word))
                .toList();
        return !longer.isEmpty()
                ? longer
                : names.stream()
                        .filter(name -> distance(word(name), word) <= Math.min(SLIP, word.length() / 2))
                        .toList();
    }

    private static String word(String option) {
        return option.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(now[j - 1], before[j]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
