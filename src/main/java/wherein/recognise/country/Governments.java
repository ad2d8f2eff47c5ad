package wherein.recognise.country;

import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells a capital that stands for its government from the city: Washington announced, accused Moscow. */
final class Governments {

    private static final Set<String> ADVERBS = CountryWords.section("adverbs");
    private static final Set<String> DETERMINERS = CountryWords.section("determiner");
    private static final Set<String> AGENTS = CountryWords.section("agency-ing");
    private static final Set<String> RELATIONS = CountryWords.section("relations");

    private static final Set<String> OPINION = CountryWords.section("opinion-ru");
    private static final Set<String> WITH = CountryWords.section("relation-with");
    private static final Set<String> STANCES = CountryWords.section("stance");
    private static final Set<String> RELATION_STEMS = CountryWords.section("relation-stem-ru");
    private static final Set<String> WITH_RUSSIAN = CountryWords.section("relation-with-ru");

    private Governments() {}

    /** Whether the capital is read as its government. */
    static Optional<CountryReading> read(Tokens tokens, Match match, CountryReading city, CountryEvidence evidence) {
        if (!match.entry().has(GazetteerEntry.CAPITAL)
                || !city.id().equals(match.entry().first().id())) {
            return Optional.empty();
        }
        int first = match.first();
        int next = match.last() + 1;
        boolean cyrillic = tokens.text().charAt(tokens.start(first)) >= 0x400;
        String reason = cyrillic ? russian(tokens, first, next) : english(tokens, first, next);
        if (reason.isEmpty() && match.entry().form().equals("Washington")) {
            reason = washington(tokens, first, next);
        }
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(CountryReading.over(city.id(), Kind.GOVERNMENT, "city", reason));
    }

    private static String english(Tokens tokens, int first, int next) {
        boolean located = CountryWords.is(tokens, first - 1, CountryWords.LOCATIVE);
        if (located) {
            return "";
        }
        if (CountryWords.is(tokens, first - 1, CountryWords.GOVERNMENT_BEFORE)) {
            return "after " + tokens.lower(first - 1);
        }
        boolean second = tokens.isWord(first - 1) && tokens.lower(first - 1).equals("and");
        int with = second ? first - 3 : first - 1;
        boolean relation = CountryWords.is(tokens, with, second ? Set.of("between") : WITH)
                && CountryWords.is(tokens, with - 1, RELATIONS);
        if (relation) {
            return "after " + tokens.lower(with - 1);
        }
        if (tokens.is(next, '-') && CountryWords.is(tokens, next + 1, CountryWords.GOVERNMENT_HYPHEN)) {
            return "before -" + tokens.lower(next + 1);
        }
        boolean pro =
                tokens.is(first - 1, '-') && tokens.isWord(first - 2) && STANCES.contains(tokens.lower(first - 2));
        if (pro) {
            return "after " + tokens.lower(first - 2) + "-";
        }
        if ((tokens.is(next, '\'') || tokens.is(next, '’')) && tokens.isWord(next + 1)) {
            return CountryWords.is(tokens, next + 2, CountryWords.POLICY) ? "before " + tokens.lower(next + 2) : "";
        }
        int verb = CountryWords.is(tokens, next, ADVERBS) ? next + 1 : next;
        // "in London and Paris": the preposition stands before the first of the two.
        boolean preposition = CountryWords.is(tokens, with, CountryWords.PLACE_BEFORE)
                && !tokens.lower(with).equals("for");
        return !preposition && subject(tokens, verb) ? "subject of " + tokens.lower(verb) : "";
    }

    /** A verb that only a person or a body does; forms of to be count where a participle follows. */
    private static boolean subject(Tokens tokens, int verb) {
        if (!CountryWords.is(tokens, verb, CountryWords.AGENCY)) {
            return false;
        }
        String word = tokens.lower(verb);
        if (word.equals("is") || word.equals("was") || word.equals("has") || word.equals("had")) {
            if (!tokens.isWord(verb + 1)) {
                return false;
            }
            String then = tokens.lower(verb + 1);
            return AGENTS.contains(then) || word.startsWith("ha") && then.endsWith("ed");
        }
        return true;
    }

    /** Washington is the government unless the words around make it the city. */
    private static String washington(Tokens tokens, int first, int next) {
        boolean city = CountryWords.is(tokens, first - 1, CountryWords.PLACE_BEFORE)
                || tokens.is(next, ',')
                || tokens.is(next, '-')
                || tokens.is(next, '(')
                || tokens.isCapitalised(next)
                || tokens.isAllCaps(first)
                || tokens.isCapitalised(first - 1) && !tokens.lineBefore(first);
        if (city || !tokens.isWord(first - 1) && !CountryWords.is(tokens, next, CountryWords.AGENCY)) {
            return "";
        }
        // An object, as in "angered Washington", or "told Washington that".
        boolean object = tokens.isWord(first - 1)
                && !tokens.isCapitalised(first - 1)
                && !DETERMINERS.contains(tokens.lower(first - 1))
                && (!tokens.isWord(next) || CountryWords.FUNCTION.contains(tokens.lower(next)));
        return object || CountryWords.is(tokens, next, CountryWords.AGENCY) ? "no word of a place" : "";
    }

    private static String russian(Tokens tokens, int first, int next) {
        if (CountryWords.is(tokens, next, CountryWords.AGENCY_RUSSIAN)
                && !CountryWords.is(tokens, first - 1, CountryWords.PLACE_BEFORE_RUSSIAN)) {
            return "subject of " + tokens.lower(next);
        }
        if (CountryWords.is(tokens, first - 1, CountryWords.AGENCY_RUSSIAN)
                || CountryWords.is(tokens, first - 1, OPINION)) {
            return "after " + tokens.lower(first - 1);
        }
        boolean with = tokens.isWord(first - 1) && WITH_RUSSIAN.contains(tokens.lower(first - 1));
        boolean related =
                tokens.isWord(first - 2) && RELATION_STEMS.stream().anyMatch(tokens.lower(first - 2)::startsWith);
        return with && related ? "after " + tokens.lower(first - 2) : "";
    }
}
