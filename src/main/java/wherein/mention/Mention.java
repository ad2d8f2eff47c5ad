package wherein.mention;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import wherein.text.Span;
import wherein.time.DayRange;

/** A place in a text that says something a reader may ask for by meaning rather than by word. */
public sealed interface Mention {

    /** Where it stands: the shortest run that carries the name or the number. */
    Span span();

    /** The name of the rule that made it, in lower case with hyphens, such as {@code number-with-scale}. */
    String rule();

    /** What it speaks of. */
    Type type();

    /** The same, standing at {@code span}. */
    Mention at(Span span);

    /** What a mention speaks of: one type for each record. */
    enum Type {
        /** A {@link Country}. */
        COUNTRY,
        /** A {@link Person}. */
        PERSON,
        /** A {@link Figure}. */
        FIGURE,
        /** A {@link Date}. */
        DATE;

        /** The word for it in the API: {@code country}, {@code person}, {@code figure} or {@code date}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The one of this {@link #word}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Type of(String word) {
            for (Type type : values()) {
                if (type.word().equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no type of mention: " + word);
        }
    }

    /**
     * A state, named or implied.
     *
     * @param id ISO 3166-1 alpha-2, with XK, SU, YU, DD and the like
     * @param kind how the text names it
     * @param nested whether the span is part of a longer proper name of something else
     * @param runnerUp what else an ambiguous form might have meant, a code or a word such as {@link #PERSON}
     * @param evidence what decided an ambiguous form, empty where there was nothing to decide
     */
    record Country(
            Span span, String id, Kind kind, boolean nested, Optional<String> runnerUp, String evidence, String rule)
            implements Mention {

        /** The {@link #runnerUp} of a form that persons bear as well. */
        public static final String PERSON = "person";

        /** Whether the words beside a city's name told it from a person of that name. */
        public boolean isCityRatherThanPerson() {
            return kind == Kind.CITY && runnerUp.filter(PERSON::equals).isPresent();
        }

        @Override
        public Type type() {
            return Type.COUNTRY;
        }

        @Override
        public Country at(Span span) {
            return new Country(span, id, kind, nested, runnerUp, evidence, rule);
        }

        /** How a text names a state. */
        public enum Kind {
            /** By its name or an abbreviation. */
            NAME,
            /** By the adjective or the people. */
            DEMONYM,
            /** By a city, town or district in it. */
            CITY,
            /** By a seat or body that stands for it. */
            GOVERNMENT
        }
    }

    /**
     * A named individual.
     *
     * @param name the fullest name that the document has for this person, in its base form: what tells persons of one
     *     document apart
     */
    record Person(Span span, String name, String rule) implements Mention {

        @Override
        public Type type() {
            return Type.PERSON;
        }

        @Override
        public Person at(Span span) {
            return new Person(span, name, rule);
        }
    }

    /**
     * A number that says how many, how much, how large a share, how long or how old.
     *
     * @param min the least value it may have, in plain units
     * @param max the greatest, at least {@code min}
     * @param bound how the writer bounds it
     * @param unit {@code people}, {@code percent}, an ISO 4217 code, {@code years}, {@code MB} …, the counted noun in
     *     lower-case singular, or empty
     */
    record Figure(Span span, BigDecimal min, BigDecimal max, Bound bound, String unit, String rule) implements Mention {

        /** How a writer bounds a value. */
        public enum Bound {
            /** Exact, or plain. */
            EXACT("="),
            /** About, around, some, roughly. */
            ABOUT("~"),
            /** Nearly, up to, less than. */
            BELOW("<"),
            /** More than, over, at least. */
            ABOVE(">");

            private final String sign;

            Bound(String sign) {
                this.sign = sign;
            }

            /** The sign for it in the API. */
            public String sign() {
                return sign;
            }
        }

        @Override
        public Type type() {
            return Type.FIGURE;
        }

        @Override
        public Figure at(Span span) {
            return new Figure(span, min, max, bound, unit, rule);
        }

        /** Checks that the value does not end below its beginning. */
        public Figure {
            if (min.compareTo(max) > 0) {
                throw new IllegalArgumentException(min + " is above " + max);
            }
        }
    }

    /**
     * An explicit calendar expression.
     *
     * @param days the days it covers; empty where the text leaves the year open and nothing tells it
     * @param uncertain whether nothing tells the day from the month: then it is the first or the last of {@code days},
     *     and none between
     */
    record Date(Span span, Optional<DayRange> days, boolean uncertain, String rule) implements Mention {

        /** One whose days are certain. */
        public Date(Span span, Optional<DayRange> days, String rule) {
            this(span, days, false, rule);
        }

        /** The two days that an uncertain date may be, as a set of EDTF: {@code [2022-05-07,2022-07-05]}. */
        public Optional<String> readings() {
            return uncertain ? days.map(two -> "[" + two.from() + "," + two.to() + "]") : Optional.empty();
        }

        @Override
        public Type type() {
            return Type.DATE;
        }

        @Override
        public Date at(Span span) {
            return new Date(span, days, uncertain, rule);
        }
    }
}
