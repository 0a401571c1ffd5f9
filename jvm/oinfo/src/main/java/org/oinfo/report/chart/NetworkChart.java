package org.oinfo.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Which variables the listed n-plets hold together: a line for each pair, the thicker the more n-plets hold it. A ring for each end. */
public final class NetworkChart implements Chart {
    private static final int RING = 340;
    private static final int TITLE = 24;
    private static final int NAMES = 70;
    private static final double HALF_LETTER = 4;
    /** More names than that would lie on each other. */
    private static final int MOST_NAMES = 60;
    /** More lines than that would be a blot. */
    private static final int MOST_PAIRS = 80;

    private final String caption;
    private final String description;
    private final List<Ring> rings;

    /**
     * The n-plets of one end.
     *
     * @param nplets their variables
     * @param names of variables
     */
    public record Ring(String title, Ink ink, List<int[]> nplets, IntFunction<String> names) {}

    /** Rings side by side where there is room. */
    public NetworkChart(String caption, String description, List<Ring> rings) {
        this.caption = caption;
        this.description = description;
        this.rings = rings;
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public String description() {
        return description;
    }

    private int across(int width) {
        return Math.max(1, Math.min(rings.size(), width / RING));
    }

    @Override
    public int height(int width) {
        int lines = (rings.size() + across(width) - 1) / across(width);
        return lines * (RING + TITLE);
    }

    @Override
    public void draw(Svg svg, int width) {
        int across = across(width);
        double cell = (double) width / across;
        for (int i = 0; i < rings.size(); i++) {
            double size = Math.min(cell, RING);
            svg.moved(i % across * cell + (cell - size) / 2, (double) (i / across) * (RING + TITLE));
            ring(svg, rings.get(i), size);
            svg.end();
        }
    }

    private static void ring(Svg svg, Ring ring, double size) {
        TreeSet<Integer> members = new TreeSet<>();
        ring.nplets.forEach(nplet -> IntStream.of(nplet).forEach(members::add));
        List<Integer> nodes = new ArrayList<>(members);
        double radius = size / 2 - NAMES;
        double centre = size / 2;
        double middle = TITLE + RING / 2.0;
        svg.text(Ink.TEXT, Svg.Anchor.MIDDLE, centre, 14, ring.title);
        svg.moved(centre, middle);
        Map<Pair, Integer> pairs = pairs(ring.nplets);
        int most = pairs.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        svg.faint(0.55);
        pairs.forEach((pair, count) -> chord(
                svg,
                ring.ink,
                1 + 4.0 * (count - 1) / Math.max(1, most - 1),
                angle(nodes, pair.first),
                angle(nodes, pair.second),
                radius,
                tip(ring, pair, count)));
        svg.end();
        for (int node : nodes) {
            node(svg, ring, node, angle(nodes, node), radius, nodes.size() <= MOST_NAMES);
        }
        svg.end();
    }

    /** Two variables, the smaller column first. */
    private record Pair(int first, int second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return first == other.first ? Integer.compare(second, other.second) : Integer.compare(first, other.first);
        }
    }

    /** The pairs that most n-plets hold. */
    private static Map<Pair, Integer> pairs(List<int[]> nplets) {
        Map<Pair, Integer> pairs = new TreeMap<>();
        for (int[] nplet : nplets) {
            for (int i = 0; i < nplet.length; i++) {
                for (int j = i + 1; j < nplet.length; j++) {
                    pairs.merge(new Pair(Math.min(nplet[i], nplet[j]), Math.max(nplet[i], nplet[j])), 1, Integer::sum);
                }
            }
        }
        Map<Pair, Integer> most = new LinkedHashMap<>();
        pairs.entrySet().stream()
                .sorted(Map.Entry.<Pair, Integer>comparingByValue().reversed())
                .limit(MOST_PAIRS)
                .forEach(pair -> most.put(pair.getKey(), pair.getValue()));
        return most;
    }

    private static String tip(Ring ring, Pair pair, int count) {
        return ring.names.apply(pair.first) + " and " + ring.names.apply(pair.second) + ": in " + count + " of "
                + ring.nplets.size();
    }

    /** From the top, clockwise. */
    private static double angle(List<Integer> nodes, int node) {
        return 2 * Math.PI * nodes.indexOf(node) / nodes.size() - Math.PI / 2;
    }

    private static void chord(Svg svg, Ink ink, double width, double from, double to, double radius, String tip) {
        String path = "M" + Svg.number(radius * Math.cos(from)) + ' ' + Svg.number(radius * Math.sin(from)) + "Q0 0 "
                + Svg.number(radius * Math.cos(to)) + ' ' + Svg.number(radius * Math.sin(to));
        svg.stroke(ink, width, path, tip);
    }

    /** Its name runs outward, so that names do not touch. */
    private static void node(Svg svg, Ring ring, int node, double angle, double radius, boolean named) {
        svg.dot(ring.ink, radius * Math.cos(angle), radius * Math.sin(angle), 5, ring.names.apply(node));
        if (named) {
            boolean left = Math.cos(angle) < -1e-9;
            double turn = left ? angle + Math.PI : angle;
            double out = radius + 10;
            svg.turned(
                    Ink.TEXT,
                    left ? Svg.Anchor.END : Svg.Anchor.START,
                    out * Math.cos(angle) - HALF_LETTER * Math.sin(turn),
                    out * Math.sin(angle) + HALF_LETTER * Math.cos(turn),
                    Math.toDegrees(turn),
                    Lettering.fitted(ring.names.apply(node), NAMES - 14));
        }
    }
}
