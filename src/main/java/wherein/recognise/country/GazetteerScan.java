package wherein.recognise.country;

import java.util.ArrayList;
import java.util.List;
import wherein.mention.Checkpoint;
import wherein.mention.Input;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Finds every form of the gazetteer in a document, left to right, the longest first, none overlapping another. */
final class GazetteerScan {

    /** A text with fewer capitals than one word in this many is taken to be written without them. */
    private static final int CAPITAL_EVERY = 60;

    private static final int LONGEST_UNSPACED = 12;

    private final Gazetteer gazetteer;
    private final Tokens tokens;
    private final String text;
    private final Checkpoint checkpoint;
    private final String language;
    private final boolean lowered;
    private final boolean foreign;
    private final boolean english;
    private final List<Match> matches = new ArrayList<>();
    private final List<Match> towns = new ArrayList<>();

    GazetteerScan(Gazetteer gazetteer, Input input) {
        this.gazetteer = gazetteer;
        this.tokens = input.tokens();
        this.text = input.text();
        this.checkpoint = input.checkpoint();
        this.language = input.language().isEmpty() ? Guess.language(tokens) : base(input.language());
        this.lowered = isLowered(tokens);
        this.english = language.isEmpty() || language.equals("en");
        this.foreign = !language.isEmpty() && !language.equals("en") && !language.equals("ru");
    }

    private static String base(String language) {
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return language.substring(0, end);
    }

    private static boolean isLowered(Tokens tokens) {
        int words = 0;
        int capitals = 0;
        for (int i = 0; i < tokens.size() && words < 400; i++) {
            if (tokens.isWord(i)) {
                words++;
                capitals += tokens.isCapitalised(i) ? 1 : 0;
            }
        }
        return capitals * CAPITAL_EVERY <= words;
    }

    /** Whether the text may be Russian or Ukrainian. */
    boolean isCyrillic() {
        return language.isEmpty() || language.equals("ru") || language.equals("uk");
    }

    /** Whether its towns are looked up: the text is English. */
    boolean isEnglish() {
        return english;
    }

    /**
     * What may be towns in a text that turns out to be at home where they lie, by start; none overlaps one of {@code
     * taken}, which are by start as well.
     */
    List<Match> towns(List<Match> taken) {
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            checkpoint.step();
            while (next < taken.size() && taken.get(next).last() < i) {
                next++;
            }
            int free = next < taken.size() ? taken.get(next).first() : tokens.size();
            if (i < free && tokens.isCapitalised(i) && tokens.end(i) - tokens.start(i) > 2) {
                Match town = TownNames.lists().longest(tokens, i, false);
                if (town != null && town.last() < free) {
                    towns.add(town);
                    i = town.last();
                }
            }
        }
        return towns;
    }

    /** The matches, by start. */
    List<Match> matches() {
        int i = 0;
        while (i < tokens.size()) {
            checkpoint.step();
            i = tokens.isWord(i) ? step(i) : i + 1;
        }
        return matches;
    }

    private int step(int i) {
        int start = tokens.start(i);
        if (isUnspaced(text.charAt(start))) {
            unspaced(i);
            return i + 1;
        }
        Match match = gazetteer.longest(tokens, i, lowered);
        if (foreign || isMarked(text, start, tokens.end(i))) {
            Match other = ForeignNames.lists().longest(tokens, i, false);
            if (foreign && (other == null || !allowed(other))) {
                other = Demonyms.lists().longest(tokens, i, false);
            }
            if (foreign && (other == null || !allowed(other))) {
                other = Peoples.lists().longest(tokens, i, false);
            }
            if (other != null && allowed(other) && (match == null || other.last() > match.last())) {
                match = other;
            }
        }
        if (match == null || !allowed(match)) {
            String prefix = tokens.is(i + 1, '-') || tokens.is(i + 1, '–')
                    ? gazetteer.prefix(text, start, tokens.end(i))
                    : null;
            if (prefix != null && !tokens.spaceBefore(i + 1) && prefixes(i)) {
                matches.add(new Match(i, i, gazetteer.compound(prefix), start, tokens.end(i)));
            } else if (match == null) {
                camel(i);
            }
            return i + 1;
        }
        matches.add(match);
        return match.last() + 1;
    }

    /** Whether what follows the hyphen is a demonym or another such prefix: Franco-German, советско-китайско-. */
    private boolean prefixes(int i) {
        int next = i + 2;
        if (!tokens.isWord(next) || tokens.spaceBefore(next)) {
            return false;
        }
        if (gazetteer.prefix(text, tokens.start(next), tokens.end(next)) != null) {
            return true;
        }
        if (text.charAt(tokens.start(i)) >= 0x400) {
            return true;
        }
        GazetteerEntry entry = gazetteer.inside(text, tokens.start(next), tokens.end(next));
        return entry != null && entry.isDemonym();
    }

    private boolean allowed(Match match) {
        GazetteerEntry entry = match.entry();
        if (entry.has(GazetteerEntry.FOREIGN)) {
            boolean spoken = !language.isEmpty() && entry.languages().contains(" " + language + " ");
            return spoken
                    || !entry.isDemonym() && entry.form().length() > 3 && isMarked(text, match.start(), match.end());
        }
        boolean lower = Character.isLowerCase(text.charAt(match.start()));
        return !lower || !inAddress(match);
    }

    /** Whether a letter tells the form from English and from Russian words: an accent, or Cyrillic beyond Russian. */
    private static boolean isMarked(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c > 127 && (c < 0x410 || c > 0x451) && c != 0x401 && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    /** A lower-case word of a web address or an e-mail address is no mention. */
    private boolean inAddress(Match match) {
        int first = match.first();
        int next = match.last() + 1;
        boolean before = first > 0 && !tokens.spaceBefore(first) && isJoint(first - 1);
        boolean after = next < tokens.size()
                && !tokens.spaceBefore(next)
                && isJoint(next)
                && next + 1 < tokens.size()
                && !tokens.spaceBefore(next + 1);
        return before || after;
    }

    private boolean isJoint(int i) {
        char c = text.charAt(tokens.start(i));
        return c == '.' || c == '@' || c == '/' || c == '_' || c == '=';
    }

    /** A country at the beginning or the end of a word in camel case: ShareAmerica. */
    private void camel(int i) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        if (end - start < 7 || !Character.isUpperCase(text.charAt(start))) {
            return;
        }
        for (int at = start + 2; at < end - 2; at++) {
            if (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1))) {
                GazetteerEntry tail = gazetteer.inside(text, at, end);
                GazetteerEntry head = gazetteer.inside(text, start, at);
                if (isState(tail, end - at)) {
                    matches.add(new Match(i, i, tail, at, end));
                } else if (isState(head, at - start)) {
                    matches.add(new Match(i, i, head, start, at));
                }
                return;
            }
        }
    }

    private static boolean isState(GazetteerEntry entry, int length) {
        return entry != null
                && entry.isName()
                && length > 4
                && !entry.has(GazetteerEntry.FOREIGN | GazetteerEntry.REGION);
    }

    private static boolean isUnspaced(char c) {
        return c >= 0x0E00
                && (c <= 0x0EFF
                        || c >= 0x1000 && c <= 0x109F
                        || c >= 0x1780 && c <= 0x17FF
                        || c >= 0x3040 && c <= 0x9FFF
                        || c >= 0xAC00 && c <= 0xD7AF);
    }

    /** A run of letters of a script that puts no space between words: every place of it may begin a name. */
    private void unspaced(int i) {
        int end = tokens.end(i);
        for (int at = tokens.start(i); at < end; ) {
            checkpoint.step();
            int found = 0;
            for (int length = Math.min(LONGEST_UNSPACED, end - at); length > 1 && found == 0; length--) {
                GazetteerEntry entry = ForeignNames.lists().inside(text, at, at + length);
                if (entry != null && entry.isName()) {
                    matches.add(new Match(i, i, entry, at, at + length));
                    found = length;
                }
            }
            at += Math.max(1, found);
        }
    }
}
