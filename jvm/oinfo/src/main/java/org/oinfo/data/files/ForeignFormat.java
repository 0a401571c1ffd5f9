package org.oinfo.data.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import org.oinfo.data.BadInputException;

/** Formats that people have their data in and that are not read: named, each with the line that converts it. */
enum ForeignFormat {
    GZIP("is compressed by gzip; unpack it first: gunzip -k F") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 0x1F, 0x8B);
        }
    },
    BZIP2("is compressed by bzip2; unpack it first: bunzip2 -k F") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 'B', 'Z', 'h') && head.length > 3 && Character.isDigit(head[3]);
        }
    },
    XZ("is compressed by xz; unpack it first: unxz -k F") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 0xFD, '7', 'z', 'X', 'Z', 0);
        }
    },
    ZSTD("is compressed by zstd; unpack it first: unzstd F") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 0x28, 0xB5, 0x2F, 0xFD);
        }
    },
    FEATHER("is a Feather file of the first version; convert it: python -c \"import pandas;"
            + " pandas.read_feather('F').to_parquet('F.parquet')\"") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 'F', 'E', 'A', '1');
        }
    },
    NETCDF_CLASSIC("is a NetCDF file of the classic form; convert it to NetCDF-4: nccopy -k nc4 F F.nc") {
        @Override
        boolean is(byte[] head, String name) {
            boolean known = head.length > 3 && (head[3] == 1 || head[3] == 2 || head[3] == 5);
            return known && starts(head, 'C', 'D', 'F');
        }
    },
    ORC("is an ORC file; convert it: python -c \"import pandas; pandas.read_orc('F').to_parquet('F.parquet')\"") {
        @Override
        boolean is(byte[] head, String name) {
            // A table may have a column of this name.
            return starts(head, 'O', 'R', 'C') && contains(head, "\0");
        }
    },
    TORCH("is a PyTorch file, which holds Python objects; convert it: python -c \"import torch, numpy;"
            + " numpy.save('F.npy', torch.load('F', weights_only=True).float().numpy())\"") {
        @Override
        boolean is(byte[] head, String name) {
            boolean named = name.endsWith(".pt") || name.endsWith(".pth");
            return (starts(head, 'P', 'K', 3, 4) && (contains(head, "/data.pkl") || named))
                    || (starts(head, 0x80, 2) && named);
        }
    },
    EXCEL(
            "is an Excel workbook; convert it: python -c \"import pandas; pandas.read_excel('F').to_csv('F.csv', index=False)\"") {
        @Override
        boolean is(byte[] head, String name) {
            boolean zip = starts(head, 'P', 'K', 3, 4);
            return zip
                    && (contains(head, "xl/workbook.xml")
                            || contains(head, "[Content_Types].xml")
                            || name.endsWith(".xlsx"));
        }
    },
    OLD_EXCEL(
            "is a workbook of Excel 97 to 2003; convert it: python -c \"import pandas; pandas.read_excel('F').to_csv('F.csv', index=False)\"") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        }
    },
    OPEN_DOCUMENT(
            "is an OpenDocument spreadsheet; convert it: python -c \"import pandas; pandas.read_excel('F').to_csv('F.csv', index=False)\"") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 'P', 'K', 3, 4)
                    && (contains(head, "application/vnd.oasis.opendocument") || name.endsWith(".ods"));
        }
    },
    PICKLE("is a Python pickle, which is a program that no reader should run; convert it where you trust it: python -c"
            + " \"import pandas, numpy; numpy.save('F.npy', numpy.asarray(pandas.read_pickle('F')))\"") {
        @Override
        boolean is(byte[] head, String name) {
            return starts(head, 0x80) && head.length > 1 && head[1] >= 2 && head[1] <= 5;
        }
    };

    private static final String PLACE = "F";

    private final String found;

    ForeignFormat(String found) {
        this.found = found;
    }

    /**
     * Whether a file is of this format.
     *
     * @param head its first bytes
     * @param name its name in lower case
     */
    abstract boolean is(byte[] head, String name);

    /**
     * Refuses a file of such a format.
     *
     * @throws BadInputException it is one
     */
    static void refuse(byte[] head, String source) {
        String name = source.toLowerCase(Locale.ROOT);
        for (ForeignFormat format : values()) {
            if (format.is(head, name)) {
                throw new BadInputException("the input must be of a format that is read (docs/formats.md): " + source
                        + ' ' + format.found.replaceAll("\\b" + PLACE + "\\b", Matcher.quoteReplacement(source)));
            }
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, String text) {
        return new String(head, StandardCharsets.ISO_8859_1).contains(text);
    }
}
