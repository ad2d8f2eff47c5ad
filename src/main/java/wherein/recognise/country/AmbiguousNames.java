package wherein.recognise.country;

import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Decides what the names and demonyms of countries mean that mean something else as well. Empty: no mention. */
final class AmbiguousNames {

    /** What a page asks its readers to do: FOLLOW US on every channel. */
    private static final Set<String> IMPERATIVES = CountryWords.section("us-imperative");

    private static final Set<String> PRONOUN_BEFORE = CountryWords.section("us-pronoun-before");
    private static final Set<String> COUNTRY_BEFORE = CountryWords.section("us-country-before");

    private static final Set<String> CODELIKE = CountryWords.section("no-code");
    /** Bodies that several states have. */
    private static final Set<String> BODIES = Set.of(
            "House of Representatives", "House of Commons", "House of Lords", "Federation Council", "Supreme Soviet");

    private static final Set<String> BLOCS = CountryWords.section("blocs");
    private static final Set<String> AXES = CountryWords.section("pole-before");
    private static final Set<String> POLISHED = CountryWords.section("polish-next");
    private static final Set<String> CONTINENTS = CountryWords.section("america-before");
    private static final Set<String> ANIMALS = CountryWords.section("guinea-next");

    private final Tokens tokens;
    private final CountryEvidence evidence;
    private final Homonyms homonyms;
    private final Bearers bearers;

    AmbiguousNames(Tokens tokens, CountryEvidence evidence, Home home) {
        this.tokens = tokens;
        this.evidence = evidence;
        this.homonyms = new Homonyms(tokens, evidence, home);
        this.bearers = new Bearers(tokens, evidence);
    }

    /** What match number {@code i} means. */
    Optional<CountryReading> read(int i, Match match) {
        GazetteerEntry entry = match.entry();
        if (entry.first().kind() == Kind.GOVERNMENT) {
            Optional<CountryReading> other = ofAnother(i, match);
            if (other.isPresent()) {
                return other;
            }
        }
        if (entry.has(GazetteerEntry.NEEDS)
                && !entry.form().equals("Jersey")
                && (evidence.of(entry.first().id()) == 0 || tokens.isNumber(match.first() - 1))) {
            return Optional.empty();
        }
        if (entry.senses().size() > 1) {
            return Optional.of(homonyms.several(entry));
        }
        if (entry.has(GazetteerEntry.PEOPLE) && isSurname(match)) {
            return Optional.empty();
        }
        if (entry.form().startsWith("коре")) {
            return Optional.of(homonyms.several(entry));
        }
        Optional<CountryReading> town = homonyms.town(i, match);
        if (town.isPresent()) {
            return town;
        }
        if (entry.isName() && bearers.isOne(match)) {
            return Optional.empty();
        }
        return switch (entry.form()) {
            case "Iceland" -> homonyms.shop(match);
            case "Jersey" -> homonyms.jersey(i, match);
            case "South Georgia" -> homonyms.southGeorgia(match);
            case "Georgia", "Georgian", "Georgians" -> homonyms.georgia(i, match);
            case "Chad" -> homonyms.chad(i, match);
            case "Jordan", "Israel", "Kenya", "India" -> homonyms.bearer(match);
            case "Turkey" -> homonyms.turkey(match);
            case "Indian", "Indians" -> homonyms.indian(match);
            case "Dominican", "Dominicans" -> homonyms.dominican(match);
            case "Niger" -> homonyms.niger(match);
            case "States", "The States" -> states(match);
            case "Штаты", "Штатов", "Штатам", "Штатах", "Штатами" -> capital(match);
            case "US", "США" -> us(match);
            case "Pole", "Poles" -> pole(match);
            case "Polish" -> polish(match);
            case "Guinea" -> followed(match, ANIMALS);
            case "Dane", "Danes" -> preceded(match, "great");
            case "America" -> america(match);
            case "Wales" -> wales(match);
            case "Finn", "Turk", "Brit", "Lao" -> startOfSentence(match);
            case "Того", "Чада", "Чаду", "Чадом", "Чаде" -> capital(match);
            default -> plain(entry);
        };
    }

    /** "Nigeria's House of Representatives", "the House of Commons of Canada": a body of the state that is named. */
    private Optional<CountryReading> ofAnother(int i, Match match) {
        if (!BODIES.contains(match.entry().form())) {
            return Optional.empty();
        }
        Match before = evidence.before(i, 2);
        Match after = CountryWords.is(tokens, match.last() + 1, Set.of("of", "in")) ? evidence.after(i, 2) : null;
        boolean owns = before != null && (before.last() == match.first() - 1 || isPossessive(before.last() + 1));
        Match owner = owns ? before : after;
        boolean state = owner != null
                && (owner.entry().isName() || owner.entry().isDemonym())
                && !owner.entry().first().id().equals(match.entry().first().id());
        return state
                ? Optional.of(CountryReading.over(
                        owner.entry().first().id(),
                        Kind.GOVERNMENT,
                        match.entry().first().id(),
                        owner.entry().form() + " stands beside it"))
                : Optional.empty();
    }

    private boolean isPossessive(int i) {
        return (tokens.is(i, '\'') || tokens.is(i, '’'))
                && (!tokens.isWord(i + 1) || tokens.lower(i + 1).equals("s"));
    }

    /** Поляков, Чехов, Грек: a people in capitals is a surname, but at the beginning of a sentence, or in a headline. */
    private boolean isSurname(Match match) {
        int i = match.first();
        if (!tokens.isCapitalised(i) || tokens.isAllCaps(i)) {
            return false;
        }
        String word = tokens.lower(i);
        return word.endsWith("ов") || word.endsWith("ев") || !sentenceStart(i);
    }

    static Optional<CountryReading> plain(GazetteerEntry entry) {
        return Optional.of(CountryReading.plain(entry.first()));
    }

    /** The States, but not the member states, and not as the beginning of another name. */
    private Optional<CountryReading> states(Match match) {
        boolean the = tokens.isWord(match.first() - 1)
                && tokens.lower(match.first() - 1).equals("the");
        int next = match.last() + 1;
        boolean named = tokens.isCapitalised(next)
                || tokens.is(next, '-') && !tokens.spaceBefore(next)
                || tokens.isAllCaps(match.last());
        return the && !named && tokens.isCapitalised(match.last()) ? plain(match.entry()) : Optional.empty();
    }

    private Optional<CountryReading> capital(Match match) {
        return tokens.isCapitalised(match.first()) && !sentenceStart(match.first())
                ? plain(match.entry())
                : Optional.empty();
    }

    private boolean sentenceStart(int i) {
        return i == 0
                || tokens.lineBefore(i)
                || !tokens.isWord(i - 1) && !tokens.is(i - 1, ',') && !tokens.is(i - 1, '(');
    }

    /** US before a dollar sign is a currency, and in a headline in capitals it may be the pronoun. */
    private Optional<CountryReading> us(Match match) {
        int i = match.first();
        if (tokens.is(i + 1, '$') && !tokens.spaceBefore(i + 1) || tokens.is(i - 1, '$')) {
            return Optional.empty();
        }
        boolean asked = tokens.isAllCaps(i - 1) && IMPERATIVES.contains(tokens.lower(i - 1)) && sentenceStart(i - 1);
        if (asked || isCode(i) || isHeading(i)) {
            return Optional.empty();
        }
        boolean shouted =
                tokens.isAllCaps(i - 1) && tokens.isAllCaps(i + 1) && tokens.end(i - 1) - tokens.start(i - 1) > 2;
        boolean pronoun = shouted
                && (PRONOUN_BEFORE.contains(tokens.lower(i - 1))
                        || CountryWords.FUNCTION.contains(tokens.lower(i + 1))
                                && !COUNTRY_BEFORE.contains(tokens.lower(i - 1)));
        return pronoun ? Optional.empty() : plain(match.entry());
    }

    /** Part of a code: en-US, US-ASCII, US-24; not pro-US, US-China, US-EU. */
    private boolean isCode(int i) {
        boolean before = (tokens.is(i - 1, '-') || tokens.is(i - 1, '/'))
                && !tokens.spaceBefore(i)
                && tokens.isWord(i - 2)
                && !tokens.isCapitalised(i - 2)
                && !tokens.spaceBefore(i - 1)
                && tokens.end(i - 2) - tokens.start(i - 2) == 2
                && !CODELIKE.contains(tokens.lower(i - 2));
        int next = i + 2;
        boolean after = tokens.is(i + 1, '-')
                && !tokens.spaceBefore(i + 1)
                && !tokens.spaceBefore(Math.min(next, tokens.size() - 1));
        boolean code = after
                && (tokens.isNumber(next)
                        || tokens.isAllCaps(next)
                                && !tokens.isAllCaps(i - 1)
                                && !BLOCS.contains(tokens.lower(next))
                                && Gazetteer.standard().inside(tokens.text(), tokens.start(next), tokens.end(next))
                                        == null);
        return before || code;
    }

    /** ABOUT US, Contact US: two words alone on a line. */
    private boolean isHeading(int i) {
        boolean ends = i + 1 == tokens.size() || tokens.lineBefore(i + 1);
        return ends
                && tokens.isCapitalised(i - 1)
                && tokens.lineBefore(i - 1)
                && !tokens.lineBefore(i)
                && PRONOUN_BEFORE.contains(tokens.lower(i - 1));
    }

    private Optional<CountryReading> pole(Match match) {
        boolean axis = tokens.isWord(match.first() - 1)
                && AXES.contains(tokens.lower(match.first() - 1))
                && tokens.lower(match.last()).equals("pole");
        return axis
                        || sentenceStart(match.first())
                                && tokens.lower(match.last()).equals("pole")
                ? Optional.empty()
                : plain(match.entry());
    }

    /** At the beginning of a sentence it may be the verb. */
    private Optional<CountryReading> polish(Match match) {
        int next = match.last() + 1;
        boolean verb = sentenceStart(match.first()) && (CountryWords.is(tokens, next, POLISHED));
        return verb || !tokens.isCapitalised(match.first()) ? Optional.empty() : plain(match.entry());
    }

    private Optional<CountryReading> followed(Match match, Set<String> other) {
        return CountryWords.is(tokens, match.last() + 1, other) ? Optional.empty() : plain(match.entry());
    }

    private Optional<CountryReading> preceded(Match match, String other) {
        return CountryWords.is(tokens, match.first() - 1, Set.of(other)) ? Optional.empty() : plain(match.entry());
    }

    private Optional<CountryReading> america(Match match) {
        int i = match.first() - 1;
        boolean continent = tokens.isWord(i) && CONTINENTS.contains(tokens.lower(i));
        return continent ? Optional.empty() : plain(match.entry());
    }

    private Optional<CountryReading> wales(Match match) {
        return tokens.isWord(match.first() - 1)
                        && tokens.lower(match.first() - 1).equals("jimmy")
                ? Optional.empty()
                : plain(match.entry());
    }

    /** A name as well as a people: at the start of a sentence, or before another capital, it is taken for the name. */
    private Optional<CountryReading> startOfSentence(Match match) {
        return sentenceStart(match.first())
                        || tokens.isCapitalised(match.last() + 1)
                        || evidence.isPerson(tokens.lower(match.last()))
                ? Optional.empty()
                : plain(match.entry());
    }
}
