package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.bench.peers.BlasCorrelation;

/** Answers of the libraries that a machine may have, and refusals of names that nobody knows. */
class MachineLibrariesTest {
    /** Where the machine has a BLAS and a LAPACK of its own; elsewhere it says so. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 20})
    void measuresOfTheMachinesLapack(int k) {
        MeasuresBenchmark.Batch batch = AnswersTest.batch(k);
        MeasuresBenchmark.Lapack lapack = new MeasuresBenchmark.Lapack();
        lapack.lapack = "native";
        try {
            lapack.open(batch);
        } catch (IllegalStateException missing) {
            abort(String.valueOf(missing.getMessage()));
        }

        AnswersTest.assertMeasures(batch, () -> new MeasuresBenchmark().lapack(batch, lapack));
    }

    @Test
    void correlationsOfTheMachinesBlas() {
        EstimateBenchmark.Data data = new EstimateBenchmark.Data();
        data.samples = "300x7";
        data.draw();
        EstimateBenchmark.Blas blas = new EstimateBenchmark.Blas();
        blas.blas = "native";
        try {
            blas.open(data);
        } catch (IllegalStateException missing) {
            abort(String.valueOf(missing.getMessage()));
        }

        assertThat(new EstimateBenchmark().blas(data, blas))
                .containsExactly(Definition.correlations(data.x, data.variables, false), within(1e-13));
    }

    @Test
    void aBackendThatIsNotHereFails() {
        MeasuresBenchmark.Oinfo oinfo = new MeasuresBenchmark.Oinfo();
        oinfo.backend = "abacus";

        assertThatThrownBy(() -> oinfo.open(AnswersTest.batch(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": backend=abacus");
    }

    @Test
    void aLibraryThatIsNotKnownFails() {
        MeasuresBenchmark.Lapack lapack = new MeasuresBenchmark.Lapack();
        lapack.lapack = "abacus";

        assertThatThrownBy(() -> lapack.open(AnswersTest.batch(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lapack must be java or native: lapack=abacus");
        assertThatThrownBy(() -> new BlasCorrelation(3, 3, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blas must be java or native: blas=abacus");
    }
}
