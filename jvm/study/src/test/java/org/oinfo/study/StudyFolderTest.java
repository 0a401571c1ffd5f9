package org.oinfo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.study.result.Training;
import tools.jackson.core.type.TypeReference;

class StudyFolderTest {
    private static final TypeReference<Training> TRAINING = new TypeReference<>() {};
    private static final Training FOUND = new Training(1, List.of(new Training.Epoch(1, 0.1 + 0.2, 0.9)), 0.1, 0.9);

    @TempDir
    private Path parent;

    @Test
    void aFinishedStageIsNotRepeatedUntilWhatItDependsOnChanges() throws Exception {
        int[] worked = {0};
        StudyFolder.Work<Training> work = () -> {
            worked[0]++;
            return FOUND;
        };
        try (StudyFolder folder = StudyFolder.open(parent.resolve("study"))) {
            Path file = folder.network(1).resolve("training.json");
            for (float rate : new float[] {0.001f, 0.001f, 0.002f}) {
                assertThat(folder.once(file, Map.of("rate", rate), TRAINING, work))
                        .isEqualTo(FOUND);
            }
            folder.saveSettings(StudySettings.quick());
            assertThat(worked[0]).isEqualTo(2);
            assertThat(folder.finished(file, Map.of("rate", 0.001f), TRAINING)).isEmpty();
            assertThat(folder.seconds()).containsOnlyKeys("training");
        }
        try (StudyFolder again = StudyFolder.open(parent.resolve("study"))) {
            Path file = again.network(1).resolve("training.json");
            assertThat(again.once(file, Map.of("rate", 0.002f), TRAINING, work)).isEqualTo(FOUND);
            assertThat(worked[0]).isEqualTo(2);
        }
    }

    @Test
    void aStageThatFailsLeavesNothing() throws Exception {
        try (StudyFolder folder = StudyFolder.open(parent.resolve("study"))) {
            Path file = folder.network(1).resolve("training.json");
            assertThatThrownBy(() -> folder.once(file, 1, TRAINING, () -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aDamagedFindingIsFoundAnew() throws Exception {
        try (StudyFolder folder = StudyFolder.open(parent.resolve("study"))) {
            Path file = Files.writeString(folder.network(1).resolve("training.json"), "{\"depends_on\": 1, \"fou");
            assertThat(folder.once(file, 1, TRAINING, () -> FOUND)).isEqualTo(FOUND);
            assertThat(folder.finished(file, 1, TRAINING)).contains(FOUND);
        }
    }

    @Test
    void settingsComeBackAsTheyWere() throws Exception {
        StudySettings settings = StudySettings.quick();
        Path study = parent.resolve("study");
        assertThat(StudyFolder.settings(study, StudySettings.class)).isEmpty();
        try (StudyFolder folder = StudyFolder.open(study)) {
            folder.saveSettings(settings);
        }
        assertThat(StudyFolder.settings(study, StudySettings.class)).contains(settings);
        Path file = Files.writeString(study.resolve("settings.json"), "{\"train\": 3}");
        assertThatThrownBy(() -> StudyFolder.settings(study, StudySettings.class))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("the settings of a study must be as oinfo wrote them: " + file + " is not (")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFolderIsAStudysOwn() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "x");
        assertThatThrownBy(() -> StudyFolder.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a study must have a folder: " + file + " is a file; name another");
        assertThatThrownBy(() -> StudyFolder.open(parent))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a study must have a folder of its own: " + parent
                        + " holds other files and no settings.json; name an empty or a new one");
        Path shared = parent.resolve("study");
        try (StudyFolder one = StudyFolder.open(shared)) {
            assertThat(one.path()).isEqualTo(shared);
            assertThatThrownBy(() -> StudyFolder.open(shared))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage("one process at a time must work in the folder of a study: another works in " + shared
                            + "; wait for it, or name another folder");
        }
    }

    @Test
    void aFileIsWholeOrAsItWas() throws Exception {
        Path file = Files.writeString(parent.resolve("result.json"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('h');
                    out.flush();
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written")
                .hasRootCauseMessage("No space left on device");
        assertThat(file).hasContent("before");
        WholeFile.write(file, out -> out.write('x'));
        assertThat(file).hasContent("x");
        try (var files = Files.list(parent)) {
            assertThat(files).containsExactly(file);
        }
    }
}
