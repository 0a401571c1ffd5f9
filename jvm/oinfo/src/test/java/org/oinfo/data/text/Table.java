package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.Opened;
import org.oinfo.data.options.Header;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;

/** Shorthand of the tests for tables in text. */
record Table(byte[] text, ReadOptions options, ColumnChoice choice) {
    static Table of(String text) {
        return new Table(text.getBytes(StandardCharsets.UTF_8), ReadOptions.defaults(), ColumnChoice.ALL);
    }

    static Table of(byte[] text) {
        return new Table(text, ReadOptions.defaults(), ColumnChoice.ALL);
    }

    Table with(Header header) {
        return new Table(text, options.withHeader(header), choice);
    }

    Table dropping() {
        return new Table(text, options.withMissing(Missing.DROP_ROWS), choice);
    }

    Table marks(String... marks) {
        return new Table(text, options.withMarks(List.of(marks)), choice);
    }

    Table choosing(ColumnChoice columns) {
        return new Table(text, options, columns);
    }

    Samples open() {
        InputStream stdin = new ByteArrayInputStream(text);
        return DataFiles.open("-", options, stdin, choice);
    }

    Table holds(double... values) {
        try (Samples samples = open()) {
            assertThat(Opened.all(samples)).containsExactly(values);
        }
        return this;
    }

    Table named(String... names) {
        try (Samples samples = open()) {
            assertThat(samples.names()).containsExactly(names);
        }
        return this;
    }

    Table warns(String... warnings) {
        try (Samples samples = open()) {
            assertThat(samples.readWarnings().stream().map(w -> w.name().text() + ": " + w.message()))
                    .containsExactly(warnings);
        }
        return this;
    }

    Warning warning() {
        try (Samples samples = open()) {
            assertThat(samples.readWarnings()).hasSize(1);
            return samples.readWarnings().getFirst();
        }
    }

    /** The message, in which FILE stands for the input. */
    void isRefused(String message) {
        assertThatThrownBy(this::open)
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replace("FILE", "standard input"));
    }
}
