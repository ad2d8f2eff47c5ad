package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import wherein.analysis.AnalysedWord;
import wherein.analysis.TextAnalyzer;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.RefusedClause;

/** The words of an index: which of them a pattern stands for. */
final class Vocabulary {

    /** A pattern that stands for more words is refused: each has to be looked for. */
    static final int MAX_WORDS = 1_024;

    private static final int CHECKED = 64;

    private final IndexReader reader;
    private final Deadline deadline;
    private final boolean stemmed;

    /**
     * The words of {@code reader}.
     *
     * @param stemmed what {@link #isStemmed} says of it
     */
    Vocabulary(IndexReader reader, boolean stemmed, Deadline deadline) {
        this.reader = reader;
        this.stemmed = stemmed;
        this.deadline = deadline;
    }

    /**
     * Whether the words of all texts are stemmed. Then a stem stands wherever one of its forms does, and looking for both
     * would only take longer.
     */
    static boolean isStemmed(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Fields.LANG);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef language = each.next(); language != null; language = each.next()) {
                if (TextAnalyzer.of(language.utf8ToString()) != TextAnalyzer.STANDARD) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The patterns of {@code query} that are faulty here, or stand for too many words. */
    List<RefusedClause> refused(Query query) throws IOException {
        List<RefusedClause> refused = new ArrayList<>();
        for (Query.Pattern pattern : query.patterns()) {
            try {
                new Planner(stemmed, () -> this).plan(pattern);
            } catch (PatternException e) {
                refused.add(e.refused());
            }
        }
        return refused;
    }

    /**
     * The words that {@code pattern} stands for. A sign in it that parts words, such as a hyphen, parts it too: then they are
     * the words of a phrase.
     *
     * @throws PatternException if it is faulty, or stands for too many
     */
    List<Occurrences.Token> words(String field, Query.Pattern pattern) throws IOException {
        return switch (pattern) {
            case Query.Wildcard wildcard -> wildcards(field, wildcard);
            case Query.Fuzzy fuzzy -> fuzzy(field, fuzzy);
            case Query.Regex regex -> List.of(token(field, pattern, () -> Patterns.words(regex), ""));
            case Query.WordRange range -> List.of(token(field, pattern, () -> Patterns.words(range), ""));
        };
    }

    private List<Occurrences.Token> fuzzy(String field, Query.Fuzzy fuzzy) throws IOException {
        List<Occurrences.Token> tokens = new ArrayList<>();
        for (AnalysedWord word : AnalysedWord.of(fuzzy.text())) {
            String term = word.form();
            tokens.add(token(field, fuzzy, () -> Patterns.fuzzy(term, fuzzy.edits()), term));
        }
        return tokens;
    }

    private List<Occurrences.Token> wildcards(String field, Query.Wildcard wildcard) throws IOException {
        String pattern = wildcard.pattern();
        List<Occurrences.Token> tokens = new ArrayList<>();
        for (AnalysedWord part : AnalysedWord.of(lettered(pattern))) {
            String own = pattern.substring(part.start(), part.end());
            if (own.indexOf('*') < 0 && own.indexOf('?') < 0) {
                AnalysedWord.of(own).forEach(word -> tokens.add(Occurrences.Token.of(field, word, stemmed)));
            } else {
                tokens.add(token(field, wildcard, () -> Patterns.wildcard(own), ""));
            }
        }
        if (tokens.isEmpty()) {
            tokens.add(token(field, wildcard, () -> Patterns.wildcard(pattern), ""));
        }
        return tokens;
    }

    /** {@code pattern} with letters in place of its signs, of the script beside them, so that it is cut where words are. */
    private static String lettered(String pattern) {
        char[] letters = pattern.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == '*' || letters[i] == '?' || letters[i] == '\\') {
                letters[i] = beside(letters, i);
            }
        }
        return new String(letters);
    }

    private static char beside(char[] letters, int at) {
        if (at > 0 && Character.isLetterOrDigit(letters[at - 1])) {
            return letters[at - 1];
        }
        int next = at + 1;
        while (next < letters.length && (letters[next] == '*' || letters[next] == '?')) {
            next++;
        }
        return next < letters.length && Character.isLetterOrDigit(letters[next]) ? letters[next] : 'a';
    }

    private Occurrences.Token token(
            String field, Query.Pattern pattern, Supplier<Patterns.Machine> machine, String alike) throws IOException {
        List<Occurrences.Form> forms = new ArrayList<>();
        for (Term term : terms(field, pattern, made(pattern, machine).compiled())) {
            forms.add(new Occurrences.Form(term, alike.isEmpty() ? 1 : Patterns.likeness(alike, term.text())));
        }
        return new Occurrences.Token(field, forms);
    }

    /**
     * The machine for {@code pattern}.
     *
     * @throws PatternException if it cannot be made
     */
    static Patterns.Machine made(Query.Pattern pattern, Supplier<Patterns.Machine> machine) {
        try {
            return machine.get();
        } catch (TooComplexToDeterminizeException | IllegalArgumentException e) {
            boolean faulty = !(e instanceof TooComplexToDeterminizeException);
            throw new PatternException(
                    pattern,
                    faulty,
                    faulty ? "is no regular expression: " + e.getMessage() : "is too intricate; write it simpler");
        }
    }

    private Collection<Term> terms(String field, Query.Pattern pattern, CompiledAutomaton automaton)
            throws IOException {
        TreeSet<Term> found = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : automaton.getTermsEnum(terms);
            int seen = 0;
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                if (++seen % CHECKED == 0) {
                    deadline.check();
                }
                if (!TextAnalyzer.isStem(term)) {
                    found.add(new Term(field, BytesRef.deepCopyOf(term)));
                }
                if (found.size() > MAX_WORDS) {
                    throw new PatternException(
                            pattern,
                            false,
                            "stands for more than " + MAX_WORDS
                                    + " words of this collection; write more of its letters");
                }
            }
        }
        return found;
    }
}
