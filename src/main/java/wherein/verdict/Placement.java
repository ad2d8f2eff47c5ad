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
import wherein.text.Span;
import wherein.verdict.Placed.Place;

/**
 * Finds the rows of one generation that verdicts are on. A verdict is on the mention that has its quotation, in its document: where
 * the text is as it was, on the one at its place; else on the only one, if it was the only one; else on the only one around which
 * stands what stood there. A document that was renamed is looked for under its new id. What is found by none of these is on no row. What it takes grows with the mentions of the documents that have verdicts; what comes later is looked for alone.
 * Safe for use by several threads at once.
 */
final class Placement {

    private final PassageSearcher searcher;
    private final Prepared<Placed> first;
    private Placed last;

    Placement(PassageSearcher searcher, Verdicts verdicts) {
        this.searcher = searcher;
        this.first = searcher.preparations().prepare("verdicts", deadline -> {
            Verdicts.State state = verdicts.state();
            return Placed.of(state, places(state, 0, deadline));
        });
    }

    /**
     * Where the verdicts of {@code state} are. Who asks first waits until all are placed, but no longer than {@code deadline}.
     *
     * @throws wherein.search.DeadlineException if that takes longer
     */
    Placed of(Verdicts.State state, Deadline deadline) throws IOException {
        if (state.count() == 0) {
            return Placed.of(state, new Place[0]);
        }
        Placed known = first.get(deadline);
        synchronized (this) {
            if (last == null) {
                last = known;
            }
            if (last.state() == state) {
                return last;
            }
            if (state.follows(last.state()) && state.renamings() == last.state().renamings()) {
                last = last.with(state, places(state, last.state().count(), deadline));
                return last;
            }
            if (last.state().follows(state) && state.renamings() == last.state().renamings()) {
                // An earlier moment, which some request still sees.
                Placed all = last;
                Place[] places = new Place[state.count()];
                Arrays.setAll(places, all::place);
                return Placed.of(state, places);
            }
            // The file was replaced.
            last = Placed.of(state, places(state, 0, deadline));
            return last;
        }
    }

    /** The places of the verdicts from number {@code from} on. */
    private Place[] places(Verdicts.State state, int from, Deadline deadline) throws IOException {
        Map<String, List<Integer>> documents = new LinkedHashMap<>();
        for (int i = from; i < state.count(); i++) {
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
            Map<Long, List<Candidate>> candidates = candidates(asked, document, entries);
            Place[] places = new Place[entries.size()];
            for (int i = 0; i < places.length; i++) {
                Entry entry = entries.get(i);
                places[i] = place(entry, candidates.getOrDefault(entry.quotation, List.of()));
            }
            return places;
        }

        private Place place(Entry entry, List<Candidate> quoted) throws IOException {
            List<Candidate> read =
                    quoted.stream().filter(each -> each.said == entry.said).toList();
            if (read.isEmpty()) {
                return Place.none(quoted.isEmpty() ? Status.SENTENCE_GONE : Status.READ_OTHERWISE);
            }
            if (entry.alike == 1 && read.size() == 1) {
                return on(read.getFirst(), entry);
            }
            if (entry.text != 0 && entry.text == digest()) {
                for (Candidate each : read) {
                    if (each.row.startCodePoint() == entry.start) {
                        return on(each, entry);
                    }
                }
            }
            List<Candidate> there = new ArrayList<>();
            for (Candidate each : read) {
                if (entry.around != 0 && Quoter.around(text(), each.quotation.sentence()) == entry.around) {
                    there.add(each);
                }
            }
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
     * The mention that stands at a place of a document, as a verdict will know it again.
     *
     * @param start in code points
     * @param end in code points, exclusive
     * @return empty if there is none
     */
    Optional<Judgements.Found> find(PassageSearcher asked, String document, Mention.Type type, int start, int end)
            throws IOException {
        Optional<StoredDocument> stored = asked.document(document);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String text = stored.get().document().text();
        Predicate<MentionRow> here = row -> row.startCodePoint() == start && row.endCodePoint() == end;
        Optional<String> surface = candidates(asked, document, Set.of(type), here).values().stream()
                .map(found -> Quoter.plain(found.getFirst().row.surface()))
                .findFirst();
        if (surface.isEmpty()) {
            return Optional.empty();
        }
        Predicate<MentionRow> same = row -> Quoter.plain(row.surface()).equals(surface.get());
        for (List<Candidate> quoted :
                candidates(asked, document, Set.of(type), same).values()) {
            for (Candidate each : quoted) {
                if (here.test(each.row)) {
                    return Optional.of(new Judgements.Found(anchor(each, quoted, text), each.row.row()));
                }
            }
        }
        return Optional.empty();
    }

    private static Anchor anchor(Candidate found, List<Candidate> quoted, String text) {
        List<Candidate> alike =
                quoted.stream().filter(each -> each.said == found.said).toList();
        Span sentence = found.quotation.sentence();
        long around = Quoter.around(text, sentence);
        long same = alike.stream()
                .filter(each -> Quoter.around(text, each.quotation.sentence()) == around)
                .count();
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
                alike.size(),
                same == 1 ? Digest.written(around) : "",
                Digest.written(Digest.of(text)));
    }
}
