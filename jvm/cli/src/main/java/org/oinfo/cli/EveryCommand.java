package org.oinfo.cli;

import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.Version;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.cli.typed.Orders;
import org.oinfo.cli.typed.Top;
import org.oinfo.cli.typed.TypedNumber;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Setting up that all commands share, however deep: help and its form, how values are typed and shown. */
final class EveryCommand {
    private static final int WIDTH = 100;

    private EveryCommand() {}

    /** Sets up a command and all below it. */
    static void setUp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage().width(WIDTH).sortOptions(false).abbreviateSynopsis(true);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, OptionGroups::synopsis);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroups::list);
        // A word that begins with @ is a name like any other, not a file of arguments.
        command.setExpandAtFiles(false);
        // A command that takes whatever it is given takes --help, too.
        if (spec.unmatchedArgsBindings().isEmpty()) {
            spec.mixinStandardHelpOptions(true).versionProvider(new Version());
        }
        TypedNumber.register(command);
        command.registerConverter(Orders.class, Orders::of);
        command.registerConverter(Top.class, Top::of);
        command.registerConverter(NpletsFile.class, NpletsFile::new);
        for (ArgSpec option : spec.args()) {
            if (option.type().isEnum()) {
                registerConstants(option.type(), command);
            }
        }
        command.setDefaultValueProvider(new Constants());
        command.getSubcommands().values().forEach(EveryCommand::setUp);
    }

    private static <E> void registerConstants(Class<E> type, CommandLine command) {
        command.registerConverter(type, new LowerCaseEnum<>(type));
    }

    /** Defaults that are constants, as users type them; picocli shows all others by itself. */
    private static final class Constants implements IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec argument) {
            return argument.initialValue() instanceof Enum<?> constant ? LowerCaseEnum.text(constant) : null;
        }
    }
}
