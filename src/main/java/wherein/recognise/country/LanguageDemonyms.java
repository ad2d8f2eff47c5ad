package wherein.recognise.country;

import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Tells a language from a people: speak Russian, translated from the German, на английском языке. */
final class LanguageDemonyms {

    private static final Set<String> LOCALE = CountryWords.section("locale");
    private static final Set<String> TRANSLATION = CountryWords.section("translation-stem");
    private static final Set<String> TRANSLATED = CountryWords.section("translated-before");
    private static final Set<String> NOUNS = CountryWords.section("language-stem-ru");
    private static final Set<String> AFTER_ON = CountryWords.section("language-ending-on-ru");
    private static final Set<String> ADJECTIVES = CountryWords.section("language-ending-ru");
    private static final Set<String> LEARN = CountryWords.section("learn-stem-ru");
    private static final Set<String> JOINS = CountryWords.section("join-ru");
    private static final Set<String> LANGUAGE_NOUNS = CountryWords.section("language-noun-foreign");
    private static final Set<String> ARTICLES = CountryWords.section("no-language-before");

    private LanguageDemonyms() {}

    /** Whether the demonym names a language where it stands. */
    static boolean isOne(Tokens tokens, Match match, CountryEvidence evidence) {
        if (match.entry().has(GazetteerEntry.LANGUAGE)) {
            return english(tokens, match.first(), match.last()) || isListed(tokens, match, evidence);
        }
        if (isLanguageNoun(tokens, match.first() - 1) || isLanguageNoun(tokens, match.last() + 1)) {
            return true;
        }
        char head = tokens.text().charAt(tokens.start(match.first()));
        return head > 'z' && russian(tokens, match.first());
    }

    /** Alone, without an article, in a text on translations: one of the languages that it lists. */
    private static boolean isListed(Tokens tokens, Match match, CountryEvidence evidence) {
        return standsAlone(tokens, match.last())
                && !CountryWords.is(tokens, match.first() - 1, ARTICLES)
                && evidence.countOf(LOCALE) > 1;
    }

    private static boolean english(Tokens tokens, int first, int last) {
        int next = last + 1;
        if (tokens.is(next, '-')) {
            next++;
        }
        if (CountryWords.is(tokens, next, CountryWords.LANGUAGE_NEXT)) {
            return true;
        }
        boolean alone = standsAlone(tokens, last);
        if (CountryWords.is(tokens, first - 1, CountryWords.SPEAK)) {
            return alone || !isThe(tokens, first - 1);
        }
        if (tokens.is(last + 1, ':')
                && (tokens.is(first - 1, '(') || tokens.is(first - 1, ';') || tokens.is(first - 1, ','))) {
            return true;
        }
        if (!alone) {
            return false;
        }
        String before = tokens.isWord(first - 1) ? tokens.lower(first - 1) : "";
        if (before.equals("in")) {
            return true;
        }
        if (TRANSLATED.contains(before)) {
            return nearTranslation(tokens, first);
        }
        return (before.equals("and") || before.equals("or") || tokens.is(first - 1, ','))
                && afterSpeaking(tokens, first);
    }

    /** Whether the word says in a language beside English and Russian that its adjective is one: w języku polskim, la langue russe. */
    private static boolean isLanguageNoun(Tokens tokens, int i) {
        return CountryWords.is(tokens, i, LANGUAGE_NOUNS);
    }

    private static boolean isThe(Tokens tokens, int i) {
        return tokens.isWord(i) && tokens.lower(i).equals("the");
    }

    /** Whether no noun follows that the word could belong to. */
    private static boolean standsAlone(Tokens tokens, int last) {
        int next = last + 1;
        if (next >= tokens.size() || !tokens.isWord(next)) {
            return !tokens.is(next, '-');
        }
        return CountryWords.FUNCTION.contains(tokens.lower(next));
    }

    private static boolean nearTranslation(Tokens tokens, int first) {
        for (int i = Math.max(0, first - 6); i < first; i++) {
            if (tokens.isWord(i) && TRANSLATION.stream().anyMatch(tokens.lower(i)::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static boolean afterSpeaking(Tokens tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - 8); i--) {
            if (tokens.is(i, '.') || tokens.is(i, ';')) {
                return false;
            }
            if (CountryWords.is(tokens, i, CountryWords.SPEAK)) {
                return true;
            }
        }
        return false;
    }

    private static boolean russian(Tokens tokens, int first) {
        String form = tokens.lower(first);
        for (int i = first + 1; i < Math.min(tokens.size(), first + 6); i++) {
            if (tokens.isWord(i) && NOUNS.stream().anyMatch(tokens.lower(i)::startsWith)) {
                return true;
            }
            boolean joins =
                    tokens.is(i, ',') || tokens.isWord(i) && JOINS.contains(tokens.lower(i)) || isAdjective(tokens, i);
            if (!joins) {
                break;
            }
        }
        String before = tokens.isWord(first - 1) ? tokens.lower(first - 1) : "";
        boolean alone = !tokens.isWord(first + 1) || CountryWords.FUNCTION_RUSSIAN.contains(tokens.lower(first + 1));
        if (before.equals("на") && AFTER_ON.stream().anyMatch(form::endsWith)) {
            return alone;
        }
        if (before.equals("с") && form.endsWith("ого")) {
            return alone || tokens.lower(first + 1).equals("на");
        }
        return alone && form.endsWith("ий") && LEARN.stream().anyMatch(before::startsWith);
    }

    private static boolean isAdjective(Tokens tokens, int i) {
        if (!tokens.isWord(i)) {
            return false;
        }
        String word = tokens.lower(i);
        return ADJECTIVES.stream().anyMatch(word::endsWith);
    }
}
