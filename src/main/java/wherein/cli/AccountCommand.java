package wherein.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import wherein.http.AccountApi;
import wherein.http.Parameter;
import wherein.http.TableApi;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

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

    @Override
    TableApi api(PassageSearcher searcher) {
        return new AccountApi(searcher, Recognisers.standard());
    }

    @Override
    List<Parameter<?>> declared() {
        return Parameter.ofAccount();
    }

    @Override
    List<String> query() {
        return List.of();
    }

    @Override
    int plain(Terminal terminal, TableApi api, Map<String, List<String>> parameters) throws IOException {
        return lines(terminal, api, parameters, "document", "start", "end", "class", "rule", "surface");
    }
}
