package wherein.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code wherein completion}: a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = {
            "Prints a script for the completion of commands and options.",
            "",
            "In bash: source <(wherein completion bash). In zsh the same with zsh; put the line into .bashrc or .zshrc."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    /** What the script looks like in both: picocli's asks the shell which one it is. */
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UserException {
        if (!SHELLS.contains(shell)) {
            throw new UserException(
                    "there is no completion for \"" + shell + "\"; expected " + String.join(" or ", SHELLS));
        }
        CommandLine all = spec.parent().commandLine();
        ParameterOptions.declare(all);
        Terminal terminal = main.terminal();
        terminal.out().print(AutoComplete.bash(all.getCommandName(), all));
        terminal.out().flush();
        return Main.FOUND;
    }
}
