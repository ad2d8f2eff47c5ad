package wherein.verdict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.Copies;
import wherein.search.Deadline;
import wherein.search.Filter;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.Prepared;
import wherein.search.StoredDocument;
import wherein.verdict.Placed.Place;

/**
 * Finds the rows of one generation that verdicts are on. A verdict is on the mention that has its quotation, in its document: where
 * the text is as it was, on the one at its place; else on the only one, if it was the only one; else on the only one around which
 * stands what stood there. A document that was renamed is looked for under its new id. What is found by none of these is on no row.
 * What it takes grows with the verdicts and with the mentions of the documents that have some; what comes later is looked for alone. A
 * thread of its own does it, so that a request which cannot wait for all of it has not begun it in vain. Safe for use by several
 * threads at once.
 */
final class Placement {

    private final PassageSearcher searcher;
    private Optional<Placed> last = Optional.empty();

    /** Becomes the last one; none while nobody needs more than that. */
    private Optional<Prepared<Placed>> next = Optional.empty();

    Placement(PassageSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * Where the verdicts of {@code state} are. Who asks first waits until all are placed, but no longer than {@code deadline}.
     *
     * @throws wherein.search.DeadlineException if that takes longer; it goes on for who asks next
     */
    Placed of(Verdicts.State state, Deadline deadline) throws IOException {
        Optional<Placed> found = known(state, deadline);
        while (found.isEmpty()) {
            Prepared<Placed> awaited = next(state);
            Placed made = awaited.get(deadline);
            synchronized (this) {
                if (next.filter(each -> each == awaited).isPresent()) {
                    last = Optional.of(made);
                    next = Optional.empty();
                }
            }
            deadline.check();
            found = known(state, deadline);
        }
        return found.get();
    }

    /** What is known of {@code state}, which some request may still see that began before more was said. */
    private Optional<Placed> known(Verdicts.State state, Deadline deadline) {
        if (state.count() == 0) {
            return Optional.of(Placed.nothing(state));
        }
        Optional<Placed> most;
        synchronized (this) {
            most = last;
        }
        return most.filter(placed -> placed.state().follows(state)).map(placed -> placed.before(state, deadline));
    }

    private synchronized Prepared<Placed> next(Verdicts.State state) {
        if (next.isEmpty()) {
            Placed from = last.filter(placed -> state.follows(placed.state())).orElse(Placed.nothing(state));
            next = Optional.of(searcher.preparations().prepare("verdicts", deadline -> {
                Place[] more = places(state, from.state().count(), deadline);
                return from.with(state, more, deadline);
            }));
        }
        return next.get();
    }

    /** The places of the verdicts from number {@code from} on. */
    private Place[] places(Verdicts.State state, int from, Deadline deadline) throws IOException {
        Map<String, List<Integer>> documents = new LinkedHashMap<>();
        for (int i = from; i < state.count(); i++) {
            deadline.step();
            documents
                    .computeIfAbsent(state.nowOf(state.entries()[i]), id -> new ArrayList<>())
                    .add(i);
        }
        PassageSearcher asked = searcher.within(deadline);
        Place[] places = new Place[state.count() - from];
        for (Map.Entry<String, List<Integer>> each : documents.entrySet()) {
            deadline.check();
            List<Entry> entries =
                    each.getValue().stream().map(i -> state.entries()[i]).toList();
            Place[] found = new InDocument(asked, each.getKey()).places(entries);
            if (isGone(asked, each.getKey(), found)) {
                Arrays.fill(found, Place.none(Status.DOCUMENT_GONE));
            }
            for (int i = 0; i < found.length; i++) {
                places[each.getValue().get(i) - from] = found[i];
            }
        }
        return places;
    }

    private static boolean isGone(PassageSearcher asked, String document, Place[] found) throws IOException {
        return Arrays.stream(found).allMatch(place -> place.status().isOrphan())
                && asked.document(document).isEmpty();
    }

    /** A mention of a document that may be the one. */
    record Candidate(MentionRow row, Quoter.Quotation quotation, int said) {}

    /** The mentions of a document that are quoted alike and read alike. */
    private static final class Alike {
        private final List<Candidate> all = new ArrayList<>(1);
        private final Map<Integer, Candidate> byStart = new HashMap<>();
        private Map<Long, List<Candidate>> byAround = Map.of();

        void add(Candidate candidate) {
            all.add(candidate);
            byStart.putIfAbsent(candidate.row.startCodePoint(), candidate);
        }

        /** Those around which stands in {@code text} what {@code digest} is of. */
        List<Candidate> around(long digest, String text) {
            if (byAround.isEmpty()) {
                byAround = all.stream()
                        .collect(Collectors.groupingBy(each -> Quoter.around(text, each.quotation.sentence())));
            }
            return byAround.getOrDefault(digest, List.of());
        }
    }

    /** Finds the mentions of one document that verdicts are on. */
    private static final class InDocument {
        private final PassageSearcher asked;
        private final String document;
        private String text;
        private long digest;

        InDocument(PassageSearcher asked, String document) {
            this.asked = asked;
            this.document = document;
        }

        Place[] places(List<Entry> entries) throws IOException {
            Map<Long, Map<Integer, Alike>> quoted = alike(candidates(asked, document, entries));
            Place[] places = new Place[entries.size()];
            for (int i = 0; i < places.length; i++) {
                Entry entry = entries.get(i);
                places[i] = place(entry, quoted.getOrDefault(entry.quotation, Map.of()));
            }
            return places;
        }

        private Place place(Entry entry, Map<Integer, Alike> quoted) throws IOException {
            Alike read = quoted.get(entry.said);
            if (read == null) {
                return Place.none(quoted.isEmpty() ? Status.SENTENCE_GONE : Status.READ_OTHERWISE);
            }
            if (entry.alike == 1 && read.all.size() == 1) {
                return on(read.all.getFirst(), entry);
            }
            if (entry.text != 0 && entry.text == digest() && read.byStart.containsKey(entry.start)) {
                return on(read.byStart.get(entry.start), entry);
            }
            List<Candidate> there = entry.around == 0 ? List.of() : read.around(entry.around, text());
            return there.size() == 1 ? on(there.getFirst(), entry) : Place.none(Status.REPEATED);
        }

        private Place on(Candidate found, Entry entry) {
            int start = found.row.startCodePoint();
            boolean renamed = !document.equals(entry.document);
            Status status = renamed ? Status.RENAMED : start == entry.start ? Status.PLACED : Status.MOVED;
            return new Place(status, document, start, found.row.endCodePoint(), found.row.row());
        }

        private String text() throws IOException {
            if (text == null) {
                text = asked.document(document)
                        .map(stored -> stored.document().text())
                        .orElse("");
            }
            return text;
        }

        private long digest() throws IOException {
            if (digest == 0) {
                digest = Digest.of(text());
            }
            return digest;
        }
    }

    /** The mentions of a document that have the type and the words of one of {@code entries}, by their quotations. */
    private static Map<Long, List<Candidate>> candidates(PassageSearcher asked, String document, List<Entry> entries)
            throws IOException {
        EnumSet<Mention.Type> types = EnumSet.noneOf(Mention.Type.class);
        Set<Integer> surfaces = new HashSet<>();
        for (Entry entry : entries) {
            types.add(entry.type());
            surfaces.add(entry.surface);
        }
        return candidates(
                asked,
                document,
                types,
                row -> surfaces.contains(Quoter.plain(row.surface()).hashCode()));
    }

    private static Map<Long, List<Candidate>> candidates(
            PassageSearcher asked, String document, Set<Mention.Type> types, Predicate<MentionRow> wanted)
            throws IOException {
        LedgerRequest request = new LedgerRequest(
                new Query.All(),
                List.of(new Filter.Keyword("doc", List.of(document), false)),
                MentionSelector.ALL.withTypes(types),
                Copies.UNTOLD);
        Map<Long, List<Candidate>> candidates = new HashMap<>();
        Quoter quoter = new Quoter();
        asked.mentions(request, 0, row -> {
            if (wanted.test(row)) {
                Quoter.Quotation quotation = quoter.of(row);
                Candidate candidate =
                        new Candidate(row, quotation, Said.by(row.mention()).hashCode());
                candidates
                        .computeIfAbsent(quotation.digest(row.mention().type().word()), key -> new ArrayList<>(1))
                        .add(candidate);
            }
            return true;
        });
        return candidates;
    }

    /**
     * The mentions that stand at places of a document, as verdicts will know them again. Takes two looks at the mentions of the
     * document, however many places there are.
     *
     * @return those places at which one of this type stands exactly
     */
    Map<Judgements.Place, Judgements.Found> find(
            PassageSearcher asked, String document, Mention.Type type, Set<Judgements.Place> places)
            throws IOException {
        Optional<StoredDocument> stored = asked.document(document);
        if (stored.isEmpty()) {
            return Map.of();
        }
        Set<String> surfaces = new HashSet<>();
        candidates(asked, document, Set.of(type), row -> places.contains(place(row)))
                .values()
                .forEach(all -> all.forEach(each -> surfaces.add(Quoter.plain(each.row.surface()))));
        if (surfaces.isEmpty()) {
            return Map.of();
        }
        String text = stored.get().document().text();
        String digest = Digest.written(Digest.of(text));
        Map<Judgements.Place, Judgements.Found> found = new HashMap<>();
        Map<Long, List<Candidate>> same =
                candidates(asked, document, Set.of(type), row -> surfaces.contains(Quoter.plain(row.surface())));
        for (Map<Integer, Alike> read : alike(same).values()) {
            for (Alike alike : read.values()) {
                for (Candidate each : alike.all) {
                    if (places.contains(place(each.row))) {
                        Anchor anchor = anchor(each, alike, text, digest);
                        found.putIfAbsent(place(each.row), new Judgements.Found(anchor, each.row.row()));
                    }
                }
            }
        }
        return found;
    }

    private static Judgements.Place place(MentionRow row) {
        return new Judgements.Place(row.startCodePoint(), row.endCodePoint());
    }

    /** Those that are quoted alike by what they are read as. */
    private static Map<Long, Map<Integer, Alike>> alike(Map<Long, List<Candidate>> candidates) {
        Map<Long, Map<Integer, Alike>> alike = new HashMap<>();
        candidates.forEach((quotation, found) -> {
            Map<Integer, Alike> read = alike.computeIfAbsent(quotation, key -> new HashMap<>(1));
            found.forEach(
                    each -> read.computeIfAbsent(each.said, said -> new Alike()).add(each));
        });
        return alike;
    }

    private static Anchor anchor(Candidate found, Alike alike, String text, String digest) {
        long around = Quoter.around(text, found.quotation.sentence());
        boolean isTold = alike.around(around, text).size() == 1;
        MentionRow row = found.row;
        return new Anchor(
                row.passage().document(),
                row.mention().type(),
                row.surface(),
                Said.by(row.mention()),
                row.startCodePoint(),
                row.endCodePoint(),
                found.quotation.before(),
                found.quotation.after(),
                alike.all.size(),
                isTold ? Digest.written(around) : "",
                digest);
    }
}
