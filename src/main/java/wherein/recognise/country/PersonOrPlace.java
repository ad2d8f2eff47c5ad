package wherein.recognise.country;

import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells a place from a person who bears its name: Michael Jordan, Paris Hilton, General Jackson, Jack London. */
final class PersonOrPlace {

    /** Names of countries that a document which has a person of that given name hardly means. */
    private static final Set<String> PEOPLE_FIRST = Set.of("Chad", "Jordan");

    private static final Set<String> HONORIFICS = CountryWords.section("honorifics");
    private static final Set<String> SURNAMES = CountryWords.section("country-surname");
    private static final Set<String> VERBS = CountryWords.section("given-verb");
    private static final Set<String> RELATIVES = CountryWords.section("relatives");

    private PersonOrPlace() {}

    /** Whether the words around the match make a person of it. */
    static boolean isNamed(Tokens tokens, Match match) {
        GazetteerEntry entry = match.entry();
        int first = match.first();
        int last = match.last();
        if (entry.isDemonym() && (entry.has(GazetteerEntry.LOWER) && !tokens.isCapitalised(first) || first != last)) {
            return false;
        }
        if (follows(tokens, first) && afterGivenName(tokens, first, entry)) {
            return true;
        }
        boolean single = first == last && !entry.has(GazetteerEntry.EXACT);
        if (single
                && (entry.isCity() || entry.has(GazetteerEntry.GIVEN | GazetteerEntry.SURNAME))
                && afterInitial(tokens, first)) {
            return true;
        }
        boolean name = entry.has(GazetteerEntry.WEAK | GazetteerEntry.SURNAME | GazetteerEntry.GIVEN);
        if (single && !entry.isDemonym() && afterTitle(tokens, first, name ? CountryWords.TITLES : HONORIFICS)) {
            return true;
        }
        if (single
                && entry.isCity()
                && entry.has(GazetteerEntry.WEAK | GazetteerEntry.SURNAME | GazetteerEntry.GIVEN)
                && afterUnknown(tokens, first)) {
            return true;
        }
        return single
                && isGiven(entry)
                && (beforeSurname(tokens, last) || CountryWords.is(tokens, first - 1, RELATIVES));
    }

    /**
     * Whether a bare form elsewhere in the document is this person too: one is called again by the surname, or by the
     * given name where no surname was told.
     */
    static boolean isRemembered(Tokens tokens, Match match) {
        boolean given = match.first() == match.last() && isGiven(match.entry()) && beforeSurname(tokens, match.last());
        return isNamed(tokens, match)
                && (!given
                        || match.entry().isCity()
                        || PEOPLE_FIRST.contains(match.entry().form()));
    }

    /** A capitalised word that is no place, no title-case preposition and no organisation stands before it. */
    private static boolean afterUnknown(Tokens tokens, int i) {
        if (!follows(tokens, i) || tokens.isAllCaps(i) || tokens.end(i - 1) - tokens.start(i - 1) < 3) {
            return false;
        }
        // Another capital after it makes it a headline, and a Russian sentence often begins with a noun.
        boolean headline = tokens.isCapitalised(i + 1) && tokens.spaceBefore(i + 1);
        boolean opening = tokens.text().charAt(tokens.start(i)) >= 0x400 && !tokens.isWord(i - 2);
        if (headline || opening) {
            return false;
        }
        String before = tokens.lower(i - 1);
        return !CountryWords.PLACE_BEFORE.contains(before)
                && !CountryWords.FUNCTION.contains(before)
                && !CountryWords.LOCATIVE.contains(before)
                && !CountryWords.MONTH.contains(before)
                && !CountryWords.PLACE_NOUN.contains(before)
                && !CountryWords.ORGANISATIONS.contains(before)
                && !CountryWords.PLACE_BEFORE_RUSSIAN.contains(before)
                && !CountryWords.FUNCTION_RUSSIAN.contains(before)
                && Gazetteer.standard().inside(tokens.text(), tokens.start(i - 1), tokens.end(i - 1)) == null;
    }

    private static boolean isGiven(GazetteerEntry entry) {
        return entry.has(GazetteerEntry.GIVEN)
                || switch (entry.form()) {
                    case "Jordan",
                            "Chad",
                            "Georgia",
                            "Israel",
                            "Kenya",
                            "India",
                            "Ireland",
                            "Malaysia",
                            "Cuba",
                            "America" -> true;
                    default -> false;
                };
    }

    private static boolean follows(Tokens tokens, int i) {
        return i > 0 && tokens.isCapitalised(i - 1) && tokens.spaceBefore(i) && !tokens.lineBefore(i);
    }

    private static boolean afterGivenName(Tokens tokens, int i, GazetteerEntry entry) {
        String before = tokens.lower(i - 1);
        if (CountryWords.GIVEN_RUSSIAN.contains(before)) {
            return tokens.isCapitalised(i) && !entry.isDemonym() && !isRussianState(entry);
        }
        // "in Victoria Australia": a place that is a given name as well.
        boolean place = CountryWords.is(tokens, i - 2, CountryWords.PLACE_BEFORE)
                && Gazetteer.standard().inside(tokens.text(), tokens.start(i - 1), tokens.end(i - 1)) != null;
        if (!CountryWords.GIVEN.contains(before) || place || entry.has(GazetteerEntry.EXACT) || isVerb(tokens, i - 1)) {
            return false;
        }
        return entry.isCity() || entry.has(GazetteerEntry.SURNAME) || SURNAMES.contains(tokens.lower(i));
    }

    /** Will, Rob and Sue at the beginning of a sentence or in a headline are verbs: "Will Russia pay?" */
    private static boolean isVerb(Tokens tokens, int i) {
        boolean opening = !tokens.isWord(i - 1) || tokens.lineBefore(i);
        return (opening || tokens.isAllCaps(i)) && VERBS.contains(tokens.lower(i));
    }

    private static boolean isRussianState(GazetteerEntry entry) {
        return entry.isName();
    }

    /** "M. Jordan", "М. В. Ломоносова"; the S of "U.S. Georgia" is no initial. */
    private static boolean afterInitial(Tokens tokens, int i) {
        boolean initial = tokens.is(i - 1, '.')
                && tokens.isCapitalised(i - 2)
                && tokens.end(i - 2) - tokens.start(i - 2) == 1
                && tokens.isCapitalised(i)
                && !tokens.lineBefore(i);
        return initial && !(tokens.is(i - 3, '.') && tokens.is(i - 4, 'U')) && !tokens.is(i - 2, 'Г');
    }

    private static boolean afterTitle(Tokens tokens, int i, Set<String> titles) {
        int at = tokens.is(i - 1, '.') ? i - 2 : i - 1;
        return tokens.isCapitalised(at) && titles.contains(tokens.lower(at)) && !tokens.lineBefore(i);
    }

    private static boolean beforeSurname(Tokens tokens, int i) {
        int next = i + 1;
        boolean the = tokens.isWord(i - 1) && tokens.lower(i - 1).equals("the");
        if (the || !tokens.isCapitalised(next) || tokens.lineBefore(next) || !tokens.spaceBefore(next)) {
            return false;
        }
        String word = tokens.lower(next);
        if (tokens.isAllCaps(next) || CountryWords.MONTH.contains(word)) {
            return false;
        }
        return !CountryWords.PLACE_NOUN.contains(word)
                && !CountryWords.ORGANISATIONS.contains(word)
                && !CountryWords.FUNCTION.contains(word)
                && !CountryWords.is(tokens, i - 1, CountryWords.LOCATIVE)
                && !isPlace(tokens, next);
    }

    /** Whether the word is a country, its people or a place; a town that only its context shows is a surname as well: Moore. */
    private static boolean isPlace(Tokens tokens, int i) {
        GazetteerEntry entry = Gazetteer.standard().inside(tokens.text(), tokens.start(i), tokens.end(i));
        return entry != null && !(entry.isCity() && entry.has(GazetteerEntry.WEAK));
    }
}
