package wherein.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import wherein.api.AnnotateApi;
import wherein.api.Endpoint;
import wherein.api.Form;
import wherein.api.ListsApi;
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

    /** A question of each kind, and the one request that answers it. */
    private static final String QUESTIONS = """
            ## Questions

            - How many mentions of a country are there? `BASE/mentions?id=GE&limit=0`: "total", with "count_only": true.
              Every one of them, as rows: `BASE/mentions.csv?id=GE`
            - Of either of two: `BASE/mentions?id=GE,AM`. Documents with a passage that mentions both:
              `BASE/documents?country.all=GE,AM`; the passages: `BASE/search?country.all=GE,AM`
            - Who or what is mentioned most? `BASE/mentions/summary?by=id&type=country` or `BASE/entities/person?limit=10`. Where a
              list ends among equals, "tied" says how many more have as many as the last.
            - How many a month? `BASE/mentions/summary?by=month` by the dates of the passages,
              `BASE/mentions/summary?by=when.month&type=date` by the dates that are named; year and when.year likewise. A date
              that lies in no one month is a group of its own. by= without a value lists all that it takes; two with a comma:
              `BASE/mentions/summary?by=source,type`
            - How many figures are at least 100,000 people? Perhaps, as they are written:
              `BASE/mentions?mention.unit=people&mention.value=100000..*&limit=0`; for certain, so that "almost" and "about" do not
              count: `BASE/mentions?mention.unit=people&mention.value=100000..*&value=within&limit=0`
            - The highest figures of a unit: `BASE/figures/table?unit=people&sort=-value&limit=5`
            - Dates that are named in March 2022, perhaps: `BASE/mentions?mention.when.from=2022-03&mention.when.to=2022-03`; for
              certain: `BASE/mentions?mention.when.from=2022-03&mention.when.to=2022-03&mention.when.match=certain`; of no known
              days: `BASE/mentions?mention.when.match=unknown`
            - Which countries stand beside a person, or in passages about something?
              `BASE/mentions/summary?by=id&type=country&q=visa`
            - Do three sources say so, or one that was copied twice? "copies" beside "documents" is how many of the rows repeat another
              that is selected: `BASE/mentions/summary?by=source&id=GE`. Without them: `BASE/mentions?id=GE&duplicates=fold&limit=0`.
              Documents that are no copies of others: `BASE/documents?duplicates=fold`
            - How much of it stands in navigation and related links? "boilerplate" beside "mentions" says so. Without it:
              `BASE/mentions?id=GE&not.block=boilerplate&limit=0`
            - What may have been missed? `BASE/account?limit=0`; its "ledger" says how its numbers come to those of BASE/mentions.

            """;

    private Discovery() {}

    /** How a browser's own search bar searches here: OpenSearch 1.1, whose addresses are absolute. */
    static void openSearch(Context context) {
        Negotiation.accept(context, OPEN_SEARCH_FORM);
        String site = Page.escape(Gate.address(context));
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
                - Repeat a parameter for "or", or put commas between; different ones are "and"; country.all and person.all want all
                  of their values in one passage; not.NAME leaves out.
                - What selects passages narrows what is read; id, type, mention.… and bound select rows in them. A selector that
                  no row could fulfil is a 400 and not a zero.
                - A unit may be written as people write it: usd, $, dollars, %, pct, persons.
                - A field of the collection's own is field.NAME; "parameter" in the facets and in BASE/info says which name asks.
                - Dates are EDTF and may be open or vague. What is unknown is null, never guessed.
                - Quote with BASE/documents/{id}/citation?start=&end=, and give "link", or "source_link" where there is one.
                - provenance=on and the headers X-Wherein-Fingerprint, -Query, -Generation and X-Total-Count say what rows
                  answer; `wherein verify FILE` checks them against the files.

                """.replace("BASE", Endpoint.BASE));
        page.append(QUESTIONS.replace("BASE", Endpoint.BASE));
        page.append("## Endpoints\n\n");
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
        page.append("- `").append(ListsApi.PATH);
        page.append(
                "` (POST, text/plain): A list of names, one a line, for list=DIGEST; nothing of the collection changes\n");
        page.append("\n## What selects passages\n\n");
        COMMON.forEach(parameter -> page.append("- ").append(line(parameter)));
        page.append("- every field of the collection's own, which ")
                .append(Endpoint.BASE)
                .append("/info lists, as field.NAME\n");
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
