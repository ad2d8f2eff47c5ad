package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import wherein.mention.CertainValues;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.DayRange;

/**
 * Reads the mentions of one passage after another of a segment, in their order, as {@link MentionFields} wrote them. The row that
 * it stands at is asked for what is wanted of it; nothing else is made. Passages have to ascend.
 */
final class MentionRows {

    private static final Mention.Type[] TYPES = Mention.Type.values();
    private static final Mention.Country.Kind[] KINDS = Mention.Country.Kind.values();
    private static final Mention.Figure.Bound[] BOUNDS = Mention.Figure.Bound.values();
    private static final int NONE = -1;

    private final BinaryDocValues mentions;
    private final SortedSetDocValues words;
    private final NumericDocValues starts;
    private final BinaryDocValues texts;
    private final WordCache cache;

    private final ByteArrayDataInput in = new ByteArrayDataInput();
    private int[] ordinals = new int[16];
    private int passage = NONE;
    private int passageStart;
    private String text;

    private int number;
    private int head;
    private int start;
    private int end;
    private int first;
    private int last;
    private int rule;
    private int beyond;
    private int id;
    private int evidence;
    private int runnerUp;
    private String min;
    private String max;
    private long from;
    private long to;

    MentionRows(LeafReader leaf) throws IOException {
        mentions = DocValues.getBinary(leaf, Fields.MENTIONS);
        words = words(leaf);
        starts = DocValues.getNumeric(leaf, Fields.START);
        texts = DocValues.getBinary(leaf, Fields.PASSAGE_TEXT);
        cache = new WordCache(words);
    }

    /** The words that the mentions of a segment speak of, by their {@link #ordinal}. */
    static SortedSetDocValues words(LeafReader leaf) throws IOException {
        return DocValues.getSortedSet(leaf, Fields.MENTION_WORDS);
    }

    /** Goes to before the first mention of the passage that is Lucene document {@code doc} of the segment. */
    void moveTo(int doc) throws IOException {
        passage = doc;
        number = NONE;
        text = null;
        if (!mentions.advanceExact(doc) || !words.advanceExact(doc)) {
            in.reset(BytesRef.EMPTY_BYTES);
            return;
        }
        BytesRef bytes = mentions.binaryValue();
        in.reset(bytes.bytes, bytes.offset, bytes.length);
        int count = words.docValueCount();
        ordinals = ArrayUtil.growNoCopy(ordinals, count);
        for (int i = 0; i < count; i++) {
            ordinals[i] = (int) words.nextOrd();
        }
        starts.advanceExact(doc);
        passageStart = (int) starts.longValue();
        start = passageStart;
        first = 0;
    }

    /** Goes to the next mention of the passage; false if there is none. */
    boolean next() {
        if (in.eof()) {
            return false;
        }
        try {
            number++;
            head = in.readByte() & 0xFF;
            start += in.readZInt();
            end = start + in.readVInt();
            first += in.readZInt();
            last = (head & MentionFields.WORDS) == 0 ? first : first + in.readVInt();
            rule = word();
            beyond = (head & MentionFields.BEYOND) == 0 ? NONE : word();
            own();
        } catch (IOException e) {
            throw new IllegalStateException("the index holds mentions that this program did not write", e);
        }
        return true;
    }

    private void own() throws IOException {
        id = NONE;
        switch (type()) {
            case COUNTRY -> {
                id = word();
                evidence = word();
                runnerUp = (head & MentionFields.RUNNER_UP) == 0 ? NONE : word();
            }
            case PERSON -> id = word();
            case FIGURE -> {
                id = word();
                min = in.readString();
                max = (head & MentionFields.ONE_VALUE) == 0 ? in.readString() : min;
            }
            case DATE -> {
                if (hasDays()) {
                    from = in.readZLong();
                    to = from + in.readVLong();
                }
            }
        }
    }

    private int word() throws IOException {
        return ordinals[in.readVInt()];
    }

    /** How many mentions of the passage stand before this one. */
    int number() {
        return number;
    }

    Mention.Type type() {
        return TYPES[head & (1 << MentionFields.TYPE_BITS) - 1];
    }

    /**
     * The ordinal in the segment of what it speaks of: the code of a country, the name of a person, the unit of a figure; negative
     * for a date.
     */
    int ordinal() {
        return id;
    }

    /** Of a country. */
    Mention.Country.Kind kind() {
        return KINDS[head >>> MentionFields.KIND_SHIFT & 3];
    }

    /** Of a country. */
    boolean isNested() {
        return (head & MentionFields.NESTED) != 0;
    }

    /** Of a figure. */
    Mention.Figure.Bound bound() {
        return BOUNDS[head >>> MentionFields.BOUND_SHIFT & 3];
    }

    /** Whether it is a date whose days are known. */
    boolean hasDays() {
        return type() == Mention.Type.DATE && (head & MentionFields.KNOWN) != 0;
    }

    /** The first day of a date whose days are known, from 1970 on. */
    long from() {
        return from;
    }

    /** The last day of a date whose days are known. */
    long to() {
        return to;
    }

    /** The least value of a figure. */
    double min() {
        return new BigDecimal(min).doubleValue();
    }

    /** The greatest value of a figure. */
    double max() {
        return new BigDecimal(max).doubleValue();
    }

    /** All values that a figure may have, with its bound. */
    CertainValues certain() {
        return CertainValues.of(figure(new Span(start, end)));
    }

    /** The mention itself. */
    Mention mention() throws IOException {
        Span span = new Span(start, end);
        return switch (type()) {
            case COUNTRY ->
                new Mention.Country(
                        span,
                        cache.word(id),
                        kind(),
                        isNested(),
                        runnerUp == NONE ? Optional.empty() : Optional.of(cache.word(runnerUp)),
                        cache.word(evidence),
                        cache.word(rule));
            case PERSON -> new Mention.Person(span, cache.word(id), cache.word(rule));
            case FIGURE -> figure(span);
            case DATE ->
                new Mention.Date(
                        span,
                        hasDays()
                                ? Optional.of(new DayRange(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)))
                                : Optional.empty(),
                        (head & MentionFields.UNCERTAIN) != 0,
                        cache.word(rule));
        };
    }

    private Mention.Figure figure(Span span) {
        return new Mention.Figure(
                span, new BigDecimal(min), new BigDecimal(max), bound(), cache.word(id), cache.word(rule));
    }

    /** Which words of its passage it covers, and where it stands in the passage's text. */
    Occurrence occurrence() {
        return new Occurrence(first, last, inPassage());
    }

    private Span inPassage() {
        return new Span(start - passageStart, end - passageStart);
    }

    /** The text that it covers. */
    String surface() throws IOException {
        return beyond == NONE ? inPassage().in(text()) : cache.word(beyond);
    }

    /** The same for who has read the text of the passage, {@code passage}. */
    String surface(String passage) {
        return beyond == NONE ? inPassage().in(passage) : cache.word(beyond);
    }

    private String text() throws IOException {
        if (text == null) {
            if (!texts.advanceExact(passage)) {
                throw new IllegalStateException("a mention in no passage");
            }
            text = PackedText.read(texts.binaryValue());
        }
        return text;
    }

    /** Reads words by their ordinals. Those that come often are read once. */
    private static final class WordCache {
        private static final int KEPT = 1 << 10;

        private final SortedSetDocValues values;
        private final int[] ordinals = new int[KEPT];
        private final String[] words = new String[KEPT];

        WordCache(SortedSetDocValues values) {
            this.values = values;
            Arrays.fill(ordinals, NONE);
        }

        String word(int ordinal) {
            int at = ordinal & KEPT - 1;
            if (ordinals[at] != ordinal) {
                try {
                    words[at] = MentionFields.said(values.lookupOrd(ordinal));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                ordinals[at] = ordinal;
            }
            return words[at];
        }
    }
}
