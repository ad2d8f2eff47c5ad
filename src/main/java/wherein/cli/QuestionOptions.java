package wherein.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wherein.api.Endpoint;

/** What a command is told that asks an index as the API asks it: which one, and all parameters of the endpoint. */
final class QuestionOptions {

    private static final String QUERY = "q";

    @Mixin
    private IndexOption index = new IndexOption();

    @Option(names = ParameterOptions.GATHERED, hidden = true)
    private List<String> gathered = new ArrayList<>();

    /** The folder of the index, absolute. */
    Path folder() {
        return index.folder();
    }

    /**
     * The parameters of a request to {@code endpoint}.
     *
     * @param words of the query; none where it is no words, or is said by an option
     * @throws UserException if a parameter has no value and needs one, or if there are two queries
     */
    Map<String, List<String>> parameters(Endpoint endpoint, List<String> words) throws UserException {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(ParameterOptions.parameters(gathered, endpoint.parameters()));
        if (!words.isEmpty() && parameters.put(QUERY, List.of(String.join(" ", words))) != null) {
            throw new UserException("there is a query in words and one of --q; leave one out");
        }
        return parameters;
    }
}
