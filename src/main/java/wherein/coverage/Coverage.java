package wherein.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Sentences;
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

/**
 * What in a collection might be a mention, and what became of it. That takes reading all of it again, so what is counted is
 * kept for as long as the index is served: three numbers a document.
 */
final class Account {

    private static final Pattern LOWER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{Ll}[\\p{L}\\p{M}]*");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]\\p{L}{0,2}");
    private static final int DOCUMENTS = 50;

    private final PassageSearcher searcher;
    private final Annotator annotator;
    private volatile Set<String> lower;
    private volatile Tally all;

    /** The account of the collection of {@code searcher}, whose numbers {@code annotator} can give reasons for. */
    Account(PassageSearcher searcher, Annotator annotator) {
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

        final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /** What became of one candidate, or of one word of it. */
    record Verdict(Outcome outcome, String rule) {
        static final Verdict UNKNOWN = new Verdict(Outcome.UNEXPLAINED, "");
    }

    /** Takes candidates; false for no more. */
    @FunctionalInterface
    interface Taker {
        boolean take(StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Verdict verdict);
    }

    /** How many candidates some documents have, by what became of them. */
    static final class Tally {

        private static final int KINDS = Outcome.values().length;

        private final Map<Outcome, Map<String, Integer>> rules = new EnumMap<>(Outcome.class);
        /** So many of each outcome in the first document, in the second, and so on. */
        private int[] counts = new int[KINDS];

        private int documents;

        private Tally() {
            for (Outcome outcome : Outcome.values()) {
                rules.put(outcome, new TreeMap<>());
            }
        }

        private void add(Verdict verdict) {
            counts[documents * KINDS + verdict.outcome.ordinal()]++;
            rules.get(verdict.outcome).merge(verdict.rule, 1, Integer::sum);
        }

        private void nextDocument() {
            documents++;
            if ((documents + 1) * KINDS > counts.length) {
                counts = Arrays.copyOf(counts, 2 * counts.length + KINDS);
            }
        }

        /** The candidates of one outcome by the rule that says so; where none does, the rule is empty. */
        Map<String, Integer> rules(Outcome outcome) {
            return rules.get(outcome);
        }

        /** The candidates of one outcome, or of all. */
        int count(Optional<Outcome> outcome) {
            return rules.entrySet().stream()
                    .filter(each -> outcome.isEmpty() || outcome.get() == each.getKey())
                    .flatMap(each -> each.getValue().values().stream())
                    .mapToInt(count -> count)
                    .sum();
        }

        private int inDocument(int number, Optional<Outcome> outcome) {
            int sum = 0;
            for (Outcome each : Outcome.values()) {
                sum += outcome.isEmpty() || outcome.get() == each ? counts[number * KINDS + each.ordinal()] : 0;
            }
            return sum;
        }
    }

    /** Whether what {@link #tally} tells of these documents needs no more reading than of themselves. */
    boolean isRead(List<Filter> filters) {
        return filters.isEmpty() ? all != null : lower != null;
    }

    /** The candidates of the documents that {@code filters} select. */
    Tally tally(List<Filter> filters) throws IOException {
        if (!filters.isEmpty()) {
            return count(filters);
        }
        if (all == null) {
            synchronized (this) {
                if (all == null) {
                    all = count(filters);
                }
            }
        }
        return all;
    }

    private Tally count(List<Filter> filters) throws IOException {
        Tally tally = new Tally();
        documents(filters, 0, stored -> {
            walk(stored, (document, points, candidate, verdict) -> {
                tally.add(verdict);
                return true;
            });
            tally.nextDocument();
            return true;
        });
        return tally;
    }

    /**
     * Shows candidates of one outcome, or of all, by document and place.
     *
     * @param tally what {@link #tally} told of the same documents
     * @param from so many of them are passed over
     */
    void candidates(List<Filter> filters, Tally tally, Optional<Outcome> outcome, int from, Taker taker)
            throws IOException {
        int first = 0;
        int before = 0;
        while (first < tally.documents && before + tally.inDocument(first, outcome) <= from) {
            before += tally.inDocument(first++, outcome);
        }
        int[] number = {before};
        documents(
                filters,
                first,
                stored -> walk(
                        stored,
                        (document, points, candidate, verdict) ->
                                outcome.isPresent() && outcome.get() != verdict.outcome
                                        || number[0]++ < from
                                        || taker.take(document, points, candidate, verdict)));
    }

    private interface Reader {
        boolean read(StoredDocument stored) throws IOException;
    }

    /** Shows every document, in order of their ids, until one was enough. */
    private void documents(List<Filter> filters, int first, Reader reader) throws IOException {
        for (int from = first; ; from += DOCUMENTS) {
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

    private boolean walk(StoredDocument stored, Taker taker) throws IOException {
        Reasons reasons = reasons(stored.document(), lower());
        CodePoints points = new CodePoints(stored.document().text());
        for (Candidates.Candidate candidate : Candidates.of(stored.document().text())) {
            if (!taker.take(stored, points, candidate, reasons.of(candidate))) {
                return false;
            }
        }
        return true;
    }

    /** The words that the collection has in lower case. */
    private Set<String> lower() throws IOException {
        if (lower == null) {
            synchronized (this) {
                if (lower == null) {
                    Set<String> found = new HashSet<>();
                    documents(List.of(), 0, stored -> {
                        Matcher matcher = LOWER.matcher(stored.document().text());
                        while (matcher.find()) {
                            found.add(matcher.group());
                        }
                        return true;
                    });
                    lower = found;
                }
            }
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
            if (mark.start() > word.start() || mark.end() <= word.start()) {
                return false;
            }
            return mark.end() >= word.end()
                    || POSSESSIVE
                            .matcher(text.substring(mark.end(), word.end()))
                            .matches();
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
