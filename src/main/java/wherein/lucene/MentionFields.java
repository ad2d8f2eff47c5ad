package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.AnalysedText;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.text.Span;

/**
 * How the mentions of a passage are kept, beside it:
 *
 * <ul>
 *   <li>{@link Fields#MENTIONS}, one value with all of them in their order, some ten bytes each, which {@link MentionRows} reads;
 *   <li>{@link Fields#MENTION_WORDS}, the words that they speak of (codes, names, units, rules), each once and with a letter before
 *       it that tells what it is: a mention has the number of its word among those of its passage, and whoever counts the passages
 *       that name something counts ordinals;
 *   <li>{@link Fields#MENTION_TERMS}, by which passages are found, and in which a term is as frequent as the mentions that it
 *       holds of: so these can be counted without a look at them;
 *   <li>{@link Fields#MENTION_VALUES} and {@link Fields#MENTION_DAYS}, by which passages are found that may have a figure or date
 *       in a range.
 * </ul>
 */
final class MentionFields {

    /** What a term of {@link Fields#MENTION_TERMS} begins with: what it is about. */
    private static final char TYPE = 't';

    private static final char KIND = 'k';
    private static final char UNIT = 'u';

    /** What a word begins with that is none of a term: a rule, evidence, a surface. */
    private static final char OTHER = 'w';

    /** Of a mention's first byte: its type, and what depends on it. */
    static final int TYPE_BITS = 2;

    /** It covers more words than one. */
    static final int WORDS = 1 << 7;

    /** It ends beyond its passage, and so its surface is among the words. */
    static final int BEYOND = 1 << 6;

    /** Of a country: it is nested, there is a runner-up; and its kind behind {@link #KIND_SHIFT}. */
    static final int NESTED = 1 << 2;

    static final int RUNNER_UP = 1 << 3;
    static final int KIND_SHIFT = 4;

    /** Of a figure: it has one value; and its bound behind {@link #BOUND_SHIFT}. */
    static final int ONE_VALUE = 1 << 2;

    static final int BOUND_SHIFT = 3;

    /** Of a date: its days are known; it is the first or the last of them. */
    static final int KNOWN = 1 << 2;

    static final int UNCERTAIN = 1 << 3;

    private final AnalysedText words;
    private final Span passage;
    private final String text;
    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    private final Map<BytesRef, Integer> terms = new TreeMap<>();
    private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

    /**
     * For the mentions of a passage.
     *
     * @param words of the passage
     * @param passage where it stands in the document's text
     */
    MentionFields(AnalysedText words, Span passage, String text) {
        this.words = words;
        this.passage = passage;
        this.text = text;
    }

    /** Adds {@code mentions}, by their start, to the Lucene document of their passage. */
    void add(List<Mention> mentions, org.apache.lucene.document.Document lucene) {
        if (mentions.isEmpty()) {
            return;
        }
        number(mentions);
        numbers.keySet().forEach(word -> lucene.add(new SortedSetDocValuesField(Fields.MENTION_WORDS, word)));
        try {
            int start = passage.start();
            int first = 0;
            for (Mention mention : mentions) {
                Span span = mention.span();
                int from = first(span.shift(-passage.start()));
                int to = Math.max(from, last(span.shift(-passage.start())));
                boolean beyond = span.end() > passage.end();
                out.writeByte((byte)
                        (mention.type().ordinal() | flags(mention) | (to > from ? WORDS : 0) | (beyond ? BEYOND : 0)));
                out.writeZInt(span.start() - start);
                out.writeVInt(span.end() - span.start());
                out.writeZInt(from - first);
                if (to > from) {
                    out.writeVInt(to - from);
                }
                write(other(mention.rule()));
                if (beyond) {
                    write(other(span.in(text)));
                }
                own(mention, lucene);
                start = span.start();
                first = from;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        lucene.add(new BinaryDocValuesField(Fields.MENTIONS, new BytesRef(out.toArrayCopy())));
        lucene.add(new Field(Fields.MENTION_TERMS, new CountedTerms(terms), Fields.TALLIED));
    }

    /** Gives each word its number: its place among all of them in the order of their bytes, as Lucene sorts them. */
    private void number(List<Mention> mentions) {
        TreeSet<BytesRef> sorted = new TreeSet<>();
        for (Mention mention : mentions) {
            sorted.add(other(mention.rule()));
            if (mention.span().end() > passage.end()) {
                sorted.add(other(mention.span().in(text)));
            }
            sorted.addAll(words(mention));
        }
        sorted.forEach(word -> numbers.put(word, numbers.size()));
    }

    private static List<BytesRef> words(Mention mention) {
        return switch (mention) {
            case Mention.Country country -> {
                List<BytesRef> words =
                        new ArrayList<>(List.of(id(Mention.Type.COUNTRY, country.id()), other(country.evidence())));
                country.runnerUp().ifPresent(id -> words.add(other(id)));
                yield words;
            }
            case Mention.Person person -> List.of(id(Mention.Type.PERSON, person.name()));
            case Mention.Figure figure -> List.of(unit(figure.unit()));
            case Mention.Date date -> List.of();
        };
    }

    private static int flags(Mention mention) {
        return switch (mention) {
            case Mention.Country country ->
                (country.nested() ? NESTED : 0)
                        | (country.runnerUp().isPresent() ? RUNNER_UP : 0)
                        | country.kind().ordinal() << KIND_SHIFT;
            case Mention.Person person -> 0;
            case Mention.Figure figure ->
                (figure.min().equals(figure.max()) ? ONE_VALUE : 0)
                        | figure.bound().ordinal() << BOUND_SHIFT;
            case Mention.Date date -> (date.days().isPresent() ? KNOWN : 0) | (date.uncertain() ? UNCERTAIN : 0);
        };
    }

    private void own(Mention mention, org.apache.lucene.document.Document lucene) throws IOException {
        count(type(mention.type()));
        switch (mention) {
            case Mention.Country country -> {
                write(id(Mention.Type.COUNTRY, country.id()));
                write(other(country.evidence()));
                if (country.runnerUp().isPresent()) {
                    write(other(country.runnerUp().get()));
                }
                count(id(Mention.Type.COUNTRY, country.id()));
                count(kind(country.kind()));
            }
            case Mention.Person person -> {
                write(id(Mention.Type.PERSON, person.name()));
                count(id(Mention.Type.PERSON, person.name()));
            }
            case Mention.Figure figure -> {
                write(unit(figure.unit()));
                out.writeString(figure.min().toPlainString());
                if (!figure.min().equals(figure.max())) {
                    out.writeString(figure.max().toPlainString());
                }
                count(unit(figure.unit()));
                double[] min = {figure.min().doubleValue()};
                double[] max = {figure.max().doubleValue()};
                lucene.add(new DoubleRange(Fields.MENTION_VALUES, min, max));
            }
            case Mention.Date date -> {
                if (date.days().isPresent()) {
                    long from = date.days().get().from().toEpochDay();
                    long to = date.days().get().to().toEpochDay();
                    out.writeZLong(from);
                    out.writeVLong(to - from);
                    lucene.add(new LongRange(Fields.MENTION_DAYS, new long[] {from}, new long[] {to}));
                }
            }
        }
    }

    private void write(BytesRef word) throws IOException {
        out.writeVInt(numbers.get(word));
    }

    private void count(BytesRef term) {
        terms.merge(term, 1, Integer::sum);
    }

    /** A word of {@link Fields#MENTION_WORDS} that is no country, person or unit. */
    private static BytesRef other(String word) {
        return new BytesRef(OTHER + word);
    }

    /** What {@code word}, a term or a word of {@link Fields#MENTION_WORDS}, is without the letter that tells what it is. */
    static String said(BytesRef word) {
        return new BytesRef(word.bytes, word.offset + 1, word.length - 1).utf8ToString();
    }

    /** The beginning of the terms and words of what is {@code named}, which no other has. */
    static BytesRef beginning(Named named) {
        return named == Named.UNIT ? unit("") : id(named.type(), "");
    }

    /** The term of the mentions of this type. */
    static BytesRef type(Mention.Type type) {
        return new BytesRef(TYPE + type.word());
    }

    /** The term of the mentions of one country or person, and the word for it. */
    static BytesRef id(Mention.Type type, String id) {
        return new BytesRef(Character.toUpperCase(type.word().charAt(0)) + id);
    }

    /** The term of the mentions that name a country in this way. */
    static BytesRef kind(Mention.Country.Kind kind) {
        return new BytesRef(KIND + kind.name());
    }

    /** The term of the figures of this unit, and the word for it. */
    static BytesRef unit(String unit) {
        return new BytesRef(UNIT + unit);
    }

    /** The first word that {@code span}, in the passage, covers or cuts; where there is none, the one behind it, or the last. */
    private int first(Span span) {
        return Math.min(Math.max(0, words.size() - 1), words.before(span.start()));
    }

    private int last(Span span) {
        int at = words.before(span.end());
        boolean cut = at < words.size() && words.start(at) < span.end();
        return Math.min(words.size() - 1, cut ? at : at - 1);
    }
}
