package wherein.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wherein timeline}: how often something is mentioned or found, by date. */
@Command(
        name = "timeline",
        description = {
            "Counts mentions of --series country:GE, person:NAME and unit:UNIT, and passages of --series q:QUERY, by date.",
            "",
            "Every parameter of the API's /timeline is an option here, such as --by month or --source NAME;",
            "a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class TimelineCommand extends TableCommand {

    @Mixin
    private QueryWords words = new QueryWords();

    TimelineCommand() {
        super("/timeline");
    }

    @Override
    List<String> query() {
        return words.all();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "label,date,mentions,passages,of,rate");
    }
}
