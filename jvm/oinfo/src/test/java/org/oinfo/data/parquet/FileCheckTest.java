package org.oinfo.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.files.FormatFile;
import org.oinfo.data.files.Opened;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.ReadOptions;

/** Sizes that a file claims: none is taken at its word. */
class FileCheckTest {
    /** PAR1, then the header of the first page: field 1 (type), 2 (unfolded), 3 (packed), one byte of head each. */
    private static final int TYPE = 4;

    @TempDir
    Path folder;

    private byte[] bytes = FormatFile.bytes("uncompressed.parquet");

    private void refused(String found) {
        Path path = NpyBytes.write(folder, "x.parquet", bytes);
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a Parquet file must be whole, and packed by snappy, gzip, zstd, lz4 or not at all: " + path
                        + " cannot be read (" + found + "); copy it again, or write it with another compression");
    }

    /** Where the value of the third field of the first page begins. */
    private int packed() {
        int at = TYPE + 2;
        assertThat(bytes[at]).as("head of field 2").isEqualTo((byte) 0x15);
        do {
            at++;
        } while (bytes[at] < 0);
        assertThat(bytes[at + 1]).as("head of field 3").isEqualTo((byte) 0x15);
        return at + 2;
    }

    @Test
    @Timeout(60)
    void aPageOfNegativeSizeDoesNotGoBackForEver() {
        // Zigzag: odd numbers are negative.
        bytes[packed()] |= 1;
        refused("a page goes beyond its column");
    }

    @Test
    void aPageThatClaimsToUnfoldToMuchIsRefused() {
        bytes[TYPE + 3] = (byte) 0xFF;
        bytes[TYPE + 4] = (byte) 0xFF;
        Path path = NpyBytes.write(folder, "x.parquet", bytes);
        assertThatThrownBy(() -> Opened.open(path)).isInstanceOf(BadInputException.class);
    }

    /** The library would write beyond what it allocated: past the end of its buffer, into whatever lies there. */
    @Test
    void aPageThatSnappyUnfoldsToMoreThanItSaysIsRefused() {
        bytes = FormatFile.bytes("snappy.parquet");
        assertThat(bytes[TYPE + 3]).as("2 x 54, zigzag").isEqualTo((byte) 108);
        bytes[TYPE + 3] = 106;
        refused("a page unfolds to another size than it says");
    }

    /** The library reads groups of rows where the list has texts, and allocates what comes out as their lengths. */
    @Test
    void aListOfElementsOfAnotherTypeIsRefused() {
        ByteBuffer tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int description = bytes.length - 8 - tail.getInt(bytes.length - 8);
        // Field 1, the version, takes two bytes; field 2 is the schema, a list whose elements are structs.
        assertThat(bytes[description + 2]).as("a list").isEqualTo((byte) 0x19);
        assertThat(bytes[description + 3] & 15).as("of structs").isEqualTo(12);
        bytes[description + 3] ^= 12 ^ 8;
        refused("a list in its description is of another type");
    }

    /** A size that is a number of 16 bits is none to the library, which takes it for 0. */
    @Test
    void aSizeOfAnotherTypeIsNone() {
        bytes = FormatFile.bytes("snappy.parquet");
        bytes[TYPE + 2] = 0x14;
        refused("a page unfolds to more than it can hold");
    }

    @Test
    void aDescriptionLongerThanTheFileIsRefused() {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, bytes.length - 11);
        refused("its description is longer than the file");
    }

    @Test
    void aNameThatClaimsToBeLongIsRefused() {
        String root = "duckdb_schema";
        int name = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(root);
        assertThat(bytes[name - 1]).as("length of the name of the root").isEqualTo((byte) root.length());
        bytes[name - 1] = (byte) 0xFF;
        bytes[name] = (byte) 0xFF;
        bytes[name + 1] = (byte) 0x7F;
        refused("a description is not well formed, or speaks of more than is there");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("v1"); at >= 0; at = text.indexOf("v1", at + 1)) {
            bytes[at + 1] = '0';
        }
        Path path = NpyBytes.write(folder, "x.parquet", bytes);
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("names of columns must differ: " + path
                        + " has \"v0\" for columns 0 and 1 (columns count from 0); rename one");
    }

    /** 600 rows in groups of 400 and 200, several pages to a column, written with an index of them. */
    @Test
    void aFileWithAnIndexOfItsPagesIsReadAndTheIndexChecked() {
        try (Samples samples = FormatFile.open("paged.parquet", ReadOptions.defaults())) {
            double[] values = new double[600 * 3];
            samples.read(0, 600, 0, 3, values);
            for (int i = 0; i < values.length; i++) {
                int n = i % 3;
                assertThat(values[i]).as("value " + i).isEqualTo((7 * (i / 3) + 3 * n) % 11 + n / 4.0);
            }
        }
        bytes = FormatFile.bytes("paged.parquet");
        // The index of the first column: a list of 13 structs, the first page at byte 4 (zigzag 8).
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int index = text.indexOf("\u0019\u00dc\u0016\u0008");
        assertThat(index).isPositive();
        bytes[index + 3] = 10;
        refused("an index of pages leads elsewhere");
    }

    @Test
    void soundFilesPass() {
        for (String codec : new String[] {"snappy", "gzip", "zstd", "lz4_raw", "uncompressed"}) {
            try (Samples samples = FormatFile.open(codec + ".parquet", ReadOptions.defaults())) {
                assertThat(samples.samples()).as(codec).isEqualTo(6);
            }
        }
    }
}
