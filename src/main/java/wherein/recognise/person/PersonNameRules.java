package wherein.recognise.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the labels of a document into names: trims titles off, adds what is certain, takes out what cannot be, and lets
 * the document decide where a word stands alone.
 */
final class PersonNameRules {

    private static final int DOUBTFUL =
            Vetoes.NOT_A_NAME | Flags.WORD | Flags.FUNCTION | Flags.ORG | Flags.PLACEWORD | Flags.TITLE;

    private final Units units;
    private final Tagger tagger;
    private final PersonEvidence evidence;
    private final List<Name> names = new ArrayList<>();
    private final boolean[] taken;
    private final Vetoes vetoes;
    private final NameBounds bounds;
    private final Generation generation;

    PersonNameRules(Units units, Tagger tagger, PersonEvidence evidence) {
        this.units = units;
        this.tagger = tagger;
        this.evidence = evidence;
        this.taken = new boolean[units.size];
        this.generation = new Generation(units, new Honorifics(units));
        this.bounds = new NameBounds(units);
        this.vetoes = new Vetoes(units, evidence, taken);
    }

    /** The names of the document, by place; none overlaps another. */
    List<Name> find() {
        for (int i = 0; i < units.size; ) {
            units.checkpoint.step();
            if (tagger.label(i) == Model.OUT) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < units.size && (tagger.label(end) == Model.IN || end == i + 1 && goesOn(i) || isLed(i, end))) {
                end++;
            }
            trimmed(i, end);
            i = end;
        }
        new RepeatedNames(units, tagger, evidence, vetoes, names, taken).settle();
        titled();
        introduced();
        new RepeatedFullNames(units, evidence, this::isFree, this::add).find(List.copyOf(names));
        new Citations(units, this::isFree, this::add).find();
        new JoinedNames(units, vetoes, evidence, this::isFree, this::add).find(List.copyOf(names));
        names.sort(Comparator.comparingInt(Name::start));
        return names;
    }

    /** Whether a given name, or a surname before it, and the name right behind are one person's, though the model began anew. */
    private boolean goesOn(int i) {
        if (tagger.label(i + 1) != Model.BEGIN || !units.isCapital(i + 1) || units.line[i + 1]) {
            return false;
        }
        boolean other = units.has(i + 1, Flags.GIVEN) && !generation.isNumeral(i + 2);
        return givenOnly(i) && !other && !units.has(i + 1, Flags.TITLE) || surnameFirst(i, i + 1);
    }

    /** Whether unit {@code i} is the surname of whoever is called by given name and patronymic from {@code given} on. */
    private boolean surnameFirst(int i, int given) {
        return units.isCapital(i)
                && (units.has(i, Flags.MORPH | Flags.SURNAME) || isUnknownWithin(i))
                && !units.has(i, Flags.PATRONYMIC | Flags.GIVEN | DOUBTFUL & ~Flags.WORD)
                && !units.line[given]
                && units.has(given, Flags.GIVEN)
                && units.has(given + 1, Flags.PATRONYMIC)
                && !units.line[given + 1];
    }

    /** Whether the unit is a word that no list has, with a capital though no sentence begins. */
    private boolean isUnknownWithin(int i) {
        return units.flags[i] == 0 && i > 0 && !units.line[i] && (units.shape[i - 1] == Units.LOWER || opens(i - 1));
    }

    private boolean opens(int i) {
        return i == 0 || units.line[i] || units.is(i - 1, '.');
    }

    /** Whether a particle with a capital ends the name so far, and the name at {@code end} is what it leads: Аль Тани. */
    private boolean isLed(int start, int end) {
        return end - 1 > start
                && units.isCapital(end - 1)
                && units.has(end - 1, Flags.PARTICLE)
                && units.isCapital(end)
                && !units.line[end]
                && tagger.label(end) == Model.BEGIN;
    }

    private void trimmed(int from, int end) {
        int start = from;
        while (start < end - 1
                && (isTitle(start)
                        || units.has(start, Flags.CALENDAR | Flags.DEMONYM)
                                && !units.has(start, Flags.GIVEN | Flags.SURNAME))) {
            start++;
        }
        int stop = end;
        while (stop > start && !units.isCapital(stop - 1)) {
            stop--;
        }
        start = leftmost(start);
        if (stop - start > 1 && vetoes.isTerritory(start)) {
            start++;
        }
        if (stop > start) {
            start = bounds.start(start, stop);
            stop = bounds.stop(start, stop);
        }
        if (stop > start && units.end(stop - 1) - units.start(start) > 1 && !vetoes.vetoed(start, stop)) {
            add(start, stop, "model");
        }
    }

    /** Takes in the initials and the given name that stand right before. */
    private int leftmost(int from) {
        int start = from;
        while (start > 0
                && !units.line[start]
                && !taken[start - 1]
                && units.cyrillic[start - 1] == units.cyrillic[start]
                && (dotted(start - 1)
                        || givenOnly(start - 1)
                        || asianSurname(start - 1, start)
                        || surnameFirst(start - 1, start)
                        || leadsTo(start - 1, start))) {
            start--;
        }
        return start;
    }

    /** Whether the name so far begins with a particle, and the unit before may be the name that this goes on: Тамим бин Хамад. */
    private boolean leadsTo(int i, int start) {
        return units.shape[start] == Units.LOWER
                && (units.shape[i] == Units.CAPITALISED || units.shape[i] == Units.MIXED)
                && !units.has(i, DOUBTFUL & ~Flags.WORD | Flags.ROLE);
    }

    private boolean dotted(int i) {
        return units.shape[i] == Units.INITIAL && units.text.charAt(units.end(i) - 1) == '.';
    }

    /** Whether the word is a given name and hardly anything else. */
    private boolean givenOnly(int i) {
        return units.isCapital(i) && units.has(i, Flags.GIVEN) && !units.has(i, DOUBTFUL);
    }

    private boolean asianSurname(int i, int next) {
        return units.isCapital(i)
                && units.end(i) - units.start(i) <= 4
                && units.has(i, Flags.ASIAN)
                && !units.has(i, DOUBTFUL & ~Flags.WORD)
                && !units.has(next, Flags.PATRONYMIC)
                && units.shape[next] == units.shape[i];
    }

    /** Adds a given name with one unknown capitalised word behind it, a run by themselves. */
    private void introduced() {
        for (int start = Segment.next(units, 0); start < units.size; ) {
            units.checkpoint.step();
            int end = Segment.end(units, start);
            int first = start;
            while (first < end && (isTitle(first) || units.has(first, Flags.DEMONYM))) {
                first++;
            }
            int length = end - first;
            if (length == 2
                    && free(first, end)
                    && generation.follows(first + 1, first)
                    && units.has(first, Flags.GIVEN)) {
                add(first, end, "reign");
            }
            if (length == 3 && free(first, end) && isEastAsian(first)) {
                add(first, end, "given");
            }
            boolean middle = length == 3 && dotted(first + 1);
            if (length == 2 && free(first, end) && spoken(first) && unknown(first) && unknown(end - 1)) {
                add(first, end, "speech");
            }
            if ((length == 2 || middle)
                    && free(first, end)
                    && (givenOnly(first) || alsoPlace(first, end - 1))
                    && surnameLike(end - 1)
                    && !vetoes.vetoed(first, end)) {
                add(first, end, "given");
            }
            start = Segment.next(units, end);
        }
    }

    /** Whether a surname of East Asia and a given name of two syllables stand from unit {@code first} on: Kim Byung Ji. */
    private boolean isEastAsian(int first) {
        return !units.foreign
                && units.has(first, Flags.ASIAN)
                && !units.has(first, DOUBTFUL)
                && units.shape[first] == Units.CAPITALISED
                && isSyllable(first + 1)
                && isSyllable(first + 2);
    }

    /** Whether the unit is so short, and known as nothing else, that it may be a syllable; a small word has three letters at most. */
    private boolean isSyllable(int i) {
        int other = ~(Flags.GIVEN
                | Flags.SURNAME
                | Flags.ASIAN
                | Flags.MORPH
                | Flags.PARTICLE
                | Flags.WORD
                | Flags.FUNCTION);
        int length = units.end(i) - units.start(i);
        return units.shape[i] == Units.CAPITALISED
                && !units.has(i, other)
                && length <= (units.has(i, Flags.WORD | Flags.FUNCTION) ? 3 : 6);
    }

    /** Paris and Chad are given names before a surname. */
    private boolean alsoPlace(int first, int last) {
        return units.has(first, Flags.GIVEN)
                && !units.country[first]
                && !units.has(first, DOUBTFUL & ~Flags.PLACE)
                && units.has(last, Flags.SURNAME)
                && !units.has(last, Vetoes.NOT_A_NAME | Flags.ORG | Flags.PLACEWORD);
    }

    /** Whether somebody is said to speak, or is called by an office, right before unit {@code first}. */
    private boolean spoken(int first) {
        return !units.line[first]
                && units.has(first - 1, Flags.BEFORE | Flags.ROLE)
                && units.shape[first - 1] == Units.LOWER;
    }

    private boolean unknown(int i) {
        int known = Flags.GIVEN | Flags.SURNAME | Flags.MORPH | Flags.PATRONYMIC | Flags.PARTICLE;
        return (units.shape[i] == Units.CAPITALISED || units.shape[i] == Units.MIXED) && !units.has(i, ~known);
    }

    private boolean isFree(int i) {
        return !taken[i];
    }

    private boolean free(int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean surnameLike(int i) {
        boolean known = units.has(i, Flags.SURNAME | Flags.MORPH | Flags.PATRONYMIC);
        return (units.shape[i] == Units.CAPITALISED || units.shape[i] == Units.MIXED)
                && (known ? !units.has(i, Flags.ORG | Flags.PLACEWORD | Flags.CALENDAR) : !units.has(i, ~0));
    }

    /** Adds what is still free from {@code from} to {@code stop}. */
    private void add(int from, int stop, String rule) {
        int start = from;
        while (start < stop && taken[start]) {
            start++;
        }
        int end = start;
        while (end < stop && !taken[end]) {
            end++;
        }
        if (start == end) {
            return;
        }
        end = withSuffix(start, end);
        names.add(new Name(start, end, rule));
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
    }

    /** Takes in Jr. and Sr., also behind a comma, and the number of a ruler. */
    private int withSuffix(int start, int stop) {
        boolean comma = units.is(stop, ',') && generation.isJunior(stop + 1) && !units.line[stop + 1];
        int at = comma ? stop + 1 : stop;
        boolean told = comma || generation.follows(at, start);
        return told && !taken[at] && !taken[stop] ? at + 1 : stop;
    }

    /** Whether unit {@code i} is a title and not, as Marshall or Dean may be, a given name. */
    private boolean isTitle(int i) {
        return units.has(i, Flags.TITLE) && !units.has(i, Flags.GIVEN | Flags.PARTICLE);
    }

    /** Adds the capitalised words behind Mr and its like, which no model needs to doubt. */
    private void titled() {
        for (int i = 0; i + 1 < units.size; i++) {
            if (!taken[i] && !taken[i + 1] && units.isCapital(i) && honorific(i) && !units.line[i + 1]) {
                int stop = i + 1;
                if (isNamedLikeAMonth(stop)) {
                    stop++;
                }
                while (stop < units.size && stop < i + 4 && nameLike(stop) && !units.line[stop] && !taken[stop]) {
                    stop++;
                }
                if (stop > i + 1 && units.end(stop - 1) - units.start(i + 1) > 2) {
                    add(i + 1, stop, "title");
                }
            }
        }
    }

    private boolean isNamedLikeAMonth(int i) {
        return units.has(i, Flags.CALENDAR)
                && !units.dated[i]
                && (i + 1 == units.size || units.shape[i + 1] != Units.NUMBER);
    }

    private boolean honorific(int i) {
        int length = units.end(i) - units.start(i);
        if (length > 6 || !units.has(i, Flags.TITLE)) {
            return false;
        }
        String word = units.surface(i);
        return switch (word) {
            case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Messrs", "Messrs.", "Mme", "Dr.", "Mister", "Sen.", "Gov." ->
                true;
            default -> false;
        };
    }

    private boolean nameLike(int i) {
        return units.isCapital(i)
                && !units.has(i, Flags.TITLE | Flags.ORG | Flags.PLACEWORD | Flags.CALENDAR | Flags.FUNCTION);
    }
}
