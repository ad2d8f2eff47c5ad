package wherein.recognise.country;

import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells a person who is called like a country, by the given name or the surname, where the name stands alone. */
final class Bearers {

    /** How far from its subject a pronoun is looked for. */
    private static final int REACH = 12;

    private static final Set<String> SURNAMES = CountryWords.section("country-surname");
    private static final Set<String> GIVEN = CountryWords.section("country-given");
    private static final Set<String> BODILY = CountryWords.section("bodily");
    private static final Set<String> PRONOUNS = CountryWords.section("pronoun");

    private final Tokens tokens;
    private final CountryEvidence evidence;

    Bearers(Tokens tokens, CountryEvidence evidence) {
        this.tokens = tokens;
        this.evidence = evidence;
    }

    /** Whether the name is a person's where it stands, or the document has a person of it and says nothing of the country. */
    boolean isOne(Match match) {
        String word = tokens.lower(match.last());
        boolean given = GIVEN.contains(word);
        if (match.first() != match.last() || !given && !SURNAMES.contains(word) || isPlaced(match)) {
            return false;
        }
        if (evidence.others(match.entry()) > 0) {
            return false;
        }
        return evidence.isPerson(word) && isSubject(match) || given && isSubject(match) && acts(match);
    }

    private boolean isPlaced(Match match) {
        return CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE);
    }

    /** Whether a verb, or the noun of a possessor, may follow: a small word and no other name. */
    private boolean isSubject(Match match) {
        int next = match.last() + 1;
        boolean opens = match.first() == 0 || !tokens.isWord(match.first() - 1) || tokens.lineBefore(match.first());
        return opens
                && tokens.isWord(next)
                && !tokens.isCapitalised(next)
                && !tokens.lower(next).equals("and");
    }

    /** "Georgia laughed", "Georgia told her mother": what no state does, or a pronoun in the same sentence. */
    private boolean acts(Match match) {
        int verb = match.last() + 1;
        if (BODILY.contains(tokens.lower(verb))) {
            return true;
        }
        for (int i = verb; i < Math.min(tokens.size(), verb + REACH); i++) {
            if (tokens.is(i, '.') || tokens.is(i, '!') || tokens.is(i, '?')) {
                return false;
            }
            if (CountryWords.is(tokens, i, PRONOUNS)) {
                return true;
            }
        }
        return false;
    }
}
