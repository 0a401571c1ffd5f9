package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.oinfo.kernels.Landscape;

/** Asserts that two landscapes are the same to the last bit. */
final class SameBits {
    private SameBits() {}

    static void check(Landscape found, Landscape expected, String what) {
        assertThat(found.total()).as(what).isEqualTo(expected.total());
        assertThat(found.redundant()).as(what).isEqualTo(expected.redundant());
        assertThat(found.synergistic()).as(what).isEqualTo(expected.synergistic());
        assertThat(found.singular()).as(what).isEqualTo(expected.singular());
        checkBits(found.sum(), expected.sum(), what + " sum");
        checkBits(found.determinants(), expected.determinants(), what + " determinants");
        assertThat(found.mostRedundant().sortedRanks())
                .as(what)
                .containsExactly(expected.mostRedundant().sortedRanks());
        assertThat(found.mostSynergistic().sortedRanks())
                .as(what)
                .containsExactly(expected.mostSynergistic().sortedRanks());
        if (expected.perVariable() != null) {
            checkPerVariable(found, expected, what);
        }
        if (expected.distribution() != null) {
            checkBits(
                    found.requireDistribution().variance(),
                    expected.requireDistribution().variance(),
                    what + " variance");
            assertThat(found.requireDistribution().histogram())
                    .as(what)
                    .containsExactly(expected.requireDistribution().histogram());
        }
    }

    private static void checkPerVariable(Landscape found, Landscape expected, String what) {
        for (int v = 0; v < expected.variables(); v++) {
            assertThat(found.requirePerVariable().count(v))
                    .as(what)
                    .isEqualTo(expected.requirePerVariable().count(v));
            checkBits(
                    found.requirePerVariable().mean(v),
                    expected.requirePerVariable().mean(v),
                    what + " mean of variable " + v);
        }
    }

    private static void checkBits(double found, double expected, String what) {
        assertThat(Double.doubleToLongBits(found))
                .as("%s: %s and %s", what, found, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
