package wherein.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.mention.Mention;
import wherein.search.FacetRequest;
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

    /** The number of the value of the row that is Lucene document {@code row}, whose passage is {@code passage}. */
    abstract int of(int row, int passage) throws IOException;

    /**
     * The column of {@code field}.
     *
     * @param person the id over the whole collection for the name that a row keeps of a person
     * @throws IllegalArgumentException if rows cannot be grouped by it
     */
    static GroupColumn of(String field, UnaryOperator<String> person) {
        return switch (field) {
            case "type" -> new OfRow(MentionFields.TYPE);
            case "kind" -> new OfRow(MentionFields.KIND);
            case "unit" -> new OfRow(MentionFields.UNIT);
            case "bound" -> new OfRow(MentionFields.BOUND);
            case "id" -> new Ids(person);
            case "surface" -> new Surfaces();
            case "when.year" -> new Days(FacetRequest.Interval.YEAR);
            case "when.month" -> new Days(FacetRequest.Interval.MONTH);
            case "source" -> new OfPassage(leaf -> set(leaf, Fields.SOURCE), value -> value);
            case "stance" -> new OfPassage(leaf -> set(leaf, Fields.STANCE), value -> value);
            case "document" -> new OfPassage(leaf -> Ordinals.of(leaf, Fields.ID), value -> value);
            case "date" -> dates(value -> value);
            case "year" -> dates(value -> FacetCounter.bucket(value, FacetRequest.Interval.YEAR));
            case "month" -> dates(value -> FacetCounter.bucket(value, FacetRequest.Interval.MONTH));
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

        BytesRef value(int ordinal) throws IOException;

        int count();

        static Ordinals of(LeafReader leaf, String field) throws IOException {
            SortedDocValues values = DocValues.getSorted(leaf, field);
            return new Ordinals() {
                @Override
                public int at(int doc) throws IOException {
                    return values.advanceExact(doc) ? values.ordValue() : -1;
                }

                @Override
                public BytesRef value(int ordinal) throws IOException {
                    return values.lookupOrd(ordinal);
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
            public BytesRef value(int ordinal) throws IOException {
                return values.lookupOrd(ordinal);
            }

            @Override
            public int count() {
                return (int) values.getValueCount();
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
            int ordinal = ordinals.at(doc);
            int place = ordinal + 1;
            if (numbers[place] < 0) {
                String value = ordinal < 0 ? "" : ordinals.value(ordinal).utf8ToString();
                numbers[place] = values.of(made.apply(value));
            }
            return numbers[place];
        }
    }

    /** A keyword of the row itself. */
    private static final class OfRow extends GroupColumn {
        private final String field;
        private Numbers numbers;

        OfRow(String field) {
            this.field = field;
        }

        @Override
        void open(LeafReader leaf) throws IOException {
            numbers = new Numbers(Ordinals.of(leaf, field), value -> value);
        }

        @Override
        int of(int row, int passage) throws IOException {
            return numbers.of(row);
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
        int of(int row, int passage) throws IOException {
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
        private SortedDocValues types;
        private int ofPersons;
        private Numbers countries;
        private Numbers persons;

        Ids(UnaryOperator<String> person) {
            this.person = person;
        }

        @Override
        void open(LeafReader leaf) throws IOException {
            types = DocValues.getSorted(leaf, MentionFields.TYPE);
            ofPersons = types.lookupTerm(new BytesRef(Mention.Type.PERSON.word()));
            countries = new Numbers(Ordinals.of(leaf, MentionFields.ID), value -> value);
            persons = new Numbers(Ordinals.of(leaf, MentionFields.ID), person);
            spells.open(leaf);
        }

        @Override
        int of(int row, int passage) throws IOException {
            if (spells.moveTo(row)) {
                return spells.number(values(), days -> days.from() + "/" + days.to());
            }
            boolean isPerson = types.advanceExact(row) && types.ordValue() == ofPersons;
            return isPerson ? persons.of(row) : countries.of(row);
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
        void open(LeafReader leaf) throws IOException {
            spells.open(leaf);
        }

        @Override
        int of(int row, int passage) throws IOException {
            if (spells.moveTo(row)) {
                return spells.number(
                        values(), days -> FacetCounter.bucket(days.from() + "/" + days.to(), days, interval));
            }
            none = none < 0 ? values().of("") : none;
            return none;
        }
    }

    /** The days of mentioned dates; each spell of days is written out once. */
    private static final class Spells {
        private final Map<DayRange, Integer> numbers = new HashMap<>();
        private NumericDocValues from;
        private NumericDocValues to;
        private DayRange days;

        /** Writes days out. */
        interface Written {
            String of(DayRange days);
        }

        void open(LeafReader leaf) throws IOException {
            from = DocValues.getNumeric(leaf, MentionFields.FROM);
            to = DocValues.getNumeric(leaf, MentionFields.TO);
        }

        /** Goes to a row; false if it has no days. */
        boolean moveTo(int row) throws IOException {
            if (!from.advanceExact(row) || !to.advanceExact(row)) {
                return false;
            }
            days = new DayRange(LocalDate.ofEpochDay(from.longValue()), LocalDate.ofEpochDay(to.longValue()));
            return true;
        }

        int number(GroupValues values, Written written) {
            Integer known = numbers.get(days);
            if (known == null) {
                known = values.of(written.of(days));
                numbers.put(days, known);
            }
            return known;
        }
    }

    /** The text of the row's span. */
    private static final class Surfaces extends GroupColumn {
        private static final BytesRef NONE = new BytesRef();
        private BinaryDocValues surfaces;

        @Override
        void open(LeafReader leaf) throws IOException {
            surfaces = DocValues.getBinary(leaf, MentionFields.SURFACE);
        }

        @Override
        int of(int row, int passage) throws IOException {
            return values().of(surfaces.advanceExact(row) ? surfaces.binaryValue() : NONE);
        }
    }
}
