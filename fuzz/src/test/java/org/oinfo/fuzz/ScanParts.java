package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.oinfo.data.damaged.Contract;

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

    private final CommandLines commands;
    private final byte[] journal;

    ScanParts(CommandLines commands) throws IOException {
        this.commands = commands;
        this.journal = journal("");
    }

    /** The scan whose journals these are, but for what is asked besides. */
    private String[] words(Path journal, String besides) {
        String[] words = ("scan @data --order 3 --top 4 --threads 1 --backend scalar --resume JOURNAL " + besides)
                .strip()
                .split(" ");
        return Stream.of(words)
                .map(word -> word.equals("JOURNAL") ? journal.toString() : commands.harmless(word))
                .toArray(String[]::new);
    }

    /** Runs the scan with a journal. */
    CommandLines.Ran run(Path journal, String besides) {
        return CommandLines.run(new byte[0], words(journal, besides));
    }

    /** A journal of the finished scan. */
    byte[] journal(String besides) throws IOException {
        Path file = Scratch.file("new.journal", new byte[0]);
        CommandLines.Ran ran = run(file, besides);
        Contract.require(ran.code() == 0, "scanned", ran.err());
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /** Partial results of every level, and by other measures. */
    List<byte[]> partialResults() throws IOException {
        return List.of(
                content(journal),
                content(journal("--level extremes")),
                content(journal("--level full")),
                content(journal("--rank-by tc")),
                content(journal("--rank-by delta3 --ends smallest")));
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
        ByteBuffer out = ByteBuffer.allocate(BODY_AT + body.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(journal, headEnd(journal) + CONTENT_AT, LENGTH_AT).putLong(body.length).put(body);
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
