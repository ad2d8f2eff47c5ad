package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import wherein.analysis.AnalysedWord;
import wherein.analysis.Stem;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.WordForms;
import wherein.search.WordForms.Form;

/**
 * Finds, for one query, the forms of words in the dictionary of the texts, in which forms and stems stand side by side without a link: what
 * begins as a stem does is stemmed, and what may have the stem is looked up in a passage or a few. The work grows with the
 * words that begin so, and where some texts keep their words unstemmed, with the passages that have the forms.
 */
final class FormFinder {

    /** So many words of a query are looked at: who pastes a page does not read the forms of each. */
    static final int WORDS = 32;

    /** So many forms of a word are told. */
    static final int FORMS = 20;

    /**
     * So many words of the dictionary are looked at for one query, a tenth of a second's work; a word that would need more
     * is left out, since some of its forms would be told for all.
     */
    static final int LOOKED_AT = 50_000;

    private static final int CHECKED = 64;

    private static final Comparator<Form> MOST_FIRST =
            Comparator.comparingInt(Form::passages).reversed().thenComparing(Form::form);

    private final IndexReader reader;
    private final boolean stemmed;
    private final Deadline deadline;
    private final Cache cache;
    private final Map<String, WordForms> found = new LinkedHashMap<>();
    private boolean known = true;
    private int lookedAt;

    /**
     * The forms of {@code reader}.
     *
     * @param stemmed what {@link Vocabulary#isStemmed} says of it
     * @param cache of the same reader
     */
    FormFinder(IndexReader reader, boolean stemmed, Cache cache, Deadline deadline) {
        this.reader = reader;
        this.cache = cache;
        this.stemmed = stemmed;
        this.deadline = deadline;
    }

    /** The forms of each word that {@code query} looks for in texts in any form, in its order and each once. */
    WordForms.Found of(Query query) throws IOException {
        add(query);
        return new WordForms.Found(List.copyOf(found.values()), known);
    }

    private void add(Query query) throws IOException {
        switch (query) {
            case Query.Word word -> add(word, word.text());
            case Query.Phrase phrase -> add(phrase, phrase.text());
            case Query.Exact exact -> look(exact);
            case Query.Boost boost -> add(boost.query());
            case Query.Near near -> {
                for (Query operand : near.operands()) {
                    add(operand);
                }
            }
            case Query.Bool bool -> {
                for (Query.Clause clause : bool.clauses()) {
                    add(clause.query());
                }
            }
            default -> {}
        }
    }

    private void add(Query.OfWords query, String text) throws IOException {
        if (!query.field().equals(Query.TEXT)) {
            return;
        }
        for (AnalysedWord word : AnalysedWord.of(text)) {
            if (!found.containsKey(word.form())) {
                known &= add(word, text.substring(word.start(), word.end()));
            }
        }
    }

    /** Whether the texts have {@code word}; false too where no more can be looked at. */
    private boolean add(AnalysedWord word, String written) throws IOException {
        if (found.size() >= WORDS || lookedAt >= LOOKED_AT) {
            return false;
        }
        List<Form> forms = known(word);
        if (lookedAt >= LOOKED_AT) {
            return false;
        }
        int shown = Math.min(FORMS, forms.size());
        found.put(word.form(), new WordForms(written, forms.subList(0, shown), forms.size() - shown));
        return !forms.isEmpty();
    }

    /** As {@link #forms}, for which a word is looked up once a generation, or again when many others have been asked since. */
    private List<Form> known(AnalysedWord word) throws IOException {
        Key key = new Key(word.form(), word.stem());
        Looked before = cache.get(key);
        if (before == null) {
            int begin = lookedAt;
            List<Form> forms = forms(word);
            // What was cut short is not all there is.
            if (lookedAt < LOOKED_AT && forms.size() <= Cache.MOST_FORMS) {
                cache.put(key, new Looked(List.copyOf(forms), lookedAt - begin));
            }
            return forms;
        }
        lookedAt += before.lookedAt;
        return before.forms;
    }

    private record Key(String form, String stem) {}

    /** What was found for a word, and how many words of the dictionary were looked at for it: it counts as if they were again. */
    private record Looked(List<Form> forms, int lookedAt) {}

    /** The forms of the words that were asked last. Safe for use by several threads at once. */
    static final class Cache {

        private static final int WORDS = 4_096;

        private static final int MOST_FORMS = 64;

        private final Map<Key, Looked> words = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Looked> eldest) {
                return size() > WORDS;
            }
        };

        private synchronized Looked get(Key key) {
            return words.get(key);
        }

        private synchronized void put(Key key, Looked looked) {
            words.put(key, looked);
        }
    }

    /** A word in one form alone has no others to be told, and may be one that no text has. */
    private void look(Query.Exact exact) throws IOException {
        if (exact.field().equals(Query.TEXT)) {
            for (AnalysedWord word : AnalysedWord.of(exact.text())) {
                known &= LiveCounts.of(reader, new Term(Fields.TEXT, word.form())) > 0;
            }
        }
    }

    private List<Form> forms(AnalysedWord word) throws IOException {
        List<Form> forms = new ArrayList<>();
        boolean hasStem = Stem.isStem(word.stem());
        // Where all texts are stemmed a word is looked for by its stem alone, and its own form is one as any.
        boolean byForm = !hasStem || !stemmed;
        int own = byForm ? LiveCounts.of(reader, new Term(Fields.TEXT, word.form())) : 0;
        if (own > 0) {
            forms.add(new Form(word.form(), own));
        }
        if (hasStem) {
            addByStem(byForm ? word.form() : "", word.stem(), forms);
        }
        forms.sort(MOST_FIRST);
        return forms;
    }

    /** Adds the forms that stand with {@code term}, a stem, but for {@code known}. */
    private void addByStem(String known, String term, List<Form> forms) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Fields.TEXT);
        // A stem that no text has takes in nothing, however much begins so.
        if (terms == null || LiveCounts.of(reader, new Term(Fields.TEXT, term)) == 0) {
            return;
        }
        Stem stem = new Stem(term);
        TermsEnum each = terms.iterator();
        for (String beginning : stem.beginnings()) {
            BytesRef prefix = new BytesRef(beginning);
            boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
            while (more && lookedAt < LOOKED_AT && StringHelper.startsWith(each.term(), prefix)) {
                if (++lookedAt % CHECKED == 0) {
                    deadline.check();
                }
                String form = each.term().utf8ToString();
                int passages = form.equals(known) || !stem.mayTakeIn(form) ? 0 : passages(form, term);
                if (passages > 0) {
                    forms.add(new Form(form, passages));
                }
                more = each.next() != null;
            }
        }
    }

    /** How many passages have {@code form} where it has {@code stem}: in other languages it has none. */
    private int passages(String form, String stem) throws IOException {
        int passages = 0;
        boolean together = false;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum forms = leaf.reader().postings(new Term(Fields.TEXT, form), PostingsEnum.POSITIONS);
            PostingsEnum stems = leaf.reader().postings(new Term(Fields.TEXT, stem), PostingsEnum.POSITIONS);
            if (forms != null && stems != null) {
                Both both = new Both(forms, stems, leaf.reader().getLiveDocs());
                together |= both.standTogether();
                passages += stemmed ? 0 : both.count();
            }
        }
        return together ? Math.max(passages, stemmed ? LiveCounts.of(reader, new Term(Fields.TEXT, form)) : 0) : 0;
    }

    /** The passages of one segment that have a form and a stem, in order. */
    private final class Both {

        /** A form that has the stem in none of the first passages that have the two has another. */
        private static final int TRIED = 16;

        private final PostingsEnum forms;
        private final PostingsEnum stems;
        private final Bits live;
        private int passages;

        Both(PostingsEnum forms, PostingsEnum stems, Bits live) {
            this.forms = forms;
            this.stems = stems;
            this.live = live;
        }

        private boolean next() throws IOException {
            // Past its end an enumeration of postings is undefined, and that of a word of one passage fails.
            int doc = forms.docID() == DocIdSetIterator.NO_MORE_DOCS ? forms.docID() : forms.nextDoc();
            while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                int next = stems.docID() < doc ? stems.advance(doc) : stems.docID();
                if (next == doc && live != null && !live.get(doc)) {
                    doc = forms.nextDoc();
                    continue;
                }
                if (next == doc) {
                    if (++passages % 4_096 == 0) {
                        deadline.check();
                    }
                    return true;
                }
                doc = next == DocIdSetIterator.NO_MORE_DOCS ? next : forms.advance(next);
            }
            return false;
        }

        /** Whether the two stand at one place in one of the first passages. */
        boolean standTogether() throws IOException {
            for (int i = 0; i < TRIED && next(); i++) {
                if (atOnePlace()) {
                    return true;
                }
            }
            return false;
        }

        private boolean atOnePlace() throws IOException {
            int stem = -1;
            int left = stems.freq();
            for (int i = forms.freq(); i > 0; i--) {
                int form = forms.nextPosition();
                while (stem < form && left > 0) {
                    stem = stems.nextPosition();
                    left--;
                }
                if (stem == form) {
                    return true;
                }
            }
            return false;
        }

        /** How many passages there are, those that were tried and the rest. */
        int count() throws IOException {
            while (next()) {
                continue;
            }
            return passages;
        }
    }
}
