package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the document decide on words that stand alone: a surname that a full name has introduced is that person wherever
 * it stands alone, and any other word is a person everywhere or nowhere, as its occurrences say together.
 */
final class RepeatedNames {

    /** No single occurrence counts for more than this, in the model's own scale. */
    private static final int LIMIT = 400;
    /** What it is worth that somebody of that name speaks, or bears a title, once in the document. */
    private static final int SPEAKS = 100;
    /** What it is worth to be a given name and no other word. */
    private static final int NAMED = 100;

    /** What it takes from a Russian word that it only ever opens sentences, where any word has a capital. */
    private static final int OPENS = 250;

    /** What it is worth to be a name, and nothing else in this document. */
    private static final int CLEAN = 100;
    /** What it is worth to be a word that no list has and that the document repeats with a capital, and only so. */
    private static final int OFTEN = 100;

    private static final int NAME_LIKE = Flags.GIVEN | Flags.SURNAME | Flags.MORPH | Flags.PATRONYMIC;

    /** What is known of one word. */
    private static final class Word {
        private final List<Integer> alone = new ArrayList<>();
        private int sum;
        private boolean surname;
        private boolean given;
    }

    private final Units units;
    private final Tagger tagger;
    private final PersonEvidence evidence;
    private final Vetoes vetoes;
    private final List<Name> names;
    private final boolean[] taken;
    private final Map<Long, Word> words = new HashMap<>();

    RepeatedNames(
            Units units, Tagger tagger, PersonEvidence evidence, Vetoes vetoes, List<Name> names, boolean[] taken) {
        this.units = units;
        this.tagger = tagger;
        this.evidence = evidence;
        this.vetoes = vetoes;
        this.names = names;
        this.taken = taken;
    }

    /** Adds and removes names of one word. */
    void settle() {
        for (Name name : names) {
            if (name.length() > 1) {
                introduce(name);
            }
        }
        for (int start = Segment.next(units, 0); start < units.size; ) {
            units.checkpoint.step();
            int end = Segment.end(units, start);
            alone(start, end);
            start = Segment.next(units, end);
        }
        Set<Integer> single = new HashSet<>();
        for (Name name : names) {
            if (name.length() == 1) {
                single.add(name.start());
            }
        }
        for (Word word : words.values()) {
            decide(word, single);
        }
        names.removeIf(name -> !taken[name.start()]);
    }

    private void introduce(Name name) {
        for (int i = name.start(); i < name.end(); i++) {
            if (units.isCapital(i) && units.shape[i] != Units.INITIAL) {
                Word word = words.computeIfAbsent(evidence.key(i), key -> new Word());
                boolean end = i == name.end() - 1;
                word.surname |= end;
                word.given |= !end;
            }
        }
    }

    /** Notes a word that is a run by itself, but for a title before it. */
    private void alone(int start, int end) {
        int first = start;
        while (first < end - 1 && units.has(first, Flags.TITLE) && !taken[first]) {
            first++;
        }
        if (particles(first, end)) {
            return;
        }
        if (end - first != 1 || !units.isCapital(first) || units.shape[first] == Units.INITIAL) {
            return;
        }
        Word word = words.computeIfAbsent(evidence.key(first), key -> new Word());
        word.alone.add(first);
        int margin = units.place[first] ? -LIMIT : tagger.margin(first) + tagger.lead(first);
        word.sum += Math.max(-LIMIT, Math.min(LIMIT, margin));
    }

    /** Adds Bin Laden where Osama bin Laden has been introduced. */
    private boolean particles(int first, int end) {
        int at = first;
        while (at < end - 1 && units.has(at, Flags.PARTICLE) && !taken[at]) {
            at++;
        }
        if (at == first || at != end - 1 || taken[at]) {
            return false;
        }
        Word word = words.get(evidence.key(at));
        if (word == null || !word.surname) {
            return false;
        }
        names.add(new Name(first, end, "surname"));
        for (int i = first; i < end; i++) {
            taken[i] = true;
        }
        return true;
    }

    private boolean openings(Word word) {
        for (int at : word.alone) {
            boolean opens = units.line[at]
                    || units.is(at - 1, '.')
                    || units.is(at - 1, '!')
                    || units.is(at - 1, '?')
                    || units.is(at - 1, '«')
                    || units.is(at - 1, '"');
            if (!opens) {
                return false;
            }
        }
        return true;
    }

    private void decide(Word word, Set<Integer> single) {
        if (word.alone.isEmpty()) {
            return;
        }
        int first = word.alone.get(0);
        if (units.has(first, Flags.CALENDAR)) {
            // A month and a minister may share a document: each occurrence for itself.
            return;
        }
        boolean place = units.has(first, Flags.PLACE | Flags.DEMONYM | Flags.THING);
        int known = evidence.of(first);
        // A city's name is a surname where the document has introduced somebody of that name.
        place &= !(word.surname && !units.country[first] && units.has(first, Flags.SURNAME | Flags.MORPH));
        boolean thing = (known & PersonEvidence.AFTER_THING) != 0;
        int mean = word.sum / word.alone.size() + bonus(word, first, known);
        boolean person = !thing && (word.surname && !place || word.given && mean > -LIMIT / 4 && !place || mean > 0);
        for (int at : word.alone) {
            if (person && !taken[at] && !vetoes.vetoed(at, at + 1)) {
                names.add(new Name(at, at + 1, word.surname ? "surname" : "repeat"));
                taken[at] = true;
            } else if (!person && taken[at] && single.contains(at)) {
                taken[at] = false;
            }
        }
    }

    /** What the lists and the rest of the document add to the model's judgement, or take from it. */
    private int bonus(Word word, int first, int known) {
        int bonus = 0;
        boolean opens = units.cyrillic[first] && !units.has(first, NAME_LIKE) && openings(word);
        if (!opens && (known & (PersonEvidence.BEFORE_SPEECH | PersonEvidence.AFTER_TITLE)) != 0) {
            bonus += SPEAKS;
        }
        if (units.has(first, Flags.GIVEN) && !units.has(first, Flags.WORD | Flags.FUNCTION)) {
            bonus += NAMED;
        }
        boolean clean = (known
                        & (PersonEvidence.LOWER
                                | PersonEvidence.AFTER_THE
                                | PersonEvidence.AFTER_IN
                                | PersonEvidence.BEFORE_ORG))
                == 0;
        if (clean && units.has(first, Flags.GIVEN | Flags.SURNAME) && !units.has(first, Flags.WORD | Flags.FUNCTION)) {
            bonus += CLEAN;
        }
        if (clean
                && units.flags[first] == 0
                && (known & PersonEvidence.MANY) != 0
                && units.shape[first] == Units.CAPITALISED) {
            bonus += OFTEN;
        }
        if (opens) {
            bonus -= OPENS;
        }
        return bonus;
    }
}
