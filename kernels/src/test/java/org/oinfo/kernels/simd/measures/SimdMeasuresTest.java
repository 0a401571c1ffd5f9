package org.oinfo.kernels.simd.measures;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.MeasuresBits;
import org.oinfo.kernels.MeasuresContract;
import org.oinfo.kernels.simd.lanes.Lanes;

class SimdMeasuresTest extends MeasuresContract {
    @Override
    protected Backend backend() {
        return Backends.open("simd");
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }

    @Test
    void everyLaneWidthGivesTheSameBits() {
        // Runs at each forced width.
        assertThat(MeasuresBits.of(backend())).isEqualTo(MeasuresBits.EXPECTED);
    }
}
