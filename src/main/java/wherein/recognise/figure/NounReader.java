package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;
import wherein.text.Tokens;

/** Finds the noun that a number counts, over the adjectives between, and puts it in the singular. */
final class NounReader {

    private static final int FAR = 6;

    private static final int LONGEST_NOUN = 30;

    /** The last part of a compound for people is not shorter: -workers, -dwellers. */
    private static final int SHORTEST_HEAD = 7;

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureText text;
    private final NoteMarks notes;

    NounReader(FigureText text) {
        this.text = text;
        this.notes = new NoteMarks(text);
    }

    /** The noun counted by a number that ends before token {@code end}; empty where none is found. */
    String read(int end, Numeral number) {
        int at = notes.after(end);
        int from = at;
        if (harmed(end, number)) {
            return "people";
        }
        if (text.foreign()) {
            return people(at);
        }
        if (text.dash(at) && text.glued(at) && text.glued(at + 1) && text.tokens.isWord(at + 1)) {
            return text.cyrillic(at + 1) || text.cue(at + 1, "no-noun") ? "" : singular(text.tokens.lower(at + 1));
        }
        if (text.cue(at, "out-of")) {
            from = ofWhom(at);
            if (from < 0) {
                return "people";
            }
        }
        if (text.cue(from, "or") && text.cue(from + 1, "or-so")) {
            from += 2;
        }
        if (text.cue(from, "additional") && text.sameLine(from + 1)) {
            from++;
        }
        return head(from, number);
    }

    /** Whether only people are what the sentence says of them: 300 were killed, killing 300. */
    private boolean harmed(int end, Numeral number) {
        int at = end;
        while (at < end + FAR && text.cue(at, "aux") && text.sameLine(at)) {
            at++;
        }
        boolean object = text.cue(at, "harm-before") && text.tokens.isWord(at + 1) && !text.stop(at + 1) && at == end;
        if (text.sameLine(at) && text.cue(at, "harm") && !object) {
            return true;
        }
        boolean bare = !text.tokens.isWord(end) || !text.sameLine(end) || text.stop(end);
        boolean before = text.cue(number.first() - 1, text.english() ? "harm-before" : "harm");
        return bare && before && text.sameLine(number.first());
    }

    /** People, where a noun for them follows over adjectives; in languages of which no singular is made. */
    private String people(int from) {
        int at = text.cue(from, "of") ? from + 1 : from;
        at = text.apostrophe(at) ? at + 1 : at;
        for (int end = at + FAR; at < end && text.sameLine(at) && text.tokens.isWord(at); at++) {
            if (text.people(at)) {
                return "people";
            }
            if (text.stop(at)) {
                return "";
            }
        }
        return "";
    }

    /** Where the noun after "of" begins; -1 where "whom" or "those" says that it is people. */
    private int ofWhom(int at) {
        if (text.cue(at + 1, "of-people")) {
            return -1;
        }
        int next = text.cue(at + 1, "determiner") ? at + 2 : at + 1;
        if (text.tokens.isCapitalised(next)
                && (text.sign(next + 1) == '’' || text.sign(next + 1) == '\'')
                && text.word(next + 2, "s")) {
            next += 3;
        }
        return next;
    }

    private String head(int from, Numeral number) {
        boolean plural = number.max().compareTo(BigDecimal.ONE) != 0 || number.form() == Form.VAGUE;
        for (int at = from; at < from + FAR && at < text.tokens.size(); at++) {
            if (!text.sameLine(at)) {
                return "";
            }
            if (!text.tokens.isWord(at)) {
                if (",-“”\"«»".indexOf(text.sign(at)) < 0 || text.sign(at) == 0 || at == from && text.sign(at) == ',') {
                    return "";
                }
                continue;
            }
            boolean name = text.tokens.isCapitalised(at) && text.tokens.isNumber(at + 1);
            if (text.people(at) && !adjective(at) && !name || peopleRunTogether(at) || compound(at)) {
                return "people";
            }
            if (text.stop(at)) {
                boolean best = at > from && text.tokens.lower(at - 1).endsWith("est");
                return best ? "people" : "";
            }
            if (text.cyrillic(at) && text.tokens.isCapitalised(at)) {
                return "";
            }
            String noun =
                    text.cyrillic(at) ? RussianNouns.counted(text.tokens.lower(at), one(number)) : noun(at, plural);
            if (!noun.isEmpty()) {
                return noun;
            }
        }
        return "";
    }

    /** A noun whose last part is one for people: steelworkers, schoolteachers. */
    private boolean compound(int at) {
        String word = text.tokens.lower(at);
        boolean noun = word.length() <= LONGEST_NOUN && word.endsWith("s");
        for (int cut = 3; noun && cut <= word.length() - SHORTEST_HEAD; cut++) {
            if (Boolean.TRUE.equals(text.words.people.get(word.substring(cut)))) {
                return true;
            }
        }
        return false;
    }

    /** A word for people that lost the space behind it, as happens to text taken from pages and PDF files: peoplewere. */
    private boolean peopleRunTogether(int at) {
        String word = text.tokens.lower(at);
        for (String next : EnglishNouns.FOLLOWERS) {
            if (word.length() > next.length() + 4 && word.endsWith(next)) {
                Tokens head = new Tokens(word.substring(0, word.length() - next.length()));
                return Boolean.TRUE.equals(text.words.people.get(head, 0));
            }
        }
        return false;
    }

    /** Whether a word for people stands before another noun as an adjective: 400 Russian emigres, 5 Chinese ships. */
    private boolean adjective(int at) {
        if (text.cyrillic(at)) {
            return RussianNouns.adjective(text.tokens.lower(at))
                    && text.cyrillic(at + 1)
                    && text.sameLine(at + 1)
                    && !text.stop(at + 1)
                    && !RussianNouns.verb(text.tokens.lower(at + 1));
        }
        int next = text.dash(at + 1) ? at + 2 : at + 1;
        boolean noun = text.tokens.isWord(next)
                && !text.stop(next)
                && text.sameLine(next)
                && (text.people(next) || text.tokens.lower(next).endsWith("s"));
        return noun && !text.words.people.get(text.tokens, at);
    }

    private static boolean one(Numeral number) {
        return number.whole()
                && number.max().remainder(TEN).intValue() == 1
                && number.max().remainder(HUNDRED).intValue() != 11;
    }

    private String noun(int at, boolean plural) {
        String word = text.tokens.lower(at);
        String irregular = text.words.singulars.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (!plural) {
            boolean last = !text.tokens.isWord(at + 1) || text.stop(at + 1);
            return last ? word : "";
        }
        return EnglishNouns.isPlural(word) ? EnglishNouns.singular(word) : "";
    }

    /** The singular of an English plural, by the list or by its ending. */
    String singular(String word) {
        String irregular = text.words.singulars.get(word);
        return irregular == null ? EnglishNouns.singular(word) : irregular;
    }
}
