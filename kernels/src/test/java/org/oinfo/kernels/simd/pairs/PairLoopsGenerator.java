package org.oinfo.kernels.simd.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the hot loops of the pair-stationary scan, {@code PairStationary3} to {@code PairStationary8}, and those of its screen in
 * single precision, {@code PairScreen}; and {@code PairLoops}, which chooses among them. They differ in the number of conditioning sets only, but a loop over the sets is slower, and a method that returned a vector would be boxed.
 *
 * <p>{@code mvn -pl kernels -Pregenerate test} runs {@link #main} and the formatter.
 */
public final class PairLoopsGenerator {
    private static final int SMALLEST = 3;
    private static final int LARGEST = 8;
    private static final String[] TYPES = {"PairStationary", "PairScreen"};

    private final PairLoopWriter w;

    private PairLoopsGenerator(int order, Element type) {
        w = new PairLoopWriter(order, type);
    }

    /** Writes every class into its folder, below that of the module. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "src/generated/java/org/oinfo/kernels/simd/pairs");
        for (Map.Entry<String, String> each : sources().entrySet()) {
            Files.writeString(folder.resolve(each.getKey() + ".java"), each.getValue());
        }
    }

    /** The source of every class by its name; its white space is the formatter's business. */
    static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int order = SMALLEST; order <= LARGEST; order++) {
            sources.put(TYPES[0] + order, new PairLoopsGenerator(order, Element.DOUBLE).stationary());
            sources.put(TYPES[1] + order, new PairLoopsGenerator(order, Element.SINGLE).screen());
        }
        sources.put("PairLoops", new PairLoopsGenerator(SMALLEST, Element.DOUBLE).choice());
        return sources;
    }

    private String stationary() {
        w.head(TYPES[0] + w.order, TYPES[0]);
        ends("extremes", 2, true, true);
        plain("plain", 2, false);
        plain("summed", 2, true);
        ends("extremesOne", 1, true, true);
        plain("plainOne", 1, false);
        plain("summedOne", 1, true);
        sides("sides", false);
        sides("sidesAndMinors", true);
        w.line("}");
        return w.text();
    }

    private String screen() {
        w.head(TYPES[1] + w.order, TYPES[1]);
        ends("both", 2, true, true);
        ends("high", 2, true, false);
        ends("low", 2, false, true);
        ends("one", 1, true, true);
        w.line("}");
        return w.text();
    }

    private String choice() {
        w.line("package org.oinfo.kernels.simd.pairs;");
        w.line("");
        w.line("/** The loops of an order, 3 to 8. Written by PairLoopsGenerator: change that, not this. */");
        w.line("final class PairLoops {");
        w.line("private PairLoops() {}");
        for (String type : TYPES) {
            String name = type.substring("Pair".length()).toLowerCase(Locale.ROOT);
            w.line("");
            w.line("static %s %s(int order) {", type, name);
            w.line("return switch (order) {");
            for (int order = SMALLEST; order <= LARGEST; order++) {
                w.line("case %d -> new %s%d();", order, type, order);
            }
            w.line("default -> throw new IllegalArgumentException(\"the order must be 3 to 8: order=\" + order);");
            w.line("};");
            w.line("}");
        }
        w.line("}");
        return w.text();
    }

    /** One end or both: d_0^(k-2) against w_0 prod d_i times a threshold that the pair already holds. */
    private void ends(String name, int width, boolean high, boolean low) {
        boolean single = w.type == Element.SINGLE;
        w.open("int", name, width);
        if (high) {
            threshold("high", single ? "b.high" : "b.thresholds[0]");
            w.gather("high", !w.odd);
        }
        if (low) {
            threshold("low", single ? "b.low" : "b.thresholds[1]");
            w.gather("low", w.odd);
        }
        // The screen tells minors from products; runs in double precision ask whether both are above the guard.
        String minor = single ? "minor" : "sound";
        String product = single ? "product" : "sound";
        w.constant(single ? "minorLimit" : "guard", single ? "b.minorLimit" : "b.thresholds[4]");
        w.gather(minor, true);
        if (single && w.sets > 1) {
            w.constant("productLimit", "b.productLimit");
            w.gather("product", true);
        }
        w.loop();
        for (String v : w.vectors()) {
            w.minors(v);
            String power = w.power(v);
            if (high) {
                w.gatherSign("high", w.odd ? "or" : "and", "g" + v + ".fma(high" + v + ", " + power + ")");
            }
            if (low) {
                w.gatherSign("low", w.odd ? "and" : "or", "g" + v + ".fma(low" + v + ", " + power + ")");
            }
            w.minorAbove(minor, single ? "minorLimit" : "guard", v);
            w.productAbove(product, single ? "productLimit" : "guard", v);
        }
        w.line("}");
        String highs = w.odd ? w.set("high") : w.clear("high");
        String lows = w.odd ? w.clear("low") : w.set("low");
        if (single) {
            w.line("boolean candidate = %s;", high && low ? highs + " || " + lows : high ? highs : lows);
            String products = w.sets > 1 ? w.clear("product") : "false";
            w.line("return PairScreen.flags(candidate, %s, %s);", w.clear("minor"), products);
        } else {
            w.line("return PairStationary.flags(%s, %s, %s);", highs, lows, w.clear("sound"));
        }
        w.line("}");
    }

    /** A threshold times h. */
    private void threshold(String name, String value) {
        for (String v : w.vectors()) {
            w.line("%s %s%s = h%s.mul(%s);", w.type.vector, name, v, v, value);
        }
    }

    /** Both ends, counts, and the running products of the mean; and sums of determinants. */
    private void plain(String name, int width, boolean summed) {
        w.open("int", name, width);
        w.constant("high0", "b.thresholds[0]");
        w.constant("low0", "b.thresholds[1]");
        w.constant("redundant0", "b.thresholds[2]");
        w.constant("other0", "b.thresholds[3]");
        w.constant("guard", "b.thresholds[4]");
        w.gather("high", false);
        w.gather("low", true);
        w.gather("sound", true);
        w.gather("redundant", false);
        w.gather("other", false);
        for (String v : w.vectors()) {
            w.constant("minors" + v, "1");
            w.constant("scales" + v, "1");
            if (summed) {
                w.constant("determinants" + v, "0");
            }
        }
        w.loop();
        for (String v : w.vectors()) {
            countAndMultiply(v);
            if (summed) {
                w.line(
                        "determinants%s = d0%s.fma(DoubleVector.broadcast(V, b.variances[step]), determinants%s);",
                        v, v, v);
            }
        }
        w.line("}");
        for (int i = 0; i < w.vectors().length; i++) {
            w.line("%s.intoArray(b.products, %d * L);", w.kept("minors" + w.vectors()[i]), i);
            w.line("%s.intoArray(b.products, %d * L);", w.kept("scales" + w.vectors()[i]), 2 + i);
            if (summed) {
                w.line("%s.intoArray(b.determinants, %d * L);", w.masked("determinants" + w.vectors()[i]), i);
            }
        }
        w.line("redundant%s.intoArray(b.counts, 0);", w.one() ? ".and(valid)" : "");
        w.line("other%s.intoArray(b.counts, L);", w.one() ? ".and(valid)" : "");
        w.line("return PairStationary.flags(%s, %s, %s);", w.set("high"), w.clear("low"), w.clear("sound"));
        w.line("}");
    }

    private void countAndMultiply(String v) {
        w.minors(v);
        String power = w.power(v);
        w.line("DoubleVector s%s = g%s.mul(h%s);", v, v, v);
        w.gatherSign("high", "or", power + ".fma(high0, s" + v + ")");
        w.gatherSign("low", "and", power + ".fma(low0, s" + v + ")");
        for (String count : new String[] {"redundant", "other"}) {
            w.line(
                    "%s = %s.add(%s.fma(%s0, s%s).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));",
                    count, count, power, count, v);
        }
        w.line("minors%s = minors%s.mul(d0%s);", v, v, v);
        w.line("scales%s = scales%s.mul(s%s);", v, v, v);
        w.minorAbove("sound", "guard", v);
        w.productAbove("sound", "guard", v);
    }

    /** Both sides of exp(2 Omega) = t / s, and whether the minors are above the guard; and -d_0. */
    private void sides(String name, boolean minors) {
        w.open("void", name, 2);
        w.constant("guard", "b.thresholds[4]");
        w.loop();
        for (int i = 0; i < w.vectors().length; i++) {
            String v = w.vectors()[i];
            w.minors(v);
            String power = w.power(v);
            w.line("%s%s.intoArray(b.numerators, (2 * step + %d) * L);", power, w.odd ? ".neg()" : "", i);
            w.line("g%s.mul(h%s).intoArray(b.denominators, (2 * step + %d) * L);", v, v, i);
            w.gather("sound" + v, true);
            w.minorAbove("sound" + v, "guard", v);
            w.productAbove("sound" + v, "guard", v);
            w.line("sound%s.intoArray(b.sound, (2 * step + %d) * L);", v, i);
            if (minors) {
                w.line("d0%s.intoArray(b.minors, (2 * step + %d) * L);", v, i);
            }
        }
        w.line("}");
        w.line("}");
    }
}
