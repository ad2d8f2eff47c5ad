package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.LeafReaderContext;
import wherein.analysis.AnalysedWord;
import wherein.analysis.TextAnalyzer;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Preparations;
import wherein.search.Prepared;
import wherein.search.Suggestion;

/**
 * Suggestions from one commit of a Lucene index. What the ledger names and what is known of documents is read once, by a thread of
 * its own, when somebody first asks; persons, which take longest, by another.
 */
final class LuceneSuggestions {

    /** What is read beside persons. */
    private static final Set<Suggestion.Type> OF_OTHERS =
            Set.of(Suggestion.Type.COUNTRY, Suggestion.Type.TITLE, Suggestion.Type.SOURCE);

    private static final Logger LOG = Logger.getLogger(LuceneSuggestions.class.getName());

    private final LuceneSearcher searcher;
    private final WordSuggester words;
    private Prepared<NameSuggester> persons;
    private Prepared<NameSuggester> others;

    LuceneSuggestions(LuceneSearcher searcher, WordSuggester words) {
        this.searcher = searcher;
        this.words = words;
    }

    /** As {@link wherein.search.Suggestions} says. */
    List<Suggestion> suggest(String prefix, Set<Suggestion.Type> types, int limit, Names names, Deadline deadline)
            throws IOException {
        deadline.check();
        String folded = fold(prefix.stripLeading());
        if (folded.isEmpty() || limit <= 0) {
            return List.of();
        }
        List<NameSuggester> named = named(types, names, deadline);
        List<Suggestion> exact = new ArrayList<>();
        for (NameSuggester each : named) {
            exact.addAll(each.beginning(folded, types, limit, deadline));
        }
        Set<Suggestion> found = new LinkedHashSet<>(merged(
                types.contains(Suggestion.Type.WORD) ? words.beginning(folded, limit, deadline) : List.of(), exact));
        boolean tolerant = folded.codePointCount(0, folded.length()) >= WordSuggester.TOLERANT;
        if (found.size() < limit && tolerant) {
            int more = limit + found.size();
            List<Suggestion> like = new ArrayList<>();
            for (NameSuggester each : named) {
                like.addAll(each.beginningLike(folded, types, more, deadline));
            }
            found.addAll(merged(
                    types.contains(Suggestion.Type.WORD) ? words.beginningLike(folded, more, deadline) : List.of(),
                    like));
        }
        return found.stream().limit(limit).toList();
    }

    /** As {@link wherein.search.Suggestions} says. */
    Map<String, String> nearestWords(Collection<String> unknown, Deadline deadline) throws IOException {
        deadline.check();
        Map<String, String> nearest = new HashMap<>();
        Map<String, Integer> passages = searcher.within(deadline).passagesWith(unknown);
        for (String word : unknown) {
            List<AnalysedWord> cut = AnalysedWord.of(word);
            if (cut.size() == 1 && passages.get(word) == 0) {
                words.nearest(cut.getFirst().form(), deadline).ifPresent(meant -> nearest.put(word, meant));
            }
        }
        return nearest;
    }

    private static List<Suggestion> merged(List<WordSuggester.Counted> words, List<Suggestion> names) {
        List<Suggestion> merged = new ArrayList<>(names);
        merged.sort(NameSuggester.FREQUENT_FIRST);
        words.forEach(
                each -> merged.add(new Suggestion(each.word(), Suggestion.Type.WORD, each.word(), each.passages())));
        merged.sort((a, b) -> Integer.compare(b.count(), a.count()));
        return merged;
    }

    /** The names of {@code types}, as soon as they are read. All are begun before the first is waited for. */
    private List<NameSuggester> named(Set<Suggestion.Type> types, Names names, Deadline deadline) {
        List<Prepared<NameSuggester>> wanted = new ArrayList<>();
        synchronized (this) {
            if (persons == null) {
                // They are read for all requests, and so wait for no deadline of this one.
                Preparations preparations = searcher.preparations();
                persons = preparations.prepare("suggested persons", own -> persons(names, own));
                others = preparations.prepare("suggested names", own -> others(names, own));
            }
            if (types.contains(Suggestion.Type.PERSON)) {
                wanted.add(persons);
            }
            if (!Collections.disjoint(types, OF_OTHERS)) {
                wanted.add(others);
            }
        }
        wanted.forEach(Prepared::begin);
        return wanted.stream().map(each -> each.get(deadline)).toList();
    }

    private NameSuggester persons(Names names, Deadline own) throws IOException {
        NameSuggester.Builder all = new NameSuggester.Builder();
        ledger(Named.PERSON, Suggestion.Type.PERSON, names, all, own);
        return all.build();
    }

    private NameSuggester others(Names names, Deadline own) throws IOException {
        NameSuggester.Builder all = new NameSuggester.Builder();
        ledger(Named.COUNTRY, Suggestion.Type.COUNTRY, names, all, own);
        values(Fields.TITLE, Suggestion.Type.TITLE, all, own);
        values(Fields.SOURCE, Suggestion.Type.SOURCE, all, own);
        return all.build();
    }

    /** Adds what the ledger has of {@code named}, by its label and all its forms. */
    private void ledger(Named named, Suggestion.Type type, Names all, NameSuggester.Builder built, Deadline own)
            throws IOException {
        Names names = all.within(own::check);
        Map<String, Integer> mentions = new TreeMap<>();
        searcher.within(own)
                .named(named)
                .forEach((kept, count) -> mentions.merge(names.id(named, kept), count, Integer::sum));
        Map<String, Integer> numbers = new HashMap<>();
        Set<Key> keys = new HashSet<>();
        for (Map.Entry<String, Integer> each : mentions.entrySet()) {
            own.step();
            String label = names.label(named, each.getKey());
            Suggestion name = new Suggestion(label, type, each.getKey(), each.getValue());
            int number = built.name(name, fold(label));
            numbers.put(each.getKey(), number);
            keys.add(new Key(number, fold(label)));
        }
        boolean complete = true;
        for (LeafReaderContext leaf : searcher.reader().leaves()) {
            NamedForms forms = searcher.memory().of(leaf.reader(), NamedForms.class, NamedForms::new);
            complete &= forms.each(leaf.reader(), named, own, (kept, form) -> {
                Key key = new Key(numbers.get(names.id(named, kept)), fold(form));
                if (keys.size() < Grouping.MOST && keys.add(key)) {
                    built.key(key.name, key.form);
                }
            });
        }
        if (!complete || keys.size() >= Grouping.MOST) {
            LOG.log(
                    Level.INFO,
                    "of type {0} some names are suggested by their labels alone: there are too many forms",
                    named.word());
        }
    }

    /** By what a name is looked up. */
    private record Key(int name, String form) {}

    private void values(String field, Suggestion.Type type, NameSuggester.Builder all, Deadline own)
            throws IOException {
        FacetRequest every = new FacetRequest(field, "", Integer.MAX_VALUE, FacetRequest.Interval.YEAR, Names.NONE);
        for (Facet.Value value : searcher.values(every, own).values()) {
            if (!value.value().isEmpty()) {
                all.name(new Suggestion(value.value(), type, value.value(), value.count()), fold(value.value()));
            }
        }
    }

    private static String fold(String text) {
        return TextAnalyzer.STANDARD.normalize("", text).utf8ToString();
    }
}
