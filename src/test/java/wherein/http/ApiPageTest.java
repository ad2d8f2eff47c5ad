package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wherein.api.AnnotateApi;
import wherein.api.Endpoint;
import wherein.api.Kind;
import wherein.api.Parameter;
import wherein.api.Parameters;

/**
 * The page on the API has the tables that the server is made of. {@code -Dwherein.golden.refresh=true} writes it anew.
 */
class ApiPageTest {

    private static final Path PAGE = Path.of("docs/api.md");

    private static final List<Parameter<?>> SHARED = Parameters.with(List.of());

    @Test
    void thePageOnTheApiListsEveryEndpointAndParameter() throws Exception {
        StringBuilder page = new StringBuilder("""
                # The API

                What scripts may ask of a running server. A server describes itself, with the fields of its own collection, in
                OpenAPI 3.1 at `/api/v1/openapi.json`, also `/openapi.json`; this page is made from the same tables.

                Any parameter that an endpoint does not have is an error, and so is a value that a parameter cannot have.

                ## Parameters of every search

                The query and the filters, which select passages. Each field of the collection's own is such a filter too:
                `field.NAME`, with its `not.`, and `NAME` alone where no parameter of any endpoint is called so. Facets and
                `/api/v1/info` say which name asks as `parameter`.

                """);
        table(page, SHARED);
        for (Endpoint endpoint : Server.ENDPOINTS) {
            page.append("\n## `")
                    .append(endpoint.route())
                    .append("`\n\n")
                    .append(endpoint.doc())
                    .append('.');
            if (endpoint.isTable()) {
                List<String> suffixes = endpoint.forms().stream()
                        .map(form -> "`." + form.word() + "`")
                        .toList();
                page.append(" Also with ").append(String.join(", ", suffixes)).append(" behind the path.");
            }
            List<Parameter<?>> own = new ArrayList<>(endpoint.parameters());
            boolean shares = own.containsAll(SHARED);
            if (shares) {
                own.removeAll(SHARED);
                page.append(" It has the parameters of every search").append(own.isEmpty() ? "." : ", and these:");
            }
            page.append("\n");
            if (!own.isEmpty()) {
                page.append('\n');
                table(page, own);
            }
        }
        page.append("\n## Beside the API\n\n| path | what |\n| --- | --- |\n");
        Operations.DECLARED.forEach(endpoint -> page.append("| `")
                .append(endpoint.path())
                .append("` | ")
                .append(endpoint.doc())
                .append(" |\n"));
        page.append("| `")
                .append(AnnotateApi.PATH)
                .append("` (POST) | ")
                .append(AnnotateApi.DOC)
                .append(" |\n");
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static void table(StringBuilder page, List<Parameter<?>> parameters) {
        page.append("| parameter | values | default | what it does |\n| --- | --- | --- | --- |\n");
        for (Parameter<?> parameter : parameters) {
            String values = parameter.kind() instanceof Kind.Whole whole ? bounds(whole) : parameter.form();
            page.append("| `").append(parameter.name()).append("` | ");
            page.append(values.replace("|", "\\|")).append(" | ");
            page.append(parameter.needed() ? "needed" : otherwise(parameter.kind()))
                    .append(" | ");
            page.append(parameter.doc()).append(" |\n");
        }
    }

    private static String bounds(Kind.Whole whole) {
        String from = whole.least() == Integer.MIN_VALUE ? "any whole number" : "from " + whole.least();
        String to = whole.most() == Kind.Whole.ALL ? "" : " to " + whole.most();
        return from
                + to
                + (whole.words().isEmpty()
                        ? ""
                        : ", or " + String.join(", ", whole.words().keySet()));
    }

    private static String otherwise(Kind<?> kind) {
        return switch (kind) {
            case Kind.Word<?> word ->
                word.words().entrySet().stream()
                        .filter(each -> each.getValue().equals(word.otherwise()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
            case Kind.Whole whole -> whole.otherwise() == Kind.Whole.ALL ? "" : Integer.toString(whole.otherwise());
            default -> "";
        };
    }
}
