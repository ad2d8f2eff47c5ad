package wherein.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wherein account}: everything that might be a mention, and what became of it. */
@Command(
        name = "account",
        description = {
            "Lists every number, number word and capitalised run of the collection as recognised, set aside by a rule,",
            "or unexplained.",
            "",
            "Every parameter of the API's /account is an option here, such as --class unexplained or --doc ID."
        },
        mixinStandardHelpOptions = true)
final class AccountCommand extends TableCommand {

    AccountCommand() {
        super("/account");
    }

    @Override
    List<String> query() {
        return List.of();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "document,start,end,class,rule,surface");
    }
}
