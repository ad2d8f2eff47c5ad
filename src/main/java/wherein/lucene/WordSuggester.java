package wherein.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Transition;
import wherein.analysis.TextAnalyzer;
import wherein.search.Deadline;

/** Looks words up in the dictionary of the texts by automata, so that only words alike are looked at. */
final class WordSuggester {

    /** A shorter beginning is taken as it is: with one letter changed it could be anything. */
    static final int TOLERANT = 4;

    private static final int CHECKED = 64;

    /** How many words are kept with what is nearest to them. */
    private static final int KEPT = 4_096;

    /** Code points. What is longer is no word that somebody mistyped, and nothing is near it. */
    private static final int LONGEST = 100;

    private static final Comparator<Counted> BEST_FIRST =
            Comparator.comparingInt(Counted::passages).reversed().thenComparing(Counted::word);

    private final IndexReader reader;

    /** Of the words that were asked last: each page of an answer and each facet that is chosen asks again. */
    private final Map<String, Optional<String>> nearest =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
                    return size() > KEPT;
                }
            });

    WordSuggester(IndexReader reader) {
        this.reader = reader;
    }

    /** A word and how many passages have it. */
    record Counted(String word, int passages) {}

    /** The most frequent words that begin with {@code prefix}, which is folded. */
    List<Counted> beginning(String prefix, int limit, Deadline deadline) throws IOException {
        return best(andMore(Automata.makeString(prefix)), limit, deadline);
    }

    /** The most frequent words of which a beginning is one edit from {@code prefix}, its first letter the same. */
    List<Counted> beginningLike(String prefix, int limit, Deadline deadline) throws IOException {
        int first = prefix.offsetByCodePoints(0, 1);
        return best(
                andMore(new LevenshteinAutomata(prefix.substring(first), true)
                        .toAutomaton(1, prefix.substring(0, first))),
                limit,
                deadline);
    }

    /**
     * The nearest word, and of the nearest the most frequent, with an edit for every three letters of {@code word}, which is folded,
     * and at most two.
     */
    Optional<String> nearest(String word, Deadline deadline) throws IOException {
        if (word.codePointCount(0, word.length()) > LONGEST) {
            return Optional.empty();
        }
        Optional<String> known = nearest.get(word);
        if (known == null) {
            known = find(word, Math.min(2, word.codePointCount(0, word.length()) / 3), deadline);
            nearest.put(word, known);
        }
        return known;
    }

    private Optional<String> find(String word, int edits, Deadline deadline) throws IOException {
        for (int distance = 1; distance <= edits; distance++) {
            List<Counted> like = best(new LevenshteinAutomata(word, true).toAutomaton(distance), 1, deadline);
            if (!like.isEmpty()) {
                return Optional.of(like.getFirst().word);
            }
        }
        return Optional.empty();
    }

    /**
     * What begins with something that {@code beginnings}, which is deterministic, accepts. Where it accepts, all that follows
     * is accepted too, so that it stays deterministic: to make it so anew may take more states than there is room for.
     */
    private static Automaton andMore(Automaton beginnings) {
        Automaton.Builder more = new Automaton.Builder();
        Transition transition = new Transition();
        for (int state = 0; state < beginnings.getNumStates(); state++) {
            more.createState();
            more.setAccept(state, beginnings.isAccept(state));
        }
        for (int state = 0; state < beginnings.getNumStates(); state++) {
            if (beginnings.isAccept(state)) {
                more.addTransition(state, state, Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
                continue;
            }
            int count = beginnings.initTransition(state, transition);
            for (int i = 0; i < count; i++) {
                beginnings.getNextTransition(transition);
                more.addTransition(state, transition.dest, transition.min, transition.max);
            }
        }
        return more.finish();
    }

    private List<Counted> best(Automaton automaton, int limit, Deadline deadline) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Fields.TEXT);
        if (terms == null || limit == 0) {
            return List.of();
        }
        PriorityQueue<Counted> best = new PriorityQueue<>(BEST_FIRST.reversed());
        TermsEnum each = new CompiledAutomaton(automaton, false, true, false).getTermsEnum(terms);
        int seen = 0;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            if (++seen % CHECKED == 0) {
                deadline.check();
            }
            // In the order of terms: of equals the first stays.
            // What is deleted counts in a frequency, which so is the most that there can be.
            if (!enters(best, limit, each.docFreq()) || TextAnalyzer.isStem(term)) {
                continue;
            }
            int passages = LiveCounts.of(reader, new Term(Fields.TEXT, term));
            if (passages > 0 && enters(best, limit, passages)) {
                best.add(new Counted(term.utf8ToString(), passages));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(BEST_FIRST).toList();
    }

    private static boolean enters(PriorityQueue<Counted> best, int limit, int passages) {
        return best.size() < limit || passages > best.peek().passages;
    }
}
