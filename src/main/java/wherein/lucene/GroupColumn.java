package wherein.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import wherein.mention.Mention;
import wherein.search.FacetRequest;
import wherein.search.RowMarks;
import wherein.time.DayRange;

/** One field that rows are grouped by: gives the value of each row as a number. Reads only the fields that this takes. */
abstract class GroupColumn {

    private final GroupValues values = new GroupValues();

    /** The values, by their numbers. */
    final GroupValues values() {
        return values;
    }

    /** Goes to a segment; its rows come in ascending order after that. */
    abstract void open(LeafReader leaf) throws IOException;

    /** The number of the value of the row that {@code row} stands at, whose passage is Lucene document {@code passage}. */
    abstract int of(MentionRows row, int passage) throws IOException;

    /**
     * The column of {@code field}.
     *
     * @param person the id over the whole collection for the name that a row keeps of a person
     * @throws IllegalArgumentException if rows cannot be grouped by it
     */
    static GroupColumn of(String field, UnaryOperator<String> person) {
        return switch (field) {
            case "verdict" -> new Marks();
            case "type" -> new OfRow<>(Mention.Type.class, MentionRows::type, Mention.Type::word);
            case "kind" ->
                new OfRow<>(
                        Mention.Country.Kind.class,
                        row -> row.type() == Mention.Type.COUNTRY ? row.kind() : null,
                        kind -> kind.name().toLowerCase(Locale.ROOT));
            case "bound" ->
                new OfRow<>(
                        Mention.Figure.Bound.class,
                        row -> row.type() == Mention.Type.FIGURE ? row.bound() : null,
                        Mention.Figure.Bound::sign);
            case "unit" -> new Units();
            case "id" -> new Ids(person);
            case "surface" -> new Surfaces();
            case "when.year" -> new Days(FacetRequest.Interval.YEAR);
            case "when.month" -> new Days(FacetRequest.Interval.MONTH);
            case "source" -> new OfPassage(leaf -> set(leaf, Fields.SOURCE), value -> value);
            case "stance" -> new OfPassage(leaf -> set(leaf, Fields.STANCE), value -> value);
            case "document" -> new OfPassage(leaf -> Ordinals.of(leaf, Fields.ID), value -> value);
            case "date" -> dates(value -> value);
            case "year" -> dates(FacetRequest.Interval.YEAR::bucket);
            case "month" -> dates(FacetRequest.Interval.MONTH::bucket);
            case "day" -> dates(FacetRequest.Interval.DAY::bucket);
            default -> throw new IllegalArgumentException("no field to group by: " + field);
        };
    }

    private static GroupColumn dates(UnaryOperator<String> made) {
        return new OfPassage(leaf -> Ordinals.of(leaf, Fields.DATE_TEXT), made);
    }

    /** The values of a segment by ordinals, whose least is 0. */
    private interface Ordinals {

        /** A field of a segment. */
        interface Field {
            Ordinals of(LeafReader leaf) throws IOException;
        }

        /** The ordinal of what document {@code doc} has; negative if it has none. */
        int at(int doc) throws IOException;

        String value(int ordinal) throws IOException;

        int count();

        static Ordinals of(LeafReader leaf, String field) throws IOException {
            SortedDocValues values = DocValues.getSorted(leaf, field);
            return new Ordinals() {
                @Override
                public int at(int doc) throws IOException {
                    return values.advanceExact(doc) ? values.ordValue() : -1;
                }

                @Override
                public String value(int ordinal) throws IOException {
                    return values.lookupOrd(ordinal).utf8ToString();
                }

                @Override
                public int count() {
                    return values.getValueCount();
                }
            };
        }
    }

    /** A field that may have several values, and has one here. */
    private static Ordinals set(LeafReader leaf, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf, field);
        return new Ordinals() {
            @Override
            public int at(int doc) throws IOException {
                return values.advanceExact(doc) ? (int) values.nextOrd() : -1;
            }

            @Override
            public String value(int ordinal) throws IOException {
                return values.lookupOrd(ordinal).utf8ToString();
            }

            @Override
            public int count() {
                return (int) values.getValueCount();
            }
        };
    }

    /** The words of mentions, as they are said. */
    private static Ordinals words(LeafReader leaf) throws IOException {
        SortedSetDocValues words = MentionRows.words(leaf);
        return new Ordinals() {
            @Override
            public int at(int doc) {
                throw new UnsupportedOperationException("a passage has several words");
            }

            @Override
            public String value(int ordinal) throws IOException {
                return MentionFields.said(words.lookupOrd(ordinal));
            }

            @Override
            public int count() {
                return (int) words.getValueCount();
            }
        };
    }

    /** The numbers of a segment's values, each looked up when it first comes. */
    private final class Numbers {
        private final Ordinals ordinals;
        private final UnaryOperator<String> made;
        private final int[] numbers;

        Numbers(Ordinals ordinals, UnaryOperator<String> made) {
            this.ordinals = ordinals;
            this.made = made;
            this.numbers = new int[ordinals.count() + 1];
            Arrays.fill(numbers, -1);
        }

        int of(int doc) throws IOException {
            return ofOrdinal(ordinals.at(doc));
        }

        /** That of an ordinal; of nothing if it is negative. */
        int ofOrdinal(int ordinal) throws IOException {
            int place = ordinal + 1;
            if (numbers[place] < 0) {
                String value = ordinal < 0 ? "" : ordinals.value(ordinal);
                numbers[place] = values.of(made.apply(value));
            }
            return numbers[place];
        }
    }

    /** What a row is of a few things, or none of them; each is written out once. */
    private static final class OfRow<T extends Enum<T>> extends GroupColumn {
        private final Function<MentionRows, T> thing;
        private final Function<T, String> word;
        private final int[] numbers;

        OfRow(Class<T> things, Function<MentionRows, T> thing, Function<T, String> word) {
            this.thing = thing;
            this.word = word;
            this.numbers = new int[things.getEnumConstants().length + 1];
            Arrays.fill(numbers, -1);
        }

        @Override
        void open(LeafReader leaf) {
            // The words are not those of a segment.
        }

        @Override
        int of(MentionRows row, int passage) {
            T found = thing.apply(row);
            int place = found == null ? 0 : found.ordinal() + 1;
            if (numbers[place] < 0) {
                numbers[place] = values().of(found == null ? "" : word.apply(found));
            }
            return numbers[place];
        }
    }

    /** The unit of a figure; nothing of others. */
    private static final class Units extends GroupColumn {
        private Numbers units;

        @Override
        void open(LeafReader leaf) throws IOException {
            units = new Numbers(words(leaf), value -> value);
        }

        @Override
        int of(MentionRows row, int passage) throws IOException {
            return units.ofOrdinal(row.type() == Mention.Type.FIGURE ? row.ordinal() : -1);
        }
    }

    /** A keyword of the row's passage, which is looked at once for all its rows. */
    private static final class OfPassage extends GroupColumn {
        private final Ordinals.Field field;
        private final UnaryOperator<String> made;
        private Numbers numbers;
        private int last;
        private int number;

        OfPassage(Ordinals.Field field, UnaryOperator<String> made) {
            this.field = field;
            this.made = made;
        }

        @Override
        void open(LeafReader leaf) throws IOException {
            numbers = new Numbers(field.of(leaf), made);
            last = -1;
        }

        @Override
        int of(MentionRows row, int passage) throws IOException {
            if (passage != last) {
                last = passage;
                number = numbers.of(passage);
            }
            return number;
        }
    }

    /** What a country or person is, and the days of a date; nothing of a figure. */
    private static final class Ids extends GroupColumn {
        private final UnaryOperator<String> person;
        private final Spells spells = new Spells();
        private Numbers countries;
        private Numbers persons;

        Ids(UnaryOperator<String> person) {
            this.person = person;
        }

        @Override
        void open(LeafReader leaf) throws IOException {
            countries = new Numbers(words(leaf), value -> value);
            persons = new Numbers(words(leaf), person);
        }

        @Override
        int of(MentionRows row, int passage) throws IOException {
            return switch (row.type()) {
                case COUNTRY -> countries.ofOrdinal(row.ordinal());
                case PERSON -> persons.ofOrdinal(row.ordinal());
                case DATE -> row.hasDays() ? spells.number(row, values(), Spells::written) : countries.ofOrdinal(-1);
                case FIGURE -> countries.ofOrdinal(-1);
            };
        }
    }

    /** The year or month in which the days of a mentioned date lie. */
    private static final class Days extends GroupColumn {
        private final FacetRequest.Interval interval;
        private final Spells spells = new Spells();
        private int none = -1;

        Days(FacetRequest.Interval interval) {
            this.interval = interval;
        }

        @Override
        void open(LeafReader leaf) {
            // Days are not those of a segment.
        }

        @Override
        int of(MentionRows row, int passage) {
            if (row.hasDays()) {
                return spells.number(row, values(), days -> interval.bucket(Spells.written(days), days));
            }
            none = none < 0 ? values().of("") : none;
            return none;
        }
    }

    /** The days of mentioned dates; each spell of days is written out once. */
    private static final class Spells {
        private final Map<DayRange, Integer> numbers = new HashMap<>();

        static String written(DayRange days) {
            return days.from() + "/" + days.to();
        }

        /** The number of what {@code written} makes of the days of a row. */
        int number(MentionRows row, GroupValues values, Function<DayRange, String> written) {
            DayRange days = new DayRange(LocalDate.ofEpochDay(row.from()), LocalDate.ofEpochDay(row.to()));
            Integer known = numbers.get(days);
            if (known == null) {
                known = values.of(written.apply(days));
                numbers.put(days, known);
            }
            return known;
        }
    }

    /** What readers say of the row, which the index does not know. */
    static final class Marks extends GroupColumn {
        @Override
        void open(LeafReader leaf) {
            // Marks are not those of a segment.
        }

        @Override
        int of(MentionRows row, int passage) {
            throw new UnsupportedOperationException("the row's mark is told by who knows it");
        }

        /** The number of a mark. */
        int of(RowMarks.Mark mark) {
            return values().of(mark.word());
        }
    }

    /** The text of the row's span. */
    private static final class Surfaces extends GroupColumn {
        @Override
        void open(LeafReader leaf) {
            // Texts are not those of a segment.
        }

        @Override
        int of(MentionRows row, int passage) throws IOException {
            return values().of(row.surface());
        }
    }
}
