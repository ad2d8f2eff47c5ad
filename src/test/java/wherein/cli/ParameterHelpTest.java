package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wherein.api.Endpoints;
import wherein.api.Parameter;

/** What {@code wherein COMMAND --help} says of the parameters of the API. */
class ParameterHelpTest {

    private static final Map<String, List<Parameter<?>>> COMMANDS = Map.of(
            "search", Endpoints.of("/search").parameters(),
            "mentions", Endpoints.of("/mentions").parameters(),
            "figures", Endpoints.of("/figures/table").parameters(),
            "timeline", Endpoints.of("/timeline").parameters(),
            "together", Endpoints.of("/together").parameters(),
            "account", Endpoints.of("/account").parameters(),
            "kwic", Endpoints.of("/concordance").parameters());

    @Test
    void theHelpOfACommandListsEveryParameterWithItsValuesAndWhatItDoes() {
        COMMANDS.forEach((command, parameters) -> {
            String help = help(command);
            assertThat(parameters)
                    .isNotEmpty()
                    .allSatisfy(parameter -> assertThat(help.replaceAll("\\s+", " "))
                            .as(command)
                            .contains("--" + parameter.name() + "=" + parameter.form() + " " + parameter.doc()));
            assertThat(help.lines().filter(line -> !line.contains("--")))
                    .as(command)
                    .allMatch(line -> line.length() <= 80);
        });
    }

    @Test
    void aCommandWithoutParametersOfTheApiListsNone() {
        assertThat(help("stats")).doesNotContain("Parameters of the API");
    }

    private static String help(String command) {
        Ran ran = Ran.of(command, "--help");
        assertThat(ran.exit()).isZero();
        return ran.out();
    }
}
