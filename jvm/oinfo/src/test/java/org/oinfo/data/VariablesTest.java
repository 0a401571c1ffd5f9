package org.oinfo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;

class VariablesTest {
    @TempDir
    Path folder;

    @Test
    void columnsThatWereNotChosenKeepTheirNumberAndName() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.csv"), "hip,knee,toe,arm\n1,2,3,x\n2,1,5,x\n4,4,1,x\n3,5,2,x\n5,3,4,x\n");
        try (Samples chosen =
                DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream(), (names, n) ->
                        new int[] {0, 2})) {
            assertThat(chosen.originals()).isEqualTo(4);
            assertThat(chosen.originalNames()).containsExactly("hip", "knee", "toe", "arm");
            assertThat(chosen.names()).containsExactly("hip", "toe");
            Variables variables = OInformation.ofSamples(chosen, OInformationOptions.defaults())
                    .variables();
            assertThat(variables.originals()).isEqualTo(4);
            assertThat(variables.names()).containsExactly("hip", "knee", "toe", "arm");
            assertThat(variables.notChosen()).containsExactly(1, 3);
            assertThat(variables.refusal(new int[] {0, 3}))
                    .isEqualTo("must hold variables that take part: column 3 \"arm\" was not chosen");
        }
    }

    @Test
    void aColumnIsSpeltOneWay() {
        Variables named = new Variables(3, List.of("hip", "knee", "toe"), new int[] {0, 2}, new int[] {1});
        assertThat(named.described(2)).isEqualTo("column 2 \"toe\"");
        assertThat(named.described(new int[] {0, 1})).isEqualTo("column 0 \"hip\", column 1 \"knee\"");
        Variables unnamed = new Variables(7, List.of(), new int[] {0, 1, 2, 3, 4, 5, 6}, new int[0]);
        assertThat(unnamed.described(unnamed.columns()))
                .isEqualTo("column 0, column 1, column 2, column 3, column 4 and 2 more");
    }
}
