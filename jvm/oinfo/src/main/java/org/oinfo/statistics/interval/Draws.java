package org.oinfo.statistics.interval;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Which samples a resample takes, and how often. */
final class Draws {
    private Draws() {}

    /** Draws T of T samples with replacement into {@code times} [T]. */
    static void withReplacement(UniformRandomProvider random, int[] times) {
        Arrays.fill(times, 0);
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
    }

    /**
     * Draws runs of consecutive samples, whose beginnings are drawn with replacement from 0 .. T - length, until T samples are
     * drawn; the last run is cut short. Source: Kuensch 1989 (doi 10.1214/aos/1176347265).
     */
    static void runs(UniformRandomProvider random, int length, int[] times) {
        Arrays.fill(times, 0);
        for (int left = times.length; left > 0; left -= length) {
            int begin = random.nextInt(times.length - length + 1);
            for (int t = begin; t < begin + Math.min(length, left); t++) {
                times[t]++;
            }
        }
    }

    /** Takes {@code size} of T samples once each, every subset alike. Source: Knuth, TAOCP 2, 3.4.2, algorithm S. */
    static void subset(UniformRandomProvider random, int size, int[] times) {
        int wanted = size;
        for (int t = 0; t < times.length; t++) {
            times[t] = random.nextInt(times.length - t) < wanted ? 1 : 0;
            wanted -= times[t];
        }
    }

    /** Deals T samples at random into groups whose sizes differ by one at most; returns the group of each [T]. */
    static int[] groups(UniformRandomProvider random, int samples, int groups) {
        int[] group = consecutiveGroups(samples, groups);
        for (int i = samples - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = group[i];
            group[i] = group[other];
            group[other] = swap;
        }
        return group;
    }

    /** Cuts T samples into groups of consecutive ones whose sizes differ by one at most; returns the group of each [T]. */
    static int[] consecutiveGroups(int samples, int groups) {
        int[] group = new int[samples];
        Arrays.setAll(group, t -> (int) ((long) t * groups / samples));
        return group;
    }
}
