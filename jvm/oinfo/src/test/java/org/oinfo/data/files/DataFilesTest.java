package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Sha256;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.ReadOptions;

class DataFilesTest {
    private static final double[][] X = {{1, 2}, {3, 4}, {5, 7}};

    @TempDir
    Path folder = Path.of("");

    private static Samples openStdin(byte[] bytes) {
        return DataFiles.open("-", ReadOptions.defaults(), new ByteArrayInputStream(bytes));
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("oinfo-files-"))
                    .collect(Collectors.toSet());
        }
    }

    private static void refused(Path path, String message) {
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void theContentDecidesNotTheName() {
        try (Samples samples = Opened.open(NpyBytes.write(folder, "x.csv", NpyBytes.doubles(X)))) {
            assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 7);
        }
    }

    @Test
    void readsNpyFromStandardInputAndCleansUp() throws IOException {
        Set<Path> before = temporaryFiles();
        byte[] bytes = NpyBytes.doubles(X);
        try (Samples samples = openStdin(bytes)) {
            assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 7);
            assertThat(samples.source()).isEqualTo("standard input");
            assertThat(samples.checksum()).isEqualTo(Sha256.of(bytes));
            Set<Path> during = temporaryFiles();
            during.removeAll(before);
            assertThat(during)
                    .singleElement()
                    .satisfies(copy -> assertThat(Files.getPosixFilePermissions(copy))
                            .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]"));
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void readsCsvFromStandardInputAndCleansUp() throws IOException {
        Set<Path> before = temporaryFiles();
        byte[] bytes = "a,b\n1,2\n3,4\n5,7\n".getBytes(StandardCharsets.UTF_8);
        try (Samples samples = openStdin(bytes)) {
            assertThat(temporaryFiles()).isEqualTo(before);
            assertThat(samples.names()).containsExactly("a", "b");
            assertThat(samples.checksum()).isEqualTo(Sha256.of(bytes));
        }
    }

    @Test
    void refusalsOfStandardInputCleanUpToo() throws IOException {
        Set<Path> before = temporaryFiles();
        assertThatThrownBy(() -> openStdin(new byte[0]))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the input must hold data: standard input is empty; check what was meant to write it");
        assertThatThrownBy(() -> openStdin(NpyBytes.doubles(new double[2][2])))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 3 samples (rows) are needed: standard input has 2;"
                        + " rows are samples and columns variables");
        assertThatThrownBy(() -> openStdin(new byte[] {(byte) 0x93})).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> openStdin("1,2\n3\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("every row must have as many fields as the first: standard input has 1 at line 2,"
                        + " expected 2 (separator comma); correct that line");
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        refused(
                folder.resolve("none.npy"),
                "the input must exist: there is no file " + folder.resolve("none.npy") + "; check the path");
        refused(folder, "the input must be a file: " + folder + " is a directory; name a .npy or .csv file in it");
        Path empty = Files.createFile(folder.resolve("empty.npy"));
        refused(empty, "the input must hold data: " + empty + " is empty; check what was meant to write it");
        assertThatThrownBy(() -> DataFiles.open("a\0b", ReadOptions.defaults(), InputStream.nullInputStream()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the input must be a path or - for standard input: found a?b");
    }

    @Test
    void readsMatrices() {
        double[][] r = {{1, 0.5}, {0.25, 1}};
        byte[] bytes = NpyBytes.doubles(r);
        SquareMatrix npy = Opened.openMatrix(NpyBytes.write(folder, "r.npy", bytes));
        assertThat(npy.variables()).isEqualTo(2);
        assertThat(npy.values()).containsExactly(1, 0.5, 0.25, 1);
        assertThat(npy.names()).isEmpty();
        assertThat(npy.checksum()).isEqualTo(Sha256.of(bytes));
        Path path = Opened.csv(folder, "a;b\n1;0.5\n0.25;1\n");
        SquareMatrix csv = Opened.openMatrix(path);
        assertThat(csv.values()).containsExactly(1, 0.5, 0.25, 1);
        assertThat(csv.names()).containsExactly("a", "b");
        assertThat(csv.source()).isEqualTo(path.toString());
    }

    @Test
    void matricesThatAreNone() {
        Path oblong = NpyBytes.write(folder, "r.npy", NpyBytes.doubles(X));
        assertThatThrownBy(() -> Opened.openMatrix(oblong))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a covariance or correlation matrix must be square: " + oblong
                        + " has 3 rows and 2 columns; open it with DataFiles.open if rows are samples");
        Path gap = Opened.csv(folder, "a,b\n1,nan\n0.25,1\n");
        assertThatThrownBy(() -> Opened.openMatrix(gap))
                .isInstanceOf(BadInputException.class)
                .hasMessage("every value must be finite: " + gap + " has \"nan\" at line 2, column 1 \"b\""
                        + " (columns count from 0); correct it, or leave that variable out of the matrix; Fisher z,"
                        + " of which the diagonal is infinite, is undone by tanh");
        Path one = NpyBytes.write(folder, "r.npy", NpyBytes.doubles(new double[][] {{1}}));
        assertThatThrownBy(() -> Opened.openMatrix(one))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 2 variables (columns) are needed: " + one
                        + " has 1; rows are samples and columns variables");
    }
}
