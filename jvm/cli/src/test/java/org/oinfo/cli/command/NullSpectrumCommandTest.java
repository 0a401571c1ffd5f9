package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

/** {@code oinfo null --surrogate spectrum}. */
class NullSpectrumCommandTest {
    @TempDir
    Path folder;

    /** Columns 0 to 2 have a source in common as strong as asked, 3 to 11 are independent. */
    private String data(double common) throws IOException {
        Random random = new Random(9);
        StringBuilder rows = new StringBuilder();
        for (int t = 0; t < 300; t++) {
            double source = random.nextGaussian();
            for (int v = 0; v < 12; v++) {
                double own = random.nextGaussian();
                rows.append(v == 0 ? "" : ",").append(v < 3 ? common * source + own : own);
            }
            rows.append('\n');
        }
        return TestData.write(folder, "x.csv", rows.toString());
    }

    private static Command run(String data) {
        Command command = Command.run(
                "null", data, "--surrogate", "spectrum", "--surrogates", "99", "--top", "1", "--quiet", "--seed", "4");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.err()).isEmpty();
        return command;
    }

    @Test
    void whatGoesTogetherIsBeyondTheSpectrum() throws IOException {
        assertThat(run(data(2)).out())
                .contains("computed: whether groups of columns (n-plets) are more extreme than those of random"
                        + " correlations with the same eigenvalues; values in nats")
                .contains(
                        "  hypothesis    which columns go together is chance, given the eigenvalues of their correlations (is"
                                + " it more than the number of dimensions?)\n")
                .endsWith("\nBeyond the spectrum: 1 of 2 n-plets is more extreme than random correlations with the same"
                        + " eigenvalues explain (p_fwer at most 0.025 at either end, 0.05 together), 0 at the synergy end and 1 at the redundancy end;"
                        + " it matters there which columns go together, not only how many dimensions they have.\n");
    }

    @Test
    void independentColumnsAreWithinIt() throws IOException {
        assertThat(run(data(0)).out())
                .endsWith(
                        "\nNothing beyond the spectrum: none of 2 n-plets is more extreme than random correlations with"
                                + " the same eigenvalues explain (p_fwer at most 0.025 at either end, 0.05 together).\n");
    }
}
