package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.document.NoteGroup;
import wherein.index.LastRun;
import wherein.index.Manifest;
import wherein.json.Json;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Query;
import wherein.query.QueryPrinter;
import wherein.search.Copies;
import wherein.search.Filter;
import wherein.search.Hits;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.StoredDocument;
import wherein.search.WordForms;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/**
 * {@code /absence}: what stands behind "nothing found". What was tried: the forms of words, the names of countries and persons. What
 * was searched, and what was not: files that could not be read, and, where they matter, documents without a date or of an unknown
 * language. Each list is bounded and has its total, and the whole says of which state of the collection it is true.
 */
public final class AbsenceApi {

    static final String PATH = "/absence";

    /** So many names of a country or a person are listed. */
    private static final int ALIASES = 40;

    /** So many documents are listed of those without a date, and of an unknown language. */
    private static final int DOCUMENTS = 20;

    private static final List<Form> FORMS = List.of(Format.JSON.form("Absence"), Format.TXT.form(""));

    private static final List<Parameter<?>> PARAMETERS = Parameters.with(List.of(
            Parameters.DUPLICATES,
            Parameter.form("format", FORMS, "the form of the answer; without it the Accept header says which")));

    private final Engine engine;
    private final PassageSearcher searcher;
    private final Question question;

    private AbsenceApi(Engine engine, Question question) {
        this.engine = engine;
        this.searcher = engine.searcher();
        this.question = question;
    }

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                PATH,
                PARAMETERS,
                "What was tried and what was searched where nothing was found, and what could not be searched",
                FORMS,
                AbsenceApi::answer);
    }

    private static Answer answer(Engine engine, Request request) throws IOException {
        ObjectNode body = of(engine, request.parameters());
        return request.form().equals(FORMS.getFirst())
                ? new Answer.Body(body)
                : new Answer.Text(AbsenceText.of(body), Optional.empty());
    }

    /** The same in words, to be read or copied. */
    public static String text(Engine engine, Map<String, List<String>> parameters) throws IOException {
        return AbsenceText.of(of(engine, parameters));
    }

    private static ObjectNode of(Engine engine, Map<String, List<String>> parameters) throws IOException {
        Question question = Question.read(engine, PATH, parameters);
        Copies copies = question.arguments().get(Parameters.DUPLICATES);
        question.arguments().check();
        String asked = Canonical.query(PATH, parameters, question.arguments().declared());
        return new AbsenceApi(engine, question).body(asked, copies);
    }

    private ObjectNode body(String asked, Copies copies) throws IOException {
        Hits hits = searcher.search(new SearchRequest(
                question.query(),
                question.filters(),
                SearchRequest.Order.RELEVANCE,
                false,
                0,
                Optional.empty(),
                List.of(),
                false,
                copies));
        Manifest manifest = searcher.manifest();
        ObjectNode body = Json.object();
        body.put("asked", asked);
        WordForms.Found words = searcher.forms(question.query());
        ObjectNode query = body.putObject("query");
        query.put("input", question.text()).put("parsed", QueryPrinter.print(question.query()));
        query.put(
                "did_you_mean",
                DidYouMean.of(question, hits.passages() > 0, searcher).orElse(null));
        body.putObject("total").put("passages", hits.passages()).put("documents", hits.documents());
        ObjectNode tried = body.putObject("tried");
        tried.set("words", Json.forms(words.words()));
        names(tried.putArray("names"));
        searched(body.putObject("searched"), manifest);
        notSearched(body.putObject("not_searched"), manifest);
        body.set("undated", undated());
        body.set("unknown_language", unknownLanguage());
        body.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        body.put("version", engine.build().version());
        SearchApi.index(body, engine);
        return body;
    }

    /** A country or a person, and whether the query asks for it by all its names. */
    private record Name(Named type, String id, boolean tried) {}

    private void names(ArrayNode names) throws IOException {
        Set<Name> found = new LinkedHashSet<>();
        collect(question.query(), found);
        for (Filter filter : question.filters()) {
            if (filter instanceof Filter.Mentioned mentioned) {
                mentioned.any().forEach(each -> add(each, found));
            }
        }
        for (Name name : found) {
            Collection<String> called = engine.names().called(name.type, name.id);
            ObjectNode node = names.addObject()
                    .put("type", name.type.word())
                    .put("id", name.id)
                    .put("label", engine.names().label(name.type, name.id))
                    .put("tried", name.tried);
            ArrayNode aliases = node.putArray("aliases");
            called.stream().limit(ALIASES).forEach(aliases::add);
            node.put("more", Math.max(0, called.size() - ALIASES));
            MentionSelector rows = MentionSelector.ALL
                    .withTypes(Set.of(name.type.type()))
                    .withIds(Set.copyOf(engine.names().kept(name.type, name.id)));
            node.put(
                    "mentions",
                    searcher.tally(new LedgerRequest(new Query.All(), List.of(), rows, Copies.UNTOLD))
                            .mentions());
        }
    }

    /** Adds what clauses about the ledger name, and words or phrases that are a name, though they are looked for as words. */
    private void collect(Query query, Set<Name> found) {
        switch (query) {
            case Query.Mentioned mentioned -> add(mentioned.mentions(), found);
            case Query.Word word -> addNamed(word, word.text(), found);
            case Query.Phrase phrase -> addNamed(phrase, phrase.text(), found);
            case Query.Exact exact -> addNamed(exact, exact.text(), found);
            case Query.Boost boost -> collect(boost.query(), found);
            case Query.Near near -> near.operands().forEach(operand -> collect(operand, found));
            case Query.Bool bool -> bool.clauses().forEach(clause -> collect(clause.query(), found));
            default -> {}
        }
    }

    private void addNamed(Query.OfWords query, String text, Set<Name> found) {
        if (!query.field().equals(Query.TEXT)) {
            return;
        }
        for (Named type : Named.ENTITIES) {
            List<String> ids = engine.names().ids(type, text);
            // Where a name may mean several nobody knows which.
            if (ids.size() == 1 && found.stream().noneMatch(each -> each.id.equals(ids.getFirst()))) {
                found.add(new Name(type, ids.getFirst(), false));
            }
        }
    }

    private void add(MentionSelector mentions, Set<Name> found) {
        for (Named type : Named.ENTITIES) {
            if (mentions.types().equals(Set.of(type.type()))) {
                mentions.ids().stream()
                        .map(kept -> engine.names().id(type, kept))
                        .sorted()
                        .forEach(id -> found.add(new Name(type, id, true)));
            }
        }
    }

    private static void searched(ObjectNode searched, Manifest manifest) {
        searched.put(
                "files",
                manifest.lastRun()
                        .map(run -> run.report().files() + run.report().unchanged())
                        .orElse(null));
        searched.put("documents", manifest.documents()).put("passages", manifest.passages());
        searched.put("mentions", manifest.allMentions());
    }

    private static void notSearched(ObjectNode not, Manifest manifest) {
        List<NoteGroup> groups = manifest.lastRun()
                .map(run -> run.report().notes().stream()
                        .filter(group -> group.kind().leftOut())
                        .toList())
                .orElse(List.of());
        not.put("total", groups.stream().mapToLong(NoteGroup::count).sum());
        ArrayNode notes = not.putArray("notes");
        for (NoteGroup group : groups) {
            ObjectNode node = notes.addObject();
            ReportJson.group(node, group, LastRun.EXAMPLES);
            ReportApi.hide(node);
        }
    }

    /** Documents without a date, where a range of dates was asked for; null otherwise. */
    private ObjectNode undated() throws IOException {
        Optional<Filter.Dated> dated = question.filters().stream()
                .filter(Filter.Dated.class::isInstance)
                .map(Filter.Dated.class::cast)
                .findFirst();
        if (dated.isEmpty() && !asksForDates(question.query())) {
            return null;
        }
        Filter unknown = new Filter.Dated(DayRange.ALL, DateMatch.UNKNOWN);
        ObjectNode node = documents(List.of(unknown), "date.match=unknown");
        // Who asks for dates that are known, or certain, leaves out what has none.
        Set<DateMatch> without = EnumSet.of(DateMatch.KNOWN, DateMatch.CERTAIN);
        node.put("searched", dated.map(each -> !without.contains(each.match())).orElse(true));
        List<Filter> others = new ArrayList<>(question.filters());
        dated.ifPresent(others::remove);
        others.add(unknown);
        node.put(
                "matching",
                searcher.search(SearchRequest.best(question.query(), others, 0)).passages());
        return node;
    }

    private static boolean asksForDates(Query query) {
        return switch (query) {
            case Query.Dates dates -> true;
            case Query.Boost boost -> asksForDates(boost.query());
            case Query.Bool bool -> bool.clauses().stream().anyMatch(clause -> asksForDates(clause.query()));
            default -> false;
        };
    }

    private ObjectNode unknownLanguage() throws IOException {
        return documents(List.of(new Filter.Keyword("lang", List.of(""), false)), "lang=");
    }

    /** The first documents with a passage that passes {@code filters}, and how many there are. */
    private ObjectNode documents(List<Filter> filters, String parameters) throws IOException {
        PassageSearcher.DocumentPage page = searcher.documents(new Query.All(), filters, 0, DOCUMENTS);
        ObjectNode node = Json.object().put("documents", page.total());
        ArrayNode examples = node.putArray("examples");
        for (StoredDocument each : page.documents()) {
            String title = each.document().metadata().title();
            examples.addObject().put("id", each.document().id()).put("title", title.isEmpty() ? null : title);
        }
        return node.put("list", Endpoint.BASE + "/documents?" + parameters);
    }
}
