package org.oinfo.kernels.simd.pairs;

/** The loops of an order, 3 to 8. Written by PairLoopsGenerator: change that, not this. */
final class PairLoops {
    private PairLoops() {}

    static PairStationary stationary(int order) {
        return switch (order) {
            case 3 -> new PairStationary3();
            case 4 -> new PairStationary4();
            case 5 -> new PairStationary5();
            case 6 -> new PairStationary6();
            case 7 -> new PairStationary7();
            case 8 -> new PairStationary8();
            default -> throw new IllegalArgumentException("the order must be 3 to 8: order=" + order);
        };
    }

    static PairScreen screen(int order) {
        return switch (order) {
            case 3 -> new PairScreen3();
            case 4 -> new PairScreen4();
            case 5 -> new PairScreen5();
            case 6 -> new PairScreen6();
            case 7 -> new PairScreen7();
            case 8 -> new PairScreen8();
            default -> throw new IllegalArgumentException("the order must be 3 to 8: order=" + order);
        };
    }
}
