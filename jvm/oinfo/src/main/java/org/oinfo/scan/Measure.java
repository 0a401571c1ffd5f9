package org.oinfo.scan;

import java.util.Locale;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;

/** The four measures of an n-plet, in the order in which {@link MeasuresKernel} writes them. */
public enum Measure {
    /** Total correlation. */
    TC("total correlation", 0) {
        @Override
        public double of(NpletScore score) {
            return score.tc();
        }
    },
    /** Dual total correlation. */
    DTC("dual total correlation", 1) {
        @Override
        public double of(NpletScore score) {
            return score.dtc();
        }
    },
    /** O-information: TC - DTC. */
    O("O-information", 2) {
        @Override
        public double of(NpletScore score) {
            return score.o();
        }
    },
    /** S-information: TC + DTC. */
    S("S-information", 3) {
        @Override
        public double of(NpletScore score) {
            return score.s();
        }
    };

    private final String title;
    private final int index;

    Measure(String title, int index) {
        this.title = title;
        this.index = index;
    }

    /** Its value of the n-plet that was scored last, nats. */
    public abstract double of(NpletScore score);

    /** Its place among the values of an n-plet, below {@link MeasuresKernel#VALUES}. */
    public int index() {
        return index;
    }

    /** Its name in full. */
    public String title() {
        return title;
    }

    /** Its name in files and options: {@code tc}, {@code dtc}, {@code o}, {@code s}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
