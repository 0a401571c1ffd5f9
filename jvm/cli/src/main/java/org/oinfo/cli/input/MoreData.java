package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.cli.typed.OptionGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** Data besides the first, for commands that take several. */
@OptionGroup(OptionGroup.DATA)
public final class MoreData implements DataParameters {
    /** An annotation would not do: it may not leave the first parameter to others. */
    private final PositionalParamSpec paths = PositionalParamSpec.builder()
            .index("1..*")
            .arity("0..*")
            .paramLabel("DATA")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("more data: a result for each, or one of all their rows with --stack")
            .build();

    @Option(names = "--stack", description = "take the rows of all DATA, which have the same columns, for one data set")
    private boolean stack;

    @Override
    public void addTo(CommandSpec command) {
        command.addPositional(paths);
    }

    @Override
    public List<List<String>> sets(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        List<String> more = paths.getValue();
        if (more != null) {
            all.addAll(more);
        }
        return stack ? List.of(all) : all.stream().map(List::of).toList();
    }
}
