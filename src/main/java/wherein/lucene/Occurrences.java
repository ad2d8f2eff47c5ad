package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.AnalysedWord;
import wherein.query.MentionSelector;
import wherein.text.Span;

/** What is looked for in one field of a passage, and occurs in its text: all that a mark can come from. */
sealed interface Occurrences {

    /** Every place, in order and each once, whichever words make it up. */
    List<Occurrence> in(PassageWords words) throws IOException;

    /** Adds the marks of {@code occurrences}, which are some of those that {@link #in} found. */
    void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) throws IOException;

    /** The passages with at least one place; their score is that of the words. */
    Query query();

    /** Nothing that could be found. */
    Occurrences NONE = new AnyOf(List.of());

    /** One word that is any of some terms of one field. */
    record Token(String field, List<Form> forms) implements Occurrences {

        /** More terms than this are not scored one by one. */
        private static final int SCORED = 64;

        /** Takes a copy. */
        public Token {
            forms = List.copyOf(forms);
        }

        /** {@code word} in any inflected form: by its stem alone where the words of all texts are {@code stemmed}. */
        static Token of(String field, AnalysedWord word, boolean stemmed) {
            Form stem = new Form(new Term(field, word.stem()), 1);
            boolean alone = field.equals(Fields.TEXT) && stemmed || word.stem().equals(word.form());
            return new Token(
                    field,
                    alone ? List.of(stem) : List.of(exactly(field, word).forms.getFirst(), stem));
        }

        /** {@code word} as it is written alone. */
        static Token exactly(String field, AnalysedWord word) {
            return new Token(field, List.of(new Form(new Term(field, word.form()), 1)));
        }

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            return List.copyOf(new TreeSet<>(words.anyOf(this)));
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) {
            occurrences.forEach(occurrence -> marks.add(occurrence.span()));
        }

        @Override
        public Query query() {
            if (forms.isEmpty()) {
                return new MatchNoDocsQuery("no word of the index");
            }
            if (forms.size() > SCORED) {
                List<BytesRef> terms =
                        forms.stream().map(form -> form.term().bytes()).toList();
                return new ConstantScoreQuery(new TermInSetQuery(field, terms));
            }
            SynonymQuery.Builder any = new SynonymQuery.Builder(field);
            forms.forEach(form -> any.addTerm(form.term(), form.weight()));
            return any.build();
        }

        Term[] terms() {
            return forms.stream().map(Form::term).toArray(Term[]::new);
        }
    }

    /**
     * One term that a word may be.
     *
     * @param weight how much it counts, above 0 and at most 1
     */
    record Form(Term term, float weight) {}

    /** Words one behind the other; one mark for all. */
    record Row(List<Token> tokens) implements Occurrences {

        /** Takes a copy. */
        public Row {
            tokens = List.copyOf(tokens);
        }

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            List<Occurrence> rows = words.of(tokens.getFirst());
            for (Token next : tokens.subList(1, tokens.size())) {
                rows = joined(rows, words.of(next));
            }
            return rows;
        }

        /** Each of {@code rows} with the one of {@code next} that stands right behind it. */
        private static List<Occurrence> joined(List<Occurrence> rows, List<Occurrence> next) {
            List<Occurrence> joined = new ArrayList<>();
            int at = 0;
            for (Occurrence row : rows) {
                while (at < next.size() && next.get(at).first() <= row.last()) {
                    at++;
                }
                if (at < next.size() && next.get(at).first() == row.last() + 1) {
                    Occurrence last = next.get(at);
                    Span span = new Span(row.span().start(), last.span().end());
                    joined.add(new Occurrence(row.first(), last.last(), span));
                }
            }
            return joined;
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) {
            occurrences.forEach(occurrence -> marks.add(occurrence.span()));
        }

        @Override
        public Query query() {
            if (tokens.stream().anyMatch(token -> token.forms().isEmpty())) {
                return new MatchNoDocsQuery("a word that the index does not have");
            }
            MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
            tokens.forEach(token -> phrase.add(token.terms()));
            return phrase.build();
        }
    }

    /** Words about where a phrase has them, each taking a place of its own; each is a mark. */
    record Loose(List<Token> tokens, int slop) implements Occurrences {

        /** Takes a copy. */
        public Loose {
            tokens = List.copyOf(tokens);
        }

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            return new LooseMatcher(this, words).occurrences();
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) throws IOException {
            new LooseMatcher(this, words).mark(occurrences, marks);
        }

        @Override
        public Query query() {
            return verified(this, tokens);
        }
    }

    /** The mentions that a clause of the query selects. */
    record Mentions(MentionSelector selector) implements Occurrences {

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            return words.of(selector);
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) {
            occurrences.forEach(occurrence -> marks.add(occurrence.span()));
        }

        @Override
        public Query query() {
            return LuceneLedger.passagesWith(selector);
        }
    }

    /** Any of several. */
    record AnyOf(List<Occurrences> choices) implements Occurrences {

        /** Takes a copy. */
        public AnyOf {
            choices = List.copyOf(choices);
        }

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            TreeSet<Occurrence> occurrences = new TreeSet<>();
            for (Occurrences choice : choices) {
                occurrences.addAll(words.of(choice));
            }
            return List.copyOf(occurrences);
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) throws IOException {
            for (Occurrences choice : choices) {
                List<Occurrence> own =
                        words.of(choice).stream().filter(occurrences::contains).toList();
                choice.mark(words, own, marks);
            }
        }

        @Override
        public Query query() {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            choices.forEach(choice -> any.add(choice.query(), BooleanClause.Occur.SHOULD));
            return any.build();
        }
    }

    /** One of each, near each other: see {@link wherein.query.Query.Near}. */
    record Near(List<Occurrences> operands, int distance, boolean ordered) implements Occurrences {

        /** Takes a copy. */
        public Near {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Occurrence> in(PassageWords words) throws IOException {
            return new NearMatcher(this, words).occurrences();
        }

        @Override
        public void mark(PassageWords words, Collection<Occurrence> occurrences, List<Span> marks) throws IOException {
            new NearMatcher(this, words).mark(occurrences, marks);
        }

        @Override
        public Query query() {
            return verified(this, operands);
        }
    }

    /** Passages with all of {@code parts}, of which those stay that {@code occurrences} are in. */
    private static Query verified(Occurrences occurrences, List<? extends Occurrences> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder scored = new BooleanQuery.Builder();
        for (Occurrences part : parts) {
            Query query = part.query();
            all.add(query, BooleanClause.Occur.FILTER);
            scored.add(part instanceof Mentions ? new BoostQuery(query, 0) : query, BooleanClause.Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(new OccurrencesQuery(occurrences, all.build()), BooleanClause.Occur.FILTER)
                .add(scored.build(), BooleanClause.Occur.SHOULD)
                .build();
    }
}
