package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.study.result.LayerLandscape.Activation;

class CaptureTest {
    private static final String HEADER = "file,layer,activation,width,description\n";
    private static final String ONE = "a.npy,layer1,post,2,neurons\n";

    @TempDir
    Path folder;

    private void floats(String name, int rows, int columns) throws IOException {
        try (NpyWriter writer = NpyWriter.open(folder.resolve(name), NpyWriter.Type.F4, rows, columns)) {
            writer.write(new float[rows * columns], rows * columns);
            writer.commit();
        }
    }

    private Path index(String text) throws IOException {
        return Files.writeString(folder.resolve("index.csv"), text);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Capture.open(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void layersAreInTheOrderOfTheIndexAndFoundByName() throws IOException {
        floats("a.npy", 4, 2);
        floats("b.npy", 4, 3);
        index(HEADER + "b.npy,first,pre,3,\"in, words\"\n" + ONE);
        Capture capture = Capture.open(folder);
        assertThat(capture.layers())
                .containsExactly(
                        new CapturedLayer("b.npy", "first", Activation.PRE, 3, "in, words"),
                        new CapturedLayer("a.npy", "layer1", Activation.POST, 2, "neurons"));
        assertThat(capture.images()).isEqualTo(4);
        assertThat(capture.labels()).isEmpty();
        assertThat(capture.layer("first", Activation.PRE).file()).isEqualTo("b.npy");
        assertThatThrownBy(() -> capture.layer("first", Activation.POST))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a layer must be one of the capture " + folder + ", first pre, layer1 post: found first post");
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        Path absent = folder.resolve("none");
        assertThatThrownBy(() -> Capture.open(absent))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a capture must be a folder: " + absent + " does not exist; check the path");
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Capture.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a capture must be a folder: " + file + " is a file; name the folder it is in");
    }

    @Test
    void aCaptureWithoutItsIndexIsUnfinished() throws IOException {
        floats("a.npy", 4, 2);
        refused("a capture must be complete: " + folder
                + " has no index.csv, which is written last; capture again, or check the path");
    }

    @Test
    void anIndexWithoutLayersIsRefused() throws IOException {
        Path index = index(HEADER);
        refused("a capture must have layers: " + index + " lists none; capture again");
        index("");
        refused("a capture must have layers: " + index + " lists none; capture again");
    }

    @Test
    void anotherHeaderIsRefused() throws IOException {
        Path index = index("file,layer,width,description\na.npy,layer1,2,x\n");
        refused("the first line must be file,layer,activation,width,description: " + index
                + " has \"file,layer,width,description\" at line 1; capture again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.npy,layer1,post,2 | a line must have 5 fields | a.npy,layer1,post,2",
                "b.npy,layer1,post,2,x | a layer must be in a file of the folder | b.npy",
                "../a.npy,layer1,post,2,x | a layer must be in a file of the folder | ../a.npy",
                ",layer1,post,2,x | a layer must be in a file of the folder | ''",
                "a.npy,,post,2,x | a layer must have a name | ''",
                "a.npy,layer1,POST,2,x | an activation must be one of post, pre, sum, logits, softmax, pixels | POST",
                "a.npy,layer1,post,two,x | a width must be a number from 1 | two",
                "a.npy,layer1,post,0,x | a width must be a number from 1 | 0",
                "a.npy,other,post,2,x | a layer's activation must be listed once | other"
            })
    void aBadLineIsRefused(String line, String must, String found) throws IOException {
        floats("a.npy", 4, 2);
        Path index = index(HEADER + "a.npy,other,post,2,x\n" + line + "\n");
        refused(must + ": " + index + " has \"" + found + "\" at line 3; capture again");
    }

    @Test
    void aFileOfAnotherWidthIsRefused() throws IOException {
        floats("a.npy", 4, 3);
        index(HEADER + ONE);
        refused("a layer must be as wide as the index says: " + folder.resolve("a.npy")
                + " has 3 columns, index.csv says 2; capture again");
    }

    @Test
    void layersOfDifferentImagesAreRefused() throws IOException {
        floats("a.npy", 4, 2);
        floats("b.npy", 5, 2);
        index(HEADER + ONE + "b.npy,layer2,post,2,x\n");
        refused("layers must answer to the same images: " + folder.resolve("b.npy")
                + " has 5 rows, a.npy has 4; capture again");
    }

    @Test
    void labelsThatAreNoClassesAreRefused() throws IOException {
        floats("a.npy", 4, 2);
        index(HEADER + ONE);
        Path labels = folder.resolve("labels.npy");
        try (NpyWriter writer = NpyWriter.open(labels, 4)) {
            writer.write(new double[] {0, 3, 1.5, -1}, 4);
            writer.commit();
        }
        Capture capture = Capture.open(folder);
        assertThatThrownBy(capture::labels)
                .isInstanceOf(BadInputException.class)
                .hasMessage("labels must be whole numbers from 0: " + labels
                        + " has 1.5 at row 2 (from 0); number the classes");
        floats("labels.npy", 5, 1);
        assertThatThrownBy(capture::labels)
                .isInstanceOf(BadInputException.class)
                .hasMessage("a value must be given for each sample: " + labels
                        + " has 5, the data 4; give files that belong together");
    }
}
