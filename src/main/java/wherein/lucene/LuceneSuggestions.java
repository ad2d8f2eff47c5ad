package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wherein.analysis.AnalysedWord;
import wherein.analysis.TextAnalyzer;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.Suggestion;
import wherein.search.Suggestions;

/** Suggestions from one commit of a Lucene index; its names are read when the first is asked for. */
final class LuceneSuggestions implements Suggestions {

    private final LuceneSearcher searcher;
    private final WordSuggester words;
    private NameSuggester named;

    LuceneSuggestions(LuceneSearcher searcher, WordSuggester words) {
        this.searcher = searcher;
        this.words = words;
    }

    @Override
    public List<Suggestion> suggest(String prefix, Set<String> types, int limit, Names names) throws IOException {
        Deadline deadline = searcher.deadline();
        String folded = fold(prefix.stripLeading());
        if (folded.isEmpty() || limit == 0) {
            return List.of();
        }
        Set<Suggestion> found = new LinkedHashSet<>(merged(
                types.contains("word") ? words.beginning(folded, limit, deadline) : List.of(),
                named(names).beginning(folded, types)));
        boolean tolerant = folded.codePointCount(0, folded.length()) >= WordSuggester.TOLERANT;
        if (found.size() < limit && tolerant) {
            found.addAll(merged(
                    types.contains("word") ? words.beginningLike(folded, limit + found.size(), deadline) : List.of(),
                    named(names).beginningLike(folded, types)));
        }
        return found.stream().limit(limit).toList();
    }

    @Override
    public Map<String, String> nearestWords(Collection<String> unknown) throws IOException {
        Deadline deadline = searcher.deadline();
        Map<String, String> nearest = new HashMap<>();
        for (String word : unknown) {
            List<AnalysedWord> cut = AnalysedWord.of(word);
            if (cut.size() == 1 && searcher.passagesWith(word) == 0) {
                String form = cut.getFirst().form();
                int edits = Math.min(2, form.codePointCount(0, form.length()) / 3);
                words.nearest(form, edits, deadline).ifPresent(meant -> nearest.put(word, meant));
            }
        }
        return nearest;
    }

    private static List<Suggestion> merged(List<WordSuggester.Counted> words, List<Suggestion> names) {
        List<Suggestion> merged = new ArrayList<>(names);
        words.forEach(each -> merged.add(new Suggestion(each.word(), "word", each.word(), each.passages())));
        merged.sort((a, b) -> Integer.compare(b.count(), a.count()));
        return merged;
    }

    private synchronized NameSuggester named(Names names) throws IOException {
        if (named == null) {
            List<NameSuggester.Named> all = new ArrayList<>();
            ledger("country", names, all);
            ledger("person", names, all);
            values("title", all);
            values("source", all);
            named = new NameSuggester(all);
        }
        return named;
    }

    private void ledger(String type, Names names, List<NameSuggester.Named> all) throws IOException {
        LedgerRequest request =
                new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL.withTypes(Set.of(type)));
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<String>> keys = new HashMap<>();
        for (Ledger.MentionGroup group :
                searcher.summary(request, List.of("id", "surface"), kept -> names.id(type, kept))) {
            String id = names.id(type, group.key().getFirst());
            counts.merge(id, group.tally().mentions(), Integer::sum);
            keys.computeIfAbsent(id, each -> new TreeSet<>(List.of(fold(names.label(type, id)))))
                    .add(fold(group.key().getLast()));
        }
        counts.forEach((id, count) -> all.add(new NameSuggester.Named(
                new Suggestion(names.label(type, id), type, id, count), List.copyOf(keys.get(id)))));
    }

    private void values(String type, List<NameSuggester.Named> all) throws IOException {
        for (Facet.Value value : searcher.values(
                        new FacetRequest(type, "", Integer.MAX_VALUE, FacetRequest.Interval.YEAR, Names.NONE))
                .values()) {
            if (!value.value().isEmpty()) {
                Suggestion suggestion = new Suggestion(value.value(), type, value.value(), value.count());
                all.add(new NameSuggester.Named(suggestion, List.of(fold(value.value()))));
            }
        }
    }

    private static String fold(String text) {
        return TextAnalyzer.STANDARD.normalize("", text).utf8ToString();
    }
}
