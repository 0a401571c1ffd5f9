package org.oinfo.kernels.simd.measures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@link SmallPack} and {@link SmallFactors}: straight-line code for small orders, where the loops of {@link PanelBatch} cost
 * more than the arithmetic. {@code mvn -pl kernels -Pregenerate test} runs {@link #main} and the formatter.
 *
 * <p>Names in the generated code: x = row of U diag(d), n = -U, i = -1/d, w = U^-1, p = -P.
 */
public final class SmallOrdersGenerator {
    /** Orders that stay in registers from the first row to the last; larger ones go row by row over the batch. */
    private static final int WHOLE = 4;

    private final StringBuilder code = new StringBuilder();

    private SmallOrdersGenerator() {}

    /** Writes both files into their folder, below that of the module. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "src/generated/java/org/oinfo/kernels/simd/measures");
        Files.writeString(folder.resolve("SmallPack.java"), pack());
        Files.writeString(folder.resolve("SmallFactors.java"), rows());
    }

    /** The text of SmallPack.java. */
    static String pack() {
        SmallOrdersGenerator g = new SmallOrdersGenerator();
        g.line("package org.oinfo.kernels.simd.measures;");
        g.line("import org.oinfo.kernels.simd.lanes.Lanes;");
        g.line(
                "/** Packs the correlations of small n-plets for {@link SmallFactors}. Written by SmallOrdersGenerator: every order is written out, so it is long. */");
        g.line("final class SmallPack {");
        g.line("private static final int L = Lanes.COUNT;");
        g.line("private SmallPack() {}");
        g.line("static void pack(int order, double[] r, int n, int[] nplets, int from, double[] work, int vectors) {");
        g.line("switch (order) {");
        for (int k = SmallBatch.SMALLEST; k <= SmallBatch.LARGEST; k++) {
            g.line("case %d -> pack%d(r, n, nplets, from, work, vectors);", k, k);
        }
        g.line("default -> throw new IllegalArgumentException(\"no code for this order: order=\" + order);");
        g.line("} }");
        for (int k = SmallBatch.SMALLEST; k <= SmallBatch.LARGEST; k++) {
            g.packOrder(k);
        }
        g.line("}");
        return g.code.toString();
    }

    private void packOrder(int k) {
        line("private static void pack%d(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {", k);
        line("int nplet = from;");
        line("int stride = SmallBatch.stride(%d);", k);
        line("for (int v = 0, to = 0; v < vectors; v++, to += stride) {");
        line("for (int at = to; at < to + L; at++, nplet += %d) {", k);
        for (int c = 0; c < k; c++) {
            line("int v%d = nplets[nplet + %d]%s;", c, c, c == k - 1 ? " * n" : "");
        }
        line("int row = v1 * n;");
        for (int row = 1; row < k; row++) {
            if (row > 1) {
                line("row = v%d%s;", row, row == k - 1 ? "" : " * n");
            }
            for (int c = 0; c < row; c++) {
                line("work[at%s] = r[row + v%d];", times(triangle(row) + c), c);
            }
        }
        line("} } }");
    }

    /** The text of SmallFactors.java. */
    static String rows() {
        SmallOrdersGenerator g = new SmallOrdersGenerator();
        g.line("package org.oinfo.kernels.simd.measures;");
        g.line("import static jdk.incubator.vector.DoubleVector.broadcast;");
        g.line("import static jdk.incubator.vector.DoubleVector.fromArray;");
        g.line("import jdk.incubator.vector.DoubleVector;");
        g.line("import jdk.incubator.vector.LongVector;");
        g.line("import jdk.incubator.vector.VectorSpecies;");
        g.line("import org.oinfo.kernels.Canonical;");
        g.line("import org.oinfo.kernels.simd.lanes.Lanes;");
        g.line(
                "/** Factors and inverts small n-plets in {@link SmallBatch}. Written by SmallOrdersGenerator: every order is written out, so it is long. */");
        g.line("final class SmallFactors {");
        g.line("/** From this order on a batch goes row by row through memory. */");
        g.line("static final int ROWS = %d;", WHOLE + 1);
        g.line("private static final VectorSpecies<Double> D = Lanes.DOUBLE;");
        g.line("private static final int L = Lanes.COUNT;");
        g.line("private SmallFactors() {}");
        g.dispatch();
        for (int k = SmallBatch.SMALLEST; k <= WHOLE; k++) {
            g.first("order" + k, k, false);
        }
        g.first("rowsTo" + (WHOLE - 1), WHOLE, true);
        for (int row = WHOLE; row < SmallBatch.LARGEST; row++) {
            g.row(row);
        }
        g.line("}");
        return g.code.toString();
    }

    private void dispatch() {
        line("static void score(int order, double[] m, int vectors, MeasureSums sums) {");
        for (int k = SmallBatch.SMALLEST; k <= WHOLE; k++) {
            line("if (order == %d) { order%d(m, vectors, sums); return; }", k, k);
        }
        line("int stride = SmallBatch.stride(order);");
        line("int w = order * (order - 1) / 2 * L;");
        line("int inverse = 2 * w;");
        line("int precision = inverse + order * L;");
        line("rowsTo%d(m, vectors, stride, w, inverse, precision, sums);", WHOLE - 1);
        for (int row = WHOLE; row < SmallBatch.LARGEST; row++) {
            line("if (order > %d) {", row);
            line("factor%d(m, vectors, stride, inverse, sums);", row);
            line("inverse%d(m, vectors, stride, w, inverse, precision);", row);
            line("}");
        }
        line("sums.multiplyPrecisions(m, stride, precision, order);");
        line("}");
    }

    private void constants() {
        line("double[] products = sums.products;");
        line("long[] unsound = sums.unsound;");
        line("DoubleVector one = broadcast(D, 1);");
        line("DoubleVector minusOne = broadcast(D, -1);");
        line("DoubleVector guard = broadcast(D, Canonical.GUARD);");
    }

    /** The first k rows at once; the whole of order k, or what {@link #row} goes on from. */
    private void first(String name, int k, boolean more) {
        String offsets = more ? "int stride, int w, int inverse, int precision, " : "";
        line("private static void %s(double[] m, int vectors, %sMeasureSums sums) {", name, offsets);
        constants();
        if (!more) {
            line("DoubleVector limit = broadcast(D, 1 / Canonical.GUARD);");
            line("int precisions = sums.precisions();");
            line("int stride = SmallBatch.stride(%d);", k);
        }
        line("for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {");
        line("DoubleVector i0 = minusOne; DoubleVector p0 = i0;");
        for (int row = 1; row < k; row++) {
            firstRow(row, more);
        }
        if (more) {
            line("i0.intoArray(m, at + inverse);");
            for (int c = 0; c < k; c++) {
                line("p%d.intoArray(m, at + precision%s);", c, times(c));
            }
        } else {
            finish(k);
        }
        line("determinant.intoArray(products, v);");
        line("signs.intoArray(unsound, v);");
        line("} }");
    }

    private void firstRow(int row, boolean more) {
        for (int c = 0; c < row; c++) {
            line("DoubleVector x%d%d = fromArray(D, m, at%s);", row, c, times(triangle(row) + c));
        }
        for (int c = 1; c < row; c++) {
            for (int t = 0; t < c; t++) {
                line("x%d%d = x%d%d.fma(n%d%d, x%d%d);", row, c, row, t, c, t, row, c);
            }
        }
        for (int c = 0; c < row; c++) {
            line("DoubleVector n%d%d = x%d%d.%s;", row, c, row, c, c == 0 ? "neg()" : "mul(i" + c + ")");
        }
        line("DoubleVector d%d = x%d0.fma(n%d0, one);", row, row, row);
        for (int c = 1; c < row; c++) {
            line("d%d = x%d%d.fma(n%d%d, d%d);", row, row, c, row, c, row);
        }
        line("DoubleVector i%d = minusOne.div(d%d);", row, row);
        String sign = "d" + row + ".sub(guard).reinterpretAsLongs()";
        line(row == 1 ? "DoubleVector determinant = d1;" : "determinant = determinant.mul(d" + row + ");");
        line(row == 1 ? "LongVector signs = " + sign + ";" : "signs = signs.or(" + sign + ");");
        for (int c = 0; c < row; c++) {
            line("DoubleVector w%d%d = n%d%d;", row, c, row, c);
            for (int t = c + 1; t < row; t++) {
                line("w%d%d = n%d%d.fma(w%d%d, w%d%d);", row, c, row, t, t, c, row, c);
            }
            line("p%d = w%d%d.mul(w%d%d).fma(i%d, p%d);", c, row, c, row, c, row, c);
        }
        line("DoubleVector p%d = i%d;", row, row);
        if (more) {
            for (int c = 0; c < row; c++) {
                line("n%d%d.intoArray(m, at%s);", row, c, times(triangle(row) + c));
                line("w%d%d.intoArray(m, at + w%s);", row, c, times(triangle(row) + c));
            }
            line("i%d.intoArray(m, at + inverse%s);", row, times(row));
        }
    }

    private void finish(int k) {
        // An odd number of -P_ii has a negative product.
        StringBuilder product = new StringBuilder(k % 2 == 0 ? "p0" : "p0.neg()");
        for (int c = 0; c < k; c++) {
            line("signs = signs.or(limit.add(p%d).reinterpretAsLongs());", c);
            product.append(c == 0 ? "" : ".mul(p" + c + ")");
        }
        line("%s.intoArray(products, precisions + v);", product);
    }

    /** One row of any larger order. In two methods: C1 gives up on both together from row 8 on, and C2 then never comes. */
    private void row(int row) {
        factorRow(row);
        inverseRow(row);
    }

    private void factorRow(int row) {
        line("private static void factor%d(double[] m, int vectors, int stride, int inverse, MeasureSums sums) {", row);
        constants();
        line("for (int v = 0, at = 0; v < vectors * L; v += L, at += stride) {");
        for (int c = 0; c < row; c++) {
            line("DoubleVector x%d = fromArray(D, m, at%s);", c, times(triangle(row) + c));
        }
        line("DoubleVector d = one;");
        line("DoubleVector n;");
        for (int t = 0; t < row; t++) {
            for (int c = t + 1; c < row; c++) {
                line("x%d = x%d.fma(fromArray(D, m, at%s), x%d);", c, t, times(triangle(c) + t), c);
            }
            String scale = t == 0 ? "neg()" : "mul(fromArray(D, m, at + inverse" + times(t) + "))";
            line("n = x%d.%s;", t, scale);
            line("d = x%d.fma(n, d);", t);
            line("n.intoArray(m, at%s);", times(triangle(row) + t));
        }
        line("minusOne.div(d).intoArray(m, at + inverse%s);", times(row));
        line("fromArray(D, products, v).mul(d).intoArray(products, v);");
        line("LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, v);");
        line("signs.or(d.sub(guard).reinterpretAsLongs()).intoArray(unsound, v);");
        line("} }");
    }

    private void inverseRow(int row) {
        line("private static void inverse%d(", row);
        line("double[] m, int vectors, int stride, int w, int inverse, int precision) {");
        line("for (int v = 0, at = 0; v < vectors; v++, at += stride) {");
        line("DoubleVector i = fromArray(D, m, at + inverse%s);", times(row));
        line("i.intoArray(m, at + precision%s);", times(row));
        line("DoubleVector p;");
        for (int c = 0; c < row; c++) {
            line("DoubleVector n%d = fromArray(D, m, at%s);", c, times(triangle(row) + c));
        }
        for (int c = 0; c < row; c++) {
            line("DoubleVector w%d = n%d;", c, c);
            for (int t = c + 1; t < row; t++) {
                line("w%d = n%d.fma(fromArray(D, m, at + w%s), w%d);", c, t, times(triangle(t) + c), c);
            }
            line("w%d.intoArray(m, at + w%s);", c, times(triangle(row) + c));
            line("p = fromArray(D, m, at + precision%s);", times(c));
            line("w%d.mul(w%d).fma(i, p).intoArray(m, at + precision%s);", c, c, times(c));
        }
        line("} }");
    }

    private static int triangle(int row) {
        return row * (row - 1) / 2;
    }

    /** Plus so many vectors. */
    private static String times(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> " + L";
            default -> " + " + count + " * L";
        };
    }

    // The annotation that is asked for would be one more dependency.
    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        code.append(format.formatted(values)).append('\n');
    }
}
