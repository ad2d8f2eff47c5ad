package wherein.recognise.country;

import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells whether a form is part of a longer proper name: Bank of England, Russian Association of Brewers. */
final class Nesting {

    private static final int REACH = 6;

    private static final Set<String> OWNERS = CountryWords.section("org-ru");

    private static final Set<String> OFFICES = CountryWords.section("office");

    private static final Set<String> CARRIERS = CountryWords.section("carriers");

    private Nesting() {}

    /** Whether a capitalised noun of an organisation, a work or an event stands with the form in one name. */
    static boolean isNested(Tokens tokens, Match match) {
        boolean prefixed = tokens.isCapitalised(match.first() - 1)
                && !tokens.lineBefore(match.first())
                && CountryWords.is(tokens, match.first() - 1, CARRIERS);
        return prefixed
                || toTheRight(tokens, match.last())
                || toTheLeft(tokens, match.first())
                || isTitle(tokens, match);
    }

    /** In the short capitalised run between guillemets, or after a Russian bank or union: «Единая Россия», Банк России. */
    private static boolean isTitle(Tokens tokens, Match match) {
        if (tokens.isCapitalised(match.first() - 1) && CountryWords.is(tokens, match.first() - 1, OWNERS)) {
            return true;
        }
        boolean adjective = match.entry().isDemonym() && tokens.isCapitalised(match.first());
        if (adjective && CountryWords.is(tokens, match.last() + 1, OWNERS)) {
            return true;
        }
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - REACH); i--) {
            if (tokens.is(i, '«')) {
                return tokens.isCapitalised(i + 1) && closes(tokens, match.last());
            }
            if (!tokens.isWord(i)) {
                return false;
            }
        }
        return false;
    }

    private static boolean closes(Tokens tokens, int last) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + REACH); i++) {
            if (tokens.is(i, '»')) {
                return true;
            }
            if (!tokens.isWord(i)) {
                return false;
            }
        }
        return false;
    }

    private static boolean toTheRight(Tokens tokens, int last) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + REACH); i++) {
            if (!tokens.isWord(i) || tokens.lineBefore(i) || !tokens.spaceBefore(i)) {
                return false;
            }
            boolean capital = tokens.isCapitalised(i);
            if (capital && isOrganisation(tokens, i) && !endsWithOffice(tokens, i)) {
                return true;
            }
            if (!capital || isOffice(tokens, i)) {
                return false;
            }
        }
        return false;
    }

    /** A noun of an organisation; United is one only at the end of a name, as of a football club. */
    private static boolean isOrganisation(Tokens tokens, int i) {
        String word = tokens.lower(i);
        return CountryWords.ORGANISATIONS.contains(word) && !(word.equals("united") && tokens.isCapitalised(i + 1));
    }

    /** The office of a person, as in Foreign Ministry Spokesman, or Prime Minister. */
    private static boolean isOffice(Tokens tokens, int i) {
        return OFFICES.contains(tokens.lower(i));
    }

    private static boolean endsWithOffice(Tokens tokens, int i) {
        return tokens.isCapitalised(i + 1) && isOffice(tokens, i + 1);
    }

    private static boolean toTheLeft(Tokens tokens, int first) {
        boolean linked = false;
        for (int i = first - 1; i >= Math.max(0, first - 2 * REACH); i--) {
            if (!tokens.isWord(i) || tokens.lineBefore(i + 1)) {
                return false;
            }
            String word = tokens.lower(i);
            boolean capital = tokens.isCapitalised(i);
            boolean islamic = word.equals("state")
                    && tokens.isWord(i - 1)
                    && tokens.lower(i - 1).equals("islamic");
            boolean organisation = CountryWords.BEFORE_ORGANISATION.contains(word) || isOrganisation(tokens, i);
            if (capital && linked && (organisation || islamic)) {
                return true;
            }
            boolean link = word.equals("of") || word.equals("for");
            linked |= link;
            if (!capital && !link && !word.equals("the") && !word.equals("and")) {
                return false;
            }
        }
        return false;
    }
}
