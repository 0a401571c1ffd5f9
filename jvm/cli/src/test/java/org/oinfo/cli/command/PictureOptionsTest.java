package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** {@code --report} and {@code --plot}: the same result as the output, whole or not at all. */
class PictureOptionsTest {
    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String data() throws IOException {
        return TestData.write(folder, "x.csv", "a,b,c,d,e,f\n" + TestData.samples(60));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Document parsed(String svg) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void thePageAndThePictureAreThoseOfTheSavedResult() throws Exception {
        Command scan = Command.run(
                "scan",
                data(),
                "--level",
                "full",
                "--quiet",
                "--format",
                "json",
                "--report",
                file("r.html"),
                "--plot",
                file("r.svg"));
        assertThat(scan.code()).as(scan.err()).isZero();
        String saved = TestData.write(folder, "r.json", scan.out());
        Command report = Command.run("report", saved, "--out", file("again.html"), "--plot", file("again.svg"));
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(folder.resolve("r.html")).hasSameTextualContentAs(folder.resolve("again.html"));
        assertThat(folder.resolve("r.svg")).hasSameTextualContentAs(folder.resolve("again.svg"));
        assertThat(parsed(Files.readString(folder.resolve("r.svg")))
                        .getElementsByTagName("text")
                        .getLength())
                .isGreaterThan(10);
        assertThat(Command.run("report", saved, "--plot", file("alone.svg")).out())
                .isEmpty();
    }

    /** Every number of a search's path, read back from the places of its points. */
    @Test
    void aPathIsDrawnToScale() throws Exception {
        Command.run(
                "simulate", "synergistic", "--variables", "8", "--samples", "60", "--out", file("p.csv"), "--quiet");
        Command search = Command.run(
                "search",
                file("p.csv"),
                "--starts",
                "1",
                "--max-order",
                "5",
                "--ends",
                "redundant",
                "--quiet",
                "--format",
                "csv",
                "--plot",
                file("s.svg"));
        assertThat(search.code()).as(search.err()).isZero();
        List<double[]> points = Pattern.compile(
                        "<circle cx=\"([\\d.]+)\" cy=\"([\\d.]+)\" r=\"3\"[^>]*><title>[^<]*: ([^ <]+)<")
                .matcher(Files.readString(folder.resolve("s.svg")))
                .results()
                .map(PictureOptionsTest::numbers)
                .toList();
        assertThat(points).hasSize(3);
        double perNat = (points.get(1)[1] - points.get(0)[1]) / (points.get(1)[2] - points.get(0)[2]);
        double perOrder = points.get(1)[0] - points.get(0)[0];
        assertThat(perNat).isNegative();
        assertThat(points.get(2)[1])
                .isCloseTo(points.get(0)[1] + perNat * (points.get(2)[2] - points.get(0)[2]), within(0.5));
        assertThat(points.get(2)[0] - points.get(1)[0]).isCloseTo(perOrder, within(0.1));
    }

    private static double[] numbers(MatchResult found) {
        return new double[] {
            Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)), Double.parseDouble(found.group(3))
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null DATA --surrogates 19 | surrogates, p = 0.05",
                "curve DATA --sizes 20,40 --repeats 2 | samples, smallest",
                "bootstrap DATA --nplets NPLETS --resamples 50 | 95 % intervals",
                "measures DATA --nplets NPLETS | O-information of each n-plet",
                "gradients DATA --nplets NPLETS | gradient of the O-information",
                "resample DATA --resamples 50 | other data sets",
                "scan DATA --window 30 --step 15 --format json | ",
            })
    void everyKindHasAPicture(String command, String shown) throws Exception {
        String typed =
                command.replace("DATA", data()).replace("NPLETS", TestData.write(folder, "n.txt", "0,1,3\n1,2,3\n"));
        Command made = Command.run((typed + " --quiet --plot " + file("p.svg")).split(" "));
        if (shown == null) {
            assertThat(made.code()).isEqualTo(2);
            assertThat(made.err()).startsWith("oinfo: --report and --plot must not be given with --window");
            assertThat(folder.resolve("p.svg")).doesNotExist();
            return;
        }
        assertThat(made.code()).as(made.err()).isZero();
        String text = parsed(Files.readString(folder.resolve("p.svg")))
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains(shown.split(", "));
    }

    @Test
    void aPngHasBothColoursOnWhite() throws IOException {
        Command scan = Command.run("scan", data(), "--level", "full", "--quiet", "--plot", file("r.PNG"));
        assertThat(scan.code()).as(scan.err()).isZero();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("r.PNG"))));
        assertThat(image.getWidth()).isEqualTo(2 * 920);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(pixels).contains(0xff2166ac, 0xffb2182b);
        assertThat(pixels[0]).isEqualTo(0xffffffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.pdf", "r", ".svg/"})
    void anotherFormIsRefusedBeforeAnything(String name) throws IOException {
        Command scan = Command.run("scan", file("absent.csv"), "--plot", file(name));
        assertThat(scan.code()).isEqualTo(2);
        assertThat(scan.out()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void filesAreNotWrittenOverEachOtherOrTheData() throws IOException {
        String data = data();
        Command twice = Command.run("scan", data, "--out", file("r"), "--report", folder + "/./r");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err())
                .isEqualTo("oinfo: --out, --report and --plot must be different files: " + folder
                        + "/./r is given twice; choose another name\n");
        Command over = Command.run("scan", data, "--report", data);
        assertThat(over.code()).isEqualTo(2);
        assertThat(over.err()).startsWith("oinfo: --report must not be the input: both are " + data);
        assertThat(files()).containsExactly(Path.of(data));
    }

    @Test
    void nothingIsWrittenWhereThereIsSomethingToWarnOfAndThatIsStrict() throws IOException {
        Command scan = Command.run("scan", data(), "--strict", "--report", file("r.html"), "--plot", file("r.svg"));
        assertThat(scan.code()).isEqualTo(2);
        assertThat(files()).hasSize(1);
    }
}
