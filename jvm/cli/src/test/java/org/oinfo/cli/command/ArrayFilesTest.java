package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;

/** The options about arrays, rows and matrices. */
class ArrayFilesTest {
    @TempDir
    private Path folder = Path.of("");

    /** cube.npy is [trial 4][variable 3][time 8]; its transposed rows are in flat.npy. */
    @BeforeEach
    void files() throws IOException {
        double[] cube = new SplittableRandom(5).doubles(4 * 3 * 8).toArray();
        double[] flat = new double[cube.length];
        for (int i = 0; i < cube.length; i++) {
            int trial = i / 24;
            int variable = i / 8 % 3;
            int time = i % 8;
            flat[(trial * 8 + time) * 3 + variable] = cube[i];
        }
        npy("cube.npy", "(4, 3, 8)", "<f8", cube);
        npy("flat.npy", "(32, 3)", "<f8", flat);
        npy("mask.npy", "(32,)", "|b1", rows(32, 8, 24));
        npy("short.npy", "(31,)", "|b1", rows(31, 8, 24));
        Files.writeString(folder.resolve("n.txt"), "a,b,c\n");
        Files.writeString(folder.resolve("z.csv"), "0,1.5\n1.5,0\n");
        Files.writeString(folder.resolve("r.csv"), "1,0.1,0.2\n0.1,1,0.3\n0.2,0.3,1\n");
        Files.write(folder.resolve("raw.bin"), bytes("<f8", flat));
    }

    private static double[] rows(int count, int from, int to) {
        double[] mask = new double[count];
        Arrays.fill(mask, from, to, 1);
        return mask;
    }

    private static byte[] bytes(String descr, double[] values) {
        int size = descr.endsWith("8") ? 8 : 1;
        ByteBuffer buffer = ByteBuffer.allocate(values.length * size).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (size == 8) {
                buffer.putDouble(value);
            } else {
                buffer.put((byte) value);
            }
        }
        return buffer.array();
    }

    private void npy(String name, String shape, String descr, double[] values) {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        byte[] content = bytes(descr, values);
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length() + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII)).put(content);
        try {
            Files.write(folder.resolve(name), file.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command run(String arguments) {
        return Command.run(arguments.replace("DIR", folder.toString()).split(" "));
    }

    /** The rows of n-plets: what does not name the file. */
    private String rowsOf(String arguments) {
        Command command = run("scan " + arguments + " --order 2 --format csv --quiet");
        assertThat(command.err()).isEmpty();
        return command.out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()
                .toString();
    }

    @Test
    void axesRowsAndRawNumbersAreTheSameDataSaidInAnotherWay() {
        String flat = rowsOf("DIR/flat.npy");
        assertThat(rowsOf("DIR/cube.npy --axes samples,variables,samples")).isEqualTo(flat);
        assertThat(rowsOf("DIR/cube.npy --axes samples,variables,samples --columns 0,2"))
                .isEqualTo(rowsOf("DIR/flat.npy --columns 0,2"));
        String middle = rowsOf("DIR/flat.npy --rows 8-23");
        assertThat(middle).isNotEqualTo(flat);
        assertThat(rowsOf("DIR/flat.npy --rows-file DIR/mask.npy")).isEqualTo(middle);
        assertThat(rowsOf("DIR/flat.npy --rows 8..15,16..23")).isEqualTo(middle);
        assertThat(rowsOf("DIR/flat.npy --rows 1,8..")).isEqualTo(rowsOf("DIR/flat.npy --rows 1,8-31"));
        assertThat(rowsOf("DIR/cube.npy --axes samples,variables,drop --where 3"))
                .isEqualTo(rowsOf("DIR/flat.npy --rows 3,11,19,27"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIR/cube.npy | the array must have 2 axes, samples and variables: DIR/cube.npy has 3, shape (4, 3, 8); say"
                        + " which is which: --axes samples,variables,samples takes axis 1 for the variables, --axes"
                        + " samples,samples,variables the last one; an axis of which only one position counts is called"
                        + " drop, with --where last",
                "DIR/cube.npy --axes samples,variables,drop | an axis that is dropped must say what is taken of it: found"
                        + " nothing; give --where last, first, mean or a number from 0",
                "DIR/cube.npy --axes samples,time,drop | --axes must be samples, variables or drop for each axis, separated"
                        + " by commas: found \"time\"",
                "DIR/cube.npy --where last | --where goes with --axes only: found --where last; say which axis is dropped,"
                        + " or leave it out",
                "DIR/cube.npy --axes samples,variables,drop --where middle | --where must be first, last, mean or a number"
                        + " from 0: found \"middle\"",
                "DIR/flat.npy --rows 5-3 | a range of --rows must go upwards: found 5-3; write 3-5",
                "DIR/flat.npy --rows 5,3-6 | --rows must give a row once: found row 5 twice; leave one out",
                "DIR/flat.npy --rows a | --rows must be numbers of rows from 0 and ranges, such as 0,3,5-9 or"
                        + " 1500..: found \"a\"",
                "DIR/flat.npy --rows 3- | --rows must be numbers of rows from 0 and ranges, such as 0,3,5-9 or"
                        + " 1500..: found \"3-\"",
                "DIR/flat.npy --rows 5..,9 | --rows must give a row once: found row 9 twice; leave one out",
                "DIR/flat.npy --rows 0-5,3.. | --rows must give a row once: found row 3 twice; leave one out",
                "DIR/flat.npy --rows 32.. | chosen rows must lie in 0..31: found 32, and DIR/flat.npy has 32 rows; rows count"
                        + " from 0",
                "DIR/flat.npy --rows 0-32 | chosen rows must lie in 0..31: found 32, and DIR/flat.npy has 32 rows; rows count"
                        + " from 0",
                "DIR/flat.npy --rows 0,1 | at least 3 samples (rows) are needed: DIR/flat.npy has 2; rows are samples and"
                        + " columns variables",
                "DIR/flat.npy --rows-file DIR/short.npy | a mask of rows must have one value for each row of DIR/flat.npy:"
                        + " found 31 for 32 rows; give files that belong together",
                "DIR/flat.npy --rows-file DIR/flat.npy | a file of rows must be an .npy of bool or whole numbers, shape (T,):"
                        + " DIR/flat.npy has shape (32, 3) and type f8; save a mask, or numpy.flatnonzero of it",
                "DIR/flat.npy --rows 1 --rows-file DIR/mask.npy | rows must be chosen once: found --rows and --rows-file;"
                        + " leave one out",
                "DIR/r.csv --covariance --rows 0-1 | rows may be chosen of samples only: found a matrix; choose columns,"
                        + " which takes the rows of the same variables",
                "DIR/raw.bin --shape 32,3 | raw numbers need --shape and --dtype: found only --shape; give both, or neither"
                        + " if the file says them itself",
                "DIR/raw.bin --shape 32,x --dtype float64 | --shape must be lengths from 1 separated by commas, such as"
                        + " 1000,20: found \"32,x\"",
                "DIR/r.csv --rows 0,3 | chosen rows must lie in 0..2: found 3, and DIR/r.csv has 3 rows; rows count from 0",
                "DIR/z.csv --covariance | a covariance or correlation matrix must have variances on its diagonal: DIR/z.csv"
                        + " has 0 all along it; if it is a connectivity matrix without its diagonal, set that to 1"
                        + " (numpy.fill_diagonal(r, 1)), after tanh if it holds Fisher z",
            })
    void refusals(String arguments, String message) {
        Command command = run("scan " + arguments);
        assertThat(command.err()).isEqualTo("oinfo: " + message.replace("DIR", folder.toString()) + "\n");
        assertThat(command.code()).isEqualTo(2);
    }

    @Test
    void anArrayIsChosenByItsNameAndNamedInTheResult() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("two.npz")))) {
            for (String name : List.of("flat", "mask")) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                zip.write(Files.readAllBytes(folder.resolve(name + ".npy")));
            }
        }
        assertThat(rowsOf("DIR/two.npz --dataset flat")).isEqualTo(rowsOf("DIR/flat.npy"));
        assertThat(run("scan DIR/two.npz --dataset flat --format csv").out()).contains("\n# dataset: flat\n");
        assertThat(run("scan DIR/two.npz --dataset flat").out()).contains("/two.npz, flat\n");
        assertThat(run("scan DIR/flat.npy --format csv").out()).doesNotContain("# dataset");
        Command several = run("scan DIR/two.npz");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err())
                .isEqualTo("oinfo: it must be clear which array is meant: " + folder
                        + "/two.npz holds \"flat\" (32, 3) f8," + " \"mask\" (32) b1; name one with --dataset\n");
        Command none = run("scan DIR/two.npz --dataset flut");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err())
                .isEqualTo("oinfo: the array that is asked for must be there: " + folder
                        + "/two.npz has no \"flut\"; it" + " holds \"flat\" (32, 3) f8, \"mask\" (32) b1\n");
    }

    @Test
    void rowsOfTextAreChosenByTheirNumbersInTheFile() throws IOException {
        String header = "# made by hand\na,b,c\n";
        List<String> rows = List.of("1,2,3", "x,,", "5,1,4", "", "2,7,1", ",1,1", "8,2,8");
        Files.writeString(folder.resolve("rows.csv"), header + String.join("\n", rows) + "\n");
        Files.writeString(folder.resolve("three.csv"), "a,b,c\n1,2,3\n5,1,4\n2,7,1\n");
        assertThat(rowsOf("DIR/rows.csv --rows 0,2-3")).isEqualTo(rowsOf("DIR/three.csv"));
        assertThat(run("scan DIR/rows.csv --rows 0,2-3 --order 2 --quiet").out())
                .contains("samples: 3 (rows 0,2-3)");
        assertThat(rowsOf("DIR/rows.csv --rows 0,2-4 --missing drop-rows")).isEqualTo(rowsOf("DIR/three.csv"));
        assertThat(run("scan DIR/rows.csv --rows 0,2-6").err())
                .isEqualTo(
                        "oinfo: every value must be finite: " + folder
                                + "/rows.csv has an empty field at line 8, column 0"
                                + " \"a\" (columns count from 0); correct it, or leave such rows out with --missing drop-rows\n");
        assertThat(run("scan DIR/rows.csv --rows 0,2-3,6").err())
                .contains("chosen rows must lie in 0..5: found 6, and ");
    }

    @Test
    void rowsOfAnArrayThatAreLeftOutAreCountedByColumn() {
        double[] gaps = {1, 2, 3, Double.NaN, 1, 2, 3, 5, 1, Double.NaN, 4, Double.NaN, 2, 2, 9, 5, 3, 4};
        npy("gaps.npy", "(6, 3)", "<f8", gaps);
        String left = "oinfo: warning: 2 rows with missing values left out: 2 in column 0, 1 in column 2\n";
        assertThat(run("scan DIR/gaps.npy --order 2 --missing drop-rows").err()).isEqualTo(left);
        assertThat(run("scan DIR/gaps.npy --order 2 --missing drop-rows --rows 0,2-5")
                        .err())
                .isEqualTo("oinfo: warning: 1 row with missing values left out: 1 in column 0, 1 in column 2\n");
        assertThat(run("scan DIR/gaps.npy --order 2 --columns 1,2 --missing drop-rows")
                        .err())
                .isEqualTo("oinfo: warning: 1 row with missing values left out: 1 in column 2\n");
        assertThat(run("scan DIR/gaps.npy --order 2 --missing drop-rows --rows 0,2,4-5")
                        .err())
                .isEmpty();
        for (int row = 0; row < 6; row++) {
            gaps[3 * row + 1] = Double.NaN;
        }
        npy("dead.npy", "(6, 3)", "<f8", gaps);
        Command dead = run("scan DIR/dead.npy --missing drop-rows");
        assertThat(dead.code()).isEqualTo(2);
        assertThat(dead.err())
                .isEqualTo("oinfo: at least 3 samples (rows) are needed: " + folder
                        + "/dead.npy has 0 after 6 with missing values were left out; column 1 is missing throughout; leave"
                        + " it out with --drop\n");
    }

    @Test
    void howAMatrixIsReadIsSaidToo() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), ",a,b,c\na,1,.8,.3\nb,.8,1,.2\nc,.3,.2,1\n");
        Files.writeString(folder.resolve("plain.csv"), "a,b,c\n1,.8,.3\n.8,1,.2\n.3,.2,1\n");
        Command labelled = run("measures DIR/labels.csv --covariance --nplets DIR/n.txt --format csv");
        assertThat(labelled.err())
                .isEqualTo(
                        "oinfo: warning: column 0 \"Unnamed: 0\", which has no name and labels the rows, was left out\n");
        Command plain = run("measures DIR/plain.csv --covariance --nplets DIR/n.txt --format csv");
        assertThat(plain.err()).isEmpty();
        // TC of a, b, c is -1/2 ln det R, det R = 1 + 2 (.8)(.2)(.3) - .64 - .04 - .09 = .326.
        String tc = Double.toString(-0.5 * Math.log(0.326)).substring(0, 12);
        assertThat(plain.out()).contains("\n3," + tc);
        assertThat(labelled.out()).contains("\n3," + tc);
    }

    @Test
    void aCorrelationMatrixReadAsSamplesIsSaid() {
        assertThat(run("scan DIR/r.csv --order 2").err())
                .contains(
                        "r.csv is a symmetric matrix of 3 x 3, and its rows are taken as samples; if it is a covariance or"
                                + " correlation matrix, say so with --covariance\n");
    }
}
