package org.oinfo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.oinfo.data.damaged.Contract;
import org.oinfo.report.page.ResultFile;
import org.oinfo.report.page.ResultPage;
import tools.jackson.databind.JsonNode;

/** Results as JSON, read and made into a page. */
final class ReportTarget implements Target {
    private static final String RESULTS = "jvm/oinfo/src/test/resources/org/oinfo/report/page";
    private static final long LONGEST = 5000;

    @Override
    public boolean read(byte[] input) throws IOException {
        return Contract.isRead(
                input.length,
                () -> {
                    JsonNode result = ResultFile.read(new ByteArrayInputStream(input), "r.json");
                    return (bytes, random) -> {
                        StringWriter page = new StringWriter();
                        ResultPage.write(result, page);
                        String text = page.toString();
                        Contract.require(text.endsWith("</html>\n"), "a whole page", text.length());
                    };
                },
                new SplittableRandom(input.length));
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Targets.REPOSITORY.resolve(RESULTS))) {
            for (Path file : files.sorted().toList()) {
                if (Files.size(file) <= LONGEST) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }
}
