package org.oinfo.kernels.simd.measures;

import java.util.Arrays;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * Any order, as {@link PanelFactor} and {@link PanelInverse} want it: lower triangles in panels of four rows.
 *
 * <pre>
 *   work [vectors][stride]   one vector of n-plets after the other; each:
 *     panel 0 | panel 1 ...  panel p [4p+4 columns][4 rows][L]: rows 4p..4p+3 of R_S, then of -U
 *     inverse   [4P][L]      -1/d of every row
 *     precision [4][L]       -P_jj of four columns
 *     w         [4P][4][L]   four columns of U^-1
 * </pre>
 *
 * So a step of either kernel reads neighbours: two rows of a panel and four columns, at one stride. What lies above the
 * diagonal is not used. An odd order gets one more row of zeros: a variable without correlations changes nothing.
 */
final class PanelBatch implements NpletBatch {
    /** Rows of a panel and columns of a tile. */
    static final int SIZE = 4;

    private static final int L = Lanes.COUNT;
    /** Doubles from a column of a panel to the next. */
    static final int COLUMN = SIZE * L;

    static final int TILE = SIZE * COLUMN;

    private final int order;
    /** The order, made even. */
    private final int rows;

    private final int inverse;
    private final int precision;
    private final int w;
    private final int stride;

    PanelBatch(int order) {
        int panels = (order + SIZE - 1) / SIZE;
        this.order = order;
        this.rows = order + order % 2;
        this.inverse = panel(panels);
        this.precision = inverse + panels * COLUMN;
        this.w = precision + COLUMN;
        this.stride = w + panels * TILE;
    }

    /** Where panel p begins. */
    static int panel(int p) {
        return p * (p + 1) / 2 * TILE;
    }

    /** Where row i of its panel begins. */
    static int row(int i) {
        return panel(i / SIZE) + i % SIZE * L;
    }

    @Override
    public int stride() {
        return stride;
    }

    @Override
    public void pack(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        int nplet = from;
        for (int v = 0; v < vectors; v++) {
            for (int lane = v * stride; lane < v * stride + L; lane++, nplet += order) {
                for (int i = 1; i < order; i++) {
                    packRow(r, nplets[nplet + i] * n, nplets, nplet, i, work, lane + row(i));
                }
            }
            if (rows > order) {
                for (int column = 0; column < order; column++) {
                    int at = v * stride + row(order) + column * COLUMN;
                    Arrays.fill(work, at, at + L, 0);
                }
            }
        }
    }

    private static void packRow(double[] r, int row, int[] nplets, int nplet, int i, double[] work, int at) {
        for (int column = 0; column < i; column++) {
            work[at + column * COLUMN] = r[row + nplets[nplet + column]];
        }
    }

    @Override
    public void score(double[] work, int vectors, MeasureSums sums) {
        for (int j = 0; j < order; j += SIZE) {
            PanelFactor.pivots(work, vectors, stride, j, inverse, sums);
            if (j + 2 < rows) {
                PanelFactor.halfTile(work, vectors, stride, j);
                PanelFactor.pivots(work, vectors, stride, j + 2, inverse, sums);
                PanelFactor.below(work, vectors, stride, j, rows);
            }
            if (productEnds(j)) {
                sums.addDeterminants(j < MeasureSums.SAFE_FACTORS);
            }
        }
        for (int j = 0; j < order; j += SIZE) {
            if (j + 2 < rows) {
                PanelInverse.diagonal(work, vectors, stride, j, inverse, precision, w);
                PanelInverse.below(work, vectors, stride, j, rows, inverse, precision, w);
            } else {
                PanelInverse.halfDiagonal(work, vectors, stride, j, inverse, precision);
            }
            sums.multiplyPrecisions(work, stride, precision, Math.min(SIZE, order - j));
            if (productEnds(j)) {
                sums.addPrecisions(j < MeasureSums.SAFE_FACTORS);
            }
        }
    }

    /** Whether the products that panel j belongs to are complete with it. */
    private boolean productEnds(int j) {
        int next = j + SIZE;
        return next % MeasureSums.SAFE_FACTORS == 0 || next >= order;
    }
}
