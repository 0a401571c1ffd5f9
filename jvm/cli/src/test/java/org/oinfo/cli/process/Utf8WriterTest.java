package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8WriterTest {
    /** Characters of one to four bytes, cut wherever pieces end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 65_535, 65_536, 65_537, 100_001})
    void bytesAreThoseOfTheTextHoweverItIsCut(int piece) throws IOException {
        String text = "a\u00e9\u20ac\ud83d\ude00b".repeat(40_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Utf8Writer writer = new Utf8Writer(out);
        for (int from = 0; from < text.length(); from += piece) {
            String part = text.substring(from, Math.min(text.length(), from + piece));
            if (from / piece % 2 == 0) {
                writer.write(part);
            } else {
                writer.write(part.toCharArray());
            }
        }
        writer.flush();
        assertThat(out.toByteArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
