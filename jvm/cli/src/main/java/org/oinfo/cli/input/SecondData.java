package org.oinfo.cli.input;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The data set that the first is compared with. */
public final class SecondData implements DataParameters {
    private final PositionalParamSpec path = PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .required(true)
            .paramLabel("DATA2")
            .type(String.class)
            .description("the data set it is compared with: the same columns, any number of rows")
            .build();

    @Override
    public void addTo(CommandSpec command) {
        command.addPositional(path);
    }

    /** One analysis of both. */
    @Override
    public List<List<String>> sets(String first) {
        return List.of(List.of(first, path()));
    }

    /** Its file. */
    public String path() {
        return path.getValue();
    }
}
