package org.oinfo.validation;

/** How near singular the matrices of a row of the accuracy tables are. */
enum Conditioning {
    WELL("below 1e3", 3, 1e3),
    E4("1e4", 4, 1e4),
    E6("1e6", 6, 1e6),
    E9("1e9", 9, 1e9),
    E12("1e12", 12, 1e12);

    static final long SEED = 20190301;

    final String label;
    final double number;
    private final int exponent;

    Conditioning(String label, int exponent, double number) {
        this.label = label;
        this.exponent = exponent;
        this.number = number;
    }

    long seed(int order) {
        return SEED + 1000L * exponent + order;
    }

    /** How far off, scaled by 1 + S, a measure may be: 1e-12, or as far as a correlation's last place can move it. */
    double bound() {
        return Math.max(1e-12, number * 0x1p-53);
    }
}
