package wherein.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import wherein.api.AnnotateApi;
import wherein.api.Endpoint;
import wherein.api.Form;
import wherein.api.Parameter;
import wherein.api.Parameters;
import wherein.api.SuggestApi;

/** What tells a browser, a script or a model how to ask here, at addresses where each of them looks for it. */
final class Discovery {

    /** The address of the description for browsers. */
    static final String OPEN_SEARCH = "/opensearch.xml";

    /** The address of the page for models. */
    static final String LLMS = "/llms.txt";

    static final String OPEN_SEARCH_TYPE = "application/opensearchdescription+xml";

    /** What nearly all endpoints have, and is told once. */
    private static final List<Parameter<?>> COMMON = Parameters.with(List.of());

    /** The form of the description for browsers. */
    static final Form OPEN_SEARCH_FORM = new Form("xml", OPEN_SEARCH_TYPE, "");

    private static final Form TEXT = new Form("txt", "text/plain; charset=utf-8", "");

    private Discovery() {}

    /** How a browser's own search bar searches here: OpenSearch 1.1, whose addresses are absolute. */
    static void openSearch(Context context) {
        Negotiation.accept(context, OPEN_SEARCH_FORM);
        String site = Page.escape(Address.of(context));
        Responses.text(context, OPEN_SEARCH_TYPE, """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Wherein</ShortName>
                  <Description>Search the collection</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <OutputEncoding>UTF-8</OutputEncoding>
                  <Url type="text/html" method="get" template="SITE/?q={searchTerms}"/>
                  <Url type="SUGGESTIONS" method="get" template="SITE/api/v1/suggest?format=opensearch&amp;prefix={searchTerms}"/>
                  <Url type="application/json" method="get" template="SITE/api/v1/search?mode=box&amp;q={searchTerms}"/>
                  <Url type="OWN" rel="self" template="SITE/opensearch.xml"/>
                </OpenSearchDescription>
                """.replace("SUGGESTIONS", SuggestApi.BROWSER)
                .replace("OWN", OPEN_SEARCH_TYPE)
                .replace("SITE", site));
    }

    /** The contract in plain words, with every endpoint and its parameters from the table that the server is made of. */
    static void llms(Context context) {
        Negotiation.accept(context, TEXT);
        StringBuilder page = new StringBuilder("""
                # Wherein

                > Full-text search over a collection of documents. It finds the passages about something, and lists
                > every mention of a country, a person, a number or a date, each with its place to the character.

                ## Rules

                - All is read with GET below BASE; only BASE/annotate is posted to. Answers are JSON unless another form is asked for.
                - Offsets are Unicode code points into the document's text, end exclusive: text[start:end] == surface, in
                  Python. With offsets=utf16 they are the indices of JavaScript. The text is at BASE/documents/{id}/text.
                - Totals are exact. A list says "complete": true, or false with "remaining"; then follow "next_url" until
                  it is null. Where forms are named below, PATH.ndjson and PATH.csv give all rows at once.
                - Nothing is ignored: an unknown parameter, a bad value or a query that does not parse is a 400 in
                  application/problem+json, whose "errors" say which, why, and what was perhaps meant. mode=box takes
                  any text as a query.
                - Repeat a parameter for "or"; different ones are "and"; not.NAME leaves out.
                - Dates are EDTF and may be open or vague. What is unknown is null, never guessed.
                - Quote with BASE/documents/{id}/citation?start=&end=, and give "link", or "source_link" where there is one.
                - provenance=on and the headers X-Wherein-Fingerprint, -Query, -Generation and X-Total-Count say what rows
                  answer; `wherein verify FILE` checks them against the files.

                ## Endpoints

                """.replace("BASE", Endpoint.BASE));
        for (Endpoint endpoint : Server.ENDPOINTS) {
            page.append("- `")
                    .append(Endpoint.BASE)
                    .append(endpoint.path())
                    .append("`: ")
                    .append(endpoint.doc());
            page.append(forms(endpoint)).append('\n');
            endpoint.parameters().stream()
                    .filter(parameter -> !isCommon(parameter))
                    .forEach(parameter -> page.append("  - ").append(line(parameter)));
            if (endpoint.parameters().stream().anyMatch(Discovery::isCommon)) {
                page.append("  - and what selects passages, as below\n");
            }
        }
        page.append("- `").append(AnnotateApi.PATH);
        page.append("` (POST): The mentions of records {id, text, lang?, date?}, one a line; nothing is stored\n");
        page.append("\n## What selects passages\n\n");
        COMMON.forEach(parameter -> page.append("- ").append(line(parameter)));
        page.append("- every field of the collection's own, which ")
                .append(Endpoint.BASE)
                .append("/info lists\n");
        Responses.text(context, TEXT.type(), page.toString());
    }

    private static boolean isCommon(Parameter<?> parameter) {
        return COMMON.contains(parameter) && !parameter.name().equals("offsets");
    }

    private static String forms(Endpoint endpoint) {
        String suffixes = endpoint.isTable()
                ? endpoint.forms().stream().map(form -> "." + form.word()).collect(Collectors.joining(", "))
                : "";
        return suffixes.isEmpty() ? "" : " (" + suffixes + ")";
    }

    private static String line(Parameter<?> parameter) {
        return "`" + parameter.name() + "=" + parameter.form() + "` " + parameter.doc() + "\n";
    }
}
