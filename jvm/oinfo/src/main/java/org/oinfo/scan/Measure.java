package org.oinfo.scan;

import java.util.Locale;
import org.oinfo.kernels.MeasuresKernel;

/** The four measures of an n-plet, in the order in which {@link MeasuresKernel} writes them. */
public enum Measure implements RankBy {
    /** Total correlation. */
    TC("total correlation", 0) {
        @Override
        public double of(double tc, double dtc, double o, double s) {
            return tc;
        }
    },
    /** Dual total correlation. */
    DTC("dual total correlation", 1) {
        @Override
        public double of(double tc, double dtc, double o, double s) {
            return dtc;
        }
    },
    /** O-information: TC - DTC. */
    O("O-information", 2) {
        @Override
        public double of(double tc, double dtc, double o, double s) {
            return o;
        }
    },
    /** S-information: TC + DTC. */
    S("S-information", 3) {
        @Override
        public double of(double tc, double dtc, double o, double s) {
            return s;
        }
    };

    private final String title;
    private final int index;

    Measure(String title, int index) {
        this.title = title;
        this.index = index;
    }

    /** Its place among the values of an n-plet, below {@link MeasuresKernel#VALUES}. */
    public int index() {
        return index;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public double error(double error) {
        return error;
    }
}
