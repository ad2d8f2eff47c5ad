package wherein.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wherein figures}: every figure of one unit. */
@Command(
        name = "figures",
        description = {
            "Lists every figure of one unit, such as --unit people, with the sentence it stands in.",
            "",
            "Every parameter of the API's /figures/table is an option here, such as --sort value or --source NAME;",
            "a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class FiguresCommand extends TableCommand {

    @Mixin
    private QueryWords words = new QueryWords();

    FiguresCommand() {
        super("/figures/table");
    }

    @Override
    List<String> query() {
        return words.all();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "document,start,end,min,max,surface,sentence");
    }
}
