package io.swiftcart.stack.cli;

import io.swiftcart.stack.StackFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command's entrance. */
@Command(
        name = "swiftcart",
        description = "Runs SwiftCart on this machine, with real parts and without Docker.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "SwiftCart 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TestCommand.class,
            NativeCommand.class,
            BenchCommand.class,
            TokenCommand.class,
            OrderCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            DlqCommand.class,
            FaultCommand.class
        })
public final class SwiftCart implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new SwiftCart())
                .setExecutionExceptionHandler(SwiftCart::tell)
                .setParameterExceptionHandler(SwiftCart::correct)
                .execute(args);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command is missing.");
        }
    }

    private static int tell(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String sentence =
                failure instanceof StackFailure known
                        ? known.sentence()
                        : "SwiftCart failed unexpectedly: "
                                + failure
                                + "; run it again or look at ./swiftcart logs.";
        command.getErr().println(sentence);
        return 1;
    }

    private static int correct(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        command.usage(command.getErr());
        return 2;
    }
}
