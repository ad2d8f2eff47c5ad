package wherein.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wherein mentions}: every mention of a country, a person, a number or a date. */
@Command(
        name = "mentions",
        description = {
            "Lists every mention of a country, a person, a number or a date.",
            "",
            "Every parameter of the API's /mentions is an option here, such as --id Georgia, --type figure or",
            "--mention.value '>=100000'; a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class MentionsCommand extends TableCommand {

    @Mixin
    private QueryWords words = new QueryWords();

    MentionsCommand() {
        super("/mentions");
    }

    @Override
    List<String> query() {
        return words.all();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "document,start,end,type,id,surface");
    }
}
