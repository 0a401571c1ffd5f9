package org.oinfo.kernels.simd.pairs;

import java.util.HashMap;
import java.util.Map;

/**
 * Writes the text that all loops of the pair-stationary scan share, for one order and element type: the frame of a run, the
 * minors of an n-plet, signs that are gathered over the steps.
 *
 * <p>Names in the text: a and b are the two vectors of l, the digits before them conditioning sets; x, v, p, h, tau, m, w, d as in
 * {@link PairStationary}, q = w_0 prod d_i, g = q / tau.
 */
final class PairLoopWriter {
    final int order;
    /** Conditioning sets: k-2. */
    final int sets;
    /** With an odd number of sets d_0^(k-2) and w_0 prod d_i come out negative: all minors are kept with a minus sign. */
    final boolean odd;

    final Element type;
    /** Names of the vectors of a step: a, or a and b. */
    private String[] vectors = {};

    private final StringBuilder text = new StringBuilder();

    PairLoopWriter(int order, Element type) {
        this.order = order;
        this.sets = order - 2;
        this.odd = sets % 2 == 1;
        this.type = type;
    }

    String text() {
        return text.toString();
    }

    String[] vectors() {
        return vectors;
    }

    boolean one() {
        return vectors.length == 1;
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation is in no library that tests depend on.
    void line(String format, Object... arguments) {
        text.append(String.format(format, arguments)).append('\n');
    }

    /** Everything above the first method. */
    void head(String name, String implemented) {
        line("package org.oinfo.kernels.simd.pairs;");
        line("");
        line("import jdk.incubator.vector.%s;", type.vector);
        line("import jdk.incubator.vector.%s;", type.bits);
        line("import jdk.incubator.vector.VectorOperators;");
        line("import jdk.incubator.vector.VectorSpecies;");
        line("import org.oinfo.kernels.simd.lanes.%s;", type.lanes);
        line("");
        line(
                "/** Order %d of {@link %s}. Written by PairLoopsGenerator: change that, not this. */",
                order, implemented);
        line("final class %s implements %s {", name, implemented);
        line("private static final %s;", type.species);
        line("private static final %s;", type.bitSpecies);
        line("private static final int L = %s.COUNT;", type.lanes);
    }

    /** Begins a run over one vector or two, and loads what belongs to the pair. */
    void open(String result, String name, int width) {
        vectors = width == 1 ? new String[] {"a"} : new String[] {"a", "b"};
        String valid = one() ? ", int half, int lanes" : "";
        line("");
        line("@Override");
        line("public %s %s(%s b, int row, int steps, int tile%s) {", result, name, type.buffers, valid);
        for (String array : new String[] {"tiles", "strip", "rows"}) {
            line("%s[] %s = b.%s;", type.array, array, array);
        }
        for (int v = 0; v < vectors.length; v++) {
            for (int c = 0; c <= sets; c++) {
                String loaded = (c == sets ? "h" : "p" + c) + vectors[v];
                line("%s %s = %s.fromArray(V, tiles, tile + %d * L);", type.vector, loaded, type.vector, 2 * c + v);
            }
        }
        if (one()) {
            line("%s valid = %s.fromArray(B, %s.VALID, lanes);", type.bits, type.bits, type.lanes);
        }
    }

    /** A vector of one value. */
    void constant(String name, String value) {
        line("%s %s = %s.broadcast(V, %s);", type.vector, name, type.vector, value);
    }

    /** A vector that gathers bits; all set or all clear at first. */
    void gather(String name, boolean set) {
        line("%s %s = %s.broadcast(B, %d);", type.bits, name, type.bits, set ? -1 : 0);
    }

    /** Begins the loop over q. */
    void loop() {
        line(
                "for (int step = 0, at = %s, r = row; step < steps; step++, at += %d * L, r += %d) {",
                one() ? "half * L" : "0", 4 * sets, PairBuffers.rowValues(order));
        if (type == Element.SINGLE) {
            for (int c = 0; c < sets; c++) {
                constant("x" + c, "rows[r + " + 2 * c + "]");
                constant("v" + c, "rows[r + " + (2 * c + 1) + "]");
            }
            if (order > 4) {
                constant("tau", "rows[r + " + 2 * sets + "]");
            }
        }
    }

    /**
     * A value of the step's row in every lane. In double precision it is written out at every use: by name the compiler schedules
     * level plain otherwise, at a cost of 15 to 20 % with 16 registers (order 5, four lanes).
     */
    private String row(String name, int offset) {
        return type == Element.SINGLE ? name : type.vector + ".broadcast(V, rows[r + " + offset + "])";
    }

    /** -d_c of every set, q = w_0 prod d_i and g = q / tau, both up to their sign. */
    void minors(String v) {
        int vector = v.charAt(0) - 'a';
        String strip = type.vector + ".fromArray(V, strip, at + %d * L)";
        for (int c = 0; c < sets; c++) {
            String id = c + v;
            line("%s m%s = " + strip + ".fma(%s, p%s);", type.vector, id, 4 * c + vector, row("x" + c, 2 * c), id);
            line("%s w%s = " + strip + ".mul(%s);", type.vector, id, 4 * c + 2 + vector, row("v" + c, 2 * c + 1));
            line("%s d%s = m%s.fma(m%s, w%s);", type.vector, id, id, id, id);
        }
        StringBuilder product = new StringBuilder("w0" + v);
        for (int c = 1; c < sets; c++) {
            product.append(".mul(d").append(c).append(v).append(")");
        }
        line("%s q%s = %s;", type.vector, v, product);
        line("%s g%s = q%s%s;", type.vector, v, v, order > 4 ? ".mul(" + row("tau", 2 * sets) + ")" : "");
    }

    /** Writes d_0^(k-2); returns its name. */
    String power(String v) {
        return power(sets, v, new HashMap<>());
    }

    /** By squaring. */
    private String power(int exponent, String v, Map<Integer, String> known) {
        if (exponent == 1) {
            return "d0" + v;
        }
        String name = known.get(exponent);
        if (name != null) {
            return name;
        }
        boolean even = exponent % 2 == 0;
        String left = power(even ? exponent / 2 : exponent - 1, v, known);
        String right = even ? left : "d0" + v;
        name = "d0" + v + "to" + exponent;
        line("%s %s = %s.mul(%s);", type.vector, name, left, right);
        known.put(exponent, name);
        return name;
    }

    /** Gathers the sign of a value, by {@code and} or by {@code or}. */
    void gatherSign(String name, String operation, String value) {
        line("%s = %s.%s(%s.%s);", name, name, operation, value, type.toBits);
    }

    /** Keeps the sign of {@code minor} set while d_0 is above a limit. */
    void minorAbove(String minor, String limit, String v) {
        gatherSign(minor, "and", "d0" + v + ".add(" + limit + ")");
    }

    /** Keeps the sign of {@code product} set while w_0 prod d_i is above a limit; with one set it is one of w_0 alone. */
    void productAbove(String product, String limit, String v) {
        if (sets > 1) {
            gatherSign(product, "and", odd ? "q" + v + ".add(" + limit + ")" : limit + ".sub(q" + v + ")");
        }
    }

    /** Whether some sign is set. */
    String set(String name) {
        String lanes = one() ? name + ".and(valid)" : name;
        return lanes + ".reduceLanes(VectorOperators.OR) < 0";
    }

    /** Whether some sign is clear. */
    String clear(String name) {
        String lanes = one() ? name + ".or(valid.not())" : name;
        return lanes + ".reduceLanes(VectorOperators.AND) >= 0";
    }

    /** A sum whose lanes that are not valid are 0. */
    String masked(String name) {
        return one() ? name + "." + type.toBits + ".and(valid).reinterpretAsDoubles()" : name;
    }

    /** A product whose lanes that are not valid are 1. */
    String kept(String name) {
        return one()
                ? name + "." + type.toBits + ".and(valid).or(valid.not().and(Lanes.ONE)).reinterpretAsDoubles()"
                : name;
    }
}
