package org.oinfo.cli.picture;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.report.Report;
import org.oinfo.report.ReportFormat;
import org.oinfo.report.page.ResultPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page and the picture of a result, each of which appears under its name only when it is complete. */
public final class Pictures implements AutoCloseable {
    private final @Nullable OutputFile page;
    private final @Nullable OutputFile picture;
    private final boolean png;

    Pictures(@Nullable String report, @Nullable String plot, boolean png, List<String> inputs) {
        this.page = report == null ? null : OutputFile.beside("--report", report, inputs);
        this.picture = plot == null ? null : OutputFile.beside("--plot", plot, inputs);
        this.png = png;
    }

    /** Writes what was asked for. It is drawn from the JSON, and so shows what {@code oinfo report} shows of that. */
    public void write(List<Report> reports) throws IOException {
        if (page != null || picture != null) {
            StringWriter json = new StringWriter();
            ReportFormat.JSON.write(reports, json);
            write(new JsonMapper().readTree(json.toString()));
        }
    }

    /** Writes what was asked for of a saved result. */
    public void write(JsonNode result) throws IOException {
        if (page != null) {
            page.write(writer -> ResultPage.write(result, writer));
        }
        if (picture != null && png) {
            StringWriter svg = new StringWriter();
            ResultPage.picture(result, svg);
            picture.writeBytes(stream -> Png.write(svg.toString(), stream));
        } else if (picture != null) {
            picture.write(writer -> ResultPage.picture(result, writer));
        }
    }

    /** Without {@link #write} nothing remains. */
    @Override
    public void close() throws IOException {
        try {
            if (page != null) {
                page.close();
            }
        } finally {
            if (picture != null) {
                picture.close();
            }
        }
    }
}
