package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;
import org.oinfo.data.Samples;
import org.oinfo.data.Sha256;
import org.oinfo.data.Variables;
import org.oinfo.data.files.OneColumn;

/** Text in UTF-8 and marked UTF-16 is read; other bytes are refused where they are, in every reader of text. */
class EncodingTest {
    private static final String ICONV = "; convert it with 'iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW'"
            + " (after -f the encoding it was saved in)";

    @TempDir
    Path folder = Path.of("");

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsUnicodeThatSaysSo(String charset) {
        byte[] text = bytes(
                "\uFEFFgr\u00F6\u00DFe,\uD83E\uDDE0,\u65E5\u672C\n1,2,3\n4,5,6\n7,8,10\n", Charset.forName(charset));
        Table table = Table.of(text);
        table.named("gr\u00F6\u00DFe", "\uD83E\uDDE0", "\u65E5\u672C").holds(1, 2, 3, 4, 5, 6, 7, 8, 10);
        try (Samples samples = table.open()) {
            assertThat(samples.checksum()).isEqualTo(Sha256.of(text));
        }
    }

    /** More than the blocks in which text is decoded hold, with characters of every length across their bounds. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsLongUnicode(String charset) {
        StringBuilder text = new StringBuilder("\uFEFFa,b,note\n");
        double[] expected = new double[20_000];
        for (int i = 0; i < 10_000; i++) {
            text.append(i)
                    .append(',')
                    .append(-i)
                    .append(",x\uD83E\uDDE0\u65E5\u00F6".repeat(1 + i % 3))
                    .append('\n');
            expected[2 * i] = i;
            expected[2 * i + 1] = -i;
        }
        String rows = text.toString().replace("\u00F6,x", "\u00F6x");
        Table.of(bytes(rows, Charset.forName(charset)))
                .choosing((names, n) -> new int[] {0, 1})
                .holds(expected);
    }

    private static void refusedAt(byte[] text, String found) {
        assertThatThrownBy(() -> Table.of(text).open())
                .isInstanceOf(BadInputException.class)
                .hasMessage("text must be UTF-8: standard input has the byte " + found + ", which is not" + ICONV);
    }

    @Test
    void otherBytesAreRefusedWhereTheyAre() {
        refusedAt(bytes("1,2\n3,4\n5\u00B5,6\n", StandardCharsets.ISO_8859_1), "0xB5 at line 3 (byte offset 9)");
        refusedAt(
                bytes("gr\u00F6\u00DFe,b\n1,2\n3,4\n5,6\n", StandardCharsets.ISO_8859_1),
                "0xF6 at line 1 (byte offset 2)");
        refusedAt(bytes("# f\u00FCr\r\na,b\r\n1,2\r\n", StandardCharsets.ISO_8859_1), "0xFC at line 1 (byte offset 3)");
        refusedAt(
                bytes("a,b\r\n1,2\r\n3,4\r\n# f\u00FCr\r\n", StandardCharsets.ISO_8859_1),
                "0xFC at line 4 (byte offset 18)");
        refusedAt(bytes("a,b\r1,2\r3,\u00804\r", StandardCharsets.ISO_8859_1), "0x80 at line 3 (byte offset 10)");
        String rows = "1,2\n".repeat(200_000);
        refusedAt(bytes(rows + "\u00E9\n", StandardCharsets.ISO_8859_1), "0xE9 at line 200001 (byte offset 800000)");
    }

    @Test
    void aCharacterThatIsCutShort() {
        byte[] text = bytes("a,b\n1,2\n3,4\n5,6\n# \u65E5", StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(text, text.length - 1);
        assertThatThrownBy(() -> Table.of(cut).open())
                .hasMessage(
                        "text must be UTF-8: standard input ends within a character, at byte offset 20; it may be cut"
                                + " short, or " + ICONV.substring(2));
    }

    @ParameterizedTest
    @CsvSource({
        "FFFE31002C0032000A0000D8330034, has half a character at line 2 (byte offset 12)",
        "FEFF0031002C0032000ADC00, has half a character at line 2 (byte offset 10)",
        "FEFF0031002C003200, ends within a character at line 1 (byte offset 8)",
        "FEFF0031002CD83E, ends within a character at line 1 (byte offset 8)",
    })
    void damagedUtf16(String hex, String found) {
        Table.of(HexFormat.of().parseHex(hex))
                .isRefused(
                        "text that begins as UTF-16 must be UTF-16 to its end: FILE " + found + "; save it as UTF-8");
    }

    @Test
    void nulIsNamed() {
        String nul =
                "; it is no text, or is damaged, or is UTF-16 without a byte order mark: convert it with 'iconv -f ";
        String end = " -t UTF-8 FILE > NEW' (after -f the encoding it was saved in)";
        assertThatThrownBy(() -> Table.of("a,b\n1,2\n3,\0004\n").open())
                .hasMessage("text must not hold NUL: standard input has one at line 3 (byte offset 10)" + nul
                        + "UTF-16BE" + end);
        assertThatThrownBy(() ->
                        Table.of(bytes("1,2\n3,4\n", StandardCharsets.UTF_16LE)).open())
                .hasMessage("text must not hold NUL: standard input has one at line 1 (byte offset 1)" + nul
                        + "UTF-16LE" + end);
    }

    @Test
    void controlCharactersAreNoBlanks() {
        for (String c : new String[] {"\f", "\u000B", "\u001C", "\u0085", "\u0001", "\u2028"}) {
            Table.of("1,2\n3,4\n" + c + "5,6\n7,8\n")
                    .isRefused("every value must be a number: FILE has \"?"
                            + "5\" at line 3, column 0 (columns count from 0); correct it, or leave that column out");
        }
    }

    @Test
    void theOtherReadersOfText() throws IOException {
        Path labels = Files.write(folder.resolve("labels.csv"), bytes("sch\u00F6n\nx\n", StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> OneColumn.read(labels.toString(), 2))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "text must be UTF-8: " + labels + " has the byte 0xF6 at line 1 (byte offset 3)");
        Path groups = Files.write(
                folder.resolve("groups.txt"), bytes("0,1\ngr\u00F6\u00DFe;b\n", StandardCharsets.ISO_8859_1));
        Variables variables = new Variables(3, List.of("gr\u00F6\u00DFe", "b", "c"), new int[] {0, 1, 2}, new int[0]);
        try (InputFile input = InputFile.open(groups.toString(), new ByteArrayInputStream(new byte[0]))) {
            assertThatThrownBy(() -> NpletFile.read(input, variables))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(
                            "text must be UTF-8: " + groups + " has the byte 0xF6 at line 2 (byte offset 6)");
        }
        Path wide = Files.write(
                folder.resolve("wide.txt"), bytes("\uFEFF0,1\ngr\u00F6\u00DFe;c\n", StandardCharsets.UTF_16LE));
        try (InputFile input = InputFile.open(wide.toString(), new ByteArrayInputStream(new byte[0]))) {
            assertThat(NpletFile.read(input, variables)).containsExactly(new int[] {0, 1}, new int[] {0, 2});
        }
    }

    /** Any bytes: the check agrees with the platform's decoder, whatever the pieces. */
    @Test
    void agreesWithTheDecoder() {
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] alphabet = HexFormat.of().parseHex("412080BFC0C1C2DFE0A09FE1ECED9FA0EEEFF0908FF18FF4F5FF");
        int sound = 0;
        for (int trial = 0; trial < 200_000; trial++) {
            byte[] text = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? 24 : 5)];
            for (int i = 0; i < text.length; i++) {
                text[i] = alphabet[random.nextInt(alphabet.length)];
            }
            Utf8Check check = new Utf8Check();
            int cut = random.nextInt(text.length + 1);
            boolean passed = check.firstWrong(text, 0, cut) == Utf8Check.SOUND
                    && check.firstWrong(text, cut, text.length) == Utf8Check.SOUND;
            boolean expected = decodes(text);
            assertThat(passed && check.isComplete())
                    .as("seed %d trial %d", seed, trial)
                    .isEqualTo(expected);
            sound += expected ? 1 : 0;
        }
        assertThat(sound).isGreaterThan(1000);
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
