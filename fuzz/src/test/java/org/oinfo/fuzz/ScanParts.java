package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ResumableScan;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;

/**
 * Journals of small scans and the partial results in them, in parts, and with other contents whose checksums are right: what lies behind a
 * checksum is never reached otherwise. docs/partial-results.md has the fields.
 */
final class ScanParts {
    /** Bytes of a partial result before its body: a name, the version, the length of the body. */
    private static final int LENGTH_AT = Long.BYTES + Integer.BYTES;

    private static final int BODY_AT = LENGTH_AT + Long.BYTES;

    /** Of a journal before the text in its head, and where the length of that is. */
    private static final int TEXT_AT = 24;

    private static final int TEXT_LENGTH_AT = 20;
    /** Of a place before its content: sequence and length. */
    private static final int CONTENT_AT = 2 * Long.BYTES;

    static final int TOP = 4;
    private static final int VARIABLES = 5;
    private static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withTop(TOP).withThreads(1);

    private final byte[] journal;

    ScanParts() throws IOException {
        this.journal = journal(OPTIONS);
    }

    /** The scan whose journals these are. */
    static ResumableScan open(Path journal) {
        return open(journal, OPTIONS);
    }

    private static ResumableScan open(Path journal, OInformationOptions options) {
        double[][] covariance = new double[VARIABLES][VARIABLES];
        for (int i = 0; i < VARIABLES; i++) {
            for (int j = 0; j < VARIABLES; j++) {
                covariance[i][j] = i == j ? 1 : 0.9 / (1 + Math.abs(i - j));
            }
        }
        return OInformation.ofCovariance(covariance, 100, options).scans().resumable(List.of(3), journal);
    }

    /** A journal of the finished scan. */
    byte[] journal() {
        return journal.clone();
    }

    private static byte[] journal(OInformationOptions options) throws IOException {
        Path file = Scratch.file("new.journal", new byte[0]);
        try (ResumableScan scan = open(file, options)) {
            scan.run(Monitor.NONE);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /** Partial results of every level, and by other measures. */
    List<byte[]> partialResults() throws IOException {
        return List.of(
                content(journal),
                content(journal(OPTIONS.withLevel(Level.EXTREMES))),
                content(journal(OPTIONS.withLevel(Level.FULL))),
                content(journal(OPTIONS.withRankBy(Combination.parse("tc")))),
                content(journal(OPTIONS.withRankBy(Combination.parse("delta3")).withLevel(Level.EXTREMES))));
    }

    private static int headEnd(byte[] journal) {
        int text = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).getInt(TEXT_LENGTH_AT);
        return TEXT_AT + text + Integer.BYTES;
    }

    private static byte[] content(byte[] journal) {
        int place = headEnd(journal);
        long length = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).getLong(place + Long.BYTES);
        return Arrays.copyOfRange(journal, place + CONTENT_AT, place + CONTENT_AT + (int) length);
    }

    static byte[] body(byte[] partialResult) {
        return Arrays.copyOfRange(partialResult, BODY_AT, partialResult.length - Integer.BYTES);
    }

    /** A partial result with such a body. */
    byte[] partialResult(byte[] body) {
        ByteBuffer out =
                ByteBuffer.allocate(BODY_AT + body.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(journal, headEnd(journal) + CONTENT_AT, LENGTH_AT)
                .putLong(body.length)
                .put(body);
        return out.putInt(checksum(out.array(), 0, out.position())).array();
    }

    /** A journal of the scan with such a content in its first place. */
    byte[] journalOf(byte[] content) {
        int place = headEnd(journal);
        ByteBuffer out = ByteBuffer.allocate(place + CONTENT_AT + content.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(journal, 0, place).putLong(1).putLong(content.length).put(content);
        return out.putInt(checksum(out.array(), place, out.position() - place)).array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
