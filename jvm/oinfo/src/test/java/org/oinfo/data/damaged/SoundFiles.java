package org.oinfo.data.damaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.oinfo.data.damaged.Reading.OfArrays;
import org.oinfo.data.damaged.Reading.OfColumn;
import org.oinfo.data.damaged.Reading.OfMatrix;
import org.oinfo.data.damaged.Reading.OfNplets;
import org.oinfo.data.damaged.Reading.OfRows;
import org.oinfo.data.damaged.Reading.OfSamples;
import org.oinfo.data.files.FormatFile;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.Axis;
import org.oinfo.data.options.Header;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.RawNumbers;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.RowList;
import org.oinfo.data.options.Where;

/** Small files of every format and of every form that a format knows. A new format is a line here: a file that can be read. */
public final class SoundFiles {
    private static final Reading REFUSE = new OfSamples(Missing.REFUSE);
    private static final Reading DROP = new OfSamples(Missing.DROP_ROWS);

    private static final List<List<String>> SEPARATORS =
            List.of(List.of("comma", ","), List.of("semicolon", ";"), List.of("tab", "\t"));

    private static final String PLAIN = "1,2,3\n4,5,6.5\n-7e-3,8,9\n.5,+1,1E2\n";

    private static final String TABLE = """
            # made by hand
            hip,"knee, left",toe
            1.5,-2e3,3
            4,"5",6

            7,8.25,9
            10,11,12
            0.1,0.2,0.3
            """;

    private static final String GAPS = "a,b,c,d\n1,2,3,4\n5,,7,8\nNA,1,2,3\n3,1,4,1\n5,9,2,6\n5,3,5,nan\n8,9,7,9\n";

    private static final String MATRIX = "a,b,c\n1,.8,.3\n.8,1,.2\n.3,.2,1\n";

    private static final String NPLETS = "# groups\n0,1,2\nhip;toe\n\n3, 1 ;0\n";

    private static final String RESULT = """
            # version: 1
            order,end,rank,o,tc,dtc,s,nplet,names
            3,synergistic,1,-0.3,0.9,1.2,2.2,0;1;2,hip;knee;toe
            3,redundant,1,0.3,1.2,0.9,2.2,1;2;3,knee;toe;tail
            """;

    private static final List<List<String>> RAW_TYPES = List.of(
            List.of("f2", "half"),
            List.of("f4", "single"),
            List.of("f8", "double"),
            List.of("i1", "int8"),
            List.of("i2", "int16"),
            List.of("i4", "i4"),
            List.of("i8", "int64"),
            List.of("u1", "uint8"),
            List.of("u2", "uint16"),
            List.of("u4", "uint32"),
            List.of("u8", "u8"));

    private SoundFiles() {}

    /** All of them. */
    public static List<SoundFile> all() {
        List<SoundFile> files = new ArrayList<>();
        texts(files);
        for (String type : List.of("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1")) {
            files.add(new SoundFile(type + "-little.npy", npy('<' + type, "(24, 4)", 96, false), REFUSE));
            files.add(new SoundFile(type + "-big-fortran.npy", npy('>' + type, "(24, 4)", 96, true), DROP));
        }
        files.add(new SoundFile("matrix.npy", npy("<f8", "(4, 4)", 16, false), new OfMatrix()));
        files.add(new SoundFile("labels.npy", npy("<i8", "(6,)", 6, false), new OfColumn(6)));
        files.add(new SoundFile("values.npy", npy("<f4", "(6, 1)", 6, false), new OfColumn(6)));
        Reading named = new OfNplets(List.of("hip", "knee", "toe", "tail", "ear"));
        files.add(new SoundFile("groups.npy", npy("<i4", "(4, 3)", 12, false, i -> i % 3 + i / 6), named));
        raw(files);
        files.add(npz());
        foreign(files);
        files.add(new SoundFile("mask.npy", npy("|b1", "(24,)", 24, false), new OfRows()));
        files.add(new SoundFile("rows.npy", npy("<i4", "(5,)", 5, false, i -> 4 * i), new OfRows()));
        arrays(files);
        return files;
    }

    /** Files whose arrays are taken one by one, as activations are. */
    private static void arrays(List<SoundFile> files) {
        for (String name : List.of(
                "cube.npy",
                "two.npz",
                "types.safetensors",
                "packed.mat",
                "v73.mat",
                "several.h5",
                "kinds.h5",
                "marks.nc",
                "lists.parquet",
                "lists-paged.parquet",
                "gaps.parquet",
                "mixed.parquet",
                "lists.arrow",
                "gaps-fixed.arrow",
                "types.arrow",
                "mixed.arrow")) {
            files.add(new SoundFile(name, FormatFile.bytes(name), new OfArrays()));
        }
    }

    /** Numbers and nothing else, each type by one of its names. */
    private static void raw(List<SoundFile> files) {
        for (List<String> names : RAW_TYPES) {
            RawNumbers said = new RawNumbers(List.of(8L, 3L), names.getLast());
            byte[] bytes = numbers('<' + names.getFirst(), 24, i -> (i * 7) % 5);
            files.add(new SoundFile(
                    names.getLast() + ".raw",
                    bytes,
                    new OfSamples(ReadOptions.defaults().withRaw(said))));
        }
    }

    /** Files that other libraries wrote: see make.py beside them. */
    private static void foreign(List<SoundFile> files) {
        ReadOptions options = ReadOptions.defaults();
        for (String name : List.of(
                "bfloat16.npy",
                "deflated.npz",
                "one.safetensors",
                "plain.mat",
                "v73.mat",
                "one.h5",
                "snappy.parquet",
                "gzip.parquet",
                "zstd.parquet",
                "lz4_raw.parquet",
                "uncompressed.parquet",
                "lists.parquet",
                "lists-paged.parquet",
                "lists-fixed.parquet",
                "lists-half.parquet",
                "lists.arrow",
                "lists-file.arrow",
                "lists-fixed.arrow",
                "lists-half.arrow",
                "lists-large.arrow",
                "columns.arrow",
                "index.arrow")) {
            files.add(format(name, options));
        }
        for (String name : List.of("gaps.nc", "scalars.npz", "gaps.parquet", "gaps.arrow", "gaps-fixed.arrow")) {
            files.add(format(name, options.withMissing(Missing.DROP_ROWS)));
        }
        files.add(format("two.npz", options.withDataset("second")));
        files.add(format("packed.mat", options.withDataset("x")));
        files.add(format("several.h5", options.withDataset("/a/chunks")));
        files.add(format("several.h5", options.withDataset("/a/big")));
        for (String dataset : List.of("part", "bool", "chunks", "summed", "packed", "compact")) {
            files.add(format("kinds.h5", options.withDataset(dataset)));
        }
        for (String dataset : List.of("both", "single", "never")) {
            files.add(format("marks.nc", options.withDataset(dataset).withMissing(Missing.DROP_ROWS)));
        }
        files.add(format("index.parquet", options));
        files.add(format("paged.parquet", options));
        files.add(format("types.safetensors", options.withDataset("I16")));
        files.add(format("stored.npz", options.withDataset("acts").withRows(RowList.parse("0,2-4", "rows"))));
        Axes trials = Axes.of(Axis.SAMPLES, Axis.SAMPLES, Axis.VARIABLES);
        Axes means = new Axes(List.of(Axis.DROP, Axis.SAMPLES, Axis.VARIABLES), Where.MEAN);
        files.add(format("cube.npy", options.withAxes(trials)));
        files.add(format("cube.npy", options.withAxes(means).withMissing(Missing.DROP_ROWS)));
    }

    private static SoundFile format(String name, ReadOptions options) {
        return new SoundFile(name, FormatFile.bytes(name), new OfSamples(options));
    }

    /** An .npz whose compressed array is damaged before it is packed: its checksum is right. */
    private static SoundFile npz() {
        byte[] array = npy("<f4", "(24, 4)", 96, true);
        return new SoundFile("packed.npz", array, REFUSE, SoundFiles::zipped);
    }

    private static byte[] zipped(byte[] array) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void texts(List<SoundFile> files) {
        for (List<String> named : SEPARATORS) {
            String name = named.getFirst();
            String separator = named.getLast();
            files.add(text(name + ".csv", PLAIN.replace(",", separator), REFUSE));
            files.add(text(
                    name + "-crlf.csv", "\ufeff" + GAPS.replace(",", separator).replace("\n", "\r\n"), DROP));
        }
        String blanks = "a b c d\n" + PLAIN.replace(",", "  ").replace("\n", " 7\n");
        files.add(
                text("blanks.txt", blanks, new OfSamples(ReadOptions.defaults().withHeader(Header.YES))));
        files.add(text("excel.csv", "sep=;\nx;y\n1,5;2\n-2,25;3\n0,5;-1\n3;4,5\n", REFUSE));
        files.add(text("numpy.txt", "# a b c\n" + PLAIN.replace(",", " "), REFUSE));
        files.add(text("labelled.csv", ",x,y\n0,1,2\n1,4,3\n2,5,7\n3,5,8\n", REFUSE));
        files.add(text("counted.csv", "0,1,2\n4,5,6\n7,9,8\n1,3,2\n", REFUSE));
        files.add(text(
                "marks.csv",
                GAPS,
                new OfSamples(
                        ReadOptions.defaults().withMissing(Missing.DROP_ROWS).withMarks(List.of("6.5", "-")))));
        files.add(new SoundFile("utf16-little.csv", ("\ufeff" + GAPS).getBytes(StandardCharsets.UTF_16LE), DROP));
        files.add(new SoundFile("utf16-big.csv", ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16BE), REFUSE));
        files.add(text("quoted.csv", TABLE, REFUSE));
        files.add(text("quoted.csv", TABLE, DROP));
        files.add(text("matrix.csv", MATRIX, new OfMatrix()));
        files.add(text("labels.csv", "kind\nyes\nno\n\"no\"\n# or\nyes\nno\n", new OfColumn(5)));
        files.add(text("values.csv", "1\n2.5\n-3e2\n4\n5\n", new OfColumn(5)));
        files.add(text("groups.txt", NPLETS, new OfNplets(List.of("hip", "knee", "toe", "tail"))));
        files.add(text("result.csv", RESULT, new OfNplets(List.of("hip", "knee", "toe", "tail"))));
    }

    private static SoundFile text(String name, String text, Reading reading) {
        return new SoundFile(name, text.getBytes(StandardCharsets.UTF_8), reading);
    }

    private static byte[] npy(String descr, String shape, int elements, boolean fortran) {
        return npy(descr, shape, elements, fortran, i -> (i * 7) % 5);
    }

    /** An .npy file of version 1.0 as numpy writes it. */
    private static byte[] npy(String descr, String shape, int elements, boolean fortran, IntUnaryOperator value) {
        String text = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        String padded = text + " ".repeat(117 - text.length()) + "\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        file.writeBytes(padded.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(numbers(descr, elements, value));
        return file.toByteArray();
    }

    private static byte[] numbers(String descr, int elements, IntUnaryOperator value) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int bytes = descr.charAt(2) - '0';
        for (int i = 0; i < elements; i++) {
            int number = value.applyAsInt(i);
            long bits = descr.charAt(1) != 'f'
                    ? number
                    : switch (bytes) {
                        case 2 -> Float.floatToFloat16(number);
                        case 4 -> Float.floatToIntBits(number);
                        default -> Double.doubleToLongBits(number);
                    };
            byte[] little = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bits)
                    .array();
            for (int b = 0; b < bytes; b++) {
                file.write(little[descr.charAt(0) == '<' ? b : bytes - 1 - b]);
            }
        }
        return file.toByteArray();
    }
}
