package wherein.recognise.country;

import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells by the words around whether a name that towns and people share is that of a town. */
final class TownContext {

    private static final int LONGEST_NAME = 6;

    private static final Set<String> MODIFIED = CountryWords.section("modifier");
    private static final Set<String> FEATURES = CountryWords.section("feature");
    private static final Set<String> SPEECH = CountryWords.section("speech");
    private static final Set<String> PLACED = CountryWords.section("town-before");
    private static final Set<String> OF = CountryWords.section("part-of-city");
    private static final Set<String> NO_TOWN = CountryWords.section("no-town");
    private static final Set<String> NOBLE = CountryWords.section("of-no-town");

    /** Bodies that every town has. */
    private static final Set<String> BODIES = CountryWords.section("town-body");

    private static final Set<String> ARTICLES = CountryWords.section("town-article");
    private static final Set<String> PARTS = CountryWords.section("town-part");

    private final Tokens tokens;

    TownContext(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "Dayton police", "a Toledo man", "the Leeds council": it stands before what a town has. */
    boolean modifies(Match match) {
        int next = match.last() + 1;
        return CountryWords.is(tokens, next, MODIFIED)
                && !tokens.isCapitalised(next)
                && !tokens.isAllCaps(match.first())
                && tokens.spaceBefore(next)
                && !tokens.lineBefore(next)
                && !follows(match.first());
    }

    /** "In Clayton", "24, of Clayton", "CLAYTON —", "Clayton police": as only a place stands. */
    boolean isPlace(Match match) {
        int before = match.first() - 1;
        boolean in = CountryWords.is(tokens, before, PLACED) && !tokens.isCapitalised(before);
        boolean of = tokens.isWord(before) && tokens.lower(before).equals("of") && isBearer(before - 1);
        return in || of || isDateline(match) || modifies(match);
    }

    /** Whether somebody or a town's body is "of" what follows: Ann Lee of Elkhart, 41, of Elkhart, the City of Elkhart. */
    private boolean isBearer(int i) {
        return tokens.isCapitalised(i) && !CountryWords.is(tokens, i, NOBLE)
                || tokens.is(i, ',')
                || CountryWords.is(tokens, i, CountryWords.PLACE_NOUN)
                || CountryWords.is(tokens, i, MODIFIED)
                || CountryWords.is(tokens, i, OF);
    }

    /** "A Danbury mason", "the Torrington Fire Department": an article before it and a noun or a body behind it. */
    boolean isAttribute(Match match) {
        int before = match.first() - 1;
        int next = match.last() + 1;
        boolean noun = tokens.isWord(next)
                && !tokens.lineBefore(next)
                && !CountryWords.FUNCTION.contains(tokens.lower(next))
                && (!tokens.isCapitalised(next) || isBody(next));
        return CountryWords.is(tokens, before, ARTICLES) && !tokens.lineBefore(match.first()) && noun;
    }

    /** "TORRINGTON — Mayor": capitals and a dash at the beginning of a line. */
    private boolean isDateline(Match match) {
        int next = match.last() + 1;
        boolean dash = tokens.is(next, '-') || tokens.is(next, '–') || tokens.is(next, '—');
        boolean opens = match.first() == 0 || tokens.lineBefore(match.first()) || tokens.is(match.first() - 1, '.');
        return opens && dash && tokens.spaceBefore(next) && tokens.isAllCaps(match.first());
    }

    /** Whether it is part of a longer name of a person, a thing or a street, or speaks. */
    boolean isName(Match match) {
        int next = match.last() + 1;
        if (follows(match.first()) || CountryWords.is(tokens, next, FEATURES)) {
            return true;
        }
        if (CountryWords.is(tokens, next, SPEECH) || isSchool(next)) {
            return true;
        }
        boolean capital = tokens.isCapitalised(next) && tokens.spaceBefore(next) && !tokens.lineBefore(next);
        return capital && !tokens.isAllCaps(match.first()) && !isBody(next);
    }

    /** "Rice University": a body that is called by its founder as often as by its town. */
    private boolean isSchool(int i) {
        return tokens.isCapitalised(i) && CountryWords.is(tokens, i, NO_TOWN) && !BODIES.contains(tokens.lower(i));
    }

    /** Whether a capital stands right before that is no part of a town: Judge Berea, Lake Norfolk. */
    private boolean follows(int first) {
        int before = first - 1;
        if (!tokens.isCapitalised(before) || tokens.lineBefore(first)) {
            return tokens.is(before, '.')
                    && tokens.isCapitalised(before - 1)
                    && tokens.end(before - 1) - tokens.start(before - 1) == 1;
        }
        String word = tokens.lower(before);
        boolean opens = before == 0 || !tokens.isWord(before - 1) || tokens.lineBefore(before);
        return !PARTS.contains(word)
                && !(opens && (CountryWords.FUNCTION.contains(word) || CountryWords.PLACE_BEFORE.contains(word)));
    }

    /** Whether the run of capitals from token {@code i} on ends as the name of a body does: Fire Department, City Council. */
    private boolean isBody(int i) {
        for (int at = i; at < Math.min(tokens.size(), i + LONGEST_NAME) && tokens.isCapitalised(at); at++) {
            if (at > i && (tokens.lineBefore(at) || !tokens.spaceBefore(at))) {
                return false;
            }
            String word = tokens.lower(at);
            if (NO_TOWN.contains(word) && !BODIES.contains(word)) {
                return false;
            }
            if (CountryWords.ORGANISATIONS.contains(word)
                    || CountryWords.PLACE_NOUN.contains(word)
                    || MODIFIED.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
