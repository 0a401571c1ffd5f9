package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

class SubsetsCommandTest {
    @TempDir
    Path folder;

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aTripletHasItsOInformationAndAPairItsMutualInformation() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        List<String> rows = rows(Command.runWithInput(
                "0,1\nb,c,d\n", "subsets", matrix, "--covariance", "--nplets", "-", "--format", "csv", "--quiet"));
        assertThat(rows.getFirst()).isEqualTo("order,tc,dtc,o,s,co_information,co_information_bound,tse,nplet,names");
        String[] pair = rows.get(1).split(",", -1);
        assertThat(Double.parseDouble(pair[5])).isCloseTo(-Math.log(.36) / 2, within(1e-12));
        assertThat(Double.parseDouble(pair[7])).isCloseTo(-Math.log(.36) / 4, within(1e-12));
        String[] triplet = rows.get(2).split(",", -1);
        assertThat(Double.parseDouble(triplet[5])).isCloseTo(Double.parseDouble(triplet[3]), within(1e-12));
        assertThat(Double.parseDouble(triplet[6])).isBetween(0.0, 1e-12);
        assertThat(triplet[8]).isEqualTo("1;2;3");
    }

    @Test
    void withoutNpletsItIsOfAllColumnsAndWithoutCorrelationsRefused() throws IOException {
        String data = TestData.write(folder, "x.csv", TestData.samples(50));
        assertThat(rows(Command.run("subsets", data, "--drop", "5", "--format", "csv", "--quiet"))
                        .get(1))
                .endsWith(",0;1;2;3");
        Command refused = Command.run("subsets", data, "--estimator", "discrete", "--bins", "2", "--quiet");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("oinfo: all subsets need the estimator copula or gaussian: found discrete; choose another"
                        + " --estimator\n");
    }
}
