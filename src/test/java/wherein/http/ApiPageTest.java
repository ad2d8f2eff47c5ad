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
import wherein.api.FilesApi;
import wherein.api.Kind;
import wherein.api.Parameter;
import wherein.api.Parameters;

/**
 * The page on the API has the tables that the server is made of. {@code -Dwherein.golden.refresh=true} writes it anew.
 */
class ApiPageTest {

    private static final Path PAGE = Path.of("docs/api.md");

    private static final List<Parameter<?>> SHARED = Parameters.with(List.of());

    private static final String COPIES = """

            ## Boilerplate

            Of counts, `boilerplate` is how many of the mentions, or matches, stand in what surrounds a text and is no part of it:
            navigation, related links, notices, comments. They count like all others; `not.block=boilerplate` leaves them out, and
            `block=boilerplate` takes no others.

            ## Copies

            Texts are quoted and republished. Counts say so, so that "four sources say so" and "one source, copied three times" are
            not the same numbers: `copies`, beside `documents` in totals and groups, is how many of the rows, matches or passages that
            are selected repeat another of them. They count like all others (`duplicates=keep`), or are left out
            (`duplicates=fold`); then `copies` says how many were.

            - A *row* of the ledger or a *match* is a copy if its own sentence is the repeated one: where the words are equal and say the
              same, the first in the order of the documents stays. In the new part of a text, or in a sentence of which a word
              differs, nothing is a copy. Where a country, figure or date was understood as another one, both stay.
            - A *passage* is a copy if all its words stand, one after the other, in another that is selected; of passages with the same
              words the first stays. A hit says in how many passages of the whole collection its words stand too, or a part of its
              words and nothing else (`copies`), and which these are (`duplicates`, the first ten).
            - A *document* is a copy if at least four fifths of its words stand, sentence by sentence, in another: a headline may differ.
              It says in which, and how much of it (`copy_of`), and each says how many documents are copies of it (`copies`).
              `/api/v1/documents?duplicates=fold` leaves out those whose original is selected.
            - Of groups, `copies` counts the rows that repeat another of all that are selected, in this group or in another one, so that
              the sums are those of the total. A facet counts what would be left without the filters on its own field; a
              value may have more where it alone is selected, since then fewer of its copies repeat something that is.
            - An export (CSV, NDJSON) has the same rows as the pages. Its total is the header `X-Total-Count`.

            Words are compared without case, punctuation, quotation marks, line ends, and hyphens at these. Accents count,
            signs of figures count, and so do signs between words, as in x < y and C++. Of two texts one of which ends earlier, the
            longer is taken to be cut: a word that only one of them has at its very beginning or end is no difference. A word inserted,
            lost or replaced elsewhere makes a *variant*, which is never folded: `/api/v1/documents/{id}/similar` shows both kinds, and
            where variants differ. Texts of fewer than eight words are compared as a whole only, and of the sentences within a text
            those of eight or more words are looked for elsewhere.

            What is a copy is found once for each state of the index, before a server answers from it.
            """;

    private static final String ADDING = """

            ## Adding files

            A server writes nothing, and has no address for it, unless it is started with `serve --allow-write`. Then a file is sent as it
            is, one a request, with its name in the address:

            ```sh
            curl --data-binary @report.pdf -H "Content-Type: application/octet-stream" \\
                "http://127.0.0.1:8080/api/v1/files?name=report.pdf"
            ```

            It comes into the folder `inbox` of the collection, whole or not at all, and never over a file that is there (409), which one
            is also that differs in case or accents alone. Its type must be one that is read (415), its name one that every system can
            hold (400), its size within `--max-file` (413), and the disk must have room (507). Pages of other servers may send none, not
            even those that `--cors` lets read; a token is asked for as everywhere. The answer (201) says where the file lies, with its
            SHA-256, and where its `report` is. A server that watches its folder indexes the file within seconds; when the report lists
            it under `files` with the same `sha256`, it has been read: `documents` says how many documents it gave, and `notes` what is
            the matter with it.
            """;

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
        page.append(COPIES);
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
        page.append("| `")
                .append(FilesApi.PATH)
                .append("` (POST, with `serve --allow-write`) | ")
                .append(FilesApi.DOC)
                .append(" |\n");
        page.append(ADDING);
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
