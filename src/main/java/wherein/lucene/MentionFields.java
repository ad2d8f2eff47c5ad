package wherein.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.mention.CertainValues;
import wherein.mention.Mention;
import wherein.text.CodePoints;
import wherein.text.Span;
import wherein.time.DayRange;

/** How a mention is kept: a Lucene document of its own, before that of its passage in one block with it. */
final class MentionFields {

    static final String MENTION = "mention";
    static final String TYPE = "m.type";
    static final String ID = "m.id";
    static final String KIND = "m.kind";
    static final String NESTED = "m.nested";
    static final String UNIT = "m.unit";
    static final String BOUND = "m.bound";
    static final String VALUE = "m.value";
    static final String WHEN = "m.when";

    /** The values that a figure may have, with its bound: {@link CertainValues}. */
    static final String CERTAIN = "m.certain";

    private static final String MIN = "m.min";
    private static final String MAX = "m.max";
    static final String FROM = "m.from";
    static final String TO = "m.to";
    private static final String RULE = "m.rule";
    private static final String START = "m.start";
    private static final String END = "m.end";
    private static final String START_CODE_POINT = "m.start.cp";
    private static final String END_CODE_POINT = "m.end.cp";
    private static final String FIRST = "m.first";
    private static final String LAST = "m.last";
    static final String SURFACE = "m.surface";
    private static final String EVIDENCE = "m.evidence";
    private static final String RUNNER_UP = "m.runner-up";

    private MentionFields() {}

    /**
     * The Lucene document of {@code mention} in a document with this text.
     *
     * @param occurrence which words of its passage it covers
     */
    static org.apache.lucene.document.Document of(
            Mention mention, Occurrence occurrence, String text, CodePoints points) {
        var lucene = new org.apache.lucene.document.Document();
        lucene.add(new StringField(Fields.TYPE, MENTION, Field.Store.NO));
        keyword(lucene, TYPE, mention.type().word());
        lucene.add(new SortedDocValuesField(RULE, new BytesRef(mention.rule())));
        lucene.add(new NumericDocValuesField(START, mention.span().start()));
        lucene.add(new NumericDocValuesField(END, mention.span().end()));
        lucene.add(new NumericDocValuesField(FIRST, occurrence.first()));
        lucene.add(new NumericDocValuesField(LAST, occurrence.last()));
        lucene.add(new NumericDocValuesField(
                START_CODE_POINT, points.at(mention.span().start())));
        lucene.add(new NumericDocValuesField(
                END_CODE_POINT, points.at(mention.span().end())));
        lucene.add(new BinaryDocValuesField(SURFACE, new BytesRef(mention.span().in(text))));
        switch (mention) {
            case Mention.Country country -> country(lucene, country);
            case Mention.Person person -> keyword(lucene, ID, person.name());
            case Mention.Figure figure -> figure(lucene, figure);
            case Mention.Date date -> date.days().ifPresent(days -> days(lucene, days));
        }
        return lucene;
    }

    private static void country(org.apache.lucene.document.Document lucene, Mention.Country country) {
        keyword(lucene, ID, country.id());
        keyword(lucene, KIND, word(country.kind()));
        keyword(lucene, NESTED, country.nested() ? "1" : "0");
        lucene.add(new SortedDocValuesField(EVIDENCE, new BytesRef(country.evidence())));
        country.runnerUp().ifPresent(other -> lucene.add(new SortedDocValuesField(RUNNER_UP, new BytesRef(other))));
    }

    private static String word(Mention.Country.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void figure(org.apache.lucene.document.Document lucene, Mention.Figure figure) {
        keyword(lucene, UNIT, figure.unit());
        keyword(lucene, BOUND, figure.bound().sign());
        double[] min = {figure.min().doubleValue()};
        double[] max = {figure.max().doubleValue()};
        lucene.add(new DoubleRange(VALUE, min, max));
        CertainValues certain = CertainValues.of(figure);
        lucene.add(new DoubleRange(CERTAIN, new double[] {certain.least()}, new double[] {certain.greatest()}));
        lucene.add(new BinaryDocValuesField(MIN, new BytesRef(figure.min().toPlainString())));
        lucene.add(new BinaryDocValuesField(MAX, new BytesRef(figure.max().toPlainString())));
    }

    private static void days(org.apache.lucene.document.Document lucene, DayRange days) {
        long from = days.from().toEpochDay();
        long to = days.to().toEpochDay();
        lucene.add(new LongRange(WHEN, new long[] {from}, new long[] {to}));
        lucene.add(new NumericDocValuesField(FROM, from));
        lucene.add(new NumericDocValuesField(TO, to));
    }

    private static void keyword(org.apache.lucene.document.Document lucene, String field, String value) {
        lucene.add(new StringField(field, value, Field.Store.NO));
        lucene.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    /** Reads the mentions of one segment back, in ascending order of their Lucene documents. */
    static final class MentionReader {

        private static final Map<String, Mention.Country.Kind> KINDS = Arrays.stream(Mention.Country.Kind.values())
                .collect(Collectors.toMap(MentionFields::word, kind -> kind));

        private final FieldWords type;
        private final FieldWords id;
        private final FieldWords kind;
        private final FieldWords nested;
        private final FieldWords unit;
        private final FieldWords bound;
        private final FieldWords rule;
        private final FieldWords evidence;
        private final FieldWords runnerUp;
        private final BinaryDocValues min;
        private final BinaryDocValues max;
        private final BinaryDocValues surface;
        private final NumericDocValues from;
        private final NumericDocValues to;
        private final NumericDocValues start;
        private final NumericDocValues end;
        private final NumericDocValues first;
        private final NumericDocValues last;
        private final NumericDocValues startCodePoint;
        private final NumericDocValues endCodePoint;

        MentionReader(LeafReader leaf) throws IOException {
            type = new FieldWords(leaf, TYPE);
            id = new FieldWords(leaf, ID);
            kind = new FieldWords(leaf, KIND);
            nested = new FieldWords(leaf, NESTED);
            unit = new FieldWords(leaf, UNIT);
            bound = new FieldWords(leaf, BOUND);
            rule = new FieldWords(leaf, RULE);
            evidence = new FieldWords(leaf, EVIDENCE);
            runnerUp = new FieldWords(leaf, RUNNER_UP);
            min = DocValues.getBinary(leaf, MIN);
            max = DocValues.getBinary(leaf, MAX);
            surface = DocValues.getBinary(leaf, SURFACE);
            from = DocValues.getNumeric(leaf, FROM);
            to = DocValues.getNumeric(leaf, TO);
            start = DocValues.getNumeric(leaf, START);
            end = DocValues.getNumeric(leaf, END);
            first = DocValues.getNumeric(leaf, FIRST);
            last = DocValues.getNumeric(leaf, LAST);
            startCodePoint = DocValues.getNumeric(leaf, START_CODE_POINT);
            endCodePoint = DocValues.getNumeric(leaf, END_CODE_POINT);
        }

        /** Whether Lucene document {@code doc} of the segment stands for a mention. */
        boolean isThere(int doc) throws IOException {
            return !type.of(doc).isEmpty();
        }

        /** The mention that Lucene document {@code doc} of the segment stands for. */
        Mention mention(int doc) throws IOException {
            Span span = new Span(number(start, doc), number(end, doc));
            String made = rule.of(doc);
            return switch (Mention.Type.of(type.of(doc))) {
                case COUNTRY ->
                    new Mention.Country(
                            span,
                            id.of(doc),
                            KINDS.get(kind.of(doc)),
                            nested.of(doc).equals("1"),
                            Optional.of(runnerUp.of(doc)).filter(other -> !other.isEmpty()),
                            evidence.of(doc),
                            made);
                case PERSON -> new Mention.Person(span, id.of(doc), made);
                case FIGURE ->
                    new Mention.Figure(
                            span,
                            new BigDecimal(text(min, doc)),
                            new BigDecimal(text(max, doc)),
                            bound(bound.of(doc)),
                            unit.of(doc),
                            made);
                case DATE ->
                    new Mention.Date(
                            span,
                            from.advanceExact(doc)
                                    ? Optional.of(new DayRange(
                                            LocalDate.ofEpochDay(from.longValue()),
                                            LocalDate.ofEpochDay(number(to, doc))))
                                    : Optional.empty(),
                            made);
            };
        }

        /** Which words of its passage it covers, and where it stands in a passage that begins at {@code passage}. */
        Occurrence occurrence(int doc, int passage) throws IOException {
            Span span = new Span(number(start, doc) - passage, number(end, doc) - passage);
            return new Occurrence(number(first, doc), number(last, doc), span);
        }

        String surface(int doc) throws IOException {
            return text(surface, doc);
        }

        Span codePoints(int doc) throws IOException {
            return new Span(number(startCodePoint, doc), number(endCodePoint, doc));
        }

        private static Mention.Figure.Bound bound(String sign) {
            for (Mention.Figure.Bound bound : Mention.Figure.Bound.values()) {
                if (bound.sign().equals(sign)) {
                    return bound;
                }
            }
            throw new IllegalStateException("no bound: " + sign);
        }

        private static String text(BinaryDocValues values, int doc) throws IOException {
            return values.advanceExact(doc) ? values.binaryValue().utf8ToString() : "";
        }

        private static int number(NumericDocValues values, int doc) throws IOException {
            if (!values.advanceExact(doc)) {
                throw new IllegalStateException("a mention without a place");
            }
            return (int) values.longValue();
        }
    }

    /** The words of a field. Rows next to each other often have the same one, which is then read once. */
    private static final class FieldWords {
        private final SortedDocValues values;
        private int last = -1;
        private String word = "";

        FieldWords(LeafReader leaf, String field) throws IOException {
            values = DocValues.getSorted(leaf, field);
        }

        String of(int doc) throws IOException {
            if (!values.advanceExact(doc)) {
                return "";
            }
            if (last != values.ordValue()) {
                last = values.ordValue();
                word = values.lookupOrd(last).utf8ToString();
            }
            return word;
        }
    }
}
