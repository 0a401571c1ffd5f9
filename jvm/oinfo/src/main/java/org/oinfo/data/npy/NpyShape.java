package org.oinfo.data.npy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.oinfo.data.InputFile;

/**
 * The size of a 2-D array in an .npy file, its values unread.
 *
 * @param rows samples
 * @param columns variables
 */
public record NpyShape(int rows, int columns) {
    /**
     * Reads the header of a file and compares it with the file's length.
     *
     * @throws org.oinfo.data.BadInputException it is no .npy of a 2-D array of real numbers, or is damaged
     */
    public static NpyShape of(Path path) {
        try (InputFile input = InputFile.open(path.toString(), InputStream.nullInputStream());
                FileChannel channel = FileChannel.open(input.path(), StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            NpyHeader header =
                    NpyHeader.readMatrix(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena), input.source());
            return new NpyShape(header.rows(), header.columns());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
