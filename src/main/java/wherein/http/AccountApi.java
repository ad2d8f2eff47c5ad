package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Sentences;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.SetAside;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /account}: everything that might be a mention, and what became of it. */
public final class AccountApi extends TableApi {

    private static final List<String> COLUMNS = Schemas.columns("Candidate");

    private static final Parameter<Optional<Outcome>> CLASS =
            Parameter.word("class", outcomes(), Optional.empty(), "what became of a candidate");

    /** All its parameters. */
    static final List<Parameter<?>> PARAMETERS =
            Parameter.all(List.of(CLASS, Parameter.DOC, Parameter.OFFSETS), rows(COLUMNS, FORMATS));

    private static final Pattern LOWER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{Ll}[\\p{L}\\p{M}]*");
    private static final int DOCUMENTS = 50;

    private final PassageSearcher searcher;
    private final Annotator annotator;
    private Set<String> lower;

    /** The account of the collection of {@code searcher}, whose numbers {@code annotator} can give reasons for. */
    public AccountApi(PassageSearcher searcher, Annotator annotator) {
        super(searcher, "/account", "rows", COLUMNS);
        this.searcher = searcher;
        this.annotator = annotator;
    }

    /** What may become of a candidate. */
    enum Outcome {
        /** Mentions of the ledger cover it. */
        RECOGNISED("recognised"),
        /** A rule has a positive reason why it is none. */
        SET_ASIDE("set-aside"),
        /** Nobody knows. */
        UNEXPLAINED("unexplained");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    private static Map<String, Optional<Outcome>> outcomes() {
        Map<String, Optional<Outcome>> words = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            words.put(outcome.word, Optional.of(outcome));
        }
        return words;
    }

    /** What became of one candidate, or of one word of it. */
    private record Verdict(Outcome outcome, String rule) {
        static final Verdict UNKNOWN = new Verdict(Outcome.UNEXPLAINED, "");
    }

    /** Takes candidates; false for no more. */
    private interface Taker {
        boolean take(StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Verdict verdict);
    }

    @Override
    Table table(Map<String, List<String>> parameters) {
        Arguments arguments = new Arguments(parameters, PARAMETERS, searcher);
        Optional<Outcome> outcome = arguments.get(CLASS);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        List<String> documents = arguments.get(Parameter.DOC);
        List<Filter> filters = documents.isEmpty() ? List.of() : List.of(new Filter.Keyword("doc", documents, false));
        return new Account(arguments, outcome, filters, offsets == Offsets.UTF16);
    }

    /** The account that one request asks for. */
    private final class Account extends Table {
        private final Optional<Outcome> wanted;
        private final List<Filter> filters;
        private final boolean utf16;

        Account(Arguments arguments, Optional<Outcome> wanted, List<Filter> filters, boolean utf16) {
            super(arguments);
            this.wanted = wanted;
            this.filters = filters;
            this.utf16 = utf16;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Map<Outcome, Map<String, Integer>> counts = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                counts.put(outcome, new TreeMap<>());
            }
            int[] all = {0};
            walk(filters, (stored, points, candidate, verdict) -> {
                all[0]++;
                counts.get(verdict.outcome).merge(verdict.rule, 1, Integer::sum);
                return true;
            });
            ObjectNode total = body.withObject("/total").put("candidates", all[0]);
            ArrayNode classes = body.putArray("classes");
            int selected = 0;
            for (Outcome outcome : Outcome.values()) {
                int count =
                        counts.get(outcome).values().stream().mapToInt(n -> n).sum();
                total.put(outcome.word.replace('-', '_'), count);
                ObjectNode node = classes.addObject().put("class", outcome.word).put("count", count);
                ArrayNode rules = node.putArray("rules");
                counts.get(outcome)
                        .forEach((rule, n) -> rules.addObject()
                                .put("rule", rule.isEmpty() ? null : rule)
                                .put("count", n));
                selected += wanted.isEmpty() || wanted.get() == outcome ? count : 0;
            }
            return selected;
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            int[] number = {0};
            walk(filters, (stored, points, candidate, verdict) -> {
                boolean selected = wanted.isEmpty() || wanted.get() == verdict.outcome;
                return !selected
                        || number[0]++ < from
                        || rows.test(only(row(stored, points, candidate, verdict), columns()));
            });
        }

        private ObjectNode row(
                StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Verdict verdict) {
            Span span = candidate.span();
            int start = points.at(span.start());
            int end = points.at(span.end());
            String id = stored.document().id();
            return Json.object()
                    .put("document", id)
                    .put("start", utf16 ? span.start() : start)
                    .put("end", utf16 ? span.end() : end)
                    .put("surface", span.in(stored.document().text()))
                    .put(
                            "candidate",
                            candidate.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("class", verdict.outcome.word)
                    .put("rule", verdict.rule.isEmpty() ? null : verdict.rule)
                    .put("link", Json.link(id, "", start, end))
                    .put(
                            "source_link",
                            Json.sourceLink(
                                    stored.document().metadataAt(span),
                                    stored.document().text(),
                                    span));
        }
    }

    private interface Reader {
        boolean read(StoredDocument stored) throws IOException;
    }

    /** Shows every document, in order of their ids, until one was enough. */
    private void documents(List<Filter> filters, Reader reader) throws IOException {
        for (int from = 0; ; from += DOCUMENTS) {
            PassageSearcher.DocumentPage page = searcher.documents(new Query.All(), filters, from, DOCUMENTS);
            for (StoredDocument stored : page.documents()) {
                if (!reader.read(stored)) {
                    return;
                }
            }
            if (page.documents().isEmpty()) {
                return;
            }
        }
    }

    private void walk(List<Filter> filters, Taker taker) throws IOException {
        Set<String> known = lower();
        documents(filters, stored -> {
            Reasons reasons = reasons(stored.document(), known);
            CodePoints points = new CodePoints(stored.document().text());
            for (Candidates.Candidate candidate :
                    Candidates.of(stored.document().text())) {
                if (!taker.take(stored, points, candidate, reasons.of(candidate))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The words that the collection has in lower case; read once, since a searcher stays with its index. */
    private synchronized Set<String> lower() throws IOException {
        if (lower == null) {
            Set<String> found = new HashSet<>();
            documents(List.of(), stored -> {
                Matcher matcher = LOWER.matcher(stored.document().text());
                while (matcher.find()) {
                    found.add(matcher.group());
                }
                return true;
            });
            lower = found;
        }
        return lower;
    }

    private Reasons reasons(Document document, Set<String> known) throws IOException {
        List<Mention> mentions = new ArrayList<>();
        LedgerRequest rows = new LedgerRequest(
                new Query.All(),
                List.of(new Filter.Keyword("doc", List.of(document.id()), false)),
                MentionSelector.ALL);
        searcher.mentions(rows, 0, row -> mentions.add(row.mention()));
        mentions.sort(Comparator.comparing(Mention::span));
        List<SetAside> aside = annotator.setAside(
                document.text(),
                document.metadata().language(),
                document.metadata().date(),
                mentions);
        Reasons reasons = new Reasons(document.text(), known);
        mentions.forEach(mention -> reasons.add(mention.span(), Outcome.RECOGNISED, mention.rule()));
        mentions.stream()
                .filter(Mention.Person.class::isInstance)
                .forEach(person -> reasons.persons.add(person.span().start()));
        aside.forEach(each -> reasons.add(each.span(), Outcome.SET_ASIDE, each.rule()));
        for (Hit passage : searcher.passages(document.id())) {
            Span span = new Span(0, passage.text().length());
            for (Span sentence : Sentences.of(passage.text(), span, passage.language())) {
                reasons.sentences.add(sentence.start() + passage.start());
            }
            if (passage.block() == Block.HEADING) {
                reasons.headings.put(passage.start(), span.shift(passage.start()));
            }
        }
        return reasons;
    }

    /** What is known of the places of one document. */
    private static final class Reasons {
        private final String text;
        private final Set<String> lower;
        private final TreeMap<Integer, List<Map.Entry<Span, Verdict>>> marked = new TreeMap<>();
        private final TreeSet<Integer> sentences = new TreeSet<>();
        private final TreeMap<Integer, Span> headings = new TreeMap<>();
        /** Where a person is named: what stands right before it and is a word like any other is a title. */
        private final Set<Integer> persons = new HashSet<>();

        private int longest;

        Reasons(String text, Set<String> lower) {
            this.text = text;
            this.lower = lower;
        }

        void add(Span span, Outcome outcome, String rule) {
            longest = Math.max(longest, span.end() - span.start());
            marked.computeIfAbsent(span.start(), key -> new ArrayList<>())
                    .add(Map.entry(span, new Verdict(outcome, rule)));
        }

        /** A run is explained when each word of it is; what is recognised of it then gives it its name. */
        Verdict of(Candidates.Candidate candidate) {
            Verdict best = null;
            for (Span word : candidate.words()) {
                Verdict verdict = of(word, candidate.kind());
                if (verdict.outcome == Outcome.UNEXPLAINED) {
                    return verdict;
                }
                if (best == null || verdict.outcome.compareTo(best.outcome) < 0) {
                    best = verdict;
                }
            }
            return best;
        }

        private Verdict of(Span word, Candidates.Kind kind) {
            Verdict best = Verdict.UNKNOWN;
            var near = marked.subMap(word.start() - longest, true, word.start(), true);
            for (List<Map.Entry<Span, Verdict>> each : near.values()) {
                for (Map.Entry<Span, Verdict> mark : each) {
                    Verdict verdict = mark.getValue();
                    if (isCovered(word, mark.getKey()) && verdict.outcome.compareTo(best.outcome) < 0) {
                        best = verdict;
                    }
                }
            }
            return best == Verdict.UNKNOWN && kind == Candidates.Kind.CAPITALS ? capital(word) : best;
        }

        /** A mention leaves out the ending of a possessive, which the word has. */
        private boolean isCovered(Span word, Span mark) {
            String ending = text.substring(Math.min(Math.max(mark.end(), word.start()), word.end()), word.end());
            return mark.start() <= word.start() && (ending.isEmpty() || ending.matches("['’][\\p{L}]{0,2}"));
        }

        private Verdict capital(Span word) {
            String surface = word.in(text);
            boolean common = lower.contains(surface.toLowerCase(Locale.ROOT).replaceAll("['’].*", ""));
            if (surface.equals("I") || surface.startsWith("I'") || surface.startsWith("I’")) {
                return new Verdict(Outcome.SET_ASIDE, "pronoun");
            }
            if (common && opens(word.start())) {
                return new Verdict(Outcome.SET_ASIDE, "sentence-start");
            }
            if (common && persons.contains(word.end() + 1)) {
                return new Verdict(Outcome.SET_ASIDE, "title-of-a-person");
            }
            var heading = headings.floorEntry(word.start());
            if (common && heading != null && heading.getValue().contains(word)) {
                return new Verdict(Outcome.SET_ASIDE, "title-case-heading");
            }
            return Verdict.UNKNOWN;
        }

        /** Whether nothing but quotes, brackets and dashes stands between the beginning of a sentence and here. */
        private boolean opens(int at) {
            Integer start = sentences.floor(at);
            return start != null && text.substring(start, at).codePoints().noneMatch(Character::isLetterOrDigit);
        }
    }
}
