package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import org.oinfo.data.npy.NpyWriter;

/** N-plets from an .npy and measures to one. */
class MeasuresArrayTest {
    @TempDir
    Path folder;

    private String samples = "";

    @BeforeEach
    void writeSamples() throws IOException {
        // Column 4 is constant, column 5 a multiple of 3.
        samples = TestData.write(folder, "x.csv", TestData.samples(50));
    }

    private String nplets(int order, int... members) throws IOException {
        Path file = folder.resolve("n.npy");
        try (NpyWriter npy = NpyWriter.open(file, NpyWriter.Type.I4, members.length / order, order)) {
            npy.write(members, members.length);
            npy.commit();
        }
        return file.toString();
    }

    /** An .npy of any bytes. */
    private String array(String descr, boolean fortran, String shape, byte[] values) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(128 + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
        Path file = folder.resolve("a.npy");
        Files.write(file, bytes.put(text).put(values).array());
        return file.toString();
    }

    private static String rows(Command command) {
        return command.out().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    private Command csv(String nplets, String... more) {
        String[] all = {"measures", samples, "--nplets", nplets, "--format", "csv", "--quiet"};
        String[] args = java.util.Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, args, all.length, more.length);
        return Command.run(args);
    }

    @Test
    void rowsAreThoseOfTheSameListAsText() throws IOException {
        String text = TestData.write(folder, "n.txt", "0,1,2\n3,0,1\n0,3,5\n2,4,1\n");
        Command npy = csv(nplets(3, 0, 1, 2, 3, 0, 1, 0, 3, 5, 2, 4, 1));
        assertThat(npy.code()).as(npy.err()).isZero();
        assertThat(rows(npy)).isEqualTo(rows(csv(text)));
    }

    @ParameterizedTest
    @CsvSource({"|u1, 1, false", ">i2, 2, false", "<i8, 8, true", "<u4, 4, true"})
    void anyTypeOfWholeNumbersAndEitherOrderOfAxesIsRead(String descr, int bytes, boolean fortran) throws IOException {
        int[][] list = {{0, 1, 2}, {1, 2, 3}};
        ByteBuffer values = ByteBuffer.allocate(6 * bytes);
        for (int e = 0; e < 6; e++) {
            int value = fortran ? list[e % 2][e / 2] : list[e / 3][e % 3];
            int last = descr.startsWith(">") ? (e + 1) * bytes - 1 : e * bytes;
            values.put(last, (byte) value);
        }
        Command command = csv(array(descr, fortran, "(2, 3)", values.array()));
        assertThat(rows(command)).isEqualTo(rows(csv(nplets(3, 0, 1, 2, 1, 2, 3))));
    }

    @Test
    void valuesAreThoseOfTheCsvInItsUnit() throws IOException {
        String nplets = nplets(3, 0, 1, 2, 0, 3, 5, 1, 2, 3);
        Path out = folder.resolve("out.npy");
        Command command = Command.run(
                "measures", samples, "--nplets", nplets, "--format", "npy", "--unit", "bits", "--out", out.toString());
        assertThat(command.code()).as(command.err()).isZero();
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        int header = file.capacity() - 3 * 4 * Double.BYTES;
        assertThat(new String(file.array(), 0, header, StandardCharsets.ISO_8859_1))
                .contains("'<f8'")
                .contains("(3, 4)");
        StringBuilder rows = new StringBuilder("order,tc,dtc,o,s,nplet");
        String[] names = {"0;1;2", "0;3;5", "1;2;3"};
        for (int i = 0; i < 3; i++) {
            rows.append("\n3,");
            for (int v = 0; v < 4; v++) {
                double value = file.getDouble(header + (i * 4 + v) * Double.BYTES);
                rows.append(Double.isNaN(value) ? "" : value).append(',');
            }
            rows.append(names[i]);
        }
        assertThat(rows.toString()).isEqualTo(rows(csv(nplets, "--unit", "bits")));
    }

    @Test
    void manyRowsAreTheSameForAnyNumberOfThreads() throws IOException {
        int[] members = new int[3 * 20_000];
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < members.length; i += 3) {
            int[] nplet = random.ints(0, 4).distinct().limit(3).toArray();
            System.arraycopy(nplet, 0, members, i, 3);
        }
        String nplets = nplets(3, members);
        String one = rows(csv(nplets, "--threads", "1"));
        assertThat(one.lines().count()).isEqualTo(20_001);
        assertThat(rows(csv(nplets, "--threads", "3"))).isEqualTo(one);
    }

    @Test
    void whatCannotBeUsedIsNamedByRowAndValue() throws IOException {
        assertRefused(nplets(2, 0, 1, 2, 9), "n.npy row 1 (from 0): an n-plet must hold columns 0 to 5: found 9");
        assertRefused(nplets(2, 0, 1, 2, -3), "n.npy row 1 (from 0): an n-plet must hold columns 0 to 5: found -3");
        assertRefused(
                nplets(2, 3, 3), "n.npy row 0 (from 0): an n-plet must not repeat a variable: column 3 is there twice");
        assertRefused(nplets(1, 3), "n.npy row 0 (from 0): an n-plet must have at least 2 variables: found 1");
        assertRefused(
                array("<i8", false, "(1, 2)", new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0}),
                "a.npy row 0 (from 0): an n-plet must hold columns 0 to 5: found 1099511627776");
        assertRefused(
                array("<f4", false, "(1, 2)", new byte[8]),
                "n-plets must be whole numbers (i1 to i8, u1 to u8): " + folder.resolve("a.npy")
                        + " holds type f4; save it with x.astype(\"i4\")");
        assertRefused(
                array("<i4", false, "(2,)", new byte[8]),
                "n-plets must be an array of 2 dimensions, n-plets by members: " + folder.resolve("a.npy")
                        + " has shape (2); a row is an n-plet");
    }

    private void assertRefused(String nplets, String message) {
        Command command = csv(nplets);
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).endsWith(message + "\n").hasLineCount(1);
    }

    @Test
    void otherCommandsAndSeveralDataHaveNoArray() throws IOException {
        assertThat(Command.run("scan", samples, "--format", "npy").err())
                .isEqualTo(
                        "oinfo: --format npy is for one array of values, of measures: found another command; use csv or"
                                + " json\n");
        Command several =
                Command.run("measures", samples, samples, "--nplets", nplets(2, 0, 1), "--format", "npy", "--quiet");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err())
                .isEqualTo("oinfo: --format npy is for one array of values, of measures: found several DATA; use csv or"
                        + " json\n");
    }

    @Test
    void namesThatNeedQuotesHaveThem() throws IOException {
        String matrix =
                TestData.write(folder, "r.csv", "a,\"b,c\",=d,e\n1,.8,.3,.1\n.8,1,.2,.05\n.3,.2,1,.6\n.1,.05,.6,1\n");
        Command command = Command.run(
                "measures", matrix, "--covariance", "--nplets", nplets(2, 0, 3, 0, 1, 2, 3), "--format", "csv");
        assertThat(rows(command).lines().skip(1).map(line -> line.substring(line.indexOf(';') - 1)))
                .containsExactly("0;3,a;e", "0;1,\"a;b,c\"", "2;3,'=d;e");
    }
}
