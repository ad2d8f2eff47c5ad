package wherein.recognise.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.recognise.NumberWord;
import wherein.recognise.WordList;
import wherein.recognise.figure.UnitWord.Kind;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;
import wherein.text.WordMap;

/**
 * The words that stand in and beside the numbers of a language: its numerals, units, nouns for people, and what bounds,
 * joins and labels a number.
 *
 * <p>They are in the file {@code CODE-figures.tsv} of the language, a kind, a value and words in a line, and in
 * {@code symbols.tsv}, which all share. English and Russian are read together, since texts of each hold the other; so are
 * they where the language is unknown. Units of both are known in every language. Immutable; safe for use by several
 * threads at once.
 */
final class FigureWords {

    /** The languages beside English and Russian that have a file. */
    private static final Set<String> WITH_FILE = Set.of("uk", "fr", "de", "es", "it", "nl", "pl", "pt", "ar");

    /** Those of which a file holds the number words in all their forms; of the others ICU spells them. */
    private static final Set<String> BY_WORDS = Set.of("en", "ru", "uk", "pl", "zh", "ja");

    /** The value of a row whose words count in a text of any language, since it may hold a line of this one. */
    private static final String EVERYWHERE = "everywhere";

    private static final Map<String, FigureWords> READ = new ConcurrentHashMap<>();

    /** What words do in a number. */
    final WordMap<Sense> senses;

    final WordMap<UnitWord> units;

    /** Nouns for human beings, in every form that stands beside a number; true where the form is a plural. */
    final WordMap<Boolean> people;

    /** By word: the kinds of cue it is, such as label, street or change. */
    final WordMap<Set<String>> cues;

    /** Words that end a counted noun phrase. */
    final WordMap<Boolean> stops;

    /** Irregular plurals with their singulars. */
    final WordMap<String> singulars;

    /** What bounds a number or joins it to another, of one word or several. */
    final Phrases phrases;

    /** Numbers as parts of words: трёхлетний, fünfjährig. */
    final CompoundWords compounds;

    /** The words of the language with the BCP 47 tag {@code tag}. */
    static FigureWords of(String tag) {
        String base = base(tag);
        boolean common = base.isEmpty() || base.equals("und") || base.equals("en") || base.equals("ru");
        return READ.computeIfAbsent(common ? "" : base, FigureWords::new);
    }

    /** Whether the number words of the language are all in its file. */
    static boolean spelledByWords(String tag) {
        String base = base(tag);
        return base.isEmpty() || base.equals("und") || BY_WORDS.contains(base);
    }

    /** The rows of the language's own file; none where it has no file. */
    static List<String[]> rows(String language) {
        return WITH_FILE.contains(language) ? WordList.rows(Language.class, language + "-figures.tsv") : List.of();
    }

    private static String base(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    private FigureWords(String language) {
        Builder words = new Builder();
        if (language.isEmpty()) {
            words.common();
        } else {
            words.only(language);
        }
        senses = new WordMap<>(words.senses);
        units = new WordMap<>(words.units);
        people = new WordMap<>(words.people);
        cues = new WordMap<>(words.cues);
        stops = new WordMap<>(words.stops);
        singulars = new WordMap<>(words.singulars);
        phrases = new Phrases(words.phrases);
        compounds = new CompoundWords(words.stems, words.tails);
    }

    /** Puts the rows of files together. */
    private static final class Builder {
        final Map<String, Sense> senses = new HashMap<>();
        final Map<String, UnitWord> units = new HashMap<>();
        final Map<String, Boolean> people = new HashMap<>();
        final Map<String, Set<String>> cues = new HashMap<>();
        final Map<String, Boolean> stops = new HashMap<>();
        final Map<String, String> singulars = new HashMap<>();
        final Map<String, Set<String>> phrases = new LinkedHashMap<>();
        final Map<String, BigDecimal> stems = new HashMap<>();
        final Map<String, String> tails = new HashMap<>();

        void common() {
            for (String[] row : WordList.rows(NumberWord.class, "number-words.tsv")) {
                sense(row[1], row[2], row[3].split(" "));
            }
            file("en", this::row);
            file("ru", this::row);
            symbols(this::row);
        }

        void only(String language) {
            if (WITH_FILE.contains(language)) {
                file(language, this::row);
            }
            symbols(this::row);
            file("en", this::unitsAndLabels);
            file("ru", this::unitsAndLabels);
            for (String word : Languages.of(language).words(WordClass.FUNCTION).keySet()) {
                stops.putIfAbsent(word, true);
            }
        }

        /** Takes a row of a file. */
        private interface Taker {
            void take(String kind, String value, String[] words);
        }

        private static void file(String language, Taker taker) {
            rows(WordList.rows(Language.class, language + "-figures.tsv"), taker);
        }

        private static void symbols(Taker taker) {
            rows(WordList.rows(FigureWords.class, "symbols.tsv"), taker);
        }

        private static void rows(List<String[]> rows, Taker taker) {
            for (String[] row : rows) {
                taker.take(row[0], row[1], row[2].split(" "));
            }
        }

        /** What a text may hold in a language that is not its own. */
        private void unitsAndLabels(String kind, String value, String[] words) {
            if (Kind.of(kind) != null || value.equals(EVERYWHERE)) {
                row(kind, value, words);
            }
        }

        private void row(String kind, String value, String[] words) {
            switch (kind) {
                case "people" -> people(words);
                case "person" -> persons(words);
                case "dual" -> {}
                case "stop" -> List.of(words).forEach(word -> stops.put(word, true));
                case "irregular" -> List.of(words).forEach(word -> singulars.put(word, value));
                case "phrase" ->
                    List.of(words)
                            .forEach(word -> phrases.computeIfAbsent(word, key -> new LinkedHashSet<>())
                                    .add(value));
                case "stem" -> List.of(words).forEach(word -> stems.put(word, new BigDecimal(value)));
                case "tail" -> List.of(words).forEach(word -> tails.put(word, value));
                default -> other(kind, value, words);
            }
        }

        private void other(String kind, String value, String[] words) {
            Kind unit = Kind.of(kind);
            if (unit != null) {
                for (String word : words) {
                    boolean digits = word.endsWith("*");
                    units.putIfAbsent(
                            digits ? word.substring(0, word.length() - 1) : word, new UnitWord(unit, value, digits));
                }
            } else if (Sense.Role.of(kind) != null) {
                sense(kind, value, words);
            } else {
                for (String word : words) {
                    cues.computeIfAbsent(word, key -> new HashSet<>()).add(kind);
                }
            }
        }

        private void sense(String kind, String value, String[] words) {
            for (String word : words) {
                senses.computeIfAbsent(word, key -> new Sense()).add(Sense.Role.of(kind), Long.parseLong(value));
            }
        }

        /** Nouns in forms that follow a number. */
        private void people(String[] words) {
            for (String word : words) {
                people.put(word, true);
            }
        }

        /** English nouns in the singular, or in a plural that does not end in -s. */
        private void persons(String[] words) {
            for (String word : words) {
                people.put(word, EnglishNouns.countsMany(word));
                if (EnglishNouns.takesPlural(word)) {
                    people.put(EnglishNouns.plural(word), true);
                }
            }
        }
    }
}
