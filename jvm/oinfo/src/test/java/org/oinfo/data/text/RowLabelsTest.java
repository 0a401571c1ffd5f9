package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;

/** A first column that labels rows is no variable. */
class RowLabelsTest {
    private static final String NAMELESS =
            "index-column: column 0 \"Unnamed: 0\", which has no name and counts the rows from ";

    private static ColumnChoice listed(int... columns) {
        return new ColumnChoice() {
            @Override
            public int[] choose(List<String> names, int variables) {
                return columns;
            }

            @Override
            public boolean isListed() {
                return true;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",a,b\n0,5,1\n1,6,3\n2,7,5\n",
                "Unnamed: 0,a,b\n0,5,1\n1,6,3\n2,7,5\n",
                "# made by pandas\n;a;b\n0;5;1\n1;6;3\n2;7;5\n",
                "\ta\tb\n0\t5\t1\n1\t6\t3\n2\t7\t5\n",
            })
    void aColumnWithoutANameThatCounts(String text) {
        Table.of(text).holds(5, 1, 6, 3, 7, 5).named("a", "b").warns(NAMELESS + "0 to 2, was left out");
    }

    @Test
    void numericNamesBesideIt() {
        Table table = Table.of(",0,1\n0,5,1\n1,6,3\n2,7,5\n");
        table.holds(5, 1, 6, 3, 7, 5).named("0", "1");
        try (Samples samples = table.open()) {
            assertThat(samples.columns()).containsExactly(1, 2);
            assertThat(samples.originals()).isEqualTo(3);
            assertThat(samples.readWarnings().stream().map(Warning::name))
                    .containsExactly(Warning.Name.INDEX_COLUMN, Warning.Name.HOW_READ);
            assertThat(samples.readWarnings().getFirst().data()).isEqualTo(Map.of("column", 0, "from", 0L));
        }
    }

    /** As R's write.csv quotes names and labels. */
    @Test
    void labelsFromOneInQuotes() {
        Table.of("\"\",\"a\",\"b\"\n\"1\",5,1\n\"2\",6,3\n\"3\",7,5\n").holds(5, 1, 6, 3, 7, 5);
        Table.of(",a,b\n1,5,1\n2,6,3\n3,7,5\n").warns(NAMELESS + "1 to 3, was left out");
        Table.of("\"\",\"a\",\"b\"\n\"5\",5,1\n\"17\",6,3\n\"4\",7,5\n")
                .holds(5, 1, 6, 3, 7, 5)
                .warns("index-column: column 0 \"Unnamed: 0\", which has no name and labels the rows, was left out");
    }

    /** As R's write.table leaves the header one field short. */
    @Test
    void labelsThatTheHeaderDoesNotCount() {
        String label = "index-column: the field before the first named column";
        Table.of("\"a\" \"b\"\n\"1\" 5 1\n\"2\" 6 3\n\"3\" 7 5\n")
                .holds(5, 1, 6, 3, 7, 5)
                .named("a", "b")
                .warns(label + " labels the rows, was left out");
        Table.of("a\tb\ns1\t5\t1\ns2\t6\t3\ns3\t7\t5\n").holds(5, 1, 6, 3, 7, 5);
        Table.of("a b\n1 5 1\n2 6 3\n3 7 5\n")
                .holds(5, 1, 6, 3, 7, 5)
                .warns(label + " counts the rows from 1 to 3, was left out");
        Table.of(" 0 1\n0 5 1\n1 6 3\n2 7 5\n").holds(5, 1, 6, 3, 7, 5).named("0", "1");
        Table.of("a,b\ns1,5,1\ns2,6,NA\ns3,6,3\ns4,7,5\n").dropping().holds(5, 1, 6, 3, 7, 5);
        Table.of("a,b\n0.5,5,1\n0.6,6,3\n0.7,7,5\n")
                .isRefused("every row must have as many fields as the first: FILE has 3 at line 2, expected 2"
                        + " (separator comma); correct that line, or what stands above it: a name for each column,"
                        + " nothing else");
        Table.of("a,b\n1,5,\n2,6,\n3,7,\n")
                .isRefused("every row must have as many fields as the first: FILE has 3 at line 2, expected 2"
                        + " (separator comma); correct that line, or what stands above it: a name for each column,"
                        + " nothing else");
    }

    @Test
    void wordsInAColumnWithoutAName() {
        Table.of(",a,b\nx,5,1\ny,6,3\nx,7,5\n")
                .holds(5, 1, 6, 3, 7, 5)
                .warns("index-column: column 0 \"Unnamed: 0\", which has no name and labels the rows, was left out");
    }

    @Test
    void rowsLeftOutAreCountedToo() {
        Table.of(",a,b\n0,5,1\n1,NA,3\n2,6,3\n3,7,5\n").dropping().holds(5, 1, 6, 3, 7, 5);
    }

    @Test
    void whatDoesNotCountIsNotGuessed() {
        String remedy = " was expected; name it if it is a variable, or leave column 0 out with ColumnSelection.select";
        String must = "a first column without a name must number the rows from 0 or 1: FILE has ";
        Table.of(",a,b\n0,5,1\n1,6,3\n3,7,5\n").isRefused(must + "3 at line 4 where 2" + remedy);
        Table.of(",a,b\n0.5,5,1\n1,6,3\n3,7,5\n").isRefused(must + "0.5 at line 2 where 0" + remedy);
        Table.of("Unnamed: 0,a,b\n4,5,1\n7,6,3\n8,7,5\n").isRefused(must + "4 at line 2 where 0" + remedy);
    }

    @Test
    void aListOfColumnsOverrides() {
        Table table = Table.of(",a,b\n0,5,1\n1,6,3\n2,7,5\n");
        table.choosing(listed(0, 2))
                .holds(0, 1, 1, 3, 2, 5)
                .named("Unnamed: 0", "b")
                .warns();
        table.choosing(listed(1, 2)).holds(5, 1, 6, 3, 7, 5).warns();
        table.choosing((names, n) -> new int[] {1, 2}).holds(5, 1, 6, 3, 7, 5).warns();
    }

    @Test
    void aColumnWithANameIsAVariableThoughItCounts() {
        String said = " and was read as a variable";
        Table.of("id,a\n0,5\n1,6\n2,7\n")
                .holds(0, 5, 1, 6, 2, 7)
                .warns("how-read: column 0 \"id\" counts the rows from 0 to 2" + said);
        Table.of("1,5\n2,6\n3,7\n")
                .holds(1, 5, 2, 6, 3, 7)
                .warns("how-read: column 0 counts the rows from 1 to 3" + said);
        Table.of("id,a\n0,5\n1,6\n3,7\n").warns();
        Table.of("a,id\n5,0\n6,1\n8,2\n").warns();
        Table.of("id,a\n0,5\n1,6\n2,7\n").choosing(listed(0, 1)).warns();
    }
}
