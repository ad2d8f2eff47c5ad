package wherein.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wherein together}: who and what is named with what. */
@Command(
        name = "together",
        description = {
            "Counts the mentions of countries or persons in passages that name another, or are of a source, a stance or a year.",
            "",
            "Every parameter of the API's /together is an option here, such as --rows person --columns country;",
            "a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class TogetherCommand extends TableCommand {

    @Mixin
    private QueryWords words = new QueryWords();

    TogetherCommand() {
        super("/together");
    }

    @Override
    List<String> query() {
        return words.all();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "row_label,column_label,mentions,passages,documents");
    }
}
